"""The program itself, up to its painted unlock page. Its argument is the register's folder."""

import sys

from PySide6.QtGui import QShowEvent

import main
from tests.benchmarks.start.when_painted import WhenPainted
from ui import opening
from ui.start_window import StartWindow


class Watched(StartWindow):
    """The program's first window; the process ends when it has been painted."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._end = WhenPainted(self)


setattr(opening, "StartWindow", Watched)  # noqa: B010 -- a class is no variable to mypy
main.main(["--register", sys.argv[1]])
