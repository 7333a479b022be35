"""Statements on paper: who says it and what kind of statement it is stand in the margin, and never mix.

The kinds differ in two ways, neither of them colour: the word in the margin, and the bar beside the text,
which is none, thin or heavy. A statement that runs over a page has its margin and its mark again on the next.
"""

from dataclasses import replace

from allvar_desktop.documents.blocks import Style, paragraph, without_orphans
from allvar_desktop.documents.flow import Strip
from allvar_desktop.documents.fonts import Font, width
from allvar_desktop.documents.ink import BLACK, MM, QUIET, Box, Item, Rule, Sign, Text
from allvar_desktop.documents.summary_value import StatementLine
from allvar_desktop.documents.text import clean, one_line
from allvar_desktop.documents.wrap import wrap
from allvar_desktop.domain.record import StatementKind

KIND_WORDS = {
    StatementKind.FACT: "Uppgift",
    StatementKind.VIEW: "Uppfattning",
    StatementKind.ASSESSMENT: "Bedömning",
}
LEGEND = (
    "I marginalen står vem som säger något och vad det är. Uppgift: något som berättas som fakta. "
    "Uppfattning: vad någon tycker eller känner. Bedömning: vad handläggaren drar för slutsats."
)
WITHHELD = "Lämnas inte ut till vårdnadshavare"

_MARGIN = 40 * MM
_BAR = _MARGIN - 4 * MM
_BARS = {StatementKind.FACT: 0.0, StatementKind.VIEW: 0.7, StatementKind.ASSESSMENT: 2.6}
_BODY = Style(10.5, 14.5)
_SOURCE = Style(9.5, 14.5, Font.BOLD)
_KIND = Style(9.0, 14.5, grey=QUIET)
_LABEL_SIZE = 8.5
_WHOLE = 4
"""Statements of up to so many lines never break."""
_REPEATED_LINES = 4
"""A source longer than this is whole where the statement begins, and begun again on its other pages."""


def statement_strips(line: StatementLine, room: float) -> list[Strip]:
    """One statement over `room` points, white space before it."""
    margin = _margin_items(line)
    texts = paragraph(clean(line.text), _BODY, room - _MARGIN, x=_MARGIN)
    if line.is_withheld:
        texts.insert(0, _withheld_label())
    tall = max(len(texts), len(margin))
    texts += [Strip(_BODY.leading) for _ in range(tall - len(texts))]
    again = (_repeated(line),)
    strips = [
        replace(strip, items=(*_bar(line.kind, strip.height), *margin.get(number, ()), *strip.items))
        for number, strip in enumerate(texts)
    ]
    # The opening strip has the margin itself; one in the middle gets it again when it opens a page.
    strips[1:] = [replace(strip, on_new_page=again) for strip in strips[1:]]
    strips[0] = replace(strips[0], before=7.0)
    return _bound(strips, kept=len(margin))


def _bound(strips: list[Strip], kept: int) -> list[Strip]:
    """Short statements whole; long ones with their margin and without lines left alone."""
    if len(strips) <= _WHOLE:
        return [replace(strip, is_kept_with_next=True) for strip in strips[:-1]] + strips[-1:]
    strips = without_orphans(strips)
    opening = [replace(strip, is_kept_with_next=True) for strip in strips[: kept - 1]]
    return opening + strips[kept - 1 :]


def _margin_items(line: StatementLine) -> dict[int, tuple[Item, ...]]:
    """Items of the margin, by line: the source, as many lines as it needs, then the kind."""
    drawn = _margin_texts(line.source, _SOURCE) + _margin_texts(KIND_WORDS[line.kind], _KIND)
    return {number: (item,) for number, item in enumerate(drawn)}


def _repeated(line: StatementLine) -> Strip:
    """The margin as a strip without height: the text that goes on stands beside it."""
    texts = _margin_texts(line.source, _SOURCE)[:_REPEATED_LINES]
    texts += _margin_texts(f"{KIND_WORDS[line.kind]}, forts.", _KIND)
    if line.is_withheld:
        texts += _margin_texts(WITHHELD, replace(_KIND, font=Font.BOLD, grey=BLACK))
    return Strip(0.0, tuple(replace(text, y=text.y + n * _BODY.leading) for n, text in enumerate(texts)))


def _margin_texts(words: str, style: Style) -> list[Text]:
    lines = wrap(one_line(words), style.font, style.size, _BAR - 2 * MM)
    return [Text(0.0, style.baseline, text, style.font, style.size, style.grey) for text in lines]


def _bar(kind: StatementKind, height: float) -> tuple[Item, ...]:
    thick = _BARS[kind]
    return (Rule(_BAR, 0.0, _BAR, height, width=thick, grey=BLACK),) if thick else ()


def _withheld_label() -> Strip:
    """A framed line that cannot be taken for part of the text."""
    words = one_line(WITHHELD)
    wide = width(words, Font.BOLD, _LABEL_SIZE) + 24
    items = (
        Box(_MARGIN, 1.0, wide, 12.5, line=0.8),
        Sign(_MARGIN + 5, 3.2, "done_late", 8.0),
        Text(_MARGIN + 18, 10.4, words, Font.BOLD, _LABEL_SIZE),
    )
    return Strip(16.5, items, is_kept_with_next=True)
