"""The same SQL through a plain cursor, then the same words on plain widgets, painted once.

Arguments: the register's folder, the file for what was measured, and the file of what `ours.py` recorded.
"""

import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks import bare_sql, bare_window
from tests.benchmarks.start.when_painted import WhenPainted, end_at_an_error

recorded = json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))
pieces = [bare_window.Piece(*piece) for piece in recorded["pieces"]]
import_module("ui.program")


class Day:
    """An empty window first, as the unlock page stands before Idag."""

    def __init__(self) -> None:
        self._first = QWidget()
        self._first.resize(*recorded["size"])
        self._first.show()
        self._when = WhenPainted(self._first, lambda: QTimer.singleShot(500, self._open))

    def _open(self) -> None:
        self._began = time.perf_counter()
        self._connection = bare_sql.send(Path(sys.argv[1]), recorded["statements"])
        self._read = time.perf_counter()
        self._window = bare_window.make(pieces, *recorded["size"])
        self._window.show()
        self._when = WhenPainted(self._window, self._painted)

    def _painted(self) -> None:
        now = time.perf_counter()
        answer = {
            "milliseconds": (now - self._began) * 1000,
            "sql": (self._read - self._began) * 1000,
        }
        Path(sys.argv[2]).write_text(json.dumps(answer), encoding="utf-8")
        os._exit(0)


end_at_an_error()
app = QApplication([])
day = Day()
app.exec()
