"""The summary of a locked record (sammanfattning av samtalet), for the file (domain.md §6)."""

from dataclasses import replace

from allvar_desktop.documents.blocks import Style, gap, hairline, heading, kept_with_next, paragraph
from allvar_desktop.documents.commitments import commitment_table
from allvar_desktop.documents.flow import Column, Strip, lay_down
from allvar_desktop.documents.fonts import Font
from allvar_desktop.documents.ink import BLACK, MM, QUIET, Rule, Text
from allvar_desktop.documents.letter_page import foot_line
from allvar_desktop.documents.missing import require
from allvar_desktop.documents.page_frame import BOTTOM, LEFT, ROOM, TOP, Sheet, render
from allvar_desktop.documents.statement_strips import LEGEND, statement_strips
from allvar_desktop.documents.summary_head import attendance_strips, head_strips
from allvar_desktop.documents.summary_value import AddendumLine, SummaryValue, missing_in_summary
from allvar_desktop.documents.text import clean, one_line
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.record import Section
from allvar_desktop.domain.time_text import long_instant_text

_SECTION = Style(12.0, 17.0, Font.BOLD, before=16.0)
_BODY = Style(10.5, 14.5, before=4.0)
_SMALL = Style(9.0, 13.0, grey=QUIET, before=5.0)
_SIGNATURE_ROOM = 16 * MM


def build(value: SummaryValue) -> bytes:
    """The summary as PDF; MissingFieldError names every field that stops it."""
    require(missing_in_summary(value))
    pages = lay_down(_strips(value), Column(LEFT, 18 * MM, TOP, BOTTOM))
    city, foot = value.sender.city, foot_line(value.sender)
    made = to_local(value.locked).date()
    title = "Sammanfattning av samtalet"
    return render(pages, Sheet(title, city, made, foot, value.paper, value.case_number))


def _strips(value: SummaryValue) -> list[Strip]:
    strips = [*head_strips(value), *attendance_strips(value)]
    strips += heading(one_line("Samtalet"), replace(_SECTION, size=13.0), ROOM)
    strips += paragraph(clean(LEGEND), _SMALL, ROOM)
    for number, section in enumerate(Section, start=1):
        strips += _section(value, number, section)
    for addendum in value.addenda:
        strips += _addendum(addendum)
    return strips + _signature(value)


def _section(value: SummaryValue, number: int, section: Section) -> list[Strip]:
    strips = heading(one_line(f"{number}. {section.text}"), _SECTION, ROOM)
    lines = [line for line in value.statements if line.section is section]
    has_agreement = section is Section.AGREEMENT and value.commitments
    if section is Section.CHILD and value.child_view_missing:
        strips += paragraph(clean(f"Barnets egen syn saknas. Orsak: {value.child_view_missing}"), _BODY, ROOM)
    elif not lines and not has_agreement:
        strips += paragraph(clean("Inget antecknat."), replace(_BODY, grey=QUIET), ROOM)
    for line in lines:
        strips += statement_strips(line, ROOM)
    if has_agreement:
        strips += commitment_table(value.commitments, ROOM)
    return strips


def _addendum(addendum: AddendumLine) -> list[Strip]:
    title = one_line(f"Tillägg {long_instant_text(addendum.written)}")
    by = one_line(
        f"Skrivet av {addendum.author}, efter att dokumentationen låstes. Texten ovan är oförändrad."
    )
    strips = heading(title, _SECTION, ROOM)
    strips += kept_with_next(paragraph(by, replace(_SMALL, before=1.0), ROOM))
    return strips + paragraph(clean(addendum.text), _BODY, ROOM)


def _signature(value: SummaryValue) -> list[Strip]:
    """Two lines to sign on, kept together and with white space for a pen."""
    half = ROOM / 2 - 5 * MM
    rules = (
        Rule(0.0, 0.0, half, 0.0, width=0.7, grey=BLACK),
        Rule(ROOM - half, 0.0, ROOM, 0.0, width=0.7, grey=BLACK),
    )
    signer = one_line(", ".join(part for part in (value.author, value.author_title) if part))
    below = (
        Text(0.0, 11.0, one_line("Ort och datum"), Font.REGULAR, 9.0, QUIET),
        Text(ROOM - half, 11.0, signer, Font.REGULAR, 9.0, QUIET),
    )
    title = heading(one_line("Underskrift"), replace(_SECTION, before=20.0), ROOM)
    return [hairline(ROOM, before=18.0), *title, gap(_SIGNATURE_ROOM), Strip(15.0, (*rules, *below))]
