"""How the practice cases go: a row of ``courses.toml`` each."""

import tomllib
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ending import DelayReason
from allvar_desktop.domain.notice import Arrival, PreliminaryDecision
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.paths import resources


class FamilyKind(StrEnum):
    """Who the family is and where they live."""

    TOGETHER = "together"
    SEPARATED = "separated"
    SINGLE = "single"
    ABROAD = "abroad"
    """One of two guardians is out of reach for a reason that is written down."""
    PROTECTED = "protected"
    MARK = "mark"
    HIDDEN = "hidden"
    """A protected guardian lives with the child; the other one may not learn where."""


class Trouble(StrEnum):
    """What comes between."""

    ASK = "ask"
    POLICE_WAITS = "police_waits"
    UNANSWERED = "unanswered"
    NO_SHOW = "no_show"
    FAMILY_MOVES = "family_moves"
    POLICE_CANCELS = "police_cancels"
    INTERPRETER_CANCELS = "interpreter_cancels"


class Phase(StrEnum):
    """The steps of a case in their order; a course may stop after any of them."""

    REGISTERED = "registered"
    ASSESSED = "assessed"
    WAITS = "waits"
    TOLD = "told"
    HALF_REACHED = "half_reached"
    REACHED = "reached"
    BOOKED = "booked"
    SUMMONED = "summoned"
    BEGUN = "begun"
    HELD = "held"
    LOCKED = "locked"
    PRINTED = "printed"
    DECIDED = "decided"
    CLOSED = "closed"


class Notices(StrEnum):
    """What comes in."""

    ONE = "one"
    CONCERN_FIRST = "concern_first"
    SECOND_EVENT = "second_event"
    WORRY = "worry"
    """Nothing in it names a suspicion: no clock runs."""


@dataclass(frozen=True, slots=True)
class Course:
    """One sort of case. Times are wall times in Stockholm; `hours` are from the notice to the talk.

    `received` and `talk_at` are None where chance decides; chance stays before `latest`. With `close_days`
    0 the case stays open.
    """

    count: int = 1
    handler: str = "frida"
    family: FamilyKind = FamilyKind.TOGETHER
    interpreter: bool = False
    notices: Notices = Notices.ONE
    received: datetime | None = None
    latest: datetime | None = None
    arrival: Arrival = Arrival.ELECTRONIC
    is_day_only: bool = False
    is_approximate: bool = False
    is_first_emptying: bool = False
    end: EndReason | None = None
    """How the clock ended without a talk; None for a talk that is held."""
    measure: str = ""
    hours: int = 30
    is_late: bool = False
    talk_at: datetime | None = None
    delay: DelayReason | None = None
    troubles: frozenset[Trouble] = frozenset()
    guests: tuple[PartyRole, ...] = ()
    is_unasked: bool = False
    """The guests have given no consent yet: the booking is preliminary."""
    twin: str = ""
    """Why a second case comes with it: ``same_event`` or ``sibling``."""
    is_again: bool = False
    safety: str = ""
    identity: str = ""
    corrections: tuple[str, ...] = ()
    child_is_silent: bool = False
    one_is_absent: bool = False
    addendum: bool = False
    commitment_days: int = 0
    """When the staff's own commitment is due; 0 as in ``talks.toml``."""
    is_reopened: bool = False
    is_covered: bool = False
    """A colleague opens it while the handler is away."""
    decision: PreliminaryDecision = PreliminaryDecision.NO_INQUIRY
    close_days: int = 45
    until: Phase = Phase.CLOSED
    prints: frozenset[PaperKind] = frozenset()

    @property
    def is_named(self) -> bool:
        """Whether what came in names a suspicion."""
        return self.notices is not Notices.WORRY

    def has(self, trouble: Trouble) -> bool:
        return trouble in self.troubles

    def stops_at(self, phase: Phase) -> bool:
        return self.until is phase


@cache
def practice_data(name: str) -> dict[str, Any]:
    """One of the practice register's tables, as stored beside the program."""
    return tomllib.loads((resources() / "practice" / f"{name}.toml").read_text(encoding="utf-8"))


def load_courses() -> tuple[Course, ...]:
    """Every case of the year, as many of each sort as its row says. ValueError for an unknown word."""
    rows = [_course(row) for row in practice_data("courses")["course"]]
    return tuple(course for course in rows for _ in range(course.count))


_PAPERS = {"summons": PaperKind.SUMMONS, "summary": PaperKind.SUMMARY, "copies": PaperKind.FAMILY_COPY}


def _course(row: dict[str, Any]) -> Course:
    unknown = row.keys() - {field.name for field in fields(Course)}
    if unknown:
        raise ValueError(f"no such field in a course: {', '.join(sorted(unknown))}")
    values = dict(row)
    for name, kind in _WORDS.items():
        if name in values:
            values[name] = kind(values[name])
    values["troubles"] = frozenset(map(Trouble, row.get("troubles", ())))
    values["guests"] = tuple(map(PartyRole, row.get("guests", ())))
    values["corrections"] = tuple(row.get("corrections", ()))
    values["prints"] = frozenset(_PAPERS[word] for word in row.get("prints", ()))
    return Course(**values)


_WORDS = {
    "family": FamilyKind,
    "notices": Notices,
    "arrival": Arrival,
    "end": EndReason,
    "delay": DelayReason,
    "decision": PreliminaryDecision,
    "until": Phase,
}
