"""The program's windows, taken away between tests."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow


def take_windows_away() -> None:
    """At once: one on its way out would reach a closed register, or take the next test's dialogs with it."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.shell.close_pages()
            window.close_for_good()
            window.deleteLater()
            QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
