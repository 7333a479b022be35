"""Free times for the talk: inside the clock, and the next ones after it when it has run out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from allvar_desktop.domain.case_clock import ClockNotice, ClockRules, EventSteps, event_clock
from allvar_desktop.domain.case_deadlines import case_deadlines, definition_of
from allvar_desktop.domain.clashes import Resource, ResourceKind
from allvar_desktop.domain.free_slots import Slot, SlotWish, last_start, propose_slots, slots_after
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.services.clashes import busy_between, resources
from allvar_desktop.services.session import Session

LOOK_AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class SlotProposal:
    """What the card beside the form shows. Instants in UTC; `office_minutes` are those left inside the clock.

    `due` is None while the start is not known; then the slots are the next ones in office hours.
    """

    due: datetime | None
    is_uncertain: bool
    last_start: datetime | None
    office_minutes: int
    inside: tuple[Slot, ...]
    after: tuple[Slot, ...]


def propose_for_case(session: Session, case_id: CaseId, event_no: int, minutes: int) -> SlotProposal:
    """Free times for a case's event: for its handler, its family and the unit's rooms."""
    facts = session.facts(case_id)
    now = session.clock.now()
    talk = case_deadlines(facts, session.rules, session.settings, now).clock_of(event_no).talk
    handler = facts.case.handler_id or session.account.id
    needed = resources("", handler, case_id)
    return _propose(
        session, talk.start, talk.due, is_uncertain=talk.is_uncertain, minutes=minutes, needed=needed
    )


def propose_for_notice(session: Session, notice: ClockNotice | None, minutes: int) -> SlotProposal:
    """Free times while a new case is still being typed: for the one who types."""
    needed = frozenset({Resource(ResourceKind.HANDLER, str(session.account.id))})
    if notice is None:
        return _propose(session, None, None, is_uncertain=False, minutes=minutes, needed=needed)
    by = ClockRules(definition_of(session.settings), session.rules, session.settings.office)
    talk = event_clock(notice.event_no, [notice], EventSteps(), by, session.clock.now()).talk
    return _propose(
        session, talk.start, talk.due, is_uncertain=talk.is_uncertain, minutes=minutes, needed=needed
    )


def _propose(
    session: Session,
    start: Moment | None,
    due: datetime | None,
    *,
    is_uncertain: bool,
    minutes: int,
    needed: frozenset[Resource],
) -> SlotProposal:
    now, office = session.clock.now(), session.settings.office
    wish = SlotWish(minutes, session.settings.rooms, needed)
    after_from = max(due or now, now)
    busy = busy_between(session, now, after_from + LOOK_AHEAD)
    inside: tuple[Slot, ...] = ()
    if start is not None and due is not None:
        inside = propose_slots(start.earliest(), due, wish, office, busy, now)
    return SlotProposal(
        due=due,
        is_uncertain=is_uncertain,
        last_start=last_start(due, minutes) if due else None,
        office_minutes=office.minutes_between(now, due) if due else 0,
        inside=inside,
        after=slots_after(after_from, wish, office, busy, now),
    )
