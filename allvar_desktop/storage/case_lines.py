"""The lines that lists of cases are painted from; the services keep them true with the facts."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from allvar_desktop.domain.case_line import CaseFilter, CaseLine, CaseOrder, CaseSort, ClockStage, NextStep
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.storage.instants import instant_from_text, instant_to_text

COLUMNS = tuple(field.name for field in fields(CaseLine))
_COLUMNS = ", ".join(COLUMNS)
_RUNNING = "is_open = 1 AND clock_stopped IS NULL AND clock_ended = ''"
_STAGES = {
    ClockStage.WAITING: f"{_RUNNING} AND clock_due IS NULL",
    ClockStage.RUNNING: f"{_RUNNING} AND clock_due IS NOT NULL",
    ClockStage.STOPPED_IN_TIME: "clock_stopped <= clock_due",
    ClockStage.STOPPED_LATE: "clock_stopped > clock_due",
    ClockStage.ENDED: "clock_ended <> '' AND clock_stopped IS NULL",
}


class CaseLines:
    """The table of case lines."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def save(self, line: CaseLine) -> None:
        """Store the line in place of an earlier one."""
        cells = _cells(line)
        marks = ", ".join("?" for _ in cells)
        self._db.execute(f"INSERT OR REPLACE INTO case_line ({_COLUMNS}) VALUES ({marks})", cells)

    def get(self, case_id: CaseId) -> CaseLine:
        """The line of a case. LookupError when there is none."""
        rows = self._select("case_id = ?", [case_id])
        if not rows:
            raise LookupError(f"no line for case {case_id}")
        return rows[0]

    def some(self, case_ids: Sequence[CaseId]) -> tuple[CaseLine, ...]:
        """The lines of these cases (some hundred at most), by number."""
        marks = ", ".join("?" for _ in case_ids)
        return self._select(f"case_id IN ({marks}) ORDER BY number", list(case_ids))

    def running_for(self, account_id: AccountId, *, is_supervisor: bool, limit: int) -> tuple[CaseLine, ...]:
        """Running clocks of own and unassigned cases (a supervisor's: of all), least time left first."""
        own, parameters = _own(None if is_supervisor else account_id)
        return self._select(
            f"{_RUNNING} AND clock_due IS NOT NULL AND {own} ORDER BY clock_due, number LIMIT ?",
            [*parameters, limit],
        )

    def page(self, chosen: CaseFilter, sort: CaseSort, *, offset: int, limit: int) -> tuple[CaseLine, ...]:
        """Rows `offset` (inclusive) to `offset + limit` (exclusive) of the narrowed, sorted list."""
        condition, parameters = _condition(chosen)
        order, keys = _order(sort)
        # The index alone tells which rows they are; only those are read whole.
        places = f"SELECT case_id FROM case_line WHERE {condition} ORDER BY {order} LIMIT ? OFFSET ?"
        return self._select(
            f"case_id IN ({places}) ORDER BY {order}", [*parameters, *keys, limit, offset, *keys]
        )

    def count(self, chosen: CaseFilter) -> int:
        """How many cases the filter leaves."""
        condition, parameters = _condition(chosen)
        row = self._db.execute(f"SELECT count(*) FROM case_line WHERE {condition}", parameters).fetchone()
        return int(row[0])

    def next_ordinal(self, prefix: str, year: int) -> int:
        """One more than the highest case number of that year under that prefix."""
        start = f"{prefix}-{year:04d}-"
        row = self._db.execute(
            "SELECT max(CAST(substr(number, ?) AS INTEGER)) FROM case_file WHERE number >= ? AND number < ?",
            [len(start) + 1, start, start + ":"],
        ).fetchone()
        return int(row[0] or 0) + 1

    def dues(self, until: datetime) -> tuple[datetime, ...]:
        """Instants at which running clocks run out, up to `until` (inclusive), without a word of whose."""
        rows = self._db.execute(
            f"SELECT clock_due FROM case_line WHERE {_RUNNING} AND clock_due <= ? ORDER BY clock_due",
            [instant_to_text(until)],
        ).fetchall()
        return tuple(instant_from_text(row[0]) for row in rows)

    def _select(self, condition: str, parameters: Sequence[Any]) -> tuple[CaseLine, ...]:
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM case_line WHERE {condition}", list(parameters)
        ).fetchall()
        return tuple(line_of(row) for row in rows)


