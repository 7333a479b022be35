"""The line of a case in the lists, worked out from everything that is known of it."""

from operator import itemgetter

from allvar_desktop.domain.case_clock import CaseClock
from allvar_desktop.domain.case_deadlines import CaseDeadlines
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.domain.next_step import is_explained, next_step
from allvar_desktop.domain.search_key import fold


def case_line_of(facts: CaseFacts, deadlines: CaseDeadlines) -> CaseLine:
    """The line as it is at the time for which the deadlines were worked out."""
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
