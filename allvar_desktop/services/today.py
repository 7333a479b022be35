"""*Idag*: the day in three short lists."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from allvar_desktop.domain.access import may_read
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_line import CaseLine, NextStep
from allvar_desktop.domain.ids import CaseId, CommitmentId, MeetingId, PaperId
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.next_step import is_late
from allvar_desktop.domain.working_days import is_working_day
from allvar_desktop.services.access import narrowed, require_casework
from allvar_desktop.services.drafts import KeptDraft, kept_drafts
from allvar_desktop.services.session import Session
from allvar_desktop.storage.today import Waiting, due_commitments, meetings_between, unlocked_records

MOST_CLOCKS = 40
MOST_WAITING = 40
COMMITMENT_HORIZON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class RunningClock:
    """One row of *Klockan går*; the step is *Ange orsak* when the clock has run out without a reason."""

    line: CaseLine
    step: NextStep
    text: str


@dataclass(frozen=True, slots=True)
class DayMeeting:
    """One row of *Dagens samtal*."""

    meeting: Meeting
    line: CaseLine
    detail: str


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """One row of *Väntar på dig*: an own commitment, a record to lock, or a paper without an answer."""

    text: str
    case_number: str
    name: str
    due: date | None
    case_id: CaseId
    commitment_id: CommitmentId | None = None
    meeting_id: MeetingId | None = None
    paper_id: PaperId | None = None


@dataclass(frozen=True, slots=True)
class TodayView:
    """The three lists, and whether the unit works today at all."""

    now: datetime
    is_office_day: bool
    clocks: tuple[RunningClock, ...]
    clock_count: int
    meetings: tuple[DayMeeting, ...]
    waiting: tuple[WaitingItem, ...]
    drafts: tuple[KeptDraft, ...]


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
    today = to_local(now).date()
    lines, account = session.tables.case_lines, session.account
    running = lines.running_for(account.id, is_supervisor=account.is_supervisor, limit=MOST_CLOCKS)
    clocks = tuple(_clock(line, now) for line in narrowed(session, running))
    return TodayView(
        now=now,
        is_office_day=session.settings.office.hours_on(today) is not None and is_working_day(today),
        clocks=clocks,
        clock_count=lines.running_count(account.id, is_supervisor=account.is_supervisor),
        meetings=_meetings(session, today),
        waiting=_waiting(session, today),
        drafts=kept_drafts(session),
    )


def _clock(line: CaseLine, now: datetime) -> RunningClock:
    if is_late(line.clock_due, now) and not line.is_delay_explained:
        return RunningClock(line, NextStep.GIVE_DELAY_REASON, f"Orsak till förseningen saknas. {line.next_text}")
    return RunningClock(line, line.next_step, line.next_text)


def _meetings(session: Session, today: date) -> tuple[DayMeeting, ...]:
    rows = []
    for meeting in meetings_between(session.tables, today, today + timedelta(days=1)):
        line = session.tables.case_lines.get(meeting.case_id)
        if may_read(session.account, line.handler_id):
            rows.append(DayMeeting(meeting, line, _detail(session, meeting)))
    return tuple(rows)


def _detail(session: Session, meeting: Meeting) -> str:
    rows = session.tables.participants.where("meeting_id = ?", meeting.id)
    parties = [session.tables.parties.get(row.party_id) for row in rows]
    police = next((party for party in parties if party.role == "police"), None)
    guardians = sum(party.role == "guardian" for party in parties)
    words = [f"Rum {meeting.room}" if meeting.room else meeting.place]
    words.append(f"Polis: {police.shown_name}" if police else "Polis ej bokad")
    if guardians:
        words.append("båda vårdnadshavarna" if guardians > 1 else "en vårdnadshavare")
    if meeting.interpreter_language:
        words.append(f"tolk i {meeting.interpreter_language}")
    return " · ".join(words)


def _waiting(session: Session, today: date) -> tuple[WaitingItem, ...]:
    rows: list[Waiting] = [
        *due_commitments(session.tables, session.account.id, today + COMMITMENT_HORIZON, MOST_WAITING),
        *unlocked_records(session.tables, session.account.id, MOST_WAITING),
    ]
    items = [
        WaitingItem(
            row.text, row.case_number, row.name, row.due, row.case_id, row.commitment_id, row.meeting_id
        )
        for row in rows
    ]
    return tuple(sorted(items, key=lambda item: (item.due is None, item.due or today)))
