"""The bundled typeface, loaded once from the program's own folder."""

from PySide6.QtGui import QFont, QFontDatabase

from allvar_desktop.paths import resources

FAMILY = "Noto Sans"
_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_loaded: list[int] = []


def load() -> None:
    """Make the bundled Noto Sans known to Qt; a second call does nothing."""
    if _loaded:
        return
    folder = resources() / "fonts"
    _loaded.extend(QFontDatabase.addApplicationFont(str(folder / name)) for name in _FILES)


def with_tabular_numbers(font: QFont) -> QFont:
    """The same font with digits of one width, for columns of numbers."""
    copy = QFont(font)
    copy.setFeature(QFont.Tag("tnum"), 1)
    return copy
