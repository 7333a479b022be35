"""A keystroke in the search over 100,000 people, to a painted list, against its bare SQL and paint (§8)."""

import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

from tests.benchmarks import bare_sql, large_register
from tests.benchmarks.figures import Figure, Figures, Span
from tests.ui.keys import type_text
from tests.ui.shots import settle
from tests.ui.windows import take_windows_away
from ui import style
from ui.main_window import MainWindow
from ui.navigation import Shell

TYPED = ("anna falkpå", "200513", "pr20190117", "eli hedl", "Ö")
ROUNDS = 5
AIM_SECONDS = 0.030
SHOWN_ROWS = 8


class Ours:
    """The program's window with the search of its top bar, and what it sends to the register."""

    def __init__(self, folder: Path) -> None:
        with bare_sql.remembered() as self.sent:
            self.session = large_register.open_again(folder)
        self.opening = list(self.sent)
        self.window = MainWindow(Shell(self.session), "Prövostads enhet")
        self.window.shell.go("today")
        self.window.show()
        self.window.top.search.setFocus()

    def empty(self) -> None:
        self.window.top.search.clear()

    def type(self, sign: str) -> None:
        self.sent.clear()
        type_text(sign, self.window.top.search)
        QApplication.processEvents()

    def shown(self) -> list[list[str]]:
        model = self.window.hits.model
        rows = range(min(model.rowCount(), SHOWN_ROWS))
        return [[model.index(row, column).data() for column in range(model.columnCount())] for row in rows]


class Bare:
    """A plain table of Qt's, and a plain cursor on a copy of the register."""

    def __init__(self, folder: Path, opening: list[str]) -> None:
        self._connection: Any = bare_sql.send(folder, opening)
        self._table = QTableWidget(0, 3)
        self._table.resize(800, 400)
        self._table.show()

    def answer(self, statements: list[str], rows: list[list[str]]) -> None:
        for statement in statements:
            self._connection.execute(statement).fetchall()
        self._table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                self._table.setItem(place, column, QTableWidgetItem(words))
        QApplication.processEvents()

    def close(self) -> None:
        self._table.close()
        self._connection.close()


@pytest.fixture
def sides(large_folder: Path, tmp_path: Path, qapp: QApplication) -> Iterator[tuple[Ours, Bare]]:
    style.prepare(qapp)
    copies = [Path(shutil.copytree(large_folder, tmp_path / name)) for name in ("ours", "bare")]
    ours = Ours(copies[0])
    bare = Bare(copies[1], ours.opening)
    settle(qapp)
    yield ours, bare
    bare.close()
    take_windows_away()
    ours.session.register.close()


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def test_a_keystroke_of_the_search(sides: tuple[Ours, Bare], figures: Figures) -> None:
    ours, bare = sides
    taken: dict[tuple[str, int], list[tuple[float, float]]] = {}
    for _ in range(ROUNDS):
        for words in TYPED:
            ours.empty()
            for place, sign in enumerate(words):
                own = seconds(lambda sign=sign: ours.type(sign))  # type: ignore[misc]
                statements, rows = bare_sql.each_once(list(ours.sent)), ours.shown()
                assert statements
                plain = seconds(lambda asked=statements, found=rows: bare.answer(asked, found))  # type: ignore[misc]
                taken.setdefault((words, place), []).append((own, plain))
    own_times = [statistics.median(own for own, _ in each) for each in taken.values()]
    bare_times = [statistics.median(plain for _, plain in each) for each in taken.values()]
    own, plain = statistics.fmean(own_times) * 1000, statistics.fmean(bare_times) * 1000
    what = "a keystroke of the search over 100,000 people, against its bare SQL and paint"
    is_kept = figures.add(Figure(what, own, plain, limit=3))
    figures.add(Span("the slowest keystroke of it (an aim)", max(own_times), AIM_SECONDS))
    assert is_kept
