"""Cases are linked by number on the page of one of them, and a mistaken link is taken back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services import drafts
from allvar_desktop.services.session import Session
from tests.steps import take_in
from tests.ui.gestures import click, shortcut
from tests.ui.keys import press, tab, type_text
from tests.ui.modal import answering
from tests.ui.pages.case_window import button, case_page, opened_with, show, words
from ui import names
from ui.dialogs.dialog import Dialog


@pytest.fixture
def elias(session: Session) -> CaseId:
    (case_id,) = take_in(session, 1)
    take_in(session, 2)
    return case_id


def link_by_keys(dialog: Dialog) -> None:
    type_text("HV-2026-0099")
    shortcut("Ctrl+Return")
    assert dialog.isVisible(), "no case has that number, and nobody said why"
    assert "Inget ärende har det numret" in words(dialog)
    dialog.form.rows["number"].field.setFocus()  # type: ignore[attr-defined]
    shortcut("Ctrl+A")
    type_text("hv-2026-0002")
    tab()
    type_text("1")
    shortcut("Ctrl+Return")


def test_a_case_is_linked_by_keys_opened_and_the_link_taken_away(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    window = show(session, elias, qtbot)
    page = case_page(window)
    with answering(link_by_keys):
        press(Qt.Key.Key_L)
    assert "HV-2026-0002 | Nora Hedman, samma händelse" in words(page)
    assert drafts.kept_drafts(session) == ()
    click(button(page, "Ta bort länken till HV-2026-0002"))
    assert session.facts(elias).links == ()
    page.banner.button.click()
    assert len(session.facts(elias).links) == 1
    click(button(page, "Öppna ärende HV-2026-0002"))
    assert opened_with(window) == ("case", {"case_id": CaseId(2)})


def test_hidden_names_are_hidden_in_links_too(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    page = case_page(show(session, elias, qtbot))
    with answering(link_by_keys):
        press(Qt.Key.Key_L)
    names.screen().set_hiding(True)
    page.refresh()
    assert "Hedman" not in words(page)
