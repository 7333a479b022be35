"""The sheet round the words: page x of y, case and document number, the log's mark, ÖVNING; and the bytes.

Pages are laid out before the first is painted, so the number of pages is known and nothing is made twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import md5
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from allvar_desktop.documents.flow import Page
from allvar_desktop.documents.fonts import Font, register_all
from allvar_desktop.documents.ink import HAIRLINE, MM, QUIET, Rule, Text
from allvar_desktop.documents.painter import Placed, paint
from allvar_desktop.documents.practice_band import practice_band
from allvar_desktop.documents.text import one_line

SHEET_WIDTH, SHEET_HEIGHT = A4
LEFT = 25 * MM
RIGHT = SHEET_WIDTH - 25 * MM
TOP = 24 * MM
"""Where text begins on pages after the first."""
BOTTOM = SHEET_HEIGHT - 25 * MM
"""Where text ends on every page."""
ROOM = RIGHT - LEFT

_FOOT = SHEET_HEIGHT - 21 * MM
_SMALL = 8.0


@dataclass(frozen=True, slots=True)
class PaperIdentity:
    """What tells one issued paper from all others.

    `log_mark` is eight characters of the log's chain; `is_practice` puts ÖVNING on every page.
    """

    number: str
    log_mark: str
    is_practice: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is the same on all pages.

    `title`, `author` and `made` become metadata: a kind of paper, an authority and a day, never a name.
    """

    title: str
    author: str
    made: date
    foot_line: str
    paper: PaperIdentity | None
    case_number: str = ""


def render(pages: Sequence[Page], sheet: Sheet) -> bytes:
    """The PDF. The same pages and sheet give the same bytes, in any process and on any day."""
    register_all()
    out = BytesIO()
    canvas = Canvas(
        out, pagesize=A4, invariant=1, pageCompression=1, initialFontName=str(Font.REGULAR), lang="sv-SE"
    )
    _describe(canvas, sheet)
    _date(canvas, sheet.made)
    for number, page in enumerate(pages, start=1):
        placed = [*_band(sheet), *_head(sheet, number), *page, *_foot(sheet, number, len(pages))]
        paint(canvas, placed, SHEET_HEIGHT)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _describe(canvas: Canvas, sheet: Sheet) -> None:
    number = sheet.paper.number if sheet.paper else ""
    canvas.setTitle(one_line(f"{sheet.title} {number}"))
    canvas.setAuthor(one_line(sheet.author))
    canvas.setSubject(one_line(sheet.title))
    canvas.setCreator("Allvar Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _date(canvas: Canvas, made: date) -> None:
    """Give the file the paper's own day, and nothing of the computer's.

    WORKAROUND: reportlab lets SOURCE_DATE_EPOCH of the environment win over `invariant`, in the dates and
    the number of the file; the same value would give other bytes on another computer.
    """
    canvas.setDateFormatter(lambda *_time: f"D:{made:%Y%m%d}")
    canvas._doc.signature = md5(b"Allvar Desktop", usedforsecurity=False)  # noqa: SLF001 - see above


def _band(sheet: Sheet) -> list[Placed]:
    return practice_band(SHEET_WIDTH) if sheet.paper and sheet.paper.is_practice else []


def _head(sheet: Sheet, number: int) -> list[Placed]:
    """The case number on pages after the first, which has it in its own head."""
    if number == 1 or not sheet.case_number:
        return []
    text = one_line(f"Ärende {sheet.case_number}")
    return [(0.0, 0.0, Text(RIGHT, 16 * MM, text, Font.REGULAR, 9.0, QUIET, is_right=True))]


def _foot(sheet: Sheet, number: int, count: int) -> list[Placed]:
    page = one_line(f"Sida {number} av {count}")
    items: list[Rule | Text] = [
        Rule(LEFT, _FOOT, RIGHT, _FOOT, grey=HAIRLINE),
        Text(LEFT, _FOOT + 12, one_line(sheet.foot_line), Font.REGULAR, _SMALL, QUIET),
        Text(LEFT, _FOOT + 23, one_line(_identity(sheet)), Font.REGULAR, _SMALL, QUIET),
        Text(RIGHT, _FOOT + 12, page, Font.REGULAR, _SMALL, QUIET, is_right=True),
    ]
    return [(0.0, 0.0, item) for item in items]


def _identity(sheet: Sheet) -> str:
    if sheet.paper is None or not sheet.paper.number:
        return ""
    case = f"Ärende {sheet.case_number} · " if sheet.case_number else ""
    return f"{case}Handling {sheet.paper.number} · Logg {sheet.paper.log_mark}"
