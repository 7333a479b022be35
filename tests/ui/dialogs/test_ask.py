import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.ending import DelayReason
from tests.ui import walk
from tests.ui.modal import answering
from tests.ui.shots import settle
from ui import style
from ui.actions import ACTIONS
from ui.dialogs import ask
from ui.dialogs.action_list import ActionDialog
from ui.dialogs.dialog import Dialog
from ui.dialogs.questions import ReasonDialog, TextDialog

ROOT = Path(__file__).resolve().parents[3]
REASONS = [("ill", "Sjukdom"), ("other", "Annat")]
MODAL = {"exec", "exec_", "getOpenFileName", "getExistingDirectory", "getSaveFileName", "question", "warning"}
MAY_BE_MODAL = {"ask.py", "dialog.py", "app.py", "background.py"}


def test_only_one_module_stops_and_asks() -> None:
    """What a test cannot script would hang it, and what the lock cannot see would stay open."""
    stops = {path.name for path in sorted((ROOT / "ui").rglob("*.py")) if called(path) & MODAL}
    assert stops <= MAY_BE_MODAL


def called(path: Path) -> set[str]:
    calls = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    return {function.attr for function in calls if isinstance(function, ast.Attribute)}


def test_a_script_answers_in_order_and_keeps_the_questions() -> None:
    with ask.scripted([True, False, ("ill", "feber"), "Eken", Path("/x"), None, True]) as asked:
        assert ask.confirm("Ta bort?", yes="Ta bort")
        assert not ask.confirm("Ta bort?", yes="Ta bort")
        assert ask.reason("Flytta", REASONS, yes="Flytta") == ("ill", "feber")
        assert ask.line("Rum", "Namn") == "Eken"
        assert ask.folder("Mapp", Path("/")) == Path("/x")
        assert ask.file("Fil", Path("/"), "*") is None
        ask.tell("Läs det här", "…")
    assert asked.questions == ["Ta bort?", "Ta bort?", "Flytta", "Rum", "Mapp", "Fil", "Läs det här"]


def test_a_question_that_nobody_expected_fails() -> None:
    with ask.scripted([]), pytest.raises(AssertionError, match="Ta bort"):
        ask.confirm("Ta bort?", yes="Ta bort")


def test_escape_leaves_everything_as_it_was() -> None:
    with answering("Esc") as asked:
        assert not ask.confirm("Ta bort åtagandet?", "Det går inte att ångra.", yes="Ta bort")
    assert asked == ["Ta bort åtagandet?"]


def test_a_real_dialog_is_accepted_by_ctrl_return() -> None:
    with answering("Ctrl+Return"):
        assert ask.confirm("Ta bort åtagandet?", yes="Ta bort")


def test_a_reason_is_asked_for_and_some_need_a_note(qtbot: QtBot) -> None:
    dialog = ReasonDialog("Flytta", "", REASONS, "Flytta", "Kommentar", needs_note=("other",))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.try_accept()
    assert dialog.isVisible()
    assert dialog.form.rows["reason"].note.text() == "Välj en orsak."
    QTest.keyClick(dialog.chips.buttons()[0], Qt.Key.Key_2)
    dialog.try_accept()
    assert dialog.form.rows["note"].note.text() == "Skriv en kort förklaring."
    dialog.note.set_value("båda är bortresta")
    dialog.try_accept()
    assert not dialog.isVisible()
    assert dialog.answer() == ("other", "båda är bortresta")


def test_a_line_may_not_be_empty(qtbot: QtBot) -> None:
    dialog = TextDialog("Rum", "Namn")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.try_accept()
    assert dialog.form.rows["text"].note.text() == "Fyll i namn."
    dialog.field.set_value("Eken")
    dialog.try_accept()
    assert not dialog.isVisible()


def test_actions_are_found_by_parts_of_their_names(qtbot: QtBot) -> None:
    dialog = ActionDialog(ACTIONS)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.field.set_value("inställ gå")
    assert dialog.list.count() == 1
    assert dialog.chosen == "go_settings"
    dialog.field.set_value("")
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.chosen == ACTIONS[1].id
    dialog.field.set_value("finns inte")
    assert dialog.chosen == ""


def test_dialogs_have_names_and_let_tab_through(qtbot: QtBot) -> None:
    made: list[Dialog] = [
        Dialog("Ta bort?", "…"),
        ReasonDialog("Flytta", "", REASONS, "Flytta", "Kommentar"),
        TextDialog("Rum", "Namn"),
        ActionDialog(ACTIONS),
    ]
    for dialog in made:
        qtbot.addWidget(dialog)
        dialog.show()
        assert walk.nameless(dialog) == []
        assert walk.traps(dialog) == []
        assert walk.cut(dialog) == []


def test_a_small_dialog_fits_into_the_smallest_window_with_the_largest_text(
    qtbot: QtBot, qapp: QApplication
) -> None:
    style.set_text_scale(qapp, 200)
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(1024, 700)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    reasons = [(reason, reason.text) for reason in DelayReason]
    words = "Den gamla tiden och dess kallelser står kvar. Kallelserna makuleras."
    dialogs = (
        ReasonDialog("Flytta samtalet", words, reasons, "Flytta", "Kommentar", parent=around),
        ActionDialog(ACTIONS),
    )
    for dialog in dialogs:
        dialog.show()
        settle(qapp)
        assert dialog.height() <= 700
        assert dialog.width() <= 1024
        assert walk.cut(dialog) == []
        dialog.close()
