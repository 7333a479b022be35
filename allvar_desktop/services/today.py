"""*Idag*: the day in three short lists."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from allvar_desktop.domain.access import may_read
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_choice import CaseChoice
from allvar_desktop.domain.case_line import CaseLine, NextStep
from allvar_desktop.domain.deadlines import Deadline, State
from allvar_desktop.domain.line_clock import line_clock
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.next_step import is_late
from allvar_desktop.domain.time_text import instant_text
from allvar_desktop.services.access import narrowed, require_casework
from allvar_desktop.services.case_lists import choice_of, count_cases, talk_rule
from allvar_desktop.services.session import Session
from allvar_desktop.services.waiting import WaitingItem, waiting_items
from allvar_desktop.storage.today import PlannedMeeting, meetings_between

MOST_CLOCKS = 12
"""Rows of *Klockan går*: as many as are read in five seconds; the rest is in the list of cases."""


@dataclass(frozen=True, slots=True)
class RunningClock:
    """One row of *Klockan går*; the step is *Ange orsak* when the clock has run out without a reason."""

    line: CaseLine
    clock: Deadline
    step: NextStep
    text: str


@dataclass(frozen=True, slots=True)
class DayMeeting:
    """One row of *Dagens samtal*; without a name when a colleague handles the case."""

    meeting: PlannedMeeting
    is_readable: bool

    @property
    def line(self) -> CaseLine:
        return self.meeting.line


@dataclass(frozen=True, slots=True)
class TodayView:
    """The three lists, and whether the unit is open just now."""

    now: datetime
    is_office_open: bool
    clocks: tuple[RunningClock, ...]
    clock_count: int
    meetings: tuple[DayMeeting, ...]
    waiting: tuple[WaitingItem, ...]


def open_today(session: Session) -> TodayView:
    """The page as opened by hand: one log entry with how many rows it showed."""
    view = today_view(session)
    rows = len(view.clocks) + len(view.meetings) + len(view.waiting)
    with session.action(Act.LIST_OPENED, obj=f"today:{rows}"):
        pass
    return view


def today_view(session: Session) -> TodayView:
    """The same without an entry: a refresh by timer or after an own action (design.md §3)."""
    require_casework(session)
    now = session.clock.now()
    meetings = _meetings(session, now)
    return TodayView(
        now=now,
        is_office_open=session.settings.office.is_open_at(now),
        clocks=_clocks(session, now),
        clock_count=count_cases(session, choice_of(session, "running"), now),
        meetings=meetings,
        waiting=waiting_items(session, now, frozenset(row.meeting.id for row in meetings)),
    )


def pressing_count(session: Session) -> int:
    """How many clocks have run out or do so within a day: the number at the page's name."""
    choice = choice_of(session, "running")
    calm = CaseChoice(choice.handlers, is_running=True, state=State.PLENTY)
    return count_cases(session, choice) - count_cases(session, calm)


def _clocks(session: Session, now: datetime) -> tuple[RunningClock, ...]:
    account, rule = session.account, talk_rule(session)
    lines = session.tables.case_lines.running_for(
        account.id, is_supervisor=account.is_supervisor, limit=MOST_CLOCKS
    )
    return tuple(RunningClock(line, line_clock(line, rule, now), *_step(line, now)) for line in lines)


def _step(line: CaseLine, now: datetime) -> tuple[NextStep, str]:
    coming = f"Samtal {instant_text(line.meeting_starts, now)}." if line.meeting_starts else ""
    if is_late(line.clock_due, now) and not line.is_delay_explained:
        return NextStep.GIVE_DELAY_REASON, f"{coming} Orsak till förseningen saknas.".lstrip()
    # What is stored names no day as *idag* or *imorgon*: it is read on other days too.
    if line.next_step is NextStep.OPEN_MEETING and coming:
        return line.next_step, coming
    return line.next_step, line.next_text


def _meetings(session: Session, now: datetime) -> tuple[DayMeeting, ...]:
    """Those of cases that the account reads, and those that it holds itself for a colleague."""
    account, today = session.account, to_local(now).date()
    rows = []
    for meeting in meetings_between(session.tables, today, today + timedelta(days=1)):
        is_readable = may_read(account, meeting.line.handler_id)
        if is_readable or meeting.handler_id == account.id:
            rows.append(DayMeeting(_seen(session, meeting), is_readable))
    return tuple(rows)


def _seen(session: Session, meeting: PlannedMeeting) -> PlannedMeeting:
    """The meeting as this account may see it: of a colleague's case without names."""
    (line,) = narrowed(session, (meeting.line,))
    if line is meeting.line:
        return meeting
    return replace(meeting, line=line, police="", guardians=0)
