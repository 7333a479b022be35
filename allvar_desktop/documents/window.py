"""The envelope's window: where the recipient stands, whether it fits, and a page to try it with.

The exact millimetres of Swedish window envelopes are a setting (domain.md §5); the guess is C5 H2.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from allvar_desktop.documents.fonts import Font, width
from allvar_desktop.documents.ink import MM, Text
from allvar_desktop.documents.painter import Placed
from allvar_desktop.documents.text import Clean
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.settings import Window

SIZE = 11.0
LEADING = 14.5
_INSET_X, _INSET_Y = 5 * MM, 6 * MM
_PLAY = 2 * MM
"""A sheet moves in its envelope: text nearer the edge than this counts as outside."""
_LOWEST = 135.0
"""The window ends above the fold, 148.5 mm down an A4 sheet folded once."""


@dataclass(frozen=True, slots=True)
class Overflow:
    """How far the text goes outside the window, whole millimetres rounded up; 0 on a side where it fits."""

    right_mm: int
    bottom_mm: int

    @property
    def largest_mm(self) -> int:
        """The worse of the two."""
        return max(self.right_mm, self.bottom_mm)


def window_check(lines: Sequence[Clean], window: Window) -> Overflow | None:
    """How far the recipient's lines go outside, by the real font's widths; None when all of it shows."""
    widest = max((width(line, Font.REGULAR, SIZE) for line in lines), default=0.0)
    right = _INSET_X + widest + _PLAY - window.width_mm * MM
    bottom = _INSET_Y + len(lines) * LEADING + _PLAY - window.height_mm * MM
    overflow = Overflow(_outside_mm(right), _outside_mm(bottom))
    return overflow if overflow.largest_mm else None


def window_problems(window: Window) -> tuple[Problem, ...]:
    """What makes a window setting unusable: outside the sheet or the upper half, or too small."""
    problems = []
    if window.x_mm < 0 or window.x_mm + window.width_mm > 210:
        problems.append(Problem("x_mm", "Fönstret ska ligga inom arkets bredd, 210 mm."))
    if window.y_mm < 20 or window.y_mm + window.height_mm > _LOWEST:
        problems.append(Problem("y_mm", "Fönstret ska ligga mellan 20 och 135 mm från arkets överkant."))
    if window.width_mm < 40 or window.height_mm < 20:
        problems.append(Problem("width_mm", "Fönstret ska vara minst 40 mm brett och 20 mm högt."))
    return tuple(problems)


def recipient_items(lines: Sequence[Clean], window: Window) -> list[Placed]:
    """The recipient's lines in their places on the sheet."""
    x, y = window.x_mm * MM + _INSET_X, window.y_mm * MM + _INSET_Y
    return [
        (0.0, 0.0, Text(x, y + number * LEADING + SIZE, line, Font.REGULAR, SIZE))
        for number, line in enumerate(lines)
    ]


def _outside_mm(points: float) -> int:
    return max(0, ceil(round(points / MM, 3)))
