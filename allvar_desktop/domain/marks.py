"""The eight state marks as vector paths: one definition, painted by the window and on paper.

The bundled fonts hold none of ○ ◐ ▲ ■ ✓ ✕, so the marks are never characters. A mark lives in a box of
16 × 16 units, x to the right and y **downwards** (paper turns y round). Curves are cubic Béziers, circles
included, so that a painter needs three verbs and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

BOX = 16.0
"""Side of the box that every mark is drawn in."""

_KAPPA = 0.5522847498
"""Length of a Bézier handle that makes a quarter of a unit circle."""


@dataclass(frozen=True, slots=True)
class Move:
    """Start a new sub-path at a point."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line to a point."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bézier to (x, y) with the two handles before it."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Close:
    """A straight line back to where the sub-path began."""


Verb = Move | Line | Curve | Close


@dataclass(frozen=True, slots=True)
class Shape:
    """One path in one ink: filled when `stroke` is 0, else drawn as a line of that width (round ends)."""

    verbs: tuple[Verb, ...]
    stroke: float = 0.0

    @property
    def is_filled(self) -> bool:
        """Whether the path is filled rather than stroked."""
        return self.stroke == 0.0


Mark = tuple[Shape, ...]
"""The shapes of one mark, painted in order."""


def _circle(x: float, y: float, r: float) -> tuple[Verb, ...]:
    k = r * _KAPPA
    return (
        Move(x + r, y),
        Curve(x + r, y + k, x + k, y + r, x, y + r),
        Curve(x - k, y + r, x - r, y + k, x - r, y),
        Curve(x - r, y - k, x - k, y - r, x, y - r),
        Curve(x + k, y - r, x + r, y - k, x + r, y),
        Close(),
    )


def _left_half_disc(x: float, y: float, r: float) -> tuple[Verb, ...]:
    k = r * _KAPPA
    return (
        Move(x, y - r),
        Curve(x - k, y - r, x - r, y - k, x - r, y),
        Curve(x - r, y + k, x - k, y + r, x, y + r),
        Close(),
    )


_STROKE = 1.75
_RING = Shape(_circle(8, 8, 5.5), _STROKE)
_HOOK: tuple[Verb, ...] = (
    Move(4.9, 5.6),
    Curve(4.9, 3.7, 6.2, 2.4, 8.1, 2.4),
    Curve(10.0, 2.4, 11.3, 3.7, 11.3, 5.3),
    Curve(11.3, 7.7, 8.0, 7.7, 8.0, 10.2),
)

MARKS: Mapping[str, Mark] = MappingProxyType(
    {
        "plenty": (_RING,),
        "within_day": (_RING, Shape(_left_half_disc(8, 8, 5.5))),
        "urgent": (Shape((Move(8, 2), Line(14.5, 13.5), Line(1.5, 13.5), Close())),),
        "overdue": (Shape((Move(3, 3), Line(13, 3), Line(13, 13), Line(3, 13), Close())),),
        "done_in_time": (Shape((Move(2.5, 8.5), Line(6.2, 12.2), Line(13.5, 4.3)), _STROKE),),
        "done_late": (Shape((Move(3.5, 3.5), Line(12.5, 12.5), Move(12.5, 3.5), Line(3.5, 12.5)), _STROKE),),
        "lapsed": (Shape((Move(3.5, 8), Line(12.5, 8)), _STROKE),),
        "waiting": (Shape(_HOOK, _STROKE), Shape(_circle(8, 13.2, 1.15))),
    }
)
"""Each state's mark by the state's own name; a `State` is a string and looks itself up."""
