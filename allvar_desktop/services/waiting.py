"""*Väntar på dig*: what the account has promised, begun or must decide."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.domain.deadline_rules import COMMITMENT, PRELIMINARY_ASSESSMENT, RECORD_LOCKED, RuleId
from allvar_desktop.domain.deadlines import Deadline, evaluate
from allvar_desktop.domain.ids import CommitmentId, MeetingId, PaperId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.moment import Moment, to_local
from allvar_desktop.services.access import narrowed
from allvar_desktop.services.drafts import kept_drafts
from allvar_desktop.services.session import Session
from allvar_desktop.storage.today import due_commitments, due_steps, issued_papers, open_records

NEW_CASE = "new_case"
"""The key of the draft of a case that is not registered yet."""
MOST = 40
"""Items of each kind: more than anybody can have waiting and still do their work."""
HORIZON = timedelta(days=7)
"""How far ahead a promise and a decision are told of."""


class WaitingKind(StrEnum):
    """What sort of thing it is."""

    PAPER = "paper"
    COMMITMENT = "commitment"
    TALK_GOES_ON = "talk_goes_on"
    RECORD = "record"
    STEP = "step"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """One row of *Väntar på dig*. The line is without details when a colleague handles the case now.

    `text` is what was promised, which paper it is, or the key of the draft; `day` when the talk began;
    the ids are of the thing that waits. Only a half-written Nytt ärende has no line.
    """

    kind: WaitingKind
    line: CaseLine | None
    deadline: Deadline | None = None
    text: str = ""
    day: date | None = None
    saved: datetime | None = None
    commitment_id: CommitmentId | None = None
    meeting_id: MeetingId | None = None
    paper_id: PaperId | None = None

    @property
    def due(self) -> date | None:
        return self.deadline.due_day if self.deadline else None


def waiting_items(session: Session, now: datetime, shown: AbstractSet[MeetingId]) -> tuple[WaitingItem, ...]:
    """What waits for the account: the half-written notice first, papers, then all else by its day.

    `shown` are talks that the page shows anyhow.
    """
    until = to_local(now).date() + HORIZON
    records = _records(session, now, shown)
    written = shown | {item.meeting_id for item in records if item.meeting_id is not None}
    items = [
        *_drafts(session, written),
        *_papers(session),
        *_commitments(session, now, until),
        *records,
        *_steps(session, now, until),
    ]
    return tuple(sorted(items, key=_place))


def _place(item: WaitingItem) -> tuple[int, date]:
    is_new = item.line is None
    return (0 if is_new else 1 if item.kind is WaitingKind.PAPER else 2), item.due or date.max


def _drafts(session: Session, written: AbstractSet[MeetingId]) -> list[WaitingItem]:
    """Half-written forms. Lines of a talk whose record is listed already are not told of twice."""
    items = []
    for draft in kept_drafts(session):
        if draft.key in {f"meeting:{meeting_id}" for meeting_id in written}:
            continue
        line = None if draft.case_id is None else session.tables.case_lines.get(draft.case_id)
        if line is not None or draft.key == NEW_CASE:
            seen = None if line is None else _seen(session, line)
            items.append(WaitingItem(WaitingKind.DRAFT, seen, text=draft.key, saved=draft.saved))
    return items


def _papers(session: Session) -> list[WaitingItem]:
    return [
        WaitingItem(
            WaitingKind.PAPER, _seen(session, row.line), text=f"{row.kind.text} {row.number}", paper_id=row.id
        )
        for row in issued_papers(session.tables, session.account.id, MOST)
    ]


def _commitments(session: Session, now: datetime, until: date) -> list[WaitingItem]:
    return [
        WaitingItem(
            WaitingKind.COMMITMENT,
            _seen(session, row.line),
            _on_day(session, COMMITMENT, row.due, now) if row.due else None,
            row.text,
            commitment_id=row.id,
        )
        for row in due_commitments(session.tables, session.account.id, until, MOST)
    ]


def _records(session: Session, now: datetime, shown: AbstractSet[MeetingId]) -> list[WaitingItem]:
    items = []
    for row in open_records(session.tables, session.account.id, MOST):
        began = Moment.from_instant(row.began)
        if row.state is MeetingState.ONGOING:
            if row.meeting_id not in shown:
                items.append(
                    WaitingItem(
                        WaitingKind.TALK_GOES_ON,
                        _seen(session, row.line),
                        day=began.day,
                        meeting_id=row.meeting_id,
                    )
                )
            continue
        rule = session.rules.at(RECORD_LOCKED, began.day)
        deadline = evaluate(rule, began, now, office=session.settings.office)
        items.append(
            WaitingItem(
                WaitingKind.RECORD,
                _seen(session, row.line),
                deadline,
                day=began.day,
                meeting_id=row.meeting_id,
            )
        )
    return items


def _steps(session: Session, now: datetime, until: date) -> list[WaitingItem]:
    """Decisions with a last day, and summaries to print. What it is, is said by the line's own next step."""
    return [
        WaitingItem(
            WaitingKind.STEP,
            line,
            _on_day(session, PRELIMINARY_ASSESSMENT, line.next_due, now) if line.next_due else None,
            line.next_text,
        )
        for line in due_steps(session.tables, session.account.id, until, MOST)
    ]


def _on_day(session: Session, rule_id: RuleId, day: date, now: datetime) -> Deadline:
    """A day that is set already, with the thresholds of its rule."""
    today = to_local(now).date()
    rule = session.rules.at(rule_id, today)
    return evaluate(rule, Moment(today), now, set_day=day, extended_to=day)


def _seen(session: Session, line: CaseLine) -> CaseLine:
    return narrowed(session, (line,))[0]
