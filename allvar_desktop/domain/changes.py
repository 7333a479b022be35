"""Which fields differ between two values, as a person reads them."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from allvar_desktop.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class Change:
    """One field that has a new value; texts as shown beside each other."""

    field: str
    old: str
    new: str


def changes(old: Any, new: Any) -> tuple[Change, ...]:
    """The fields in which two values of one dataclass differ, in their order."""
    return tuple(
        Change(field.name, shown(getattr(old, field.name)), shown(getattr(new, field.name)))
        for field in fields(old)
        if getattr(old, field.name) != getattr(new, field.name)
    )


def shown(value: object) -> str:
    """A field's value in words: a missing one is empty, yes and no are said."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, StrEnum):
        return str(getattr(value, "text", value))
    if isinstance(value, Moment):
        hour = f" {value.at:%H.%M}" if value.at else " okänd tid"
        return f"{'ungefär ' if value.is_approximate else ''}{value.day.isoformat()}{hour}"
    return str(value)
