"""Keeps the line of a case in the lists true; called inside the action that changes the case."""

from collections.abc import Iterator
from contextlib import contextmanager
from operator import itemgetter
from typing import TYPE_CHECKING

from allvar_desktop.domain.case_clock import CaseClock
from allvar_desktop.domain.case_deadlines import CaseDeadlines, case_deadlines
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.next_step import is_explained, next_step
from allvar_desktop.domain.search_key import fold

if TYPE_CHECKING:
    from allvar_desktop.services.session import Session


def renew(session: "Session", case_id: CaseId) -> None:
    """Work the line out anew from the facts; later, inside `put_off`."""
    if session.late_lines is not None:
        session.late_lines.add(case_id)
        return
    facts = session.known.of(case_id)
    deadlines = case_deadlines(facts, session.rules, session.settings, session.clock.now())
    with session.known.untouched():
        session.tables.case_lines.save(_line(facts, deadlines))


@contextmanager
def put_off(*sessions: "Session") -> Iterator[None]:
    """Round very many actions in one transaction: each line is worked out once, at the end."""
    late: set[CaseId] = set()
    for session in sessions:
        session.late_lines = late
    try:
        yield
    finally:
        for session in sessions:
            session.late_lines = None
    for case_id in sorted(late):
        renew(sessions[0], case_id)


def renew_all(session: "Session") -> None:
    """Every line anew, after a change of a setting that clocks hang on."""
    for case in session.tables.cases.where("1"):
        renew(session, case.id)


def _line(facts: CaseFacts, deadlines: CaseDeadlines) -> CaseLine:
    child, case = facts.child, facts.case
    clock = _shown_clock(deadlines)
    talk = clock.talk if clock else None
    advice = next_step(facts, deadlines)
    coming = facts.coming_meetings(facts.event_no)
    return CaseLine(
        case_id=case.id,
        number=case.number,
        name=child.shown_name,
        name_key=fold(child.name),
        birth_date=child.birth_date,
        is_protected=any(party.protection.is_protected for party in facts.family),
        handler_id=case.handler_id,
        is_open=case.is_open,
        clock_due=talk.due if talk else None,
        clock_stopped=talk.stop.earliest() if talk and talk.stop else None,
        clock_ended=talk.ending.reason if talk and talk.ending else "",
        is_uncertain=bool(talk and talk.is_uncertain),
        is_delay_explained=bool(clock and is_explained(facts, clock.event_no)),
        next_step=advice.step,
        next_text=advice.text,
        next_due=advice.due,
        meeting_starts=coming[0].starts if coming else None,
    )


def _shown_clock(deadlines: CaseDeadlines) -> CaseClock | None:
    """The one that runs out first of those that run, else the latest: one line shows one clock."""
    running = [
        (clock.talk.due, clock) for clock in deadlines.clocks if clock.talk.is_running and clock.talk.due
    ]
    if running:
        return min(running, key=itemgetter(0))[1]
    return deadlines.clocks[-1] if deadlines.clocks else None
