"""*Ett ärende*: the head with its clock, the way at the left, the open step, and what has happened."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from allvar_desktop.domain.gate import Check
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.services.case_views import case_view
from ui import style
from ui.case_opening import open_or_ask
from ui.navigation import Shell
from ui.pages.base import Page
from ui.pages.case_cards import CaseCards
from ui.pages.case_desk import CaseDesk
from ui.pages.case_head import CaseHead
from ui.pages.case_hints import hint_rows
from ui.pages.case_matter_card import link_section
from ui.pages.case_path import CasePath, first_open
from ui.pages.case_remedies import mend
from ui.pages.case_timeline import timeline_section
from ui.widgets.buttons import Button, Kind

_LIES_SIDE_BY_SIDE_FROM = 104
"""Characters of width from which the way stands beside the card and not above it."""
_NO_LIMIT = 16_777_215
"""Qt's own widest widget."""


class CasePage(Page):
    """The page of one case; opened with `case_id`, and with `moved` (a meeting) after a move."""

    key: ClassVar[str] = "case"
    nav_key: ClassVar[str] = "cases"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.desk = CaseDesk(shell, self.refresh, self.open_part)
        self.cards = CaseCards(self.desk)
        self.desk.ways = self.cards.ways()
        self._head = CaseHead(self.head, self.desk)
        self._open_key = ""
        self._next_key = ""
        self._is_whole = False
        self.path = CasePath()
        self.path.chosen.connect(self.open_part)
        self.right = QWidget()
        self._column = QVBoxLayout(self.right)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.step(1.5))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(style.step(3))
        self._both.addWidget(self.path)
        self._both.addWidget(self.right, 1)
        self.body.addLayout(self._both)

    def open(self, **params: Any) -> None:
        """Open the case, with its log entry; a colleague's asks why first. KnownError where it may not be."""
        wanted, moved = CaseId(params["case_id"]), params.get("moved")
        session = self.shell.session
        open_or_ask(session, wanted)
        self.desk.case_id = wanted
        self.desk.shown = case_view(session, wanted)
        self._is_whole = False
        self._open_key = self._next_key = first_open(self.desk)
        self.refresh()
        self._scroll.verticalScrollBar().setValue(0)
        if moved is not None:
            QTimer.singleShot(0, self, lambda: self.cards.meetings.tell_moved(MeetingId(moved)))

    def refresh(self) -> None:
        """Show the case as it is now. When the open step was the next one and is done, the new one opens."""
        if not self.desk.case_id:
            return
        self.desk.shown = case_view(self.shell.session, self.desk.case_id)
        following = first_open(self.desk)
        if self._open_key == self._next_key:
            self._open_key = following
        self._next_key = following
        self._head.show()
        self.path.show_path(self.desk, self._open_key)
        self._show_parts()

    def open_part(self, key: str) -> None:
        """Show another card."""
        self._open_key = key
        self.path.open_step(key)
        self._show_parts()

    def _show_parts(self) -> None:
        focused = self._focused_name()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.card = self.cards.make(self._open_key)
        links = link_section(self.desk, self.cards.matter.unlink)
        events = timeline_section(self.desk, is_whole=self._is_whole, show_whole=self._show_whole)
        for part in (*hint_rows(self.desk, self.cards), self.card, events, *([links] if links else [])):
            self._column.addWidget(part)
            part.show()  # Qt would do it later, and nothing hidden takes the focus
        self._column.addStretch(1)
        self._focus_again(focused)

    def _show_whole(self) -> None:
        self._is_whole = True
        self._show_parts()

    def _focused_name(self) -> str | None:
        """What has the focus on the right; None when the focus is elsewhere."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None and self.right.isAncestorOf(widget) else None

    def _focus_again(self, name: str | None) -> None:
        """The widget that took the place of the one that had the focus, else the card's first one."""
        if name is None:
            return
        takes_tab = [
            widget
            for widget in self.right.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(self.right)
        ]
        same = [widget for widget in takes_tab if widget.accessibleName() == name]
        for widget in (same or takes_tab)[:1]:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def mend(self, check: Check) -> None:
        mend(self.desk, self.cards, check)

    def tick(self) -> None:
        """The time left, and nothing else: what has the focus stays."""
        if self.desk.case_id:
            self._head.show_clock(case_view(self.shell.session, self.desk.case_id))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {name: work for name, work in self.desk.ways.items() if self.desk.shown is not None}

    def save_draft(self) -> object | None:
        if not self.desk.case_id:
            return None
        return {"part": self._open_key, "form": self.desk.typed_form()}

    def restore_draft(self, draft: object) -> None:
        if not isinstance(draft, dict):
            return
        part, form = draft.get("part"), draft.get("form")
        if isinstance(part, str) and part in self.cards.keys:
            self.open_part(part)
        if isinstance(form, dict):
            # After the window is shown again: the form is modal, and opens over the page.
            QTimer.singleShot(0, self, lambda: self.cards.reopen(form))

    def focus_first(self) -> None:
        """The next step's button, so that Space does it; where it may lie below the edge, the open step."""
        first = next((b for b in self.card.findChildren(Button) if b.kind is Kind.PRIMARY), None)
        fits = self.card.heightForWidth(self.card.width()) < self._scroll.viewport().height()
        if first is not None and fits and not self.path.is_narrow:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.path.focus_open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < style.chars(_LIES_SIDE_BY_SIDE_FROM)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._both.setDirection(direction)
        self.path.set_narrow(is_narrow=is_narrow)
        self.path.setMinimumWidth(0 if is_narrow else style.chars(34))
        self.path.setMaximumWidth(_NO_LIMIT if is_narrow else style.chars(34))
