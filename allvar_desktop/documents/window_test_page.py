"""A page to hold against the envelope: the window's frame, its measures, and an invented address in it."""

from datetime import date

from allvar_desktop.documents.blocks import Style, heading, paragraph
from allvar_desktop.documents.flow import Column, lay_down
from allvar_desktop.documents.fonts import Font
from allvar_desktop.documents.ink import MM, QUIET, Box, Item, Rule, Text
from allvar_desktop.documents.page_frame import BOTTOM, LEFT, ROOM, SHEET_WIDTH, TOP, Sheet, render
from allvar_desktop.documents.painter import Placed
from allvar_desktop.documents.recipient import Recipient
from allvar_desktop.documents.text import one_line
from allvar_desktop.documents.window import recipient_items
from allvar_desktop.domain.settings import Window

_NO_DAY = date(2000, 1, 1)
"""The page says nothing of any day."""
_FOLD = 148.5 * MM
_SAMPLE = Recipient("Förnamn Efternamn", "Annat Efternamn", "Provgatan 19", "1101", "162 60", "Vällingby")
_STEPS = (
    "Skriv ut sidan i verklig storlek (100 %), utan anpassning till sidan.",
    "Vik arket en gång vid strecket och lägg det i kuvertet.",
    "Hela adressen ska synas, och ingenting annat, också när arket flyttas så långt det går åt alla håll.",
    "Ändra måtten i Inställningar, om adressen kommer utanför, och skriv ut sidan igen.",
)


def window_test_page(window: Window) -> bytes:
    """One page as PDF, the frame drawn where the settings say that the window is."""
    strips = heading(one_line("Provutskrift för fönsterkuvert"), Style(15.0, 22.0, Font.BOLD), ROOM)
    for number, step in enumerate(_STEPS, start=1):
        strips += paragraph(one_line(f"{number}. {step}"), Style(before=6.0), ROOM)
    pages = lay_down(strips, Column(LEFT, _FOLD + 12 * MM, TOP, BOTTOM))
    pages[0][:0] = _frame(window)
    title = "Provutskrift för fönsterkuvert"
    return render(pages, Sheet(title, "Allvar Desktop", _NO_DAY, _measures(window), None))


def _measures(window: Window) -> str:
    return (
        f"Fönster: {_mm(window.x_mm)} från vänster, {_mm(window.y_mm)} från överkanten, "
        f"{_mm(window.width_mm)} brett, {_mm(window.height_mm)} högt"
    )


def _frame(window: Window) -> list[Placed]:
    x, y = window.x_mm * MM, window.y_mm * MM
    wide, high = window.width_mm * MM, window.height_mm * MM
    items: list[Item] = [Box(x, y, wide, high, line=0.8)]
    items += [Rule(x, 0.0, x, y - 4), Rule(0.0, y, x - 4, y)]
    items += [Rule(0.0, _FOLD, 12 * MM, _FOLD), Rule(SHEET_WIDTH - 12 * MM, _FOLD, SHEET_WIDTH, _FOLD)]
    labels = [(x + 4, y - 6, f"{_mm(window.x_mm)} från vänster, {_mm(window.y_mm)} uppifrån")]
    labels.append((x + 4, y + high + 11, f"{_mm(window.width_mm)} × {_mm(window.height_mm)}"))
    labels.append((LEFT, _FOLD + 3, "Vik här"))
    items += [Text(left, line, one_line(text), Font.REGULAR, 8.0, QUIET) for left, line, text in labels]
    placed: list[Placed] = [(0.0, 0.0, item) for item in items]
    return placed + recipient_items(_SAMPLE.lines, window)


def _mm(length: float) -> str:
    return f"{length:g} mm".replace(".", ",")
