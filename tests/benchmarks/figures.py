"""What the benchmarks reach, kept for the table at the end of `./run bench`."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Figure:
    """One figure: ours against its bare baseline in the same run; in milliseconds unless `unit` says else."""

    what: str
    ours: float
    bare: float
    limit: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.ours / self.bare

    @property
    def is_kept(self) -> bool:
        return self.ratio <= self.limit

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """What, reached, limit, and both sides in their unit."""
        digits = 0 if self.bare >= 100 else 1
        sides = f"{self.ours:.{digits}f} / {self.bare:.{digits}f} {self.unit}"
        return self.what, f"{self.ratio:.2f} ×", f"{self.limit:g} ×", sides


@dataclass(frozen=True)
class Span:
    """A figure with a limit of its own, in seconds."""

    what: str
    seconds: float
    limit: float

    @property
    def is_kept(self) -> bool:
        return self.seconds <= self.limit

    @property
    def cells(self) -> tuple[str, str, str, str]:
        return self.what, _time(self.seconds), _time(self.limit), ""


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


class Figures:
    """The figures of one run, in the order in which they were reached."""

    def __init__(self) -> None:
        self._all: list[Figure | Span] = []

    def add(self, figure: Figure | Span) -> bool:
        """Keep it for the table; whether its limit is kept."""
        self._all.append(figure)
        return figure.is_kept

    def lines(self) -> list[str]:
        """The table: what, reached, limit, and the milliseconds (ours / bare)."""
        if not self._all:
            return []
        rows = [("", "reached", "limit", "ours / bare"), *(figure.cells for figure in self._all)]
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        verdicts = ["", *("" if figure.is_kept else "   OVER THE LIMIT" for figure in self._all)]
        ends = zip(rows, verdicts, strict=True)
        return [
            "   ".join((row[0].ljust(widths[0]), *_right(row[1:], widths[1:]))) + end for row, end in ends
        ]


def _right(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [cell.rjust(width) for cell, width in zip(cells, widths, strict=True)]


KEY = pytest.StashKey[Figures]()
"""Where the session keeps them."""
