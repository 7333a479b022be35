"""The table of deadlines: rows of data with their source and a worked example each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from itertools import combinations
from typing import Any, NewType

from allvar_desktop.domain.problem import Problem

RuleId = NewType("RuleId", str)

TALK_48H = RuleId("talk_48h")
CONTACT_48H = RuleId("contact_48h")
PROTECTION_ASSESSMENT = RuleId("protection_assessment")
PRELIMINARY_ASSESSMENT = RuleId("preliminary_assessment")
STATEMENT = RuleId("statement")
RECORD_LOCKED = RuleId("record_locked")
FOLLOW_UP_1 = RuleId("follow_up_1")
FOLLOW_UP_3 = RuleId("follow_up_3")
FOLLOW_UP_6 = RuleId("follow_up_6")
FOLLOW_UP_12 = RuleId("follow_up_12")
COMMITMENT = RuleId("commitment")


class Unit(StrEnum):
    """What the limit of a deadline is counted in."""

    HOURS = "hours"
    SAME_DAY = "same_day"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    SET_DAY = "set_day"


class Shift(StrEnum):
    """Whether a last day on a free day moves, and which of the two days binds."""

    NONE = "none"
    SHOW_BOTH = "show_both"
    NEXT_WEEKDAY = "next_weekday"
    NEXT_WORKING_DAY = "next_working_day"


class Basis(StrEnum):
    """Whose deadline it is."""

    STATUTORY = "statutory"
    OWN = "own"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """A start and when it is due, as ISO texts in Stockholm.

    `set_day` is the day that a request or an agreement sets.
    """

    start: str
    strict: str
    shifted: str
    set_day: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One row of the table (*frist*). `soon` and `urgent` are hours for `Unit.HOURS`, otherwise days.

    `valid_to` is inclusive; None means still valid.
    """

    id: RuleId
    name: str
    start: str
    stop: str
    limit: int
    unit: Unit
    shift: Shift
    basis: Basis
    source: str
    is_source_settled: bool
    valid_from: date
    valid_to: date | None
    soon: int
    urgent: int
    late_from: time | None
    examples: tuple[WorkedExample, ...]

    def source_text(self) -> str:
        """The source for people; where the paragraph is open it says so instead of guessing one."""
        if self.is_source_settled:
            return self.source
        return f"{self.source} Paragrafen är inte fastställd i programmet."

    def is_valid_on(self, day: date) -> bool:
        """True when this row is the rule for something that starts on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class DeadlineRules:
    """All rows of the table."""

    rows: tuple[DeadlineRule, ...]

    def at(self, rule_id: RuleId, day: date) -> DeadlineRule:
        """The row of `rule_id` that is valid for a start on `day`. KeyError when there is none."""
        for row in self.rows:
            if row.id == rule_id and row.is_valid_on(day):
                return row
        raise KeyError(rule_id)


class RuleTableError(ValueError):
    """The table of deadlines cannot be used: a fault in the program's own files, told row by row."""


_KINDS: Mapping[str, type] = {
    "id": str,
    "name": str,
    "start": str,
    "stop": str,
    "limit": int,
    "unit": str,
    "shift": str,
    "basis": str,
    "source": str,
    "is_source_settled": bool,
    "valid_from": date,
    "valid_to": date,
    "soon": int,
    "urgent": int,
    "late_from": time,
    "example": list,
}
_OPTIONAL = {"valid_to", "late_from"}
_CHOICES: Mapping[str, type[StrEnum]] = {"unit": Unit, "shift": Shift, "basis": Basis}
_EXAMPLE_KEYS = {"start", "strict", "shifted"}


def load_rules(text: str) -> DeadlineRules:
    """The rows of a ``deadlines.toml``. RuleTableError names every row and key that is wrong."""
    rules, problems = parse_rules(text)
    if problems:
        raise RuleTableError("\n".join(f"{problem.field}: {problem.message}" for problem in problems))
    return rules


def parse_rules(text: str) -> tuple[DeadlineRules, tuple[Problem, ...]]:
    """The good rows, and the problems of the others; the field of a Problem is ``<row number>.<key>``."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return DeadlineRules(()), (Problem("", f"Tabellen går inte att läsa: {error}."),)
    rows: list[DeadlineRule] = []
    problems: list[Problem] = []
    for number, data in enumerate(table.get("deadline", ()), start=1):
        found = _row_problems(number, data)
        problems += found
        if not found:
            rows.append(_row(data))
    return DeadlineRules(tuple(rows)), (*problems, *_overlap_problems(rows))


def _row_problems(number: int, data: Mapping[str, Any]) -> list[Problem]:
    faults = {key: "okänd nyckel" for key in data if key not in _KINDS}
    for key, kind in _KINDS.items():
        if key not in data:
            if key not in _OPTIONAL:
                faults[key] = "saknas"
        # Not isinstance: to Python a TOML true is an int too, and a date with an hour is a date.
        elif type(data[key]) is not kind:
            faults[key] = f"ska vara {kind.__name__}"
        elif key in _CHOICES and data[key] not in list(_CHOICES[key]):
            faults[key] = f"ska vara något av {', '.join(_CHOICES[key])}"
    if not faults:
        faults = _sense_faults(data)
    return [Problem(f"{number}.{key}", fault) for key, fault in faults.items()]


def _sense_faults(data: Mapping[str, Any]) -> dict[str, str]:
    """What does not hold together in a row whose keys are all of the right kind."""
    faults: dict[str, str] = {}
    if data["limit"] < 0 or not 0 <= data["urgent"] <= data["soon"]:
        faults["soon"] = "gränserna ska vara noll eller mer, och soon minst urgent"
    if ("late_from" in data) != (data["unit"] == Unit.SAME_DAY):
        faults["late_from"] = "hör till same_day och bara dit"
    if data.get("valid_to", date.max) < data["valid_from"]:
        faults["valid_to"] = "ligger före valid_from"
    if not data["example"] or not all(_is_example(example) for example in data["example"]):
        faults["example"] = "minst ett exempel, och i varje start, strict och shifted"
    return faults


def _is_example(data: object) -> bool:
    return isinstance(data, dict) and _EXAMPLE_KEYS <= data.keys() <= _EXAMPLE_KEYS | {"set_day"}


def _row(data: Mapping[str, Any]) -> DeadlineRule:
    values: dict[str, Any] = {key: data.get(key) for key in _KINDS if key != "example"}
    values |= {key: choice(data[key]) for key, choice in _CHOICES.items()}
    return DeadlineRule(**values, examples=tuple(WorkedExample(**example) for example in data["example"]))


def _overlap_problems(rows: list[DeadlineRule]) -> list[Problem]:
    """Two rows with one id may not both be valid on a day: nobody could tell which of them rules."""
    return [
        Problem(later.id, f"två rader gäller samtidigt från {max(earlier.valid_from, later.valid_from)}")
        for earlier, later in combinations(rows, 2)
        if earlier.id == later.id
        and earlier.valid_from <= (later.valid_to or date.max)
        and later.valid_from <= (earlier.valid_to or date.max)
    ]
