"""What becomes of a talk and of a case, by two keys where nothing more must be said."""

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.meeting import AskedBy, MeetingState
from allvar_desktop.services.session import Session
from tests.steps import assess, move_clock, soon, take_in, talk
from tests.ui.gestures import click, shortcut
from tests.ui.modal import answering
from tests.ui.pages.case_window import button, case_page, opened_with, show, words


@pytest.fixture
def elias(session: Session) -> CaseId:
    (case_id,) = take_in(session, 1)
    return case_id


@pytest.fixture
def yusuf(session: Session) -> CaseId:
    """The police ask to wait, and nothing is assessed yet."""
    (case_id,) = take_in(session, 3)
    return case_id


def test_declined_ends_the_clock_in_two_keys(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    assess(session, elias)
    meeting_id = talk(session, elias, soon(session))
    window = show(session, elias, qtbot)
    with answering("1"):
        shortcut("U", window)
    facts = session.facts(elias)
    ending = facts.ending_of(1)
    assert ending is not None
    assert ending.reason is EndReason.DECLINED
    assert facts.meeting(meeting_id).state is MeetingState.CANCELLED


def test_who_declined_and_changed_their_mind_is_booked_again(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    assess(session, elias)
    window = show(session, elias, qtbot)
    with answering("1"):
        shortcut("U", window)
    page = case_page(window)
    page.open_part("meeting")
    assert button(page, "Boka").isVisible()
    talk(session, elias, soon(session))
    page.refresh()
    page.open_part("meeting")
    assert button(page, "Öppna samtalet").isVisible()


def test_another_measure_asks_which(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    window = show(session, elias, qtbot)
    with answering("2", "3"):
        shortcut("U", window)
    ending = session.facts(elias).ending_of(1)
    assert ending is not None
    assert ending.measure == session.measures[2].code


def test_closing_asks_what_is_missing_first(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    window = show(session, elias, qtbot)
    with answering("6", "4", "O k Ctrl+Return") as titles:
        shortcut("U", window)
    facts = session.facts(elias)
    assert titles == ["Inget samtal, eller avsluta", "Varför blev det inget samtal?", "Avsluta ärendet"]
    assert not facts.case.is_open
    ending = facts.ending_of(1)
    assert ending is not None
    assert ending.reason is EndReason.NOT_APPLICABLE
    assert "Öppna ärendet på nytt" in words(case_page(window))
    click(case_page(window).banner.button)
    assert session.facts(elias).case.is_open


def test_a_talk_is_cancelled_and_booked_again_by_undo(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    assess(session, elias)
    meeting_id = talk(session, elias, soon(session))
    window = show(session, elias, qtbot)
    with answering("2"):
        shortcut("A", window)
    meeting = session.facts(elias).meeting(meeting_id)
    assert (meeting.state, meeting.asked_by) == (MeetingState.CANCELLED, AskedBy.FAMILY)
    click(case_page(window).banner.button)
    (again,) = session.facts(elias).coming_meetings(1)
    assert again.starts == meeting.starts


def test_nobody_came_takes_two_keys_once_the_time_has_come(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    assess(session, elias)
    meeting_id = talk(session, elias, soon(session))
    move_clock(session, soon(session, 25))
    window = show(session, elias, qtbot)
    with answering("4"):
        shortcut("A", window)
    assert session.facts(elias).meeting(meeting_id).state is MeetingState.NO_SHOW


def test_moving_leads_to_the_page_that_books(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    assess(session, elias)
    meeting_id = talk(session, elias, soon(session))
    window = show(session, elias, qtbot)
    with answering("1"):
        shortcut("A", window)
    assert opened_with(window) == ("booking", {"case_id": elias, "meeting_id": meeting_id})


def test_a_reason_for_lateness_is_one_tap(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    move_clock(session, soon(session, 60))
    window = show(session, elias, qtbot)
    page = case_page(window)
    assert "Fristen är överskriden. Orsaken saknas." in words(page)
    with answering("6"):
        click(button(page, "Ange orsak"))
    (delay,) = session.facts(elias).delays
    assert delay.reason.text == "resursbrist"
    assert "Orsaken saknas" not in words(page)
