"""*Ärenden*: the list of cases, narrowed and sorted by work, and searched by name and number."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.case_line import CaseFilter, CaseLine, CaseOrder
from allvar_desktop.domain.identity_number import age_on
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.services import case_lists, searches
from allvar_desktop.services.session import Session
from ui import names
from ui.actions import action
from ui.models.table_model import Cell, Column, TableModel
from ui.navigation import Shell
from ui.pages.base import Page
from ui.pages.today_rows import clock_words
from ui.widgets.buttons import Button, Kind, primary
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.text import bold, quiet

_LOG_AFTER = 2000
"""Milliseconds after the last keystroke until a search is logged (design.md §3)."""


@dataclass(frozen=True)
class CaseSource:
    """Rows of the list, a page at a time from SQL."""

    session: Session
    chosen: CaseFilter
    order: CaseOrder
    is_descending: bool
    total: int

    def count(self) -> int:
        """The number of rows, asked when the list was opened."""
        return self.total

    def page(self, offset: int, limit: int) -> tuple[CaseLine, ...]:
        """`limit` rows from `offset` on."""
        return case_lists.case_page(
            self.session, self.chosen, self.order, is_descending=self.is_descending, offset=offset, limit=limit
        )


class CasesPage(Page):
    """Saved views as chips, and the table under them."""

    key: ClassVar[str] = "cases"
    nav_key: ClassVar[str] = "cases"
    scrolls: ClassVar[bool] = False

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._view = 0
        self._words = ""
        self._hits: tuple[CaseLine, ...] = ()
        self._order, self._is_descending = CaseOrder.CLOCK, False
        self._handlers: dict[AccountId, str] = {}
        self.model: TableModel[CaseLine] = TableModel(self._columns(), self)
        self.table = DataTable(self.model, "Ärenden")
        self.table.opened.connect(self._open_row)
        self.table.sort_requested.connect(self._sort)
        self._chips = QWidget()
        self._chip_line = Flow(self._chips)
        self._empty = EmptyState(
            "Inga ärenden här.", "Välj en annan lista, eller registrera det som kom in med Nytt ärende."
        )
        self.body.addWidget(self._chips)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)
        new = primary("Nytt ärende", icon="plus", hint=action("new_case").hint)
        new.clicked.connect(lambda: self.shell.go("new_case"))
        self.head.set_buttons(new)
        self._log_timer = QTimer(self)
        self._log_timer.setSingleShot(True)
        self._log_timer.setInterval(_LOG_AFTER)
        self._log_timer.timeout.connect(self._log_search)

    def _columns(self) -> tuple[Column[CaseLine], ...]:
        return (
            Column("Nummer", lambda line: Cell(line.number), 14, sort=CaseOrder.NUMBER),
            Column("Namn", self._name, 22, grows=True),
            Column("Ålder", self._age, 6, is_right=True, drops=2),
            Column("Klocka", self._clock, 20, sort=CaseOrder.CLOCK),
            Column("Nästa steg", lambda line: Cell(line.next_text), 34, drops=3, folds=True),
            Column("Handläggare", self._handler, 14, drops=1, sort=CaseOrder.HANDLER),
        )

    def _name(self, line: CaseLine) -> Cell:
        if not line.name:
            return Cell("Kollegas ärende", (quiet("Kollegas ärende"),))
        shield = (quiet("  skydd"),) if line.is_protected else ()
        shown = names.shown(line.name)
        return Cell(f"{shown}, skydd" if line.is_protected else shown, (bold(shown), *shield))

    def _age(self, line: CaseLine) -> Cell:
        today = self.shell.session.today
        return Cell(str(age_on(line.birth_date, today)) if line.birth_date else "")

    def _clock(self, line: CaseLine) -> Cell:
        pill = clock_words(line, self.shell.session.clock.now())
        return Cell(pill.words, pill=pill)

    def _handler(self, line: CaseLine) -> Cell:
        return Cell(self._handlers.get(line.handler_id, "") if line.handler_id else "ingen än")

    def open(self, **params: Any) -> None:
        """Opened by hand: one entry in the log with how many rows there are."""
        self._view = int(params.get("view", self._view))
        self._words = ""
        self._show(is_opened=True)

    def refresh(self) -> None:
        self._show(is_opened=False)

    def tick(self) -> None:
        self.table.viewport().update()

    def nav_count(self) -> int | None:
        return case_lists.count_cases(self.shell.session, CaseFilter())

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"next_step": lambda: self._open_row(self.table.current_row())}

    def search(self, words: str) -> None:
        """Show the hits of what is typed in the top bar; nothing typed shows the list again."""
        self._words = words.strip()
        if not self._words:
            self._log_timer.stop()
            self.refresh()
            return
        self._hits = searches.search(self.shell.session, self._words)
        self.model.set_rows(self._hits)
        self._log_timer.start()
        self._show_head(len(self._hits))

    def focus_first(self) -> None:
        """To the first row: also the way from the search down to its hits."""
        self.table.setFocus()
        if self.model.rowCount():
            self.table.selectRow(0)

    def _show(self, *, is_opened: bool) -> None:
        session = self.shell.session
        now: datetime = session.clock.now()
        self._handlers = {account.id: account.signature for account in session.tables.accounts.all()}
        views = case_lists.saved_views(session, now)
        self._chip_line.clear()
        for index, view in enumerate(views):
            chip = Button(f"{view.name} {view.count}", Kind.CHOICE)
            chip.setChecked(index == self._view and not self._words)
            chip.clicked.connect(lambda _=False, index=index: self._choose(index))
            self._chip_line.add(chip)
        if self._words:
            self.search(self._words)
            return
        chosen = views[self._view].chosen
        count = case_lists.open_list(session, chosen) if is_opened else views[self._view].count
        self.model.set_source(CaseSource(session, chosen, self._order, self._is_descending, count))
        self.table.show_order(self._order, is_descending=self._is_descending)
        self._show_head(count)

    def _show_head(self, count: int) -> None:
        self._empty.setVisible(count == 0)
        self.table.setVisible(count > 0)
        words = "sökträffar" if self._words else "ärenden"
        self.head.set_title("Ärenden", f"{count} {words if count != 1 else words[:-2] if self._words else 'ärende'}")

    def _choose(self, index: int) -> None:
        self._view, self._words = index, ""
        self.shell.succeeds(lambda: self._show(is_opened=True))

    def _sort(self, sort: str, is_descending: bool) -> None:
        self._order, self._is_descending = CaseOrder(sort), is_descending
        self.refresh()

    def _open_row(self, row: int) -> None:
        if not 0 <= row < self.model.rowCount():
            return
        if self._words:
            self._log_search()
        self.shell.go("case", case_id=self.model.row_at(row).case_id)

    def _log_search(self) -> None:
        self._log_timer.stop()
        if self._hits:
            self.shell.succeeds(
                lambda: searches.log_search(self.shell.session, [line.case_id for line in self._hits])
            )


