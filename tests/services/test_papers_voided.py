"""A letter that was printed and then voided: it was issued all the same, and both stay readable."""

from dataclasses import replace

from allvar_desktop.domain.case_clock import ClockStop
from allvar_desktop.domain.case_deadlines import case_deadlines, event_steps
from allvar_desktop.domain.deadlines import State
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.meeting import AskedBy
from allvar_desktop.domain.timeline import timeline
from allvar_desktop.services import bookings, papers
from allvar_desktop.services.session import Session
from allvar_desktop.services.summonses import prepare_summonses
from tests.steps import move_clock, soon, talk


def test_a_move_voids_the_letter_and_not_that_it_was_issued(session: Session, case_id: CaseId) -> None:
    meeting_id = talk(session, case_id, soon(session))
    first, second = prepare_summonses(session, meeting_id)
    papers.confirm_printed(session, papers.issue(session, first).id)
    papers.void(session, papers.issue(session, second).id, "Papperet fastnade.")
    at = session.present
    move_clock(session, soon(session, 2))
    bookings.cancel(session, meeting_id, asked_by=AskedBy.FAMILY, reason="Sjukdom.")
    facts = session.facts(case_id)
    assert event_steps(facts, 1).summons_issued == at
    chosen = replace(session.settings, clock_stop=ClockStop.SUMMONS_ISSUED)
    (clock,) = case_deadlines(facts, session.rules, chosen, session.clock.now()).clocks
    assert clock.talk.state is State.DONE_IN_TIME


def test_the_events_tell_of_the_print_and_of_the_voiding(session: Session, case_id: CaseId) -> None:
    meeting_id = talk(session, case_id, soon(session))
    letter = papers.issue(session, prepare_summonses(session, meeting_id)[0])
    papers.confirm_printed(session, letter.id)
    move_clock(session, soon(session, 2))
    papers.void(session, letter.id, "Fel adress.")
    said = [line.text for line in timeline(session.facts(case_id)) if letter.number in line.text]
    assert said == [
        f"Kallelse till Sara Bergdahl makulerad, handling {letter.number}. Fel adress.",
        f"Kallelse till Sara Bergdahl utskriven, handling {letter.number}.",
    ]
