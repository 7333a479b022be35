"""Every model that a view shows keeps Qt's rules, empty and filled, and when its rows change."""

import pkgutil
from importlib import import_module
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt

import ui
from allvar_desktop.domain.case_choice import CaseChoice
from allvar_desktop.domain.case_line import CaseOrder
from allvar_desktop.domain.free_slots import Slot
from allvar_desktop.services.session import Session
from tests.people import register_child
from ui.models.case_table import CaseCells, CaseRow, CaseSource
from ui.models.slot_model import SLOT_ROLE, SlotModel, slot_rows
from ui.models.table_model import TableModel

TESTED = {SlotModel, TableModel}


@pytest.fixture
def cases(session: Session) -> TableModel[CaseRow]:
    """A list of three cases."""
    for name in ("Alm", "Berg", "Dal"):
        register_child(session, f"Test {name}")
    cells = CaseCells(session)
    cells.renew()
    return TableModel(cells.columns())


def source(session: Session, choice: CaseChoice) -> CaseSource:
    return CaseSource(session, choice, CaseOrder.NUMBER, is_descending=False, now=session.clock.now())


def test_the_list_of_cases(session: Session, cases: TableModel[CaseRow], qtmodeltester: Any) -> None:
    qtmodeltester.check(cases)
    cases.set_source(source(session, CaseChoice()))
    assert cases.rowCount() == 3
    qtmodeltester.check(cases)
    cases.set_source(source(session, CaseChoice(is_open=False)))
    assert cases.rowCount() == 0
    qtmodeltester.check(cases)


def test_free_times(session: Session, qtmodeltester: Any) -> None:
    model = SlotModel()
    qtmodeltester.check(model)
    now = session.clock.now()
    model.set_rows(
        slot_rows([Slot(now, now, "Eken", is_on_call=True), Slot(now, now, "", is_on_call=False)], now)
    )
    qtmodeltester.check(model)
    assert model.index(0).data() == "idag 15.40, jour, rum Eken"
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole).startswith("2026-03-27 15:40")
    assert model.index(1).data(SLOT_ROLE) == model.rows[1]


def test_there_is_no_model_that_is_not_tested_here() -> None:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        import_module(module.name)

    def below(kind: type[Any]) -> set[type[Any]]:
        children: list[type[Any]] = kind.__subclasses__()
        return {kind}.union(*(below(child) for child in children))

    own = {kind for kind in below(QAbstractItemModel) if kind.__module__.startswith("ui.")}
    assert own == TESTED
