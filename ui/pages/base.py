"""How all pages are built."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import style
from ui.navigation import Shell
from ui.shown_page import ShownPage
from ui.tab_order import in_layout_order
from ui.widgets.banner import Banner
from ui.widgets.headings import PageHead
from ui.widgets.scrolling import UpDown


class Page(ShownPage):
    """Head, banner and body. The body scrolls up and down, or with `scrolls = False` fills the window."""

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

    def focus_first(self) -> None:
        for widget in in_layout_order(self.content):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that `widget` is seen."""
        if self.scrolls:
            self._scroll.ensureWidgetVisible(widget)
