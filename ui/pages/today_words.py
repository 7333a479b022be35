"""What the rows of *Idag* say."""

from datetime import date, datetime

from allvar_desktop.domain.case_line import CaseLine, NextStep
from allvar_desktop.domain.deadline_text import left_text
from allvar_desktop.domain.deadlines import Deadline, State
from allvar_desktop.domain.identity_number import age_on
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.time_text import clock_text, day_text, instant_text, long_day_text, plain_day_text
from allvar_desktop.services.today import DayMeeting, RunningClock, TodayView
from allvar_desktop.services.waiting import WaitingItem, WaitingKind
from ui import names
from ui.widgets.text import Run, bold, plain, quiet

COLLEAGUES = "En kollegas ärende"
_STATES = {
    MeetingState.PRELIMINARY: "preliminär",
    MeetingState.ONGOING: "pågår",
    MeetingState.HELD: "hållet",
}


def day_line(view: TodayView) -> str:
    """``söndag 29 mars 2026 · jour · 10.20``; *jour* outside office hours."""
    local = to_local(view.now)
    duty = [] if view.is_office_open else ["jour"]
    return " · ".join([long_day_text(local.date()), *duty, clock_text(local.time())])


def name_runs(line: CaseLine, today: date) -> tuple[Run, ...]:
    """Bold name and quiet age, or that it is a colleague's case."""
    if not line.name:
        return (quiet(COLLEAGUES),)
    age = f" {age_on(line.birth_date, today)} år" if line.birth_date else ""
    return bold(names.shown(line.name)), quiet(age)


def clock_line(row: RunningClock) -> str:
    """Why the step is the next one; who is to be reached is named only while names are shown."""
    if names.screen().is_hiding and row.step is NextStep.CALL:
        return "Någon i familjen är inte nådd."
    return row.text


def meeting_line(row: DayMeeting) -> str:
    """``Rum Eken · Polis: I. Berg · båda vårdnadshavarna · tolk i arabiska``."""
    meeting = row.meeting
    words = [f"Rum {meeting.room}" if meeting.room else meeting.place or "Plats saknas"]
    if row.is_readable:
        words.append(f"Polis: {names.shown(meeting.police)}" if meeting.police else "Polis ej bokad")
    if meeting.guardians:
        words.append("båda vårdnadshavarna" if meeting.guardians > 1 else "en vårdnadshavare")
    if meeting.interpreter_language:
        words.append(f"tolk i {meeting.interpreter_language}")
    if meeting.state in _STATES:
        words.append(_STATES[meeting.state])
    return " · ".join(words)


def due_words(deadline: Deadline, now: datetime) -> str:
    """``idag``, ``ons 1 april``, ``2 dagar för sent``."""
    if deadline.state is State.OVERDUE or deadline.due_day is None:
        return left_text(deadline, now)
    return day_text(deadline.due_day, to_local(now).date())


def waiting_runs(item: WaitingItem, now: datetime) -> tuple[Run, ...]:
    """What waits, for whom, and in which case."""
    if item.line is None:
        return bold("Nytt ärende"), plain(", halvskrivet."), quiet(f" {_saved(item, now)}")
    who = bold(names.shown(item.line.name)) if item.line.name else plain(COLLEAGUES.lower())
    number = quiet(f" {item.line.number}")
    began = quiet(f" Samtal {_plain_day(item.day, now)}.")
    runs: tuple[Run, ...]
    match item.kind:
        case WaitingKind.PAPER:
            runs = plain("Kom den ut rätt ur skrivaren? "), bold(item.text), number
        case WaitingKind.COMMITMENT:
            promised = _sentence(names.masked(item.text)) if item.line.name else ""
            runs = plain(f"Du lovade: {promised} "), who, number
        case WaitingKind.TALK_GOES_ON:
            runs = plain("Samtalet är inte avslutat: "), who, plain("."), began, number
        case WaitingKind.RECORD:
            runs = plain("Sammanfattning inte låst: "), who, plain("."), began, number
        case WaitingKind.STEP:
            runs = plain(f"{item.text} "), who, number
        case _:
            runs = plain("Halvskrivet i ärendet: "), who, plain("."), quiet(f" {_saved(item, now)}"), number
    return runs


def waiting_step(item: WaitingItem) -> str:
    """The words of the row's button."""
    is_masked = item.line is not None and not item.line.name
    if item.kind is WaitingKind.STEP and item.line is not None:
        return item.line.next_step.text
    if item.kind is WaitingKind.COMMITMENT:
        return "Öppna" if is_masked else "Klart"
    return _STEPS[item.kind]


_STEPS = {
    WaitingKind.PAPER: "Svara",
    WaitingKind.TALK_GOES_ON: "Öppna samtalet",
    WaitingKind.RECORD: "Fortsätt skriva",
    WaitingKind.DRAFT: "Fortsätt",
}


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _saved(item: WaitingItem, now: datetime) -> str:
    return f"Sparat {instant_text(item.saved, now)}." if item.saved else ""


def _plain_day(day: date | None, now: datetime) -> str:
    if day is None:
        return ""
    text = plain_day_text(day)
    year = f" {to_local(now).year}"
    return text.removesuffix(year)
