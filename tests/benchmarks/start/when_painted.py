"""Does something as soon as a window has been painted for the first time."""

import os
import sys
from collections.abc import Callable
from traceback import print_exception

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget


def end() -> None:
    """End the process, at once."""
    os._exit(0)


def end_at_an_error() -> None:
    """Tell of an error that Qt calls back into, and end: the loop would go on for ever."""

    def tell(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
        print_exception(error)
        os._exit(1)

    sys.excepthook = tell


class WhenPainted(QObject):
    """Watches a shown window: exposing paints at once, and `work` is called right after that."""

    def __init__(self, window: QWidget, work: Callable[[], object] = end) -> None:
        super().__init__()
        self._work = work
        handle = window.windowHandle()
        if handle is None:
            raise RuntimeError("the window is not shown")
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            # What is posted comes before any timer of the program.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False

    def customEvent(self, event: QEvent) -> None:
        self._work()
