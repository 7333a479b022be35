"""The lines of one section, and the commitments made so far."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.record import Commitment, Section, Statement
from allvar_desktop.domain.time_text import long_day_text, short_day_text
from ui.pages.case_card import quiet, together
from ui.pages.meeting_desk import MeetingDesk
from ui.style import Size
from ui.widgets.buttons import Button, link
from ui.widgets.pill import Pill, PillText
from ui.widgets.rows import Col, RowList
from ui.widgets.text import Text

_WITHHELD = PillText("urgent", "Lämnas inte ut")
_Row = list[QWidget | None]
_T = TypeVar("_T")


class StatementRows(RowList):
    """Each line with who says it and what it is; `change` is called with the one to change."""

    def __init__(self, desk: MeetingDesk, change: Callable[[Statement], object]) -> None:
        super().__init__((Col(grows=True), Col(is_right=True)), "Rader i avsnittet")
        self._desk, self._change = desk, change

    def show_section(self, section: Section) -> None:
        """The lines of a section, in their order."""
        contents = self._desk.contents
        rows = contents.statements_of(section) if contents else ()
        self.set_rows([self._row(row) for row in rows])
        self.setVisible(bool(rows))

    def _row(self, row: Statement) -> _Row:
        desk = self._desk
        text = desk.hidden(row.text)
        source = desk.short(desk.record.source_name(row)) if desk.record else ""
        pills: list[QWidget] = [
            Pill(PillText("within_day", source, has_mark=False)),
            Pill(PillText("plenty", row.kind.text, has_mark=False)),
        ]
        if row.is_withheld:
            pills.insert(0, Pill(_WITHHELD, "Lämnas inte ut till vårdnadshavare"))
        if desk.may_write:
            pills.append(_button(f"Ändra raden: {text}", self._change, row))
        return [Text(text, Size.RECORD), together(*pills, is_right=True)]


class CommitmentRows(RowList):
    """Each commitment with whose it is and its day."""

    def __init__(self, desk: MeetingDesk, change: Callable[[Commitment], object]) -> None:
        super().__init__((Col(grows=True), Col(is_right=True), Col(is_right=True)), "Åtaganden hittills")
        self._desk, self._change = desk, change

    def show_all(self) -> None:
        """All of this talk."""
        rows = self._desk.contents.commitments if self._desk.contents else ()
        self.set_rows([self._row(row) for row in rows])

    def _row(self, row: Commitment) -> _Row:
        desk = self._desk
        text = desk.hidden(row.text)
        cells: list[QWidget] = [_day_pill(row, desk.session.today)]
        if row.is_withheld:
            cells.insert(0, Pill(_WITHHELD, "Lämnas inte ut till vårdnadshavare"))
        if desk.may_write:
            cells.append(_button(f"Ändra åtagandet: {text}", self._change, row))
        return [Text(text), quiet(self._who(row)), together(*cells, is_right=True)]

    def _who(self, row: Commitment) -> str:
        desk = self._desk
        if row.party_id is not None:
            return desk.short(desk.facts.party(row.party_id).shown_name)
        if row.account_id is None or desk.record is None:
            return ""
        return desk.record.authors[row.account_id]


def _button(name: str, change: Callable[[_T], object], row: _T) -> Button:
    made = link("Ändra", name=name)
    made.clicked.connect(lambda: change(row))
    return made


def _day_pill(row: Commitment, today: date) -> Pill:
    if row.done is not None:
        return Pill(PillText("done_in_time", "klart"))
    if row.due is None:
        return Pill(PillText("plenty", "ingen dag", has_mark=False))
    is_near = row.due <= today + timedelta(days=1)
    state = "overdue" if row.due < today else "within_day" if is_near else "plenty"
    words = short_day_text(row.due, with_year=row.due.year != today.year)
    return Pill(PillText(state, words), long_day_text(row.due))
