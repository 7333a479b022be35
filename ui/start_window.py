"""The window before anyone is signed in: one page at a time."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.pages.start_page import StartPage
from ui.widgets.practice_band import PracticeBand


class StartWindow(QWidget):
    """Holds the unlock page, the first start, recovery and restoring."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Allvar")
        self.setMinimumSize(640, 480)
        self.resize(1280, 800)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._band = PracticeBand()
        self._band.hide()
        self._stack = QStackedWidget()
        column.addWidget(self._band)
        column.addWidget(self._stack, 1)

    @property
    def page(self) -> StartPage | None:
        """The page that is shown."""
        page = self._stack.currentWidget()
        return page if isinstance(page, StartPage) else None

    def show_page(self, page: StartPage, *, is_practice: bool = False) -> None:
        """Show a page and put the focus where it begins."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._band.setVisible(is_practice)
        page.focus_first()

    def forget_pages(self) -> None:
        """Let go of every page, and of what was typed on it."""
        while (page := self._stack.widget(0)) is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)
