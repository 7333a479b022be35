"""The lines that lists of cases are painted from; kept true by the services in the same transaction as the facts."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from allvar_desktop.domain.case_line import CaseFilter, CaseLine, CaseOrder, NextStep
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.storage.instants import instant_from_text, instant_to_text

_COLUMNS = ", ".join(field.name for field in fields(CaseLine))
_ORDERS = {
    # A clock that has stopped or never started comes after those that run.
    CaseOrder.CLOCK: "clock_stopped IS NOT NULL OR clock_ended <> '', clock_due IS NULL, clock_due {way}, number",
    CaseOrder.NUMBER: "number {way}",
    CaseOrder.NAME: "name_key {way}, number",
    CaseOrder.HANDLER: "handler_id {way}, number",
}
_RUNNING = "is_open = 1 AND clock_stopped IS NULL AND clock_ended = ''"


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
        """The lines of these cases, by name."""
        marks = ", ".join("?" for _ in case_ids)
        return self._select(f"case_id IN ({marks}) ORDER BY name_key, number", list(case_ids))

    def running_for(self, account_id: AccountId, *, is_supervisor: bool, limit: int) -> tuple[CaseLine, ...]:
        """Running clocks of own and unassigned cases (a supervisor's: of all), least time left first."""
        own, parameters = _own(account_id, is_supervisor=is_supervisor)
        return self._select(
            f"{_RUNNING} AND clock_due IS NOT NULL AND {own} ORDER BY clock_due LIMIT ?", [*parameters, limit]
        )

    def running_count(self, account_id: AccountId, *, is_supervisor: bool) -> int:
        """How many clocks `running_for` would give without a limit."""
        own, parameters = _own(account_id, is_supervisor=is_supervisor)
        row = self._db.execute(
            f"SELECT count(*) FROM case_line WHERE {_RUNNING} AND clock_due IS NOT NULL AND {own}", parameters
        ).fetchone()
        return int(row[0])

    def page(
        self, chosen: CaseFilter, order: CaseOrder, *, is_descending: bool, offset: int, limit: int
    ) -> tuple[CaseLine, ...]:
        """Rows `offset` (inclusive) to `offset + limit` (exclusive) of the narrowed, sorted list."""
        condition, parameters = _condition(chosen)
        way = "DESC" if is_descending else "ASC"
        return self._select(
            f"{condition} ORDER BY {_ORDERS[order].format(way=way)} LIMIT ? OFFSET ?", [*parameters, limit, offset]
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
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM case_line WHERE {condition}", list(parameters)).fetchall()
        return tuple(_line(row) for row in rows)


def _own(account_id: AccountId, *, is_supervisor: bool) -> tuple[str, list[int]]:
    if is_supervisor:
        return "1", []
    return "(handler_id = ? OR handler_id IS NULL)", [account_id]


def _condition(chosen: CaseFilter) -> tuple[str, list[Any]]:
    parts: list[str] = ["1"]
    parameters: list[Any] = []
    if chosen.handler_id is not None:
        parts.append("handler_id = ?")
        parameters.append(chosen.handler_id)
    if chosen.only_unassigned:
        parts.append("handler_id IS NULL")
    if chosen.is_open is not None:
        parts.append("is_open = ?")
        parameters.append(int(chosen.is_open))
    if chosen.has_running_clock:
        parts.append(_RUNNING)
    if chosen.overdue_at is not None:
        parts.append(f"{_RUNNING} AND clock_due < ?")
        parameters.append(instant_to_text(chosen.overdue_at))
    return " AND ".join(parts), parameters


def _cells(line: CaseLine) -> list[str | int | None]:
    return [_cell(getattr(line, field.name)) for field in fields(line)]


def _cell(value: object) -> str | int | None:
    if isinstance(value, datetime):
        return instant_to_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str):
        return value
    assert isinstance(value, int)
    return int(value)


def _line(row: Sequence[Any]) -> CaseLine:
    (case_id, number, name, key, birth, is_protected, handler, is_open, due, stopped, ended, uncertain, explained,
     step, text, next_due, starts) = row  # fmt: skip
    return CaseLine(
        CaseId(case_id), number, name, key, date.fromisoformat(birth) if birth else None, bool(is_protected),
        AccountId(handler) if handler else None, bool(is_open), _instant(due), _instant(stopped), ended,
        bool(uncertain), bool(explained), NextStep(step), text,
        date.fromisoformat(next_due) if next_due else None, _instant(starts),
    )  # fmt: skip


def _instant(text: str | None) -> datetime | None:
    return instant_from_text(text) if text else None
