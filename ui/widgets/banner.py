"""News under the page head, with its undo or its one recommended action."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import palette, style
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Text


class Banner(QWidget):
    """One message at a time. `state` gives its colour: calm news are `within_day`, warnings `urgent`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = "within_day"
        row = QHBoxLayout(self)
        row.setContentsMargins(style.step(2), style.step(1), style.step(1), style.step(1))
        row.setSpacing(style.step(2))
        self.message = Text("")
        self.button = Button("", Kind.LINK)
        self.close_button = Button("Stäng", Kind.LINK, icon="x", name="Stäng meddelandet")
        self.close_button.set_folded(True)
        row.addWidget(self.message, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self._action: Callable[[], object] | None = None
        self.button.clicked.connect(self._act)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()

    def tell(
        self,
        message: str,
        words: str = "",
        action: Callable[[], object] | None = None,
        *,
        state: str = "within_day",
    ) -> None:
        """Show a message; `words` on the button that does `action` and takes the message away."""
        self._state = state
        self._action = action
        self.message.setText(message)
        self.setAccessibleName(message)
        self.button.set_words(words)
        self.button.setVisible(bool(words and action))
        self.show()
        self.update()

    @property
    def tells_of_a_problem(self) -> bool:
        """Whether something that went wrong, or stands in the way, is told of now."""
        return not self.isHidden() and self._state in ("overdue", "urgent")

    def dismiss(self) -> None:
        """Take the message away."""
        self._action = None
        self.hide()

    def _act(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()

    def paintEvent(self, event: QPaintEvent) -> None:
        pair = palette.current().states[self._state]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(pair.tint))
        painter.fillRect(0, 0, 3, self.height(), QColor(pair.ink))
