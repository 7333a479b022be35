"""Strips of a page, and laying them down over as many pages as they need.

A strip is the smallest thing that never breaks: one line of a paragraph, with whatever stands beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allvar_desktop.documents.ink import Item
from allvar_desktop.documents.painter import Placed


@dataclass(frozen=True, slots=True)
class Strip:
    """Items over the whole width, `height` points tall.

    `before` is white space above, left out at the top of a page. `is_kept_with_next` forbids a page break
    after it. `on_new_page` is laid down first if this strip opens a page: a table's head, a name in a margin.
    """

    height: float
    items: tuple[Item, ...] = ()
    before: float = 0.0
    is_kept_with_next: bool = False
    on_new_page: tuple["Strip", ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """Where strips may stand, from the sheet's top left: `first_top` on page one, `top` on the others."""

    left: float
    first_top: float
    top: float
    bottom: float


Page = list[Placed]


def lay_down(strips: Sequence[Strip], column: Column) -> list[Page]:
    """The strips on pages, at least one. A strip taller than a page stands alone and runs over its foot."""
    layer = _Layer(column)
    for chain in _chains(strips):
        layer.add_chain(chain)
    return layer.pages


def _chains(strips: Sequence[Strip]) -> Iterable[list[Strip]]:
    chain: list[Strip] = []
    for strip in strips:
        chain.append(strip)
        if not strip.is_kept_with_next:
            yield chain
            chain = []
    if chain:
        yield chain


class _Layer:
    """A pen that goes down the column and turns the page."""

    def __init__(self, column: Column) -> None:
        self._column = column
        self.pages: list[Page] = [[]]
        self._y = column.first_top
        self._is_at_top = True

    def add_chain(self, chain: list[Strip]) -> None:
        """Keep the chain together when a page can hold it, else break it where the page ends."""
        tall = sum(strip.before + strip.height for strip in chain)
        fits_a_page = tall <= self._column.bottom - self._column.top
        if fits_a_page and not self._has_room(tall):
            self._turn(chain[0])
        for strip in chain:
            if not self._has_room(strip.before + strip.height):
                self._turn(strip)
            self._add(strip)

    def _has_room(self, tall: float) -> bool:
        return self._is_at_top or self._y + tall <= self._column.bottom + 0.01

    def _turn(self, opening: Strip) -> None:
        self.pages.append([])
        self._y = self._column.top
        self._is_at_top = True
        for strip in opening.on_new_page:
            self._add(strip)
        self._is_at_top = True

    def _add(self, strip: Strip) -> None:
        if not self._is_at_top:
            self._y += strip.before
        self.pages[-1].extend((self._column.left, self._y, item) for item in strip.items)
        self._y += strip.height
        self._is_at_top = False
