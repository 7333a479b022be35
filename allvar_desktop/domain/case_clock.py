"""The 48-hour clock of each event in a case, by the definition that the unit has chosen.

The 48 hours are nobody's law, so every result carries its definition and never mixes two (domain.md §3).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from allvar_desktop.domain.deadline_rules import CONTACT_48H, TALK_48H, DeadlineRules, RuleId
from allvar_desktop.domain.deadlines import Deadline, Ending, evaluate
from allvar_desktop.domain.ending import Pause
from allvar_desktop.domain.moment import Moment, to_local
from allvar_desktop.domain.notice import Notice, NoticeKind
from allvar_desktop.domain.office_hours import OfficeHours, first_emptying


class ClockStart(StrEnum):
    """What starts the clock (setting)."""

    OFFENCE = "offence"
    POLICE_REPORT = "police_report"
    NOTICE_RECEIVED = "notice_received"

    @property
    def text(self) -> str:
        return _START_TEXTS[self]


class ClockStop(StrEnum):
    """What stops the clock (setting)."""

    FIRST_CONTACT = "first_contact"
    SUMMONS_ISSUED = "summons_issued"
    MEETING_HELD = "meeting_held"

    @property
    def text(self) -> str:
        return _STOP_TEXTS[self]


_START_TEXTS = {
    ClockStart.OFFENCE: "händelsen",
    ClockStart.POLICE_REPORT: "polisanmälan",
    ClockStart.NOTICE_RECEIVED: "underrättelse mottagen",
}
_STOP_TEXTS = {
    ClockStop.FIRST_CONTACT: "första kontakt",
    ClockStop.SUMMONS_ISSUED: "kallelse utskriven",
    ClockStop.MEETING_HELD: "samtal hållet",
}


@dataclass(frozen=True, slots=True)
class ClockDefinition:
    """Between which two events the hours run."""

    start: ClockStart = ClockStart.NOTICE_RECEIVED
    stop: ClockStop = ClockStop.MEETING_HELD

    def text(self, hours: int = 48) -> str:
        """``underrättelse mottagen → samtal hållet, 48 timmar``."""
        return f"{self.start.text} → {self.stop.text}, {hours} timmar"


@dataclass(frozen=True, slots=True)
class ClockNotice:
    """What the clock needs to know of a notice. `name` begins a sentence: ``Underrättelsen mottogs …``.

    `received` is when it was found where `is_first_emptying`, and otherwise when it reached the unit.
    """

    event_no: int
    received: Moment
    is_first_emptying: bool = False
    names_suspicion: bool = True
    offence: Moment | None = None
    reported: Moment | None = None
    name: str = "Underrättelsen"

    @classmethod
    def of(cls, notice: Notice) -> "ClockNotice":
        """The clock's part of a stored notice."""
        return cls(
            notice.event_no,
            notice.received,
            notice.is_first_emptying,
            notice.names_suspicion,
            notice.offence,
            notice.reported,
            _NAMES.get(notice.kind, "Underrättelsen"),
        )

    def counted(self, office: OfficeHours) -> Moment:
        """When it counts as received: post of the first emptying on the previous working day."""
        return first_emptying(self.received, office) if self.is_first_emptying else self.received

    def start_of(self, start: ClockStart, office: OfficeHours) -> Moment | None:
        """When this notice says that `start` happened, as it counts."""
        match start:
            case ClockStart.OFFENCE:
                return self.offence
            case ClockStart.POLICE_REPORT:
                return self.reported
            case _:
                return self.counted(office)


_NAMES = {NoticeKind.CONCERN: "Orosanmälan", NoticeKind.OTHER: "Uppgiften"}


@dataclass(frozen=True, slots=True)
class EventSteps:
    """What has happened in one event: the three possible stops, a recorded ending, and the pauses."""

    first_contact: Moment | None = None
    summons_issued: Moment | None = None
    meeting_held: Moment | None = None
    ending: Ending | None = None
    pauses: tuple[Pause, ...] = ()

    def stop_of(self, stop: ClockStop) -> Moment | None:
        """When `stop` happened, or None."""
        match stop:
            case ClockStop.FIRST_CONTACT:
                return self.first_contact
            case ClockStop.SUMMONS_ISSUED:
                return self.summons_issued
            case _:
                return self.meeting_held


_NOTHING_YET = EventSteps()


@dataclass(frozen=True, slots=True)
class CaseClock:
    """The clock of one event: the deadline for the stop of the definition, and contact beside it.

    `notice` is the one that gave the start; `notice_count` how many of the event name a suspicion. `contact`
    is None where the definition itself stops at the first contact. `pauses` never change anything.
    """

    event_no: int
    definition: ClockDefinition
    talk: Deadline
    contact: Deadline | None
    notice: ClockNotice | None
    notice_count: int
    pauses: tuple[Pause, ...] = ()

    def definition_text(self) -> str:
        """The definition that this result used, in words."""
        return self.definition.text(self.talk.rule.limit)


@dataclass(frozen=True, slots=True)
class ClockRules:
    """What the unit's clocks go by: the definition, the table of deadlines and the office hours."""

    definition: ClockDefinition
    rules: DeadlineRules
    office: OfficeHours


def case_clocks(
    notices: Sequence[ClockNotice], steps: Mapping[int, EventSteps], by: ClockRules, now: datetime
) -> tuple[CaseClock, ...]:
    """One clock for each event among the notices, by event number."""
    events = sorted({notice.event_no for notice in notices})
    return tuple(event_clock(event, notices, steps.get(event, _NOTHING_YET), by, now) for event in events)


def event_clock(
    event_no: int, notices: Iterable[ClockNotice], steps: EventSteps, by: ClockRules, now: datetime
) -> CaseClock:
    """The clock of one event, started by the earliest of its notices that names a suspicion.

    The form of that notice does not matter. Notices of other events are left aside.
    """
    definition = by.definition
    suspicions = [notice for notice in notices if notice.event_no == event_no and notice.names_suspicion]
    start, notice = _earliest_start(suspicions, by)
    day = start.day if start else to_local(now).date()

    def deadline(rule_id: RuleId, stop: ClockStop) -> Deadline:
        rule = by.rules.at(rule_id, day)
        return evaluate(rule, start, now, stop=steps.stop_of(stop), ending=steps.ending, office=by.office)

    is_contact_own = definition.stop is not ClockStop.FIRST_CONTACT
    contact = deadline(CONTACT_48H, ClockStop.FIRST_CONTACT) if is_contact_own else None
    talk = deadline(TALK_48H, definition.stop)
    return CaseClock(event_no, definition, talk, contact, notice, len(suspicions), steps.pauses)


def _earliest_start(
    notices: Iterable[ClockNotice], by: ClockRules
) -> tuple[Moment, ClockNotice] | tuple[None, None]:
    starts = ((notice.start_of(by.definition.start, by.office), notice) for notice in notices)
    known = [(start, notice) for start, notice in starts if start is not None]
    return min(known, key=lambda pair: pair[0].sort_key(), default=(None, None))


def first_since(start: Moment | None, moments: Iterable[Moment]) -> Moment | None:
    """The earliest of `moments` that is not surely before `start`.

    What happened before an event cannot stop that event's clock. A call on the day of the notice of which
    nobody noted the hour may have come after it.
    """
    later = [moment for moment in moments if start is None or not moment.is_surely_before(start)]
    return min(later, key=Moment.sort_key, default=None)
