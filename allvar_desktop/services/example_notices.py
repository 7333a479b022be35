"""The six notices that the tour plays, as somebody at the unit types them in. Plainly invented people."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import StrEnum
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.new_case import NewCase, NewNotice, NewParty
from allvar_desktop.paths import resources

_Form = TypeVar("_Form", NewNotice, NewParty)


@dataclass(frozen=True, slots=True)
class ExampleNotice:
    """One of the six, or of its two children: when it is typed in (UTC), the form, what comes later."""

    number: int
    registered: datetime
    form: NewCase
    later: tuple[tuple[datetime, NewNotice], ...]


def example_notices() -> tuple[ExampleNotice, ...]:
    """All of them, in the order in which they come in."""
    text = (resources() / "tour" / "notices.toml").read_text(encoding="utf-8")
    return tuple(_example(row) for row in tomllib.loads(text)["case"])


def _example(row: Mapping[str, Any]) -> ExampleNotice:
    form = NewCase(
        _form(NewNotice, row["notice"]),
        _form(NewParty, row["child"]),
        tuple(_form(NewParty, adult) for adult in row.get("adult", ())),
        hidden_pairs=_pairs(row, "hidden_pairs"),
        shown_pairs=_pairs(row, "shown_pairs"),
    )
    later = tuple((_instant(one["registered"]), _form(NewNotice, one)) for one in row.get("later", ()))
    return ExampleNotice(row["notice_no"], _instant(row["registered"]), form, later)


def _pairs(row: Mapping[str, Any], name: str) -> tuple[tuple[int, int], ...]:
    return tuple((reader, about) for reader, about in row.get(name, ()))


def _form(kind: type[_Form], row: Mapping[str, Any]) -> _Form:
    hints = get_type_hints(kind)
    names = {field.name for field in fields(kind)}
    return kind(**{name: _value(hints[name], value) for name, value in row.items() if name in names})


def _value(hint: Any, value: Any) -> Any:
    plain = next((member for member in get_args(hint) if member is not NoneType), hint)
    if plain is Moment:
        day, _, at = value.partition("T")
        return Moment(date.fromisoformat(day), time.fromisoformat(at) if at else None)
    if plain is date:
        return date.fromisoformat(value)
    return plain(value) if issubclass(plain, StrEnum) else value


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
