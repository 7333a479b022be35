"""Frozen values to table rows and back, told by the types of their fields."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from sqlite_utils import Database

from allvar_desktop.domain.moment import Moment
from allvar_desktop.storage.instants import instant_from_text, instant_to_text

_Value = TypeVar("_Value")
Cell = str | int | bytes | None


class Rows(Generic[_Value]):
    """One table that holds values of one frozen dataclass; columns carry the names of its fields.

    The first field, `id`, is the row's identity. A value with id 0 has not been stored yet.
    """

    def __init__(self, db: Database, table: str, kind: type[_Value]) -> None:
        self._db = db
        self._table = table
        self._kind = kind
        self._codecs = _codecs(kind)  # type: ignore[arg-type]  # a class is hashable, mypy asks of its values
        self._columns = ", ".join(self._codecs)
        self._from_cells = tuple(from_cell for _, from_cell in self._codecs.values())

    def add(self, value: _Value) -> int:
        """Insert the value as a new row, unless its id is set already, and return its id."""
        row = self._encode(value)
        if row["id"] == 0:
            del row["id"]
        marks = ", ".join("?" for _ in row)
        cursor = self._db.execute(
            f"INSERT INTO {self._table} ({', '.join(row)}) VALUES ({marks})", list(row.values())
        )
        return int(cursor.lastrowid or 0)

    def change(self, row_id: int, **new: object) -> _Value:
        """Store new values of some fields, return the whole value. LookupError when there is no such row."""
        changed: _Value = replace(self.get(row_id), **new)  # type: ignore[type-var]
        row = self._encode(changed)
        names = list(new)
        settings = ", ".join(f"{name} = ?" for name in names)
        self._db.execute(
            f"UPDATE {self._table} SET {settings} WHERE id = ?", [*(row[name] for name in names), row_id]
        )
        return changed

    def remove(self, row_id: int) -> None:
        """Delete one row; the database refuses where the row is locked."""
        self._db.execute(f"DELETE FROM {self._table} WHERE id = ?", [row_id])

    def get(self, row_id: int) -> _Value:
        """The value with this id. LookupError when there is none."""
        found = self.where("id = ?", row_id)
        if not found:
            raise LookupError(f"{self._table} has no row {row_id}")
        return found[0]

    def where(self, condition: str, *parameters: Cell, order: str = "id") -> tuple[_Value, ...]:
        """All values that meet an SQL condition, in the given SQL order."""
        cursor = self._db.execute(
            f"SELECT {self._columns} FROM {self._table} WHERE {condition} ORDER BY {order}", list(parameters)
        )
        return tuple(self._decode(row) for row in cursor.fetchall())

    def _encode(self, value: _Value) -> dict[str, Cell]:
        return {name: to_cell(getattr(value, name)) for name, (to_cell, _) in self._codecs.items()}

    def _decode(self, row: Sequence[Any]) -> _Value:
        # The columns are asked for in the order of the fields.
        return self._kind(*[from_cell(cell) for from_cell, cell in zip(self._from_cells, row, strict=True)])


_Codec = tuple[Callable[[Any], Cell], Callable[[Any], Any]]


@cache
def _codecs(kind: type) -> dict[str, _Codec]:
    hints = get_type_hints(kind)
    return {field.name: _codec(hints[field.name]) for field in fields(kind)}


def _codec(hint: Any) -> _Codec:
    members = [member for member in get_args(hint) if member is not NoneType]
    if NoneType in get_args(hint):
        to_cell, from_cell = _codec(members[0])
        return (
            lambda value: None if value is None else to_cell(value),
            lambda cell: None if cell is None else from_cell(cell),
        )
    # A NewType stands for the type it was made from.
    plain = getattr(hint, "__supertype__", hint)
    return _plain_codec(plain)


def _plain_codec(plain: type) -> _Codec:
    if plain is bool:
        return int, bool
    if plain is datetime:
        return instant_to_text, instant_from_text
    if plain is date:
        return date.isoformat, date.fromisoformat
    if plain is Moment:
        return Moment.to_text, Moment.from_text
    if issubclass(plain, StrEnum):
        return str, plain
    if plain in (int, str):
        return plain, plain
    raise TypeError(f"no column holds a {plain.__name__}")
