"""Pills and buttons of *Idag* and of the list of cases."""

from datetime import date, datetime, timedelta

from allvar_desktop.domain.case_line import CaseLine, NextStep
from allvar_desktop.domain.time_text import days_left_text, instant_text, short_day_text, time_left_text
from ui.widgets.pill import Pill, PillText

SOON, URGENT = timedelta(hours=24), timedelta(hours=8)
"""When a clock of 48 hours changes state (ui.md)."""

_ACTIONS = {
    NextStep.ASSESS_PROTECTION: "protection",
    NextStep.ASK_POLICE: "ask_police",
    NextStep.CALL: "call",
    NextStep.BOOK: "book",
    NextStep.CHANGE_TIME: "change_meeting",
    NextStep.WRITE_SUMMONS: "write_summons",
    NextStep.OPEN_MEETING: "open_meeting",
    NextStep.WRITE_SUMMARY: "open_meeting",
    NextStep.PRINT_SUMMARY: "print_summary",
    NextStep.DECIDE_PRELIMINARY: "assessment",
    NextStep.CLOSE: "close_case",
}


def action_of(step: NextStep) -> str:
    """The case page's action that does this step; "" for steps that are done by looking."""
    return _ACTIONS.get(step, "")


def clock_words(line: CaseLine, now: datetime) -> PillText:
    """The state of a line's clock: shape, word and tint."""
    if line.clock_due is None:
        return PillText("waiting", "väntar på uppgift")
    if line.clock_ended and line.clock_stopped is None:
        return PillText("lapsed", "utgår")
    if line.clock_stopped is not None:
        is_late = line.clock_stopped > line.clock_due
        return PillText("done_late", "klar för sent") if is_late else PillText("done_in_time", "klar i tid")
    left = line.clock_due - now
    words = time_left_text(line.clock_due, now)
    if left < timedelta():
        return PillText("overdue", words)
    state = "urgent" if left <= URGENT else "within_day" if left <= SOON else "plenty"
    return PillText(state, f"{words}, tid osäker" if line.is_uncertain else words)


def clock_pill(line: CaseLine, now: datetime) -> Pill:
    """The same as a widget, with the exact time on hover."""
    hover = f"Går ut {instant_text(line.clock_due, now)}" if line.clock_due else ""
    return Pill(clock_words(line, now), hover)


def due_pill(due: date | None, today: date) -> Pill | None:
    """The last day of something that waits; None where there is none."""
    if due is None:
        return None
    if due < today:
        return Pill(PillText("overdue", days_left_text(due, today)))
    if due == today:
        return Pill(PillText("urgent", "idag"))
    state = "within_day" if due <= today + timedelta(days=3) else "plenty"
    return Pill(PillText(state, short_day_text(due)))
