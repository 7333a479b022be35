"""Breaking text into lines that fit, by the widths of the real font.

A line breaks at spaces, after a hyphen or slash between words (`Hässelby-|Vällingby`, never inside a phone
number or *e-post*), and anywhere in a run that is wider than a line. A no-break space is printed as a space.
"""

import re
import unicodedata
from collections.abc import Iterator

from allvar_desktop.documents.fonts import Font, advances, width
from allvar_desktop.documents.text import Clean

_HAIR = 0.001
"""Sums of widths differ in their last decimals; a line that just fits, fits."""
_SOFT_BREAK = re.compile(r"(?<=[^\W\d_]{3}[-/])(?=[^\W\d_]{3})")


def wrap(text: Clean, font: Font, size: float, room: float, *, indent: float = 0.0) -> list[Clean]:
    """Lines of at most `room` points, the first leaving `indent` free. No text is one empty line."""
    lines: list[Clean] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, font, size, room, 0.0 if lines else indent))
    return lines


def _wrap_paragraph(paragraph: str, font: Font, size: float, room: float, indent: float) -> Iterator[Clean]:
    line, used = "", indent
    space = advances(font)[" "] * size / 1000
    for piece, is_glued in _pieces(paragraph, font, size, room):
        wide = width(piece, font, size)
        gap = 0.0 if is_glued or not line else space
        if line and used + gap + wide > room + _HAIR:
            yield Clean(line)
            line, used, gap = "", 0.0, 0.0
        elif not line and used + wide > room + _HAIR and used:
            yield Clean("")
            used = 0.0
        line += (" " if gap else "") + piece
        used += gap + wide
    yield Clean(line)


def _pieces(paragraph: str, font: Font, size: float, room: float) -> Iterator[tuple[str, bool]]:
    """Each unbreakable piece, and whether it follows the one before it without a space."""
    for word in paragraph.split(" "):
        is_glued = False
        for part in _SOFT_BREAK.split(word) if word else ():
            for piece in _cut(part, font, size, room):
                yield piece.replace("\u00a0", " "), is_glued
                is_glued = True


def _cut(part: str, font: Font, size: float, room: float) -> Iterator[str]:
    """`part` in pieces no wider than `room`, an accent never parted from its letter."""
    if width(part, font, size) <= room:
        yield part
        return
    widths, limit = advances(font), room * 1000 / size
    start, used = 0, 0.0
    for index, char in enumerate(part):
        wide = widths[char]
        if used + wide > limit and index > start and not unicodedata.combining(char):
            yield part[start:index]
            start, used = index, 0.0
        used += wide
    yield part[start:]
