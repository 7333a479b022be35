"""The program itself, from its unlock page to a painted Idag.

Arguments: the register's folder, the file for what was measured, `time` (how long it took), `record` (what it
showed and asked) or `memory` (how much it holds five seconds later).
"""

import json
import os
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from allvar_desktop.clock import Clock, FixedClock
from allvar_desktop.domain.ids import AccountId
from tests.benchmarks import bare_sql, bare_window
from tests.benchmarks.large_register import NOW, PASSWORD
from tests.benchmarks.memory import resident_kib
from tests.benchmarks.start.when_painted import WhenPainted, end_at_an_error
from ui import app as program
from ui import background, style
from ui.key_work import KeyWork
from ui.opening import Opening
from ui.pages.unlock_page import UnlockPage

LOADING_MS = 3_000
"""While somebody types a password, the rest of the program is imported."""
SETTLED_MS = 5_000


class TimedKeyWork(KeyWork):
    """Remembers when the key was derived."""

    def __init__(self) -> None:
        self.derived = 0.0

    def derive(self, folder: Path, account_id: AccountId, password: str, clock: Clock) -> bytes:
        key = super().derive(folder, account_id, password, clock)
        self.derived = time.perf_counter()
        return key


class Day:
    """One opening of the day."""

    def __init__(self, folder: Path, answer: Path, task: str) -> None:
        self._answer, self._task = answer, task
        self._key_work = TimedKeyWork()
        self._opening = Opening(FixedClock(NOW), key_work=self._key_work)
        self._opening.open_folder(folder)
        self._opening.signed_in.connect(self._signed_in)
        self._opening.window.painted.connect(self._loading)
        self._opening.window.show()

    def _loading(self) -> None:
        program.load_the_rest(app, self._opening)
        QTimer.singleShot(LOADING_MS, self._unlock)

    def _unlock(self) -> None:
        page = self._opening.window.page
        assert isinstance(page, UnlockPage)
        page.who.set_value(1)
        page.password.set_value(PASSWORD)
        page.unlock()

    def _signed_in(self) -> None:
        self._when = WhenPainted(self._opening.program.window, self._painted)

    def _painted(self) -> None:
        milliseconds = (time.perf_counter() - self._key_work.derived) * 1000
        if self._task == "memory":
            QTimer.singleShot(SETTLED_MS, self._tell_memory)
            return
        shown: dict[str, object] = {"milliseconds": milliseconds}
        if self._task == "record":
            window = self._opening.program.window
            shown["pieces"] = bare_window.pieces_of(window)
            shown["size"] = (window.width(), window.height())
            shown["statements"] = bare_sql.each_once(list(sent))
        self._end(shown)

    def _tell_memory(self) -> None:
        self._end({"kib": resident_kib(), "modules": sorted(sys.modules)})

    def _end(self, answer: dict[str, object]) -> None:
        self._answer.write_text(json.dumps(answer), encoding="utf-8")
        background.wait_for_all()
        os._exit(0)


end_at_an_error()
app = QApplication([sys.argv[0], *style.FUSION])
style.prepare(app, is_fusion=True)
with ExitStack() as stack:
    sent = stack.enter_context(bare_sql.remembered()) if sys.argv[3] == "record" else []
    day = Day(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
    app.exec()
