"""A dialog with a form: what it says below its fields."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from allvar_desktop.services.session import Session
from tests import steps
from tests.ui import walk
from tests.ui.gestures import shortcut
from tests.ui.shots import settle
from ui import style
from ui.dialogs.party_dialog import CorrectPartyDialog

LONG = "Disken är full. Det du just gjorde är inte sparat. Frigör utrymme och gör om det sista steget."


@pytest.fixture
def dialog(session: Session, qtbot: QtBot, qapp: QApplication) -> Iterator[CorrectPartyDialog]:
    """The largest form, with the largest text in the smallest window."""
    style.set_text_scale(qapp, 200)
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(1024, 700)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    case_id = steps.take_in(session, 1)[0]
    made = CorrectPartyDialog(session, session.facts(case_id).child)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle(qapp)
    yield made
    made.close()


def test_help_and_trouble_are_seen_whole_and_the_buttons_stay_in_the_window(
    dialog: CorrectPartyDialog, qapp: QApplication
) -> None:
    shortcut("F1", dialog.person.form.rows["identity_number"].field)
    settle(qapp)
    assert dialog.help_text.isVisible()
    assert walk.cut(dialog) == []
    assert dialog.height() <= 700
    dialog._say(LONG)
    settle(qapp)
    assert not dialog.help_text.isVisible()
    assert dialog.trouble.isVisible()
    assert walk.cut(dialog) == []
    assert dialog.height() <= 700


def test_escape_takes_the_help_away_first_and_what_is_typed_stays(dialog: CorrectPartyDialog) -> None:
    field = dialog.person.form.rows["identity_number"].field
    shortcut("F1", field)
    shortcut("Esc", field)
    assert dialog.isVisible()
    assert not dialog.help_text.isVisible()
    shortcut("Esc", field)
    assert not dialog.isVisible()
