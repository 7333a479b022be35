from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.problem import Problem
from tests.ui import walk
from tests.ui.walk import topic_of
from ui.widgets.choices import ChoiceChips
from ui.widgets.form import Form
from ui.widgets.special_fields import MomentField
from ui.widgets.text_fields import LongText, TextField


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def form(box: QWidget, qtbot: QtBot) -> Form:
    made = Form(box)
    column = box.layout()
    assert column is not None
    now = datetime(2026, 3, 27, 14, 40, tzinfo=UTC)
    column.addWidget(made.row("name", "Namn", TextField(), "Hela namnet."))
    column.addWidget(made.row("received", "Mottagen", MomentField(lambda: now)))
    column.addWidget(made.row("note", "Anteckning", LongText()))
    column.addWidget(made.row("may", "Får familjen underrättas?", ChoiceChips([(1, "Ja"), (2, "Nej")])))
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    return made


def test_every_field_has_its_label_as_name_and_buddy(form: Form, box: QWidget) -> None:
    row = form.rows["name"]
    assert row.field.accessibleName() == "Namn"
    assert row.label.buddy() is row.field
    assert walk.nameless(box) == []
    assert walk.traps(box) == []


def test_problems_stand_under_their_fields_and_the_first_gets_the_focus(form: Form) -> None:
    rest = form.show_problems(
        [
            Problem("note", "Skriv en anteckning."),
            Problem("name", "Skriv namnet."),
            Problem("", "Hela formuläret."),
        ]
    )
    assert rest == [Problem("", "Hela formuläret.")]
    assert form.rows["note"].field.hasFocus()
    assert form.rows["name"].note.text() == "Skriv namnet."
    assert form.rows["name"].field.accessibleDescription() == "Skriv namnet."
    form.clear_problems()
    assert form.rows["name"].note.text() == "Hela namnet."
    assert not form.rows["note"].note.isVisibleTo(form.rows["note"])


def test_what_was_understood_stays_when_other_fields_have_problems(form: Form) -> None:
    form.rows["received"].as_field.set_value("27/3 15.40")
    form.show_problems([Problem("name", "Skriv namnet.")])
    assert form.rows["received"].note.text() == "fredag 27 mars 2026 kl. 15.40"


def test_values_go_out_and_come_back(form: Form) -> None:
    values = {"name": "Elias Bergdahl", "received": "27/3 15.40", "note": "två\nrader", "may": 2}
    form.set_values({**values, "unknown": 1})
    assert form.values() == values


def test_each_edit_is_told(form: Form) -> None:
    told = []
    form.changed.connect(lambda: told.append(1))
    form.rows["name"].as_field.set_value("x")
    form.rows["may"].as_field.set_value(1)
    assert len(told) == 2


def test_help_is_found_by_the_name_of_the_field(form: Form) -> None:
    assert topic_of(form.rows["name"].field) == "name"
    chips = form.rows["may"].field
    assert isinstance(chips, ChoiceChips)
    assert topic_of(chips.buttons()[0]) == "may"


def test_a_row_can_be_taken_out(form: Form) -> None:
    form.remove("note")
    assert "note" not in form.values()
