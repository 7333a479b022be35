from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.shots import settle
from ui.models.table_model import CELL_ROLE, Cell, Column, TableModel
from ui.widgets.data_table import DataTable
from ui.widgets.pill import PillText
from ui.widgets.text import bold, quiet


@dataclass(frozen=True)
class Row:
    number: str
    name: str
    age: int


COLUMNS = (
    Column[Row]("Ärende", lambda row: Cell(row.number), 14, sort="number"),
    Column[Row](
        "Namn", lambda row: Cell(row.name, runs=(bold(row.name), quiet(" x"))), 20, grows=True, sort="name"
    ),
    Column[Row]("Ålder", lambda row: Cell(str(row.age), hover="år"), 8, is_right=True, drops=1),
    Column[Row]("Klocka", lambda _: Cell("6 h kvar", pill=PillText("urgent", "6 h kvar")), 16),
    Column[Row]("Nästa steg", lambda _: Cell("Ring vårdnadshavarna"), 30, drops=2, folds=True),
    Column[Row]("Handläggare", lambda _: Cell("F. Ek"), 12, drops=1),
)


class Counting:
    """A source that says which pages were asked for."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.asked: list[int] = []

    def count(self) -> int:
        return self._count

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        self.asked.append(offset)
        last = min(offset + limit, self._count)
        return [Row(f"HV-2026-{number:04}", "Elias Bergdahl", 12) for number in range(offset, last)]


@pytest.fixture
def model() -> TableModel[Row]:
    made = TableModel[Row](COLUMNS)
    made.set_rows([Row("HV-2026-0001", "Elias Bergdahl", 12), Row("HV-2026-0002", "Nora Hedman", 13)])
    return made


@pytest.fixture
def table(model: TableModel[Row], qtbot: QtBot) -> DataTable:
    made = DataTable(model, "Ärenden")
    qtbot.addWidget(made)
    made.resize(1200, 400)
    made.show()
    return made


def test_the_model_keeps_qts_rules(model: TableModel[Row], qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_source(Counting(1_000))
    model.set_rows([])
    assert tester.model() is model


def test_a_long_list_is_fetched_a_page_at_a_time() -> None:
    model, source = TableModel[Row](COLUMNS), Counting(100_000)
    model.set_source(source)
    assert model.rowCount() == 100_000
    assert source.asked == []
    assert model.row_at(54_321).number == "HV-2026-54321"
    assert model.row_at(54_322).number == "HV-2026-54322"
    assert source.asked == [54_200]
    for page in range(0, 4_000, 200):
        model.row_at(page)
    assert len(model._pages) <= 12


def test_cells_answer_for_eyes_and_screen_readers(model: TableModel[Row]) -> None:
    index = model.index(0, 2)
    assert index.data() == "12"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "år"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "12"
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight.value
    assert isinstance(index.data(CELL_ROLE), Cell)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Ärende"


def test_columns_go_away_in_the_stated_order(table: DataTable, qtbot: QtBot) -> None:
    def titles() -> list[str]:
        return [column.title for i, column in enumerate(COLUMNS) if not table.isColumnHidden(i)]

    assert titles() == ["Ärende", "Namn", "Ålder", "Klocka", "Nästa steg", "Handläggare"]
    wide = table.verticalHeader().defaultSectionSize()
    table.resize(700, 400)
    assert "Handläggare" not in titles()
    assert "Nästa steg" in titles()
    table.resize(430, 400)
    assert titles() == ["Ärende", "Namn", "Klocka"]
    assert table.verticalHeader().defaultSectionSize() > wide
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    shown = [index for index in range(len(COLUMNS)) if not table.isColumnHidden(index)]
    assert sum(table.columnWidth(index) for index in shown) == table.viewport().width()


def test_enter_opens_the_chosen_row(table: DataTable, qtbot: QtBot) -> None:
    opened: list[int] = []
    table.opened.connect(opened.append)
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [1]


def test_a_click_on_a_head_asks_for_the_order_and_again_for_the_other(table: DataTable) -> None:
    asked: list[tuple[str, bool]] = []
    table.sort_requested.connect(lambda sort, down: asked.append((sort, down)))
    for section in (1, 1, 0, 3):
        table.horizontalHeader().sectionClicked.emit(section)
    assert asked == [("name", False), ("name", True), ("number", False)]


def test_painting_many_rows_asks_only_for_those_in_sight(qtbot: QtBot) -> None:
    model, source = TableModel[Row](COLUMNS), Counting(100_000)
    model.set_source(source)
    table = DataTable(model, "Ärenden")
    qtbot.addWidget(table)
    table.resize(900, 600)
    table.show()
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(app)
    assert not table.grab().isNull()
    assert source.asked == [0]
