"""*Ärenden*: the list of cases, narrowed and sorted by work, and searched by name and number."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.case_choice import CaseChoice
from allvar_desktop.domain.case_line import CaseOrder
from allvar_desktop.services import case_lists, searches
from allvar_desktop.services.session import Session
from ui import style
from ui.actions import action
from ui.models.case_table import CaseCells, CaseRow, CaseSource, hit_row
from ui.models.table_model import TableModel
from ui.navigation import Shell
from ui.pages.base import Page
from ui.pages.case_filters import CaseFilters
from ui.pages.case_views_bar import ViewsBar
from ui.search_watch import SearchWatch
from ui.widgets.buttons import Button, Kind, primary
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.text_fields import TextField

_NARROW_BELOW = 90
"""Characters of width below which views and filters fold."""


class CasesPage(Page):
    """Saved views and filters, a search, and their table; opened with the key of a `view` or without."""

    key: ClassVar[str] = "cases"
    nav_key: ClassVar[str] = "cases"
    scrolls: ClassVar[bool] = False

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._choice = case_lists.choice_of(shell.session, case_lists.default_view(shell.session))
        self._order, self._is_descending = CaseOrder.CLOCK, False
        self._watch = SearchWatch(shell, self)
        self._cells = CaseCells(shell.session)
        self.model: TableModel[CaseRow] = TableModel(self._cells.columns(), self)
        self.table = DataTable(self.model, "Ärenden")
        self.table.opened.connect(self._open_row)
        self.table.sort_requested.connect(self._sort)
        self.views = ViewsBar()
        self.views.chosen.connect(self._choose_view)
        self.filters = CaseFilters(shell.session.account)
        self.filters.changed.connect(lambda: self._choose(self.filters.choice()))
        self.words = TextField(searches.LONGEST_QUERY, 26, "Sök namn, nummer, ärende")
        self.words.setAccessibleName("Sök namn, personnummer eller ärendenummer")
        self.words.textEdited.connect(self._search)
        self.fold = Button("Filter", Kind.CHOICE, name="Visa filter")
        self.fold.toggled.connect(lambda _: self._fold())
        self._lay_out()

    def _lay_out(self) -> None:
        tools = QWidget()
        flow = Flow(tools, gap=1, line_gap=1)
        flow.add(self.words, self.views, self.fold)
        self._nothing = EmptyState(
            "Inga ärenden här.",
            "Välj en annan lista eller rensa filtren. Ett ärende kommer hit när det registreras.",
        )
        self._no_hits = EmptyState("Inget ärende hittades.", searches.SEARCHABLE)
        for widget in (tools, self.filters, self._nothing, self._no_hits):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        new_case = primary("Nytt ärende", icon="plus", hint=action("new_case").hint)
        new_case.clicked.connect(lambda: self.shell.go("new_case"))
        self.head.set_buttons(new_case)

    def open(self, **params: Any) -> None:
        """Opened by hand: one entry in the log with how many rows there are."""
        if "view" in params:
            self._choice = case_lists.choice_of(self.shell.session, params["view"])
            self._order, self._is_descending = CaseOrder.CLOCK, False
        self.words.clear()
        case_lists.open_list(self.shell.session, self._choice)
        self.refresh()

    def refresh(self) -> None:
        """The same rows as they are now, without an entry."""
        self._cells.renew()
        self.filters.set_handlers(case_lists.handlers(self.shell.session))
        self.filters.show_choice(self._choice)
        if self.words.value():
            self._show_hits()
        else:
            self._show_list()

    def tick(self) -> None:
        """The time left of the rows that are seen; counts, and rows only when there are more or fewer."""
        count = self.model.rowCount()
        if not self.words.value() and count != case_lists.count_cases(self.shell.session, self._choice):
            self._show_list()
            return
        self.table.viewport().update()
        self._show_views()

    @classmethod
    def nav_count(cls, session: Session) -> int:
        return case_lists.count_cases(
            session, case_lists.choice_of(session, case_lists.default_view(session))
        )

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"next_step": lambda: self._open_row(self.table.current_row())}

    def search(self, words: str) -> None:
        """Show what is found by `words`; nothing shows the list again."""
        self.words.setText(words)
        self._search()

    def focus_first(self) -> None:
        """To the rows; to the search when there are none."""
        if not self.model.rowCount():
            self.words.setFocus()
            return
        self.table.setFocus()
        if self.table.current_row() < 0:
            self.table.selectRow(0)

    def save_draft(self) -> object | None:
        """Which list it was. The words of a search are kept nowhere (design.md §3)."""
        views = case_lists.saved_views(self.shell.session)
        return {"view": next((view.key for view in views if view.choice == self._choice), "")}

    def restore_draft(self, draft: object) -> None:
        key = draft.get("view") if isinstance(draft, dict) else None
        known = {view.key: view.choice for view in case_lists.saved_views(self.shell.session)}
        if key in known:
            self._choice = known[key]
            self.refresh()

    def _choose_view(self, key: str) -> None:
        self._choose(case_lists.choice_of(self.shell.session, key))

    def _choose(self, choice: CaseChoice) -> None:
        """Another list is opened by hand."""
        self._choice = choice
        self.words.clear()
        if self.shell.succeeds(lambda: case_lists.open_list(self.shell.session, choice)):
            self.shell.succeeds(self.refresh)

    def _show_list(self) -> None:
        row = max(self.table.current_row(), 0)
        session = self.shell.session
        self.model.set_source(
            CaseSource(session, self._choice, self._order, self._is_descending, session.clock.now())
        )
        self.table.show_order(self._order, is_descending=self._is_descending)
        self._show_views()
        count = self.model.rowCount()
        self._show_count(f"{count} {'ärende' if count == 1 else 'ärenden'}")
        if count:
            self.table.selectRow(min(row, count - 1))

    def _show_views(self) -> None:
        present = None if self.words.value() else self._choice
        self.views.show_views(case_lists.saved_views(self.shell.session), present)

    def _show_count(self, words: str) -> None:
        is_search, count = bool(self.words.value()), self.model.rowCount()
        self.head.set_title("Ärenden", words)
        self.table.setVisible(count > 0)
        self._nothing.setVisible(not count and not is_search)
        self._no_hits.setVisible(not count and is_search)

    def _search(self) -> None:
        if not self.words.value():
            self._watch.typed(())
            self.shell.succeeds(self._show_list)
            return
        self.shell.succeeds(self._show_hits)
        self._watch.typed([self.model.row_at(row).line.case_id for row in range(self.model.rowCount())])

    def _show_hits(self) -> None:
        found = searches.search(self.shell.session, self.words.value())
        self.model.set_rows([hit_row(hit) for hit in found.hits])
        self._show_views()
        count = len(found.hits)
        words = f"{count} {'träff' if count == 1 else 'träffar'}"
        self._show_count(f"de första {words}, skriv mer för att se andra" if found.has_more else words)

    def _sort(self, sort: str, is_descending: bool) -> None:
        self._order, self._is_descending = CaseOrder(sort), is_descending
        if not self.words.value():
            self.shell.succeeds(self._show_list)

    def _open_row(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self._watch.log()
            self.shell.go("case", case_id=self.model.row_at(row).line.case_id)

    def _fold(self) -> None:
        is_narrow = self.width() < style.chars(_NARROW_BELOW)
        self.views.set_narrow(is_narrow=is_narrow)
        self.fold.setVisible(is_narrow)
        self.filters.setVisible(not is_narrow or self.fold.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
