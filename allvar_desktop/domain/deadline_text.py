"""The words that stand beside the mark of a deadline."""

from datetime import datetime

from allvar_desktop.domain.deadline_rules import Unit
from allvar_desktop.domain.deadlines import Deadline, State
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.time_text import days_left_text, number_word, time_left_text

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
