"""The summons letter (kallelse): one reader, one family, plain words, no threat (domain.md §4-5)."""

from dataclasses import dataclass, replace

from allvar_desktop.documents.blocks import Style, gap, heading, kept_with_next, paragraph
from allvar_desktop.documents.flow import Strip, lay_down
from allvar_desktop.documents.fonts import Font
from allvar_desktop.documents.ink import BLACK, MM, Rule
from allvar_desktop.documents.letter_page import LetterHead, foot_line, head_items
from allvar_desktop.documents.letter_texts import Part, Variant
from allvar_desktop.documents.missing import require
from allvar_desktop.documents.page_frame import ROOM, Sheet, render
from allvar_desktop.documents.spoken import spoken_words
from allvar_desktop.documents.summons_value import SummonsValue, missing_in_summons
from allvar_desktop.documents.summons_words import LeadAndBody, SummonsWords
from allvar_desktop.documents.text import one_line

_SIGNATURE_ROOM = 10 * MM


@dataclass(frozen=True, slots=True)
class _Setting:
    """Type for one variant. `has_headings` puts each paragraph's lead on a line of its own."""

    heading: Style
    body: Style
    when: Style
    room: float
    has_headings: bool


_SETTINGS = {
    Variant.STANDARD: _Setting(
        heading=Style(17.0, 22.0, Font.BOLD),
        body=Style(11.0, 15.0, before=6.5),
        when=Style(11.0, 16.0, Font.BOLD, before=11.0),
        room=ROOM,
        has_headings=False,
    ),
    Variant.EASY: _Setting(
        heading=Style(22.0, 28.0, Font.BOLD),
        body=Style(14.0, 21.0, before=4.0),
        when=Style(15.0, 22.0, Font.BOLD, before=14.0),
        room=140 * MM,
        has_headings=True,
    ),
}


def build(value: SummonsValue) -> bytes:
    """The letter as PDF. MissingFieldError names every field that stops it; nothing is printed as a blank."""
    require(missing_in_summons(value))
    head, column = head_items(
        LetterHead(value.sender, value.window, value.recipient, value.written_on, value.case_number)
    )
    pages = lay_down(_strips(value), column)
    pages[0][:0] = head
    city, foot = value.sender.city, foot_line(value.sender)
    sheet = Sheet("Kallelse", city, value.written_on, foot, value.paper, value.case_number)
    return render(pages, sheet)


def words(value: SummonsValue) -> str:
    """Every word that the letter says below its heading and in its window, for checks of what it lets out."""
    return " ".join([*value.recipient.lines, spoken_words(_strips(value))])


def _strips(value: SummonsValue) -> list[Strip]:
    setting = _SETTINGS[value.variant]
    said = SummonsWords(value)
    title = one_line(said.say(Part.HEADING)[1])
    strips = [*heading(title, setting.heading, setting.room)]
    for spoken in (said.say(Part.GREETING), said.why):
        strips += _paragraph(spoken, setting)
    strips += _when_and_where(said, setting)
    *paragraphs, last = (said.who, *said.rest)
    for spoken in paragraphs:
        strips += _paragraph(spoken, setting)
    # The signature never stands alone on a page.
    return [*strips, *kept_with_next(_paragraph(last, setting)), *_signature(value, said, setting)]


def _paragraph(spoken: LeadAndBody, setting: _Setting) -> list[Strip]:
    lead, body = spoken
    if not setting.has_headings or not lead:
        return paragraph(body, setting.body, setting.room, lead=lead)
    bold = replace(setting.body, font=Font.BOLD, before=setting.body.size)
    first, *rest = paragraph(body, replace(setting.body, before=0.0), setting.room)
    return [*heading(lead, bold, setting.room), first, *rest]


def _when_and_where(said: SummonsWords, setting: _Setting) -> list[Strip]:
    """Time and place beside a heavy bar, never parted."""
    indent = 5 * MM
    room = setting.room - indent
    plain = replace(setting.when, font=Font.REGULAR, before=0.0)
    strips = paragraph(said.when, setting.when, room, x=indent)
    strips += paragraph(said.where, plain, room, x=indent)
    strips += paragraph(said.say(Part.LENGTH)[1], plain, room, x=indent)
    barred = [
        replace(s, items=(*s.items, Rule(1.0, 0.0, 1.0, s.height, width=2.0, grey=BLACK))) for s in strips
    ]
    return [*kept_with_next(barred[:-1]), barred[-1], Strip(3.5)]


def _signature(value: SummonsValue, said: SummonsWords, setting: _Setting) -> list[Strip]:
    closing = paragraph(said.say(Part.CLOSING)[1], replace(setting.body, before=12.0), setting.room)
    name = one_line(f"{value.signer}, {value.signer_title}")
    signed = paragraph(name, replace(setting.body, before=0.0), setting.room)
    unit = paragraph(one_line(value.sender.unit), replace(setting.body, before=0.0), setting.room)
    return [*kept_with_next(closing), gap(_SIGNATURE_ROOM), *kept_with_next(signed), *unit]
