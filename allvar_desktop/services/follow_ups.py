"""*Uppföljning*: the days after a held talk, and what was promised at it."""

from dataclasses import dataclass
from datetime import date

from allvar_desktop.domain.deadline_rules import FOLLOW_UP_1, FOLLOW_UP_3, FOLLOW_UP_6, FOLLOW_UP_12
from allvar_desktop.domain.deadlines import Deadline, evaluate
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.record import Commitment
from allvar_desktop.services.session import Session

RULES = (FOLLOW_UP_1, FOLLOW_UP_3, FOLLOW_UP_6, FOLLOW_UP_12)


@dataclass(frozen=True, slots=True)
class FollowUps:
    """What comes after the talks of a case that have been held."""

    held: date | None
    """The day in Stockholm on which the latest held talk began; None before any."""
    deadlines: tuple[Deadline, ...]
    """1, 3, 6 and 12 months after it, moved to the next working day; empty before any talk."""
    commitments: tuple[Commitment, ...]
    """Everybody's, of every talk in the case: first those that are not done, by their day."""


def follow_ups(session: Session, case_id: CaseId) -> FollowUps:
    """What comes after the talks of a case that has been opened."""
    facts = session.facts(case_id)
    held = [meeting.began for meeting in facts.held_meetings(facts.event_no) if meeting.began is not None]
    rows = session.tables.commitments.where(
        "meeting_id IN (SELECT id FROM meeting WHERE case_id = ?)", case_id
    )
    commitments = tuple(sorted(rows, key=_by_day))
    if not held:
        return FollowUps(None, (), commitments)
    start = Moment.from_instant(max(held))
    office, now = session.settings.office, session.clock.now()
    deadlines = tuple(
        evaluate(session.rules.at(rule, start.day), start, now, office=office) for rule in RULES
    )
    return FollowUps(start.day, deadlines, commitments)


def _by_day(row: Commitment) -> tuple[bool, bool, date, int]:
    return row.done is not None, row.due is None, row.due or date.max, row.id
