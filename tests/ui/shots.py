"""Pictures of a widget in both colour schemes, both text sizes and the smallest window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from ui import style

SETTINGS = {
    "light": ("light", 100, (1280, 800)),
    "dark": ("dark", 100, (1280, 800)),
    "small": ("light", 100, (1024, 700)),
    "large": ("light", 200, (1024, 700)),
}


def take(make: Callable[[], QWidget], folder: Path, name: str) -> list[Path]:
    """Make the widget anew for each setting, show it and save `<name>-<setting>.png`; the paths come back."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("pictures need an application")
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for setting, (scheme, percent, size) in SETTINGS.items():
        style.set_scheme(app, scheme)
        style.set_text_scale(app, percent)
        widget = make()
        widget.resize(*size)
        widget.show()
        settle(app)
        path = folder / f"{name}-{setting}.png"
        widget.grab().save(str(path))
        paths.append(path)
        widget.hide()
        widget.deleteLater()
        settle(app)
    style.set_scheme(app, "light")
    style.set_text_scale(app, 100)
    return paths


def settle(app: QApplication) -> None:
    """Let layouts and paints happen."""
    for _ in range(6):
        app.processEvents()
