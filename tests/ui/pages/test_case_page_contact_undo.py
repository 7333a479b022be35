"""*Ångra* after a contact on *Ett ärende*."""

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services.session import Session
from tests.steps import assess, party, take_in
from tests.ui.gestures import click, shortcut
from tests.ui.modal import answering
from tests.ui.pages.case_window import case_page, show, words
from ui.dialogs.dialog import Dialog


@pytest.fixture
def elias(session: Session) -> CaseId:
    (case_id,) = take_in(session, 1)
    assess(session, case_id)
    return case_id


def test_a_contact_of_two_keys_is_taken_back_by_the_banner(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    window = show(session, elias, qtbot)
    page = case_page(window)
    before = words(page.card)
    with answering("2"):
        shortcut("N", window)
    assert words(page.card) != before
    click(page.banner.button)
    assert words(page.card) == before
    assert page.banner.message.text().startswith("Kontakten är struken.")
    assert "Struken: Ringde Jonas Wik, nådd." in words(page)
    assert not page.banner.button.isVisible()


def test_so_is_one_with_a_note(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    window = show(session, elias, qtbot)

    def fill(dialog: Dialog) -> None:
        values = {"who": party(session, elias, "Sara").id, "result": "reached", "note": "Fel person."}
        dialog.form.set_values(values)  # type: ignore[attr-defined]
        shortcut("Ctrl+Return", dialog)

    with answering(fill):
        shortcut("M", window)
    assert len(session.facts(elias).standing_contacts) == 1
    click(case_page(window).banner.button)
    assert session.facts(elias).standing_contacts == ()
    assert "Fel person." in words(case_page(window))
