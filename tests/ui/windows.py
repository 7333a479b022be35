"""The program's windows, taken away between tests."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from ui.main_window import MainWindow


def take_windows_away() -> None:
    """At once: one on its way out would reach a closed register, or take the next test's dialogs with it.

    A modal dialog that is left open would keep every later window from being the active one.
    """
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog) and isValid(window):
            window.hide()
            _delete(window)
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.shell.close_pages()
            window.close_for_good()
            _delete(window)


def _delete(window: QWidget) -> None:
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
