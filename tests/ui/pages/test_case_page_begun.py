"""*Ett ärende* while the talk goes on: nothing is offered that would move it or take it away."""

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.services import records
from allvar_desktop.services.session import Session
from tests.steps import assess, move_clock, soon, take_in, talk
from tests.ui.gestures import click, shortcut
from tests.ui.modal import answering
from tests.ui.pages.case_window import button, case_page, show, words
from tests.ui.pages.new_case.form_window import open_window


@pytest.fixture
def begun(session: Session) -> MeetingId:
    """The first notice, its talk going on since five minutes."""
    (case_id,) = take_in(session, 1)
    assess(session, case_id)
    meeting_id = talk(session, case_id, soon(session))
    move_clock(session, soon(session))
    records.begin_meeting(session, meeting_id)
    move_clock(session, soon(session, 1 / 12))
    return meeting_id


@pytest.mark.parametrize("part", ["contact", "summons", "meeting", "summary"])
def test_no_card_offers_another_time_or_no_talk(
    session: Session, begun: MeetingId, qtbot: QtBot, part: str
) -> None:
    page = case_page(show(session, CaseId(1), qtbot))
    page.open_part(part)
    offered = words(page.card)
    assert "Öppna samtalet" in offered
    assert "Ändra tid" not in offered
    assert "Inget samtal" not in offered


def test_the_keys_for_it_say_that_the_talk_goes_on(session: Session, begun: MeetingId, qtbot: QtBot) -> None:
    window = show(session, CaseId(1), qtbot)
    shortcut("U", window)
    assert "Samtalet pågår." in case_page(window).banner.message.text()
    assert session.facts(CaseId(1)).ending_of(1) is None


def test_the_page_that_moves_a_talk_does_not_open(session: Session, begun: MeetingId, qtbot: QtBot) -> None:
    window = open_window(session, qtbot, "today")
    assert not window.shell.go("booking", case_id=1, meeting_id=begun)
    page = window.shell.current
    assert page is not None
    assert page.banner.message.text().startswith("Samtalet pågår. Öppna samtalet.")


def test_that_nobody_came_takes_two_keys_and_nothing_else_is_offered(
    session: Session, begun: MeetingId, qtbot: QtBot
) -> None:
    window = show(session, CaseId(1), qtbot)
    page = case_page(window)
    page.open_part("meeting")
    with answering("1") as titles:
        click(button(page, "Familjen uteblev"))
    assert titles == ["Ändra samtalet"]
    assert session.facts(CaseId(1)).meeting(begun).state is MeetingState.NO_SHOW
