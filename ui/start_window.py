"""The window before anyone is signed in: one page at a time."""

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.pages.start_page import StartPage
from ui.widgets.practice_band import PracticeBand


class StartWindow(QWidget):
    """Holds the unlock page, the first start, recovery and restoring."""

    painted = Signal()
    """The window has been painted for the first time."""

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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.windowHandle()
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The pages cover the whole window, so that its own paintEvent never comes. Exposing paints at once.
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return False

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)
