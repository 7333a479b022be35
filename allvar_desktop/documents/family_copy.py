"""The family's copy (familjens exemplar): what was agreed and whom to reach, for one reader.

It holds nothing else of the record. The value has no field for a statement, and none for another person's
address or phone; a commitment that is withheld never reaches a line.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from allvar_desktop.documents.blocks import Style, gap, heading, kept_with_next, paragraph
from allvar_desktop.documents.commitments import CommitmentLine, commitment_table
from allvar_desktop.documents.flow import Strip, lay_down
from allvar_desktop.documents.fonts import Font
from allvar_desktop.documents.ink import MM
from allvar_desktop.documents.letter_page import LetterHead, foot_line, head_items, missing_in_sender
from allvar_desktop.documents.missing import missing_among, require
from allvar_desktop.documents.page_frame import ROOM, PaperIdentity, Sheet, render
from allvar_desktop.documents.recipient import Recipient, missing_in_recipient
from allvar_desktop.documents.spoken import spoken_words
from allvar_desktop.documents.text import clean, one_line, together
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.settings import Letterhead, Window
from allvar_desktop.domain.time_text import long_day_text

_TITLE = Style(17.0, 22.0, Font.BOLD)
_SECTION = Style(12.0, 17.0, Font.BOLD, before=14.0)
_BODY = Style(11.0, 15.0, before=6.5)


@dataclass(frozen=True, slots=True)
class FamilyCopyValue:
    """One reader's copy. `met` is an aware instant; `next_contact` is a sentence or empty."""

    paper: PaperIdentity
    sender: Letterhead
    window: Window
    recipient: Recipient
    written_on: date
    case_number: str
    met: datetime
    commitments: tuple[CommitmentLine, ...]
    next_contact: str
    contact_name: str
    contact_title: str
    contact_phone: str


def missing_in_family_copy(value: FamilyCopyValue) -> tuple[Problem, ...]:
    """A problem for each field that stops the copy."""
    own = missing_among(
        [
            ("case_number", "Ärendets nummer saknas.", value.case_number),
            ("contact_name", "Namnet på kontaktpersonen saknas.", value.contact_name),
            ("contact_title", "Kontaktpersonens titel saknas.", value.contact_title),
            ("contact_phone", "Telefonnumret till kontaktpersonen saknas.", value.contact_phone),
            ("paper.number", "Handlingens nummer saknas.", value.paper.number),
            ("paper.log_mark", "Loggens märke saknas.", value.paper.log_mark),
        ]
    )
    return (*missing_in_sender(value.sender), *missing_in_recipient(value.recipient), *own)


def build(value: FamilyCopyValue) -> bytes:
    """The copy as PDF; MissingFieldError names every field that stops it."""
    require(missing_in_family_copy(value))
    head, column = head_items(
        LetterHead(value.sender, value.window, value.recipient, value.written_on, value.case_number)
    )
    pages = lay_down(_strips(value), column)
    pages[0][:0] = head
    city, foot = value.sender.city, foot_line(value.sender)
    sheet = Sheet("Familjens exemplar", city, value.written_on, foot, value.paper, value.case_number)
    return render(pages, sheet)


def words(value: FamilyCopyValue) -> str:
    """Every word that the copy says below its head and in its window, for checks of what it lets out."""
    return " ".join([*value.recipient.lines, spoken_words(_strips(value))])


def _strips(value: FamilyCopyValue) -> list[Strip]:
    weekday, day = long_day_text(to_local(value.met).date()).split(" ", 1)
    met = f"Samtalet hölls {together(f'{weekday}en den {day}')}."  # the reader need not have come to it
    strips = heading(one_line("Det vi kom överens om"), _TITLE, ROOM)
    told = [line for line in value.commitments if not line.is_withheld]
    lead_in = f"{met} Här står det som vi kom överens om." if told else met
    strips += paragraph(clean(lead_in), _BODY, ROOM)
    strips += _agreement(told)
    if value.next_contact.strip():
        strips += heading(one_line("Nästa kontakt"), _SECTION, ROOM)
        strips += paragraph(clean(value.next_contact), replace(_BODY, before=2.0), ROOM)
    return strips + _contacts(value)


def _agreement(lines: list[CommitmentLine]) -> list[Strip]:
    strips = heading(one_line("Överenskommelse"), _SECTION, ROOM)
    if not lines:
        # Not that nothing was agreed: what this reader may not learn has been left out.
        return strips + paragraph(clean("Inget särskilt är antecknat."), _BODY, ROOM)
    return strips + commitment_table(lines, ROOM)


def _contacts(value: FamilyCopyValue) -> list[Strip]:
    name = f"{value.contact_name}, {value.contact_title}, {value.sender.unit}"
    plain = replace(_BODY, before=2.0)
    strips = heading(one_line("Här når du oss"), _SECTION, ROOM)
    strips += kept_with_next(
        paragraph(clean(f"{name}, telefon {together(value.contact_phone)}"), plain, ROOM)
    )
    strips += kept_with_next(
        paragraph(clean(f"Enheten, telefon {together(value.sender.phone)}"), plain, ROOM)
    )
    jour = f"Socialjouren, kvällar och helger, telefon {together(value.sender.emergency_phone)}"
    strips += paragraph(clean(jour), plain, ROOM)
    return [*strips, gap(4 * MM), *paragraph(clean("Vid fara för någons liv: ring 112."), plain, ROOM)]
