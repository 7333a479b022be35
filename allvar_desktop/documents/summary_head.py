"""The head of the summary: the unit, the case, when and where; and who was called and came."""

from dataclasses import replace

from allvar_desktop.documents.blocks import Style, heading, kept_with_next, paragraph
from allvar_desktop.documents.flow import Strip
from allvar_desktop.documents.fonts import Font
from allvar_desktop.documents.ink import MM, QUIET, Text
from allvar_desktop.documents.page_frame import ROOM
from allvar_desktop.documents.summary_value import AttendanceLine, SummaryValue
from allvar_desktop.documents.tables import Cell, Col, table
from allvar_desktop.documents.text import Clean, clean, one_line
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.record import Presence
from allvar_desktop.domain.time_text import clock_text, long_day_text, long_instant_text, plain_day_text

_LABEL_ROOM = 40 * MM
_TITLE = Style(17.0, 22.0, Font.BOLD, before=16.0)
_SECTION = Style(12.0, 17.0, Font.BOLD, before=16.0)
_FACT = Style(10.5, 15.0)
_LABEL = Style(9.5, 15.0, grey=QUIET)
_SENDER = Style(10.0, 13.0)
_SIGNS = {Presence.CAME: "done_in_time", Presence.LATE: "within_day", Presence.ABSENT: "done_late"}


def head_strips(value: SummaryValue) -> list[Strip]:
    """Sender, title, and the facts of the talk one to a line."""
    strips = _sender(value)
    strips += heading(one_line("Sammanfattning av samtalet"), _TITLE, ROOM)
    strips.append(Strip(4.0))
    for label, text in _facts(value):
        strips += _fact(one_line(label), clean(text))
    return strips


def attendance_strips(value: SummaryValue) -> list[Strip]:
    """Who was called, whether each came, and why not. Police presence is a fact of its own in the head."""
    if not value.attendance:
        return []
    columns = (
        Col(one_line("Kallad"), 50 * MM),
        Col(one_line("Roll"), 32 * MM),
        Col(one_line("Närvaro"), 34 * MM),
        Col(one_line("Orsak"), ROOM - 116 * MM),
    )
    strips = heading(one_line("Närvaro"), _SECTION, ROOM)
    return strips + table(columns, [_attendance_row(line) for line in value.attendance])


def _sender(value: SummaryValue) -> list[Strip]:
    sender = value.sender
    lines = [sender.district, sender.unit]
    strips = paragraph(one_line(sender.city), replace(_SENDER, font=Font.BOLD), ROOM)
    for line in lines:
        if line.strip():
            strips += paragraph(one_line(line), _SENDER, ROOM)
    date = one_line(plain_day_text(to_local(value.locked).date()))
    right = Text(ROOM, _SENDER.baseline, date, Font.REGULAR, _SENDER.size, is_right=True)
    strips[0] = replace(strips[0], items=(*strips[0].items, right))
    return kept_with_next(strips)


def _facts(value: SummaryValue) -> list[tuple[str, str]]:
    title = f", {value.author_title}" if value.author_title else ""
    facts = [
        ("Barnet", value.child),
        ("Personnummer", value.child_identity),
        ("Ärende", value.case_number),
        ("Handling", value.paper.number),
        ("Samtalet hölls", _held(value)),
        ("Plats", value.place),
        ("Tolk", value.interpreter or "ingen tolk"),
        ("Polis", "Polis var med." if value.is_police_present else "Hållet utan polis."),
        ("Skrivet av", f"{value.author}{title}"),
        ("Skrivet", long_instant_text(value.written)),
        ("Låst", long_instant_text(value.locked)),
    ]
    return [(label, text) for label, text in facts if text.strip()]


def _held(value: SummaryValue) -> str:
    began = to_local(value.began)
    start = f"{long_day_text(began.date())} kl. {clock_text(began.time())}"
    if value.ended is None:
        return f"{start}, sluttid inte antecknad"
    ended = to_local(value.ended)
    if ended.date() == began.date():
        return f"{start}–{clock_text(ended.time())}"
    return f"{start} till {long_instant_text(value.ended)}"


def _fact(label: Clean, text: Clean) -> list[Strip]:
    strips = paragraph(text, _FACT, ROOM - _LABEL_ROOM, x=_LABEL_ROOM)
    named = Text(0.0, _LABEL.baseline, label, _LABEL.font, _LABEL.size, _LABEL.grey)
    return [replace(strips[0], items=(named, *strips[0].items)), *strips[1:]]


def _attendance_row(line: AttendanceLine) -> tuple[Cell, Cell, Cell, Cell]:
    if line.presence is None:
        presence = Cell(one_line("inte antecknat"), "waiting")
    else:
        presence = Cell(one_line(line.presence.text), _SIGNS[line.presence])
    return Cell(one_line(line.name)), Cell(one_line(line.role)), presence, Cell(clean(line.reason))
