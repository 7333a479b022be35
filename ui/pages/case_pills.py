"""Deadlines as pills: shape, words and tint, with the exact time when one points at them."""

from datetime import datetime

from allvar_desktop.domain.deadline_text import left_text, state_word
from allvar_desktop.domain.deadlines import Deadline, State
from allvar_desktop.domain.time_text import iso_instant_text
from ui.pages.case_words import capital
from ui.widgets.pill import Pill, PillText


def deadline_pill(deadline: Deadline, now: datetime, words: str = "") -> Pill:
    """A deadline as it stands now; `words` in place of what is left."""
    pill = Pill(PillText(deadline.state, words or left_text(deadline, now)))
    show_deadline(pill, deadline, now, words)
    return pill


def show_deadline(pill: Pill, deadline: Deadline, now: datetime, words: str = "") -> None:
    """Let a pill say how the deadline stands now."""
    said = words or left_text(deadline, now)
    said = capital(said)
    pill.show_pill(PillText(deadline.state, said), hover_text(deadline))
    pill.setAccessibleName(f"{state_word(deadline)}: {said}")


def hover_text(deadline: Deadline) -> str:
    """The rule, how it stands in words, and when exactly it is due."""
    if deadline.due is not None:
        due = iso_instant_text(deadline.due)
    else:
        due = deadline.due_day.isoformat() if deadline.due_day else ""
    when = f" {due}" if due else ""
    return f"{capital(deadline.rule.name)}:{when or ' ingen tid än'}. {state_word(deadline)}."


def is_late(deadline: Deadline) -> bool:
    """Whether the deadline has run out, or was met too late."""
    return deadline.state in (State.OVERDUE, State.DONE_LATE)
