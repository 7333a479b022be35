"""*Boka samtal*, *Flytta samtalet*: by keys, with people from outside, clashes and what may not be."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.case import OpenReason
from allvar_desktop.domain.ids import AccountId, CaseId, MeetingId
from allvar_desktop.domain.meeting import AskedBy, InterpreterMode, MeetingState
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.services import drafts
from allvar_desktop.services.arrangements import draft_key
from allvar_desktop.services.session import Session
from tests import steps
from tests.ui import walk
from tests.ui.gestures import shortcut
from tests.ui.keys import focused, press, type_text
from tests.ui.pages.new_case.form_window import booking, here, open_window, to
from ui import help as help_texts
from ui import names
from ui.dialogs import ask
from ui.main_window import MainWindow
from ui.pages.booking_page import BookingPage

STARTS = datetime(2026, 3, 29, 13, tzinfo=UTC)


@pytest.fixture
def elias(session: Session) -> CaseId:
    return steps.ready_case(session, 1)


@pytest.fixture
def window(session: Session, elias: CaseId, qtbot: QtBot) -> MainWindow:
    return open_window(session, qtbot, "booking", case_id=elias)


@pytest.fixture
def page(window: MainWindow) -> BookingPage:
    return booking(window)


@pytest.fixture
def booked(session: Session, elias: CaseId) -> MeetingId:
    return steps.talk(session, elias, STARTS)


def meetings(session: Session, case_id: CaseId) -> list[tuple[datetime, MeetingState]]:
    return [(meeting.starts, meeting.state) for meeting in session.facts(case_id).meetings]


def at(page: BookingPage, text: str) -> None:
    """Type a time, and stop typing."""
    page.form.time.starts.set_value(text)
    page.look()


def test_every_widget_has_a_name_a_help_text_and_lets_tab_go(page: BookingPage) -> None:
    page.form.outside.add()
    page.card.show_clashes(("Rum Eken är upptaget.",))
    assert walk.nameless(page) == []
    assert walk.traps(page) == []
    known = help_texts.texts("booking")
    missing = {walk.topic_of(widget) for widget in walk.focusable(page.form)} - set(known)
    assert missing <= {""}  # buttons that say what they do


def test_a_free_time_is_booked_by_keys_and_leads_to_the_letters(
    window: MainWindow, session: Session, elias: CaseId
) -> None:
    assert focused() is booking(window).form.time.slots
    press(Qt.Key.Key_Down, times=2)
    chosen = booking(window).form.time.slots.chosen()
    assert chosen is not None
    shortcut("Ctrl+Return")
    (meeting,) = session.facts(elias).meetings
    assert here(window) == ("preview", {"kind": "summons", "meeting_id": meeting.id})
    assert (meeting.starts, meeting.room, meeting.minutes) == (chosen.slot.start, "Eken", 60)
    assert [party.name for party in session.facts(elias).participants_of(meeting.id)] == [
        "Elias Bergdahl",
        "Sara Bergdahl",
        "Jonas Wik",
    ]


def test_a_time_of_ones_own_says_where_it_lies_in_the_clock(page: BookingPage) -> None:
    at(page, "29/3 15.00")
    assert page.card.chosen.text() == "söndag 29 mars 2026 15.00–16.00"
    assert page.card.pill.pill.words == "Inom fristen, utanför kontorstid"
    at(page, "29/3 16.00")
    assert page.card.pill.pill.words == "Börjar inom fristen, slutar efter, utanför kontorstid"
    at(page, "30/3 09.00")
    assert page.card.pill.pill.words == "Efter fristen, 16 h 20 min"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Välj en tid"),
        ("29/3", "Skriv också klockslaget, till exempel 28/3 11.00."),
        ("29/3 02.30", "Klockan 02.30 finns inte söndag 29 mars 2026"),
        ("26/3 11.00", "Samtalet ligger före underrättelsen."),
        ("struntprat", "Tiden går inte att förstå."),
    ],
)
def test_a_time_that_cannot_be_is_told_of_and_stays(
    window: MainWindow, session: Session, elias: CaseId, typed: str, sentence: str
) -> None:
    page = booking(window)
    at(page, typed)
    shortcut("Ctrl+Return")
    told = f"{page.banner.message.text()} {page.form.time.form.rows['starts'].note.text()}"
    assert sentence in told
    assert "Inget är bokat än, och det du har skrivit är kvar." in told
    assert page.form.time.starts.value() == typed
    assert meetings(session, elias) == []


def test_a_room_that_is_taken_asks_why_it_is_booked_all_the_same(
    window: MainWindow, session: Session, elias: CaseId
) -> None:
    other = steps.ready_case(session, 2)
    taken = datetime(2026, 4, 8, 11, tzinfo=UTC)
    steps.talk(session, other, taken, "Nora", "Mikaela")
    page = booking(window)
    at(page, "8/4 13.30")
    told = "Rummet är redan bokat då.\nHandläggaren har ett annat samtal då."
    assert page.card.clashes.text() == told
    shortcut("Ctrl+Return")
    assert meetings(session, elias) == []
    page.card.reason.set_value("Rummet är stort nog för båda.")
    shortcut("Ctrl+Return")
    assert meetings(session, elias) == [(taken + timedelta(minutes=30), MeetingState.BOOKED)]
    assert session.facts(elias).meetings[0].clash_reason == "Rummet är stort nog för båda."


def test_another_place_takes_the_place_of_a_room(window: MainWindow, session: Session, elias: CaseId) -> None:
    page = booking(window)
    page.form.time.set_room("")
    assert page.form.time.place.isVisibleTo(page)
    page.form.time.place.set_value("Provlundens bibliotek")
    at(page, "29/3 15.00")
    shortcut("Ctrl+Return")
    (meeting,) = session.facts(elias).meetings
    assert (meeting.room, meeting.place) == ("", "Provlundens bibliotek")


def test_an_officer_without_consent_makes_the_booking_preliminary(
    window: MainWindow, session: Session, elias: CaseId
) -> None:
    shortcut("Alt+U")
    assert focused().accessibleName() == "Namn"
    type_text("Kim Provare")
    page = booking(window)
    page.look()
    assert "preliminär" in page.card.preliminary.text()
    at(page, "29/3 15.00")
    page.book_only()
    assert here(window) == ("case", {"case_id": elias})
    assert meetings(session, elias) == [(STARTS, MeetingState.PRELIMINARY)]


def test_an_officer_with_consent_is_booked_and_the_consent_stands(
    window: MainWindow, session: Session, elias: CaseId
) -> None:
    shortcut("Alt+U")
    type_text("Kim Provare")
    to("Samtycke eller grund: Samtycke finns")
    press(Qt.Key.Key_1)
    to("Vem som gav samtycket")
    type_text("Sara Bergdahl")
    at(booking(window), "29/3 15.00")
    shortcut("Ctrl+Return")
    facts = session.facts(elias)
    assert meetings(session, elias) == [(STARTS, MeetingState.BOOKED)]
    officer = next(party for party in facts.parties if party.role is PartyRole.POLICE)
    permission = facts.permission_of(officer.id)
    assert permission is not None
    assert (officer.name, permission.given_by, permission.covers) == (
        "Kim Provare",
        "Sara Bergdahl",
        "att delta i samtalet",
    )


def test_an_outsider_without_a_name_is_told_of_in_its_row(
    window: MainWindow, session: Session, elias: CaseId
) -> None:
    page = booking(window)
    page.form.outside.add()
    at(page, "29/3 15.00")
    shortcut("Ctrl+Return")
    assert page.form.outside.rows[0].form.rows["name"].note.text() == "Skriv namnet, eller ta bort raden."
    page.form.outside.rows[0].remove_button.click()
    shortcut("Ctrl+Return")
    assert meetings(session, elias) == [(STARTS, MeetingState.BOOKED)]


def test_who_may_not_know_of_another_is_not_put_at_one_table(session: Session, qtbot: QtBot) -> None:
    nora = steps.ready_case(session, 2)
    window = open_window(session, qtbot, "booking", case_id=nora)
    page = booking(window)
    assert "Peter Ståhl får inte få veta var Nora Hedman finns." in page.form.called.conflict.message.text()
    at(page, "8/4 11.00")
    shortcut("Ctrl+Return")
    assert session.facts(nora).meetings == ()
    page.form.called.conflict.button.click()
    assert page.form.called.note_row.isVisibleTo(page), "a guardian is left out, and nobody asks why"
    page.form.called.note.set_value("Pappan får ett eget samtal.")
    shortcut("Ctrl+Return")
    called = session.facts(nora).participants_of(session.facts(nora).meetings[0].id)
    assert [party.name for party in called] == ["Nora Hedman", "Mikaela Hedman"]
    assert session.facts(nora).case.both_guardians_note == "Pappan får ett eget samtal."


def test_an_interpreter_is_proposed_and_how_must_be_said(session: Session, qtbot: QtBot) -> None:
    yusuf = steps.ready_case(session, 3)
    window = open_window(session, qtbot, "booking", case_id=yusuf)
    page = booking(window)
    assert page.form.interpreter.language.value() == "somaliska"
    at(page, "29/3 15.00")
    shortcut("Ctrl+Return")
    assert "Välj både språk och om tolken är på plats" in page.banner.message.text()
    page.form.interpreter.mode.set_value(InterpreterMode.PHONE)
    shortcut("Ctrl+Return")
    (meeting,) = session.facts(yusuf).meetings
    assert (meeting.interpreter_language, meeting.interpreter_mode) == ("somaliska", InterpreterMode.PHONE)


def test_a_move_asks_who_and_why_and_keeps_the_old_booking(
    session: Session, elias: CaseId, booked: MeetingId, qtbot: QtBot
) -> None:
    window = open_window(session, qtbot, "booking", case_id=elias, meeting_id=booked)
    page = booking(window)
    assert page.head.title.text() == "Flytta samtalet"
    assert "söndag 29 mars 2026 kl. 15.00" in page.form.moving.old.text()
    at(page, "29/3 12.00")
    shortcut("Ctrl+Return")
    assert page.form.moving.form.rows["asked_by"].note.text() == "Välj vem som bad om flytten."
    page.form.moving.asked.buttons()[0].setFocus()
    press(Qt.Key.Key_1)
    to("Varför flyttas tiden?")
    type_text("Mamman arbetar.")
    shortcut("Ctrl+Return")
    old, new = session.facts(elias).meetings
    assert (old.state, new.state) == (MeetingState.MOVED, MeetingState.BOOKED)
    assert (old.asked_by, old.state_reason) == (AskedBy.FAMILY, "Mamman arbetar.")
    assert here(window) == ("case", {"case_id": elias, "moved": new.id})


def test_a_talk_that_has_begun_is_not_moved(
    session: Session, elias: CaseId, booked: MeetingId, qtbot: QtBot
) -> None:
    steps.move_clock(session, STARTS)
    steps.begin(session, booked)
    window = open_window(session, qtbot, "today")
    assert not window.shell.go("booking", case_id=elias, meeting_id=booked)
    assert here(window)[0] == "today"


def test_a_half_written_booking_comes_back_and_can_be_begun_anew(
    window: MainWindow, session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    page = booking(window)
    at(page, "29/3 15.00")
    shortcut("Alt+U")
    type_text("Kim Provare")
    window.shell.go("today")
    assert drafts.kept_draft(session, draft_key(elias)) is not None
    window.shell.go("booking", case_id=elias)
    assert page.form.time.starts.value() == "29/3 15.00"
    assert page.form.outside.rows[0].form.values()["name"] == "Kim Provare"
    qtbot.waitUntil(lambda: "som du började på" in page.banner.message.text())
    page.banner.button.click()
    assert page.form.time.starts.value() == ""
    assert page.form.outside.rows == []
    assert drafts.kept_draft(session, draft_key(elias)) is None


def test_a_case_that_may_not_be_written_to_is_booked_without_letters(session: Session, qtbot: QtBot) -> None:
    (yusuf,) = steps.take_in(session, 3)
    steps.assess(session, yusuf)
    window = open_window(session, qtbot, "booking", case_id=yusuf)
    page = booking(window)
    assert page.book_button.text() == "Boka"
    page.form.interpreter.mode.set_value(InterpreterMode.PHONE)
    at(page, "29/3 15.00")
    shortcut("Ctrl+Return")
    assert here(window) == ("case", {"case_id": yusuf})
    assert "Kallelser kan inte skrivas än" in window.shell.page("case").banner.message.text()


def test_hidden_names_are_hidden_on_the_whole_page(window: MainWindow, session: Session) -> None:
    nora = steps.ready_case(session, 2)
    window.shell.go("booking", case_id=nora)
    page = booking(window)
    names.screen().set_hiding(True)
    page.refresh()
    seen = [page.head.subtitle.text(), *(tick.text() for tick in page.form.called.ticks.values())]
    assert not any("Hedman" in words or "Ståhl" in words for words in seen)


def test_a_colleagues_case_asks_why_it_is_opened(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    omar = Account(AccountId(2), "Omar Lind", "socialsekreterare", "", frozenset({Role.HANDLER}))
    session.tables.accounts.add(omar)
    colleague = Session(session.register, omar, session.clock)
    window = open_window(colleague, qtbot, "today")
    with ask.scripted([None]):
        assert not window.shell.go("booking", case_id=elias)
    assert elias not in colleague.opened
    with ask.scripted([(OpenReason.ON_CALL, "")]):
        assert window.shell.go("booking", case_id=elias)
    assert elias in colleague.opened
