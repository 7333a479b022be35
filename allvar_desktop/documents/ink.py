"""What can stand on a page: text, rules, boxes and marks.

All measures are points. x goes to the right and y **downwards** from the top left of the sheet, or of the
strip that holds the item; the baseline is a text's y.
"""

from dataclasses import dataclass

from allvar_desktop.documents.fonts import Font
from allvar_desktop.documents.text import Clean

MM = 72 / 25.4
"""Points in a millimetre."""

BLACK = 0.0
QUIET = 0.32
"""Grey of secondary text: 8:1 against white paper, still safe on a poor printer."""
HAIRLINE = 0.6


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text. `is_right` makes x its right end."""

    x: float
    y: float
    text: Clean
    font: Font = Font.REGULAR
    size: float = 11.0
    grey: float = BLACK
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.5
    grey: float = HAIRLINE


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, outlined when `line` > 0 and filled when `fill` is a grey."""

    x: float
    y: float
    width: float
    height: float
    line: float = 0.0
    grey: float = BLACK
    fill: float | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """One of the marks of `domain.marks`, by name, in a square of `size`."""

    x: float
    y: float
    name: str
    size: float = 9.0
    grey: float = BLACK


Item = Text | Rule | Box | Sign
