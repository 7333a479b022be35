"""What stops a letter is mended from the letter itself: the form opens, and the letter is made anew."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.account import Role
from allvar_desktop.domain.gate import Remedy
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.notice import MayBeTold
from allvar_desktop.domain.party import PartyRole, PermissionKind, Protection
from allvar_desktop.services import notices, parties
from allvar_desktop.services.arrangements import Arrangement, GivenPermission, Outsider, arrange
from allvar_desktop.services.bookings import booking_of
from allvar_desktop.services.session import Session
from tests import steps
from tests.documents.reading import text_of
from ui.dialogs import ask
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.pages.preview_page import PreviewPage

STARTS = datetime(2026, 3, 29, 13, tzinfo=UTC)


@pytest.fixture
def case(session: Session) -> CaseId:
    return steps.ready_case(session, 1)


@pytest.fixture
def talk(session: Session, case: CaseId) -> MeetingId:
    return steps.talk(session, case, STARTS)


def open_letters(shell: Shell, talk: MeetingId, qtbot: QtBot) -> PreviewPage:
    shell.go("preview", kind="summons", meeting_id=talk)
    page = shell.page("preview")
    assert isinstance(page, PreviewPage)
    qtbot.addWidget(page)
    return page


def mend(page: PreviewPage, remedy: Remedy, *answers: Any) -> list[str]:
    """Press the button of the first stop with this remedy in any letter; what was asked comes back."""
    stops = [
        (place, check)
        for place, one in enumerate(page.prepared)
        for check in one.stops
        if check.remedy is remedy
    ]
    assert stops, [[check.label for check in one.stops] for one in page.prepared]
    place, check = stops[0]
    page._show_one(place)
    with ask.scripted(answers) as asked:
        page._remedy(check)
    assert page.shell.place is not None
    assert page.shell.place.key == "preview", "one comes back to the letter"
    return asked.questions


def remedies(page: PreviewPage) -> set[Remedy]:
    return {check.remedy for one in page.prepared for check in one.stops}


def test_the_police_are_asked_and_the_letters_can_be_printed(
    session: Session, shell: Shell, case: CaseId, talk: MeetingId, qtbot: QtBot
) -> None:
    notice = session.facts(case).notices[0]
    notices.answer_may_be_told(session, notice.id, MayBeTold.NO, "Polisen")
    page = open_letters(shell, talk, qtbot)
    assert remedies(page) == {Remedy.ASK_POLICE}

    def answer(dialog: Any) -> None:
        dialog.form.set_values({"answer": MayBeTold.YES, "told_by": "I. Prov"})

    assert mend(page, Remedy.ASK_POLICE, answer) == ["Får familjen underrättas?"]
    assert remedies(page) == set()
    assert page.print_button.isEnabled()


def test_an_unknown_protection_is_asked_about(
    session: Session, shell: Shell, case: CaseId, talk: MeetingId, qtbot: QtBot
) -> None:
    sara = steps.party(session, case, "Sara")
    unknown = replace(parties.as_form(sara), protection=Protection.UNKNOWN)
    parties.correct_party(session, sara.id, unknown, "Det är oklart.")
    page = open_letters(shell, talk, qtbot)
    assert mend(page, Remedy.SET_PROTECTION, Protection.NONE) == ["Har Sara Bergdahl skyddade uppgifter?"]
    assert Remedy.SET_PROTECTION not in remedies(page)


def test_an_address_is_corrected_and_what_was_chosen_of_the_letters_stays(
    session: Session, shell: Shell, case: CaseId, talk: MeetingId, qtbot: QtBot
) -> None:
    jonas = steps.party(session, case, "Jonas")
    parties.correct_party(session, jonas.id, replace(parties.as_form(jonas), street=""), "Fel adress.")
    page = open_letters(shell, talk, qtbot)
    page._choices.easy.click()

    def correct(dialog: Any) -> None:
        dialog.person.set_party(parties.as_form(jonas))
        dialog.form.set_values({"reason": "Rätt adress från folkbokföringen."})

    asked = mend(page, Remedy.CORRECT_PARTY, correct)
    assert len(asked) == 1
    assert Remedy.CORRECT_PARTY not in remedies(page)
    assert page._choices.choices().easy


def test_a_form_that_is_left_changes_nothing(
    session: Session, shell: Shell, case: CaseId, talk: MeetingId, qtbot: QtBot
) -> None:
    notice = session.facts(case).notices[0]
    notices.answer_may_be_told(session, notice.id, MayBeTold.NO, "Polisen")
    page = open_letters(shell, talk, qtbot)
    mend(page, Remedy.ASK_POLICE, False)
    assert remedies(page) == {Remedy.ASK_POLICE}


def test_a_permission_is_recorded_and_the_officer_named_as_certain_to_come(
    session: Session, shell: Shell, case: CaseId, talk: MeetingId, qtbot: QtBot
) -> None:
    page = open_letters(shell, talk, qtbot)
    assert page._choices.police_sure.isHidden(), "no officer is called"
    booking = booking_of(session.facts(case), session.facts(case).meeting(talk))
    officer = NewParty(PartyRole.POLICE, "Kim Provare", organisation="Polisen i Vällingby")
    consent = GivenPermission(PermissionKind.CONSENT, "Sara Bergdahl", "att delta i samtalet")
    later = replace(booking, starts=datetime(2026, 3, 29, 7, tzinfo=UTC))
    other = arrange(session, case, Arrangement(later, (Outsider(officer, consent),)))
    page = open_letters(shell, other, qtbot)
    assert not page._choices.police_sure.isHidden()
    letter = page.prepared[0].pdf
    assert letter is not None
    assert "om det går att ordna" in text_of(letter)
    page._choices.police_sure.click()
    certain = page.prepared[0].pdf
    assert certain is not None
    assert "om det går att ordna" not in text_of(certain)


def test_what_could_not_be_kept_is_told_of_on_the_case(
    session: Session, case: CaseId, talk: MeetingId, qtbot: QtBot
) -> None:
    jonas, child = steps.party(session, case, "Jonas"), session.facts(case).child
    parties.record_pair(session, jonas.id, child.id, may_know=False)
    session.account = replace(session.account, roles=frozenset({Role.HANDLER}))
    window = MainWindow(Shell(session), "Ungdomsenheten")
    window.shell.go("preview", kind="summons", meeting_id=talk)
    page = window.shell.page("preview")
    assert isinstance(page, PreviewPage)
    stop = next(c for one in page.prepared for c in one.stops if c.remedy is Remedy.SAFETY_DECISION)
    with ask.scripted([(True, "Vi sitter i skilda rum.")]):
        page._remedy(stop)
    assert window.shell.place is not None
    assert window.shell.place.key == "case"
    assert "gruppledare" in window.shell.page("case").banner.message.text().lower()
    assert session.facts(case).safety_decision is None
