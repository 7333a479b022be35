"""Answers dialogs by keys while they are shown, as a person does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.gestures import shortcut
from ui.dialogs.dialog import Dialog

Act = str | Callable[[Dialog], object]
"""Keys to press one after the other, with blanks between, or what to do with the dialog."""


_answering: list[list[Act]] = []


def is_answering() -> bool:
    """Whether dialogs are answered just now."""
    return bool(_answering)


@contextmanager
def answering(*acts: Act) -> Iterator[list[str]]:
    """Do one act for each dialog that is shown meanwhile; the titles of the dialogs come back.

    A dialog that is still there after its act gets the next one. AssertionError when acts are left over.
    """
    waiting = list(acts)
    titles: list[str] = []
    failed: list[Exception] = []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Dialog) or not dialog.isVisible():
            return
        if QApplication.activeWindow() is not dialog:
            dialog.activateWindow()  # a window manager would
            return
        titles.append(dialog.windowTitle())
        try:
            assert waiting, f"a dialog that nobody expected: {dialog.windowTitle()}"
            _do(waiting.pop(0), dialog)
        except Exception as error:  # noqa: BLE001 -- a slot swallows it; it is raised when the test goes on
            failed.append(error)
            dialog.reject()

    timer.timeout.connect(look)
    timer.start(5)
    _answering.append(waiting)
    try:
        yield titles
    finally:
        timer.stop()
        _answering.remove(waiting)
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and not isinstance(window, Dialog):
                window.activateWindow()  # a window manager would
        QApplication.processEvents()
    if failed:
        raise failed[0]
    assert waiting == [], "no dialog came for these"


def _do(act: Act, dialog: Dialog) -> None:
    if callable(act):
        act(dialog)
        return
    for key in act.split():
        target: QWidget = dialog.focusWidget() or dialog
        shortcut(key, target)
