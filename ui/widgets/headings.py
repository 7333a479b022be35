"""The head of a page and of a section."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import palette, style
from ui.style import Size
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.text import Text, Tone


class Hairline(QWidget):
    """A thin line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(palette.current().hairline))


class SectionHead(QWidget):
    """The bold head of a section with its hairline; `side` stands at the right end."""

    def __init__(self, title: str, side: QWidget | None = None, *, has_line: bool = True) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.step(2), 0, 0)
        column.setSpacing(style.step(1))
        row = QHBoxLayout()
        self.title = Text(title, Size.SECTION, is_bold=True)
        row.addWidget(self.title, 1)
        if side is not None:
            row.addWidget(side)
        column.addLayout(row)
        if has_line:
            column.addWidget(Hairline())


class Section(QWidget):
    """A head with what belongs under it, close together: put rows in with `body`."""

    def __init__(self, title: str, *widgets: QWidget, side: QWidget | None = None) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.head = SectionHead(title, side)
        self.body.addWidget(self.head)
        for widget in widgets:
            self.body.addWidget(widget)


class PageHead(QWidget):
    """Title, quiet words beside it, a state, and the page's buttons with the filled one last."""

    def __init__(self) -> None:
        super().__init__()
        outer = Flow(self, gap=2, line_gap=1)
        words = QWidget()
        line = Flow(words, gap=1.75, line_gap=0.5)
        self.title = Text("", Size.TITLE, is_bold=True)
        self.subtitle = Text("", tone=Tone.QUIET)
        line.add(self.title, self.subtitle)
        self._state_place = QWidget()
        self._states = Flow(self._state_place)
        self._button_place = QWidget()
        self._buttons = Flow(self._button_place, gap=1.25, is_right=True)
        outer.add(words, weight=1)
        outer.add(self._state_place, self._button_place)
        self._state_place.hide()
        self._button_place.hide()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Show the title and the quiet words after it."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def set_state(self, *widgets: QWidget) -> None:
        """Show these in place of what stood before: pill, protection marks, *Varför?*."""
        self._states.clear()
        self._states.add(*widgets)
        self._state_place.setVisible(bool(widgets))

    def set_buttons(self, *buttons: Button) -> None:
        """Show these buttons; the filled one last."""
        self._buttons.clear()
        self._buttons.add(*buttons)
        self._button_place.setVisible(bool(buttons))
