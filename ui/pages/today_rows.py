"""The rows of *Idag* as widgets: what they show, and a button each that says what it does."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.case_line import NextStep
from allvar_desktop.domain.deadline_text import left_text
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.time_text import clock_text, iso_instant_text
from allvar_desktop.services.today import DayMeeting, RunningClock
from allvar_desktop.services.waiting import WaitingItem, WaitingKind
from ui import names
from ui.pages import today_words as words
from ui.pages.case_pills import show_deadline
from ui.widgets.buttons import Button, Kind
from ui.widgets.name_cell import NameCell
from ui.widgets.pill import Pill, PillText
from ui.widgets.text import RunText, Text, Tone, bold, quiet

Row = list[QWidget | None]
_ICONS = {NextStep.CALL: "phone"}
_DAYLESS = {
    WaitingKind.PAPER: "utskrift",
    WaitingKind.COMMITMENT: "utan dag",
    WaitingKind.TALK_GOES_ON: "pågår",
    WaitingKind.STEP: "nästa steg",
    WaitingKind.DRAFT: "utkast",
}


def clock_row(row: RunningClock, now: datetime, act: Callable[[], object]) -> Row:
    """Time left, number, who, why, and the next step."""
    line = row.line
    name = NameCell(*words.name_runs(line, to_local(now).date()), is_protected=line.is_protected)
    button = _button(row.step.text, line.number, act, f"clock:{line.case_id}", icon=_ICONS.get(row.step, ""))
    return [clock_pill(row, now), _number(line.number), name, _why(words.clock_line(row)), button]


def clock_pill(row: RunningClock, now: datetime) -> Pill:
    """The time left of a running clock."""
    pill = Pill(PillText(row.clock.state, ""))
    show_clock(pill, row, now)
    return pill


def show_clock(pill: Pill, row: RunningClock, now: datetime) -> None:
    """Let the pill say what is left now; *ca* where the clock counts from the earliest possible time."""
    about = "ca " if row.line.is_uncertain else ""
    show_deadline(pill, row.clock, now, f"{about}{left_text(row.clock, now)}")


def meeting_row(row: DayMeeting, act: Callable[[], object], *, is_next: bool) -> Row:
    """When and how long, who, where and with whom, and the way to it."""
    meeting = row.meeting
    start = clock_text(to_local(meeting.starts).time())
    kind = Kind.PLAIN if is_next else Kind.LINK
    text = "Öppna samtalet" if is_next else "Öppna"
    about = f"{start}, {meeting.line.number}"
    when = RunText(bold(start), quiet(f" {meeting.minutes} min"))
    when.setToolTip(iso_instant_text(meeting.starts))
    return [
        when,
        Text(names.shown(row.line.name) or words.COLLEAGUES, may_wrap=False),
        _why(words.meeting_line(row)),
        _button(text, about, act, f"meeting:{meeting.id}", kind=kind),
    ]


def is_over(row: DayMeeting) -> bool:
    """Whether the talk has been held."""
    return row.meeting.state is MeetingState.HELD


def waiting_row(item: WaitingItem, now: datetime, act: Callable[[], object]) -> Row:
    """Its last day, what it is, and what to do about it."""
    about = item.line.number if item.line else "Nytt ärende"
    button = _button(words.waiting_step(item), about, act, waiting_key(item), kind=Kind.LINK)
    return [due_pill(item, now), RunText(*words.waiting_runs(item, now)), button]


def due_pill(item: WaitingItem, now: datetime) -> Pill:
    """The day of a thing that waits; what has none says what it is."""
    if item.deadline is None:
        return Pill(PillText("plenty", _DAYLESS[item.kind], has_mark=False))
    pill = Pill(PillText(item.deadline.state, ""))
    show_deadline(pill, item.deadline, now, words.due_words(item.deadline, now))
    return pill


def waiting_key(item: WaitingItem) -> str:
    """What names the row for good, so that the focus finds it again."""
    case = item.line.case_id if item.line else ""
    return f"{item.kind}:{item.commitment_id or item.meeting_id or item.paper_id or item.text}:{case}"


def _button(
    text: str,
    about: str,
    act: Callable[[], object],
    key: str,
    *,
    kind: Kind = Kind.PLAIN,
    icon: str = "",
) -> Button:
    button = Button(text, kind, icon=icon, name=f"{text}: {about}")
    button.setObjectName(key)
    button.clicked.connect(lambda _=False: act())
    return button


def _number(number: str) -> Text:
    return Text(number, tone=Tone.QUIET, may_wrap=False, is_tabular=True)


def _why(text: str) -> RunText:
    return RunText(quiet(text))