def _own(reader: AccountId | None) -> tuple[str, list[Any]]:
    """The condition for cases that `reader` reads without a reason; None reads all."""
    if reader is None:
        return "1", []
    return "(handler_id = ? OR handler_id IS NULL)", [reader]


def _condition(chosen: CaseFilter) -> tuple[str, list[Any]]:
    whose, parameters = _whose(chosen.handlers)
    parts = [whose]
    if chosen.is_open is not None:
        parts.append("is_open = ?")
        parameters.append(int(chosen.is_open))
    if chosen.stage is not None:
        parts.append(_STAGES[chosen.stage])
    if chosen.due_after is not None:
        parts.append("clock_due > ?")
        parameters.append(instant_to_text(chosen.due_after))
    if chosen.due_until is not None:
        parts.append("clock_due <= ?")
        parameters.append(instant_to_text(chosen.due_until))
    return " AND ".join(parts), parameters


def _whose(handlers: tuple[AccountId | None, ...]) -> tuple[str, list[Any]]:
    if not handlers:
        return "1", []
    known: list[Any] = [handler for handler in handlers if handler is not None]
    parts = ["handler_id IS NULL"] if None in handlers else []
    if known:
        parts.append(f"handler_id IN ({', '.join('?' for _ in known)})")
    return f"({' OR '.join(parts)})", known


def _order(sort: CaseSort) -> tuple[str, list[Any]]:
    """The sort keys, each bound in the order it stands. Ties go by number, so that pages never overlap."""
    way = "DESC" if sort.is_descending else "ASC"
    own, keys = _own(sort.reader)
    match sort.order:
        case CaseOrder.NAME:
            return f"NOT {own}, CASE WHEN {own} THEN name_key END {way}, number", keys * 2
        case CaseOrder.AGE:
            # Older means born earlier; who has no birth date comes last among those that may be placed.
            born = "ASC" if sort.is_descending else "DESC"
            unknown = f"CASE WHEN {own} THEN birth_date IS NULL END"
            return f"NOT {own}, {unknown}, CASE WHEN {own} THEN birth_date END {born}, number", keys * 3
        case CaseOrder.HANDLER:
            return f"handler_id IS NULL, {_place(sort.handlers)} {way}, number", list(sort.handlers)
        case CaseOrder.NUMBER:
            return f"number {way}", []
        case _:
            # A clock that has stopped or never started comes after those that run.
            done = "clock_stopped IS NOT NULL OR clock_ended <> ''"
            return f"{done}, clock_due IS NULL, clock_due {way}, number", []


def _place(handlers: tuple[AccountId, ...]) -> str:
    whens = " ".join(f"WHEN ? THEN {place}" for place in range(len(handlers)))
    return f"CASE handler_id {whens} ELSE {len(handlers)} END" if handlers else "handler_id"


def _cells(line: CaseLine) -> list[str | int | None]:
    return [_cell(getattr(line, field.name)) for field in fields(line)]


def _cell(value: datetime | date | str | int | None) -> str | int | None:
    if isinstance(value, datetime):
        return instant_to_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def line_of(row: Sequence[Any]) -> CaseLine:
    """A row of `COLUMNS` as a line."""
    (case_id, number, name, key, birth, is_protected, handler, is_open, due, stopped, ended, uncertain,
     explained, step, text, next_due, starts) = row  # fmt: skip
    return CaseLine(
        CaseId(case_id), number, name, key, date.fromisoformat(birth) if birth else None, bool(is_protected),
        AccountId(handler) if handler else None, bool(is_open), _instant(due), _instant(stopped), ended,
        bool(uncertain), bool(explained), NextStep(step), text,
        date.fromisoformat(next_due) if next_due else None, _instant(starts),
    )  # fmt: skip


def _instant(text: str | None) -> datetime | None:
    return instant_from_text(text) if text else None
