"""A bare window in a process that has imported what the program has: how much memory it holds.

Arguments: the file for what was measured, and the file with the names of the modules.
"""

import json
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.memory import resident_kib
from tests.benchmarks.start.when_painted import WhenPainted, end_at_an_error

SETTLED_MS = 5_000

for name in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))["modules"]:
    if name != "__main__":
        with suppress(ImportError):
            import_module(name)


def tell() -> None:
    answer = {"kib": resident_kib(), "modules": sorted(sys.modules)}
    Path(sys.argv[1]).write_text(json.dumps(answer), encoding="utf-8")
    os._exit(0)


end_at_an_error()
app = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
when = WhenPainted(window, lambda: QTimer.singleShot(SETTLED_MS, tell))
app.exec()
