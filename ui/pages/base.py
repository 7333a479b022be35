"""What all pages have in common."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.gate import Check
from allvar_desktop.services.session import Session
from ui import style
from ui.navigation import Shell
from ui.tab_order import in_layout_order
from ui.widgets.banner import Banner
from ui.widgets.headings import PageHead
from ui.widgets.scrolling import UpDown


class Page(QWidget):
    """A page of the window: head, banner and body.

    `key` is the page's own key and the scope of its actions; `nav_key` lights an entry of the navigation.
    The body scrolls up and down, or with `scrolls = False` fills the window (for a table of its own).
    """

    key: ClassVar[str] = ""
    nav_key: ClassVar[str] = ""
    scrolls: ClassVar[bool] = True

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.head = PageHead()
        self.banner = Banner()
        self.body = QVBoxLayout()
        self.body.setSpacing(style.step(1.5))
        column = QVBoxLayout(self)
        edge = style.step(4 if style.theme().step < 12 else 2)
        column.setContentsMargins(edge, style.step(2.5), 0, 0)
        column.setSpacing(style.step(1.5))
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, edge, 0)
        top.setSpacing(style.step(1.5))
        top.addWidget(self.head)
        top.addWidget(self.banner)
        column.addLayout(top)
        self.content = QWidget()
        outer = QVBoxLayout(self.content)
        outer.setContentsMargins(0, 0, edge, style.step(2))
        outer.addLayout(self.body, 0 if self.scrolls else 1)
        self._scroll = UpDown()
        if self.scrolls:
            outer.addStretch(1)
            self._scroll.setWidget(self.content)
            column.addWidget(self._scroll, 1)
        else:
            column.addWidget(self.content, 1)

    def open(self, **params: Any) -> None:
        """Get ready for what the page was opened with; may raise `KnownError`. Ends with `refresh`."""
        self.refresh()

    def refresh(self) -> None:
        """Show what the register holds now."""

    def tick(self) -> None:
        """A minute has passed: show the time left anew. Never leaves a log entry."""

    def save_draft(self) -> object | None:
        """What is typed and not yet saved, as plain values that JSON can hold; None for nothing."""
        return None

    def restore_draft(self, draft: object) -> None:
        """Put back what `save_draft` gave, after `open`."""

    def may_leave(self) -> bool:
        """Whether another page may be shown now; a page that must ask first asks here."""
        return True

    def pause(self) -> None:
        """The program is about to lock: store what is not a draft, and close what must not stay open."""

    @classmethod
    def nav_count(cls, session: Session) -> int:
        """The number at the page's name in the navigation; for pages whose entry says that they have one."""
        raise NotImplementedError

    def mend(self, check: Check) -> None:
        """Open the form for what stops a paper; a page without such forms does nothing."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the page does for actions of `ui.actions`: its own, and *print*, *save*, *next_step*."""
        return {}

    def focus_first(self) -> None:
        """Put the focus where one begins; the page itself decides, else the first widget that takes it."""
        for widget in in_layout_order(self.content):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_top(self) -> None:
        """Scroll to where the page begins."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that `widget` is seen."""
        if self.scrolls:
            self._scroll.ensureWidgetVisible(widget)
