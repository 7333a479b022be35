"""*Ärendet*: handler, clocks, reasons and pauses, and the cases it is linked with."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.case import CaseLink
from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.domain.time_text import instant_text, iso_instant_text, moment_text
from ui import names
from ui.pages.case_card import StepCard, label, plain, quiet, together
from ui.pages.case_desk import CaseDesk
from ui.pages.case_foot import add_foot
from ui.pages.case_matter_work import running_events
from ui.pages.case_pills import deadline_pill, is_late
from ui.widgets.buttons import Button, Kind
from ui.widgets.headings import Section
from ui.widgets.rows import Col, RowList

_Row = list[QWidget | None]
_COLUMNS = (Col(), Col(grows=True), Col(is_right=True))


def matter_card(desk: CaseDesk) -> StepCard:
    """The card with the case itself."""
    card = StepCard(f"Ärendet {desk.facts.case.number}")
    card.rows(
        "Ärendet", _COLUMNS, [*_state_rows(desk), _handler_row(desk), *_clock_rows(desk), *_reason_rows(desk)]
    )
    is_open = desk.facts.case.is_open
    is_running = bool(running_events(desk.facts))
    others = (
        ["pause", "link_case", *(["end_clock"] if is_running else []), "close_case"]
        if is_open
        else ["link_case", "reopen_case"]
    )
    late = desk.view.clock is not None and is_late(desk.view.clock.talk)
    add_foot(card, desk, ["delay_reason", *others] if is_open and late else others)
    return card


def _state_rows(desk: CaseDesk) -> list[_Row]:
    case = desk.facts.case
    opened = plain(instant_text(case.opened, desk.now), iso_instant_text(case.opened))
    rows: list[_Row] = [[label("Registrerat"), opened, None]]
    if case.closed is not None:
        words = f"{instant_text(case.closed, desk.now)}. {case.close_note}"
        rows.append([label("Avslutat"), plain(words, iso_instant_text(case.closed)), None])
    return rows


def _handler_row(desk: CaseDesk) -> _Row:
    handler = desk.facts.case.handler_id
    name = desk.view.accounts[handler].name if handler is not None else "Ingen, ärendet väntar på fördelning"
    button = desk.button("change_handler", "Byt", name="Byt handläggare")
    return [label("Handläggare"), plain(name), button]


def _clock_rows(desk: CaseDesk) -> list[_Row]:
    clocks = desk.view.deadlines.clocks
    rows: list[_Row] = []
    for clock in reversed(clocks):
        if clock.notice_count:
            which = f"Frist, händelse {clock.event_no}" if len(clocks) > 1 else "Frist"
            words = clock.definition_text().replace(" → ", " till ")
            rows.append([label(which), quiet(words), deadline_pill(clock.talk, desk.now)])
    return rows


def _reason_rows(desk: CaseDesk) -> list[_Row]:
    facts = desk.facts
    rows: list[_Row] = []
    for ending in facts.endings:
        words = f"{ending.reason.text}, {moment_text(ending.at, desk.now)}. {ending.note}"
        rows.append([label("Inget samtal"), plain(words), None])
    for delay in facts.delays:
        words = f"{delay.reason.text}, {moment_text(delay.at, desk.now)}. {delay.note}"
        rows.append([label("Orsak till försening"), plain(words), None])
    for pause in facts.pauses:
        until = f" till {moment_text(pause.ends, desk.now)}" if pause.ends else ""
        words = f"{pause.reason.text}, från {moment_text(pause.begins, desk.now)}{until}. {pause.note}"
        rows.append([label("Väntan, klockan går"), plain(words), None])
    return rows


def link_section(desk: CaseDesk, unlink: Callable[[CaseLine], object]) -> Section | None:
    """The linked cases; they are linked for the worker only, so no paper ever names them."""
    if not desk.view.links:
        return None
    rows = RowList((Col(), Col(grows=True), Col(is_right=True)), "Länkade ärenden")
    rows.set_rows([_link_row(desk, line, unlink) for line in desk.view.links])
    return Section("Länkade ärenden, länkade för handläggaren", rows)


def _link_row(desk: CaseDesk, line: CaseLine, unlink: Callable[[CaseLine], object]) -> _Row:
    button = Button("Öppna", name=f"Öppna ärende {line.number}")
    button.clicked.connect(lambda: desk.shell.go("case", case_id=line.case_id))
    remove = Button("Ta bort", Kind.LINK, name=f"Ta bort länken till {line.number}")
    remove.clicked.connect(lambda: unlink(line))
    name = names.shown(line.name) if line.name else ""
    handler = desk.view.accounts[line.handler_id].name if line.handler_id is not None else ""
    who = name or (f"handläggs av {handler}" if handler else "okänt namn")
    reason = next((link.reason.text for link in desk.facts.links if line.case_id in _ends(link)), "")
    return [label(line.number), plain(f"{who}, {reason}" if reason else who), together(button, remove)]


def _ends(link: CaseLink) -> tuple[int, int]:
    return link.case_id, link.other_id
