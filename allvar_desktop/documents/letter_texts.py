"""The words of letters, from `resources/letters/<language>.toml`: frozen sentences with named fields."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from string import Formatter
from types import MappingProxyType
from typing import Any

from allvar_desktop.documents.text import Clean, clean
from allvar_desktop.paths import resources


class Variant(StrEnum):
    """EASY is *lättläst*, for the child."""

    STANDARD = "standard"
    EASY = "easy"


class Addressee(StrEnum):
    """Whom a letter speaks to; YOUNG is the child, ALONE an adult called without the child."""

    GUARDIAN = "guardian"
    YOUNG = "young"
    OTHER = "other"
    ALONE = "alone"


class Part(StrEnum):
    """Every sentence that a summons can hold."""

    HEADING = "heading"
    GREETING = "greeting"
    EVENT_POLICE = "event_police"
    EVENT_OTHER = "event_other"
    SUSPICION_POLICE = "suspicion_police"
    SUSPICION_OTHER = "suspicion_other"
    WHEN = "when"
    LENGTH = "length"
    CALLED = "called"
    CALLED_WITH_OTHERS = "called_with_others"
    STAFF = "staff"
    POLICE_COMING = "police_coming"
    POLICE_IF_POSSIBLE = "police_if_possible"
    ALSO_PRESENT = "also_present"
    VOLUNTARY = "voluntary"
    CHANGE_TIME = "change_time"
    INTERPRETER_OFFER = "interpreter_offer"
    INTERPRETER_BOOKED = "interpreter_booked"
    SUPPORT_PERSON = "support_person"
    RECORD = "record"
    ABSENT = "absent"
    EMERGENCY = "emergency"
    CLOSING = "closing"


FIELDS = frozenset(
    {"child", "day", "suspicion", "more", "staff", "also", "start_day", "start", "end", "length"}
    | {"contact", "phone", "language", "emergency", "talk"}
)
"""What a sentence may name in braces."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template: `lead` is printed bold before `body`, and may be empty."""

    lead: str
    body: str

    def fill(self, fields: Mapping[str, str]) -> tuple[Clean, Clean]:
        """Lead and body with the fields' values in them, through the gate; values are no templates."""
        return clean(self.lead.format_map(fields)), clean(self.body.format_map(fields))


Wording = Mapping[Part, Sentence]


@cache
def wording(language: str, variant: Variant, addressee: Addressee) -> Wording:
    """All sentences for one kind of reader. ValueError when the file lacks one or has one too many."""
    path = resources() / "letters" / f"{language}.toml"
    return parse_wording(tomllib.loads(path.read_text("utf-8")), variant, addressee)


def parse_wording(file: Mapping[str, Any], variant: Variant, addressee: Addressee) -> Wording:
    """The sentences of `variant`: those for all, and over them those for `addressee`."""
    tables: Mapping[str, Mapping[str, str]] = file[variant]
    texts = {**tables["all"], **tables[addressee]}
    wrong = {str(part) for part in Part} ^ set(texts)
    if wrong:
        raise ValueError(f"letter {variant}.{addressee}: missing or unknown {sorted(wrong)}")
    return MappingProxyType({Part(name): parse_sentence(text) for name, text in texts.items()})


def parse_sentence(text: str) -> Sentence:
    """``*Bold words* and the rest``; ValueError for a field that no letter knows."""
    unknown = {field for _, field, _, _ in Formatter().parse(text) if field is not None} - FIELDS
    if unknown:
        raise ValueError(f"unknown fields in a letter: {sorted(unknown)}")
    if not text.startswith("*"):
        return Sentence("", text)
    lead, _, body = text[1:].partition("*")
    return Sentence(lead, body.strip())
