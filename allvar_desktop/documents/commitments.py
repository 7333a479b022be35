"""The agreement as a table: who does what by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from allvar_desktop.documents.flow import Strip
from allvar_desktop.documents.ink import MM
from allvar_desktop.documents.tables import Cell, Col, table
from allvar_desktop.documents.text import clean, one_line, together
from allvar_desktop.domain.time_text import plain_day_text

_WHO, _BY = 42 * MM, 34 * MM


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """One commitment (åtagande). `due` is None when no day was agreed."""

    who: str
    what: str
    due: date | None
    is_withheld: bool = False
    """Lämnas inte ut till vårdnadshavare: only in the file's own copy."""


def commitment_table(lines: Sequence[CommitmentLine], room: float) -> list[Strip]:
    """The table over `room` points; a withheld line says so itself."""
    columns = (
        Col(one_line("Vem"), _WHO),
        Col(one_line("Gör vad"), room - _WHO - _BY),
        Col(one_line("Senast"), _BY),
    )
    return table(columns, [_row(line) for line in lines])


def _row(line: CommitmentLine) -> tuple[Cell, Cell, Cell]:
    withheld = "\n(Lämnas inte ut till vårdnadshavare)" if line.is_withheld else ""
    due = together(plain_day_text(line.due)) if line.due else "inget datum"
    return Cell(one_line(line.who)), Cell(clean(line.what + withheld)), Cell(clean(due))
