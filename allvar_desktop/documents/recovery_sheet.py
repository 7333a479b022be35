"""The recovery code on paper, printed once: the code, what it is for, how to keep it. No person is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from allvar_desktop.documents.blocks import Style, heading, paragraph
from allvar_desktop.documents.flow import Column, Strip, lay_down
from allvar_desktop.documents.fonts import Font
from allvar_desktop.documents.ink import MM, QUIET, Box, Item, Text
from allvar_desktop.documents.missing import missing_among, require
from allvar_desktop.documents.page_frame import BOTTOM, LEFT, ROOM, TOP, PaperIdentity, Sheet, render
from allvar_desktop.documents.text import clean, one_line
from allvar_desktop.domain.time_text import plain_day_text

_IN_A_ROW = 4
_CELL_WIDTH, _CELL_HEIGHT = ROOM / _IN_A_ROW, 21 * MM
_CODE_SIZE = 22.0
_BODY = Style(11.0, 16.0, before=7.0)
_POINTS = (
    "Med koden kan registret öppnas när ett lösenord är glömt. Då väljer man också ett nytt lösenord.",
    "Den som har både koden och datorn kan läsa allt i registret.",
    "Lägg bladet i ett förseglat kuvert i ett låst skåp, skilt från datorn och från säkerhetskopiorna.",
    "Skriv inte av koden någon annanstans. Ta inget foto av den och skicka den inte med e-post.",
    "Koden visas bara en gång. Är bladet borta, eller har någon obehörig sett det, ska en ny kod göras.",
    "Koden har inte bokstäverna I, L, O och U. Det som ser ut som en etta eller en nolla är en siffra.",
)


@dataclass(frozen=True, slots=True, repr=False)
class RecoverySheetValue:
    """What the sheet says. `groups` is the code as it is typed back, group by group."""

    city: str
    unit: str
    groups: tuple[str, ...]
    written_on: date
    is_practice: bool = False


def build(value: RecoverySheetValue) -> bytes:
    """One page as PDF. MissingFieldError without a unit or a code."""
    code = "".join(value.groups)
    require(missing_among([("unit", "Enhetens namn saknas.", value.unit), ("groups", "Koden saknas.", code)]))
    pages = lay_down(_strips(value), Column(LEFT, TOP, TOP, BOTTOM))
    paper = PaperIdentity("", "", is_practice=True) if value.is_practice else None
    foot = f"{value.city} · {value.unit}"
    return render(pages, Sheet("Återställningskod", value.city, value.written_on, foot, paper))


def _strips(value: RecoverySheetValue) -> list[Strip]:
    made = f"Gjord {plain_day_text(value.written_on)} för registret hos {value.unit}, {value.city}."
    strips = heading(one_line("Återställningskod"), Style(20.0, 28.0, Font.BOLD), ROOM)
    strips += paragraph(clean(made), _BODY, ROOM)
    strips.append(Strip(8.0))
    for first in range(0, len(value.groups), _IN_A_ROW):
        strips.append(_code_row(value.groups[first : first + _IN_A_ROW], first))
    strips.append(Strip(8.0))
    for point in _POINTS:
        strips += paragraph(clean(point), _BODY, ROOM)
    return strips


def _code_row(groups: Sequence[str], first: int) -> Strip:
    items: list[Item] = []
    for place, group in enumerate(groups):
        x = place * _CELL_WIDTH
        items.append(Box(x, 0.0, _CELL_WIDTH, _CELL_HEIGHT, line=0.6, grey=0.5))
        items.append(Text(x + 5, 12.0, one_line(str(first + place + 1)), Font.REGULAR, 8.0, QUIET))
        items.append(Text(x + 16, _CELL_HEIGHT * 0.66, one_line(group), Font.BOLD, _CODE_SIZE))
    return Strip(_CELL_HEIGHT, tuple(items))
