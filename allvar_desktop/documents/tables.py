"""Tables as strips: a head that comes back on each page, rows that break between lines when they must."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from allvar_desktop.documents.blocks import Style, hairline, without_orphans
from allvar_desktop.documents.flow import Strip
from allvar_desktop.documents.fonts import Font
from allvar_desktop.documents.ink import QUIET, Item, Sign, Text
from allvar_desktop.documents.text import Clean
from allvar_desktop.documents.wrap import wrap

BODY = Style(size=10.0, leading=14.0)
HEAD = Style(size=8.5, leading=13.0, font=Font.BOLD, grey=QUIET)
_GUTTER = 10.0
_SIGN = 8.5
_SIGN_ROOM = 13.0
_KEPT_LINES = 6
"""Rows of up to so many lines never break."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in a table, with one of the marks before it or none."""

    text: Clean
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Col:
    """A column: its head and its width in points, the gutter to the next one included."""

    head: Clean
    width: float


def table(columns: Sequence[Col], rows: Sequence[Sequence[Cell]]) -> list[Strip]:
    """Head and rows; the head is kept with the first row. No rows give no strips."""
    if not rows:
        return []
    room = sum(column.width for column in columns)
    head = (_head(columns),)
    strips = [replace(head[0], before=4.0)]
    for row in rows:
        strips.append(replace(hairline(room), on_new_page=head))
        strips.extend(replace(strip, on_new_page=head) for strip in _row(columns, row))
    return strips


def _head(columns: Sequence[Col]) -> Strip:
    items: list[Item] = []
    x = 0.0
    for column in columns:
        items.append(Text(x, HEAD.baseline, column.head, HEAD.font, HEAD.size, HEAD.grey))
        x += column.width
    return Strip(HEAD.leading, tuple(items), is_kept_with_next=True)


def _row(columns: Sequence[Col], row: Sequence[Cell]) -> list[Strip]:
    cells = [_cell_lines(column, cell) for column, cell in zip(columns, row, strict=True)]
    starts = [sum(column.width for column in columns[:n]) for n in range(len(columns))]
    strips = []
    for lines in zip_longest(*cells, fillvalue=()):
        items = [_moved(item, start) for start, line in zip(starts, lines, strict=True) for item in line]
        strips.append(Strip(BODY.leading, tuple(items)))
    strips[-1] = replace(strips[-1], height=BODY.leading + 2.0)
    if len(strips) <= _KEPT_LINES:
        return [replace(strip, is_kept_with_next=True) for strip in strips[:-1]] + strips[-1:]
    return without_orphans(strips)


def _cell_lines(column: Col, cell: Cell) -> list[tuple[Item, ...]]:
    indent = _SIGN_ROOM if cell.sign else 0.0
    lines = wrap(cell.text, BODY.font, BODY.size, column.width - _GUTTER - indent)
    texts = [Text(indent, BODY.baseline, line, BODY.font, BODY.size) for line in lines]
    drawn: list[tuple[Item, ...]] = [(text,) for text in texts]
    if cell.sign:
        drawn[0] = (Sign(0.0, (BODY.leading - _SIGN) / 2, cell.sign, _SIGN), *drawn[0])
    return drawn


def _moved(item: Item, dx: float) -> Item:
    return replace(item, x=item.x + dx) if isinstance(item, Text | Sign) else item
