"""Paragraphs and headings as strips."""

from dataclasses import dataclass, replace

from allvar_desktop.documents.flow import Strip
from allvar_desktop.documents.fonts import Font, width
from allvar_desktop.documents.ink import BLACK, Item, Rule, Text
from allvar_desktop.documents.text import Clean
from allvar_desktop.documents.wrap import wrap


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; measures in points."""

    size: float = 11.0
    leading: float = 15.4
    font: Font = Font.REGULAR
    grey: float = BLACK
    before: float = 0.0

    @property
    def baseline(self) -> float:
        """From a line's top to its baseline: the letters stand in the middle of the leading."""
        return self.leading / 2 + self.size * 0.36


def paragraph(
    text: Clean, style: Style, room: float, *, x: float = 0.0, lead: Clean | None = None
) -> list[Strip]:
    """The paragraph as one strip a line, `lead` first in bold.

    No line is left alone at a page's foot or top.
    """
    indent = width(lead, Font.BOLD, style.size) + width(" ", style.font, style.size) if lead else 0.0
    lines = wrap(text, style.font, style.size, room, indent=indent)
    strips = [_line(line, style, x + (0.0 if number else indent)) for number, line in enumerate(lines)]
    if lead:
        first: tuple[Item, ...] = (Text(x, style.baseline, lead, Font.BOLD, style.size, style.grey),)
        strips[0] = replace(strips[0], items=first + strips[0].items)
    strips[0] = replace(strips[0], before=style.before)
    return without_orphans(strips)


def heading(text: Clean, style: Style, room: float) -> list[Strip]:
    """A heading that stays with what follows it."""
    return kept_with_next(paragraph(text, style, room))


def gap(height: float) -> Strip:
    """White space that stays with what follows it."""
    return Strip(height, is_kept_with_next=True)


def hairline(room: float, *, before: float = 0.0) -> Strip:
    """A thin rule over the column, kept with what follows it."""
    return Strip(1.0, (Rule(0.0, 0.0, room, 0.0),), before=before, is_kept_with_next=True)


def kept_with_next(strips: list[Strip]) -> list[Strip]:
    """The same strips, none of which may end a page."""
    return [replace(strip, is_kept_with_next=True) for strip in strips]


def without_orphans(strips: list[Strip]) -> list[Strip]:
    """The same strips, the first two and the last two kept together."""
    bound = {0, len(strips) - 2} if len(strips) > 1 else set()
    return [replace(s, is_kept_with_next=True) if n in bound else s for n, s in enumerate(strips)]


def _line(text: Clean, style: Style, x: float) -> Strip:
    return Strip(style.leading, (Text(x, style.baseline, text, style.font, style.size, style.grey),))
