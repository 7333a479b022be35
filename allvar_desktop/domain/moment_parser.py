"""Reads a time as people type it with a phone at the ear: ``27/3 15.40``, ``igår 9``, ``ca 14``.

What is never done: take an empty text for *now*, or choose for the user where the text contradicts itself.
"""

import re
import unicodedata
from datetime import date, datetime, time
from enum import Enum, auto

from allvar_desktop.domain.day_parser import find_day
from allvar_desktop.domain.moment import Moment, local_exists, to_local
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.time_text import clock_text, long_day_text

LONGEST = 60
"""A text of more characters than this is no time."""

_HOW = "Skriv till exempel 27/3 15.40, igår 9 eller 27 mars okänd tid."
_APPROXIMATE = re.compile(r"(?<!\w)(?:ca|c:a|cirka|ungefär|omkring|runt|vid)(?!\w)\.?|~")
_NO_HOUR = re.compile(
    r"okän[dt] (?:tid|tidpunkt|klockslag)|(?<!\w)(?:tid(?:en)?|klockslag(?:et)?)(?: är)? okän[dt]"
)
_CLOCK_WORD = re.compile(r"(?<!\w)(?:klockan|kl)(?!\w)\.?")
_HOUR = re.compile(r"([0-9]{1,2})(?:[.: ]([0-9]{2})(?:[.:][0-9]{2})?)?|([0-9]{1,2})([0-9]{2})")
_NOW = re.compile(r"(?:just )?nu")


class Expects(Enum):
    """Which way a day without a year lies."""

    PAST = auto()
    FUTURE = auto()


def parse_moment(text: str, now: datetime, *, expects: Expects = Expects.PAST) -> Moment | Problem:
    """The time that `text` means, or a sentence on what is wrong with it, of no field yet.

    A day without a year is the latest one at most a week ahead (`Expects.PAST`), or the earliest one at most
    a week back (`Expects.FUTURE`); a weekday alone likewise, today included. An hour alone is today's, a day
    alone has no hour. Four figures after a named month are a year, elsewhere an hour. Of the doubled autumn
    hour the first is meant; the hour that is skipped in spring is a Problem. Only the word *nu* means now.
    """
    answer: Moment | str = f"Tiden är för lång. {_HOW}"
    if len(text) <= LONGEST:
        words = " ".join(unicodedata.normalize("NFKC", text).lower().replace(",", " ").split())
        answer = _read(words, now, is_past=expects is Expects.PAST)
    return Problem("", answer) if isinstance(answer, str) else answer


def _read(words: str, now: datetime, *, is_past: bool) -> Moment | str:
    if not words:
        return f"Tiden saknas. {_HOW}"
    if _NOW.fullmatch(words):
        return Moment.from_instant(now.replace(second=0))
    words, is_hour_unknown = _cut(_NO_HOUR, words)
    words, is_approximate = _cut(_APPROXIMATE, words)
    today = to_local(now).date()
    found = find_day(words, today, is_past=is_past)
    if isinstance(found, str):
        return found
    day, hour_text = found
    at = _hour(_cut(_CLOCK_WORD, hour_text)[0])
    if at is None and day is None:
        return f"Vilken dag? {_HOW}"
    if isinstance(at, time) and is_hour_unknown:
        return "Klockslaget kan inte vara både känt och okänt. Skriv det ena."
    return at if isinstance(at, str) else _moment(day or today, at, is_approximate=is_approximate)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, bool]:
    """The text without the words of `pattern`, and whether any stood there."""
    rest, count = pattern.subn(" ", text)
    return " ".join(rest.split()), count > 0


def _hour(text: str) -> time | str | None:
    """The hour that is all of `text`; None when it is empty; else what is wrong."""
    if not text:
        return None
    found = _HOUR.fullmatch(text)
    if found is None:
        return f"Tiden går inte att förstå. {_HOW}"
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    if (hour, minute) == (24, 0):
        return "Klockan 24.00 finns inte. Skriv 00.00 och nästa dag."
    if hour > 23 or minute > 59:
        return f"Klockslaget {hour:02}.{minute:02} finns inte."
    return time(hour, minute)


def _moment(day: date, at: time | None, *, is_approximate: bool) -> Moment | str:
    if at is not None and not local_exists(day, at):
        return (
            f"Klockan {clock_text(at)} finns inte {long_day_text(day)}: den natten ställs klockan fram från "
            "02.00 till 03.00. Skriv ett annat klockslag, eller okänd tid."
        )
    return Moment(day, at, is_approximate)
