"""What the unlock page says of deadlines: that they fall, never whose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.time_text import clock_text, day_text

URGENT = timedelta(hours=8)
VERY_URGENT = timedelta(hours=2)
ALARMS = (URGENT, VERY_URGENT, timedelta(0))
"""How long before a deadline the page asks for attention, without a sound."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """One sentence and the state that gives its mark and tint."""

    state: str
    words: str


def due_lines(due: Sequence[datetime], now: datetime) -> tuple[DueLine, ...]:
    """*2 frister har gått ut*, *En frist går ut kl. 15.40*: at most one line for each."""
    passed = [instant for instant in due if instant <= now]
    coming = sorted(instant for instant in due if instant > now)
    lines = []
    if passed:
        words = "En frist har gått ut" if len(passed) == 1 else f"{len(passed)} frister har gått ut"
        lines.append(DueLine("overdue", words))
    if coming:
        left = coming[0] - now
        words = _coming_words(coming, now)
        if left <= VERY_URGENT:
            words = f"{words}: mindre än två timmar kvar"
        state = "urgent" if left <= URGENT else "within_day" if left <= timedelta(hours=24) else "plenty"
        lines.append(DueLine(state, words))
    return tuple(lines)


def alarms_between(due: Sequence[datetime], before: datetime, now: datetime) -> int:
    """How many alarms rang after `before` and until `now`."""
    rings = [instant - ahead for instant in due for ahead in ALARMS]
    return sum(before < ring <= now for ring in rings)


def _coming_words(coming: Sequence[datetime], now: datetime) -> str:
    first = to_local(coming[0])
    today = to_local(now).date()
    day = "" if first.date() == today else f"{day_text(first.date(), today)} "
    when = f"{day}kl. {clock_text(first.time())}"
    if len(coming) == 1:
        return f"En frist går ut {when}"
    return f"{len(coming)} frister går ut, den första {when}"
