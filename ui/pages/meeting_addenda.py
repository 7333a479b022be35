"""What was added to a locked record, and the box to add more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.time_text import instant_text, iso_instant_text
from ui import actions, style
from ui.pages.case_card import quiet, together
from ui.pages.meeting_desk import MeetingDesk
from ui.style import Size
from ui.widgets.buttons import Button
from ui.widgets.form import FormRow
from ui.widgets.headings import SectionHead
from ui.widgets.rows import Col, RowList
from ui.widgets.text import Text
from ui.widgets.text_fields import LongText

_NONE = "Inga tillägg. Det som är låst ändras inte; det som tillkommer skrivs här med datum."


class AddendaPanel(QWidget):
    """The addenda by time; *Skriv tillägg* opens the box."""

    changed = Signal()
    kept = Signal()

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self._desk = desk
        self.rows = RowList((Col(), Col(grows=True)), "Tillägg")
        self.none = quiet(_NONE)
        self.write_button = Button("Skriv tillägg")
        self.box = LongText(text_limits.STATEMENT, 3, size=Size.RECORD)
        self.box_row = FormRow("addendum", "Tillägg", self.box)
        self.keep_button = Button("Lägg till tillägget", hint=actions.action("keep_statement").hint)
        self.cancel_button = Button("Avbryt")
        self._buttons = together(self.keep_button, self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1))
        column.addWidget(SectionHead("Tillägg"))
        for widget in (self.none, self.rows, together(self.write_button), self.box_row, self._buttons):
            column.addWidget(widget)
        self.write_button.clicked.connect(self.write)
        self.cancel_button.clicked.connect(self.empty)
        self.keep_button.clicked.connect(self.kept)
        self.box.value_changed.connect(self.changed)
        self.empty()

    def show_all(self) -> None:
        """Every addendum with when and by whom."""
        desk = self._desk
        rows = desk.contents.addenda if desk.contents else ()
        cells: list[list[QWidget | None]] = []
        for row in rows:
            who = desk.record.authors[row.account_id] if desk.record else ""
            when = quiet(f"{instant_text(row.written, desk.now)}, {who}", iso_instant_text(row.written))
            cells.append([when, Text(desk.hidden(row.text), Size.RECORD)])
        self.rows.set_rows(cells)
        self.rows.setVisible(bool(cells))
        self.none.setVisible(not cells)

    @property
    def is_writing(self) -> bool:
        return not self.box_row.isHidden()

    def write(self) -> None:
        """Open the box."""
        self._show_box(is_open=True)
        self.box.setFocus()

    def empty(self) -> None:
        """Nothing is written, and the box is closed."""
        self.box.set_value("")
        self.box_row.show_problem("")
        self._show_box(is_open=False)

    def _show_box(self, *, is_open: bool) -> None:
        self.box_row.setVisible(is_open)
        self._buttons.setVisible(is_open)
        self.write_button.setVisible(not is_open)
