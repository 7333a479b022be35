"""The words that stand beside the mark of a deadline."""

from datetime import datetime

from allvar_desktop.domain.deadline_rules import Unit
from allvar_desktop.domain.deadlines import Deadline, State
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.time_text import (
    days_left_text,
    instant_text,
    long_day_text,
    long_instant_text,
    number_word,
    short_day_text,
    time_left_text,
)

_WORDS = {
    State.PLENTY: "Gott om tid",
    State.WITHIN_DAY: "Inom ett dygn",
    State.URGENT: "Brådskar",
    State.OVERDUE: "Överskriden",
    State.DONE_IN_TIME: "Klar i tid",
    State.DONE_LATE: "Klar för sent",
    State.LAPSED: "Utgår",
    State.WAITING: "Väntar på uppgift",
}


def state_word(deadline: Deadline) -> str:
    """The state in words: ``Brådskar``; in days ``Inom tre dagar`` and ``Idag``; why it lapsed."""
    state, rule = deadline.state, deadline.rule
    if state is State.LAPSED and deadline.ending is not None:
        return f"Utgår ({deadline.ending.reason.text.split(' (')[0]})"
    if rule.unit is not Unit.HOURS and state is State.WITHIN_DAY:
        return f"Inom {number_word(rule.soon)} dagar"
    if rule.unit is not Unit.HOURS and state is State.URGENT:
        return "Idag"
    return _WORDS[state]


def left_text(deadline: Deadline, now: datetime) -> str:
    """What stands in the state's mark: ``31 h 40 min kvar``, ``idag``, ``2 dagar för sent``."""
    if deadline.is_running and deadline.due is not None:
        return time_left_text(deadline.due, now)
    if deadline.is_running and deadline.due_day is not None:
        return days_left_text(deadline.due_day, to_local(now).date())
    word = state_word(deadline)
    return word[:1].lower() + word[1:]


def due_text(deadline: Deadline, now: datetime) -> str:
    """When it is due, short: ``sön 29 mars 16.40``, ``fre 10 april``; empty while waiting."""
    if deadline.due is not None:
        return instant_text(deadline.due, now)
    if deadline.due_day is None:
        return ""
    return short_day_text(deadline.due_day, with_year=deadline.due_day.year != to_local(now).year)


def long_due_text(deadline: Deadline) -> str:
    """When it is due, in full: ``söndag 29 mars 2026 kl. 16.40``; empty while waiting."""
    if deadline.due is not None:
        return long_instant_text(deadline.due)
    return "" if deadline.due_day is None else long_day_text(deadline.due_day)
