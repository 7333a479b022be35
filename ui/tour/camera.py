"""Numbered pictures of the window, and the printed papers, in the tour's folder."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

SIZE = (1280, 800)


class Camera:
    """Saves what the window shows as ``01-name.png``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def take(self, window: QWidget, name: str) -> None:
        """A picture of `window` when it has settled. RuntimeError when it cannot be written."""
        self._count += 1
        window.resize(*SIZE)
        settle()
        path = self._folder / f"{self._count:02d}-{name}.png"
        if not window.grab().save(str(path)):
            raise RuntimeError("a picture could not be saved")


class PaperTray:
    """Stands in for the printer: each printed paper becomes a PDF in the folder, numbered, without names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.count = 0

    def print(self, pdf: bytes) -> bool:
        """Save the bytes as they would have been printed."""
        self.count += 1
        (self._folder / f"print-{self.count:02d}.pdf").write_bytes(pdf)
        return True


def settle() -> None:
    """Let layouts, paints and what was put off happen."""
    for _ in range(8):
        QApplication.processEvents()
        # Outside the event loop nobody else deletes what was put off to be deleted.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
