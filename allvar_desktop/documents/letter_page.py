"""The first page of a letter: sender, date, case number and recipient, in places that the envelope allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from allvar_desktop.documents.flow import Column
from allvar_desktop.documents.fonts import Font
from allvar_desktop.documents.ink import MM, QUIET, Item, Text
from allvar_desktop.documents.missing import missing_among
from allvar_desktop.documents.page_frame import BOTTOM, LEFT, RIGHT, TOP
from allvar_desktop.documents.painter import Placed
from allvar_desktop.documents.recipient import Recipient
from allvar_desktop.documents.text import Clean, one_line
from allvar_desktop.documents.window import recipient_items, window_problems
from allvar_desktop.documents.wrap import wrap
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.settings import Letterhead, Window
from allvar_desktop.domain.time_text import plain_day_text

_HEAD_TOP = 15 * MM
_SENDER_ROOM = 70 * MM
_CLEARANCE = 4 * MM
"""White space round the window: a sheet moves in its envelope, and only the recipient may show."""
_AFTER_WINDOW = 12 * MM
_SIZE, _LEADING = 10.0, 13.0


@dataclass(frozen=True, slots=True)
class LetterHead:
    """What stands on a letter's first page above its heading."""

    sender: Letterhead
    window: Window
    recipient: Recipient
    written_on: date
    case_number: str


def head_items(head: LetterHead) -> tuple[list[Placed], Column]:
    """The placed items, and the column that the letter's text runs in. ValueError for an unusable window."""
    if window_problems(head.window):
        raise ValueError("the window setting is outside the sheet")
    lines = _sender_lines(head.sender)
    height = len(lines) * _LEADING
    x, top = _sender_place(head.window, height)
    dated_left = x > LEFT
    items: list[Item] = [*_sender_items(lines, x, top), *_date_items(head, is_left=dated_left)]
    placed: list[Placed] = [(0.0, 0.0, item) for item in items]
    placed += recipient_items(head.recipient.lines, head.window)
    window_end = (head.window.y_mm + head.window.height_mm) * MM + _AFTER_WINDOW
    return placed, Column(LEFT, max(window_end, top + height + _AFTER_WINDOW), TOP, BOTTOM)


def foot_line(sender: Letterhead) -> str:
    """Where to come and whom to ring, for the foot of every page."""
    visit = f"Besök: {visiting_address(sender)}"
    return f"{visit} · Telefon {sender.phone} · Socialjour {sender.emergency_phone}"


def visiting_address(sender: Letterhead) -> str:
    """``Hässelbyplan 3, 165 73 Hässelby``."""
    town = " ".join(part for part in (sender.postcode, sender.town) if part)
    return ", ".join(part for part in (sender.street, town) if part)


def missing_in_sender(sender: Letterhead) -> tuple[Problem, ...]:
    """What the letterhead in the settings still lacks."""
    return missing_among(
        [
            ("letterhead.city", "Stadens namn saknas i brevhuvudet.", sender.city),
            ("letterhead.unit", "Enhetens namn saknas i brevhuvudet.", sender.unit),
            ("letterhead.street", "Besöksadressen saknas i brevhuvudet.", sender.street),
            ("letterhead.phone", "Enhetens telefonnummer saknas i brevhuvudet.", sender.phone),
            (
                "letterhead.emergency_phone",
                "Socialjourens nummer saknas i brevhuvudet.",
                sender.emergency_phone,
            ),
        ]
    )


def _sender_lines(sender: Letterhead) -> list[tuple[Clean, Font]]:
    texts = [(sender.city, Font.BOLD), (sender.district, Font.REGULAR), (sender.unit, Font.REGULAR)]
    texts += [(visiting_address(sender), Font.REGULAR), (f"Telefon {sender.phone}", Font.REGULAR)]
    return [
        (line, font)
        for text, font in texts
        if text.strip()
        for line in wrap(one_line(text), font, _SIZE, _SENDER_ROOM)
    ]


def _sender_place(window: Window, height: float) -> tuple[float, float]:
    """Left of the window or above it, else to its right, else below it."""
    for x in (LEFT, RIGHT - _SENDER_ROOM):
        if not _meets(window, x, height):
            return x, _HEAD_TOP
    return LEFT, (window.y_mm + window.height_mm) * MM + _AFTER_WINDOW


def _meets(window: Window, x: float, height: float) -> bool:
    is_beside = x + _SENDER_ROOM < window.x_mm * MM - _CLEARANCE
    is_after = x > (window.x_mm + window.width_mm) * MM + _CLEARANCE
    is_above = _HEAD_TOP + height < window.y_mm * MM - _CLEARANCE
    return not (is_beside or is_after or is_above)


def _sender_items(lines: Sequence[tuple[Clean, Font]], x: float, top: float) -> list[Item]:
    return [
        Text(x, top + number * _LEADING + _SIZE, line, font, _SIZE)
        for number, (line, font) in enumerate(lines)
    ]


def _date_items(head: LetterHead, *, is_left: bool) -> list[Item]:
    x = LEFT if is_left else RIGHT
    day, case = one_line(plain_day_text(head.written_on)), one_line(f"Ärende {head.case_number}")
    first = _HEAD_TOP + _SIZE
    return [
        Text(x, first, day, Font.REGULAR, _SIZE, is_right=not is_left),
        Text(x, first + _LEADING, case, Font.REGULAR, _SIZE, QUIET, is_right=not is_left),
    ]
