"""A panel at the right edge with the help for one field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import style
from ui.help import Help
from ui.style import Size
from ui.widgets.buttons import Button, Kind
from ui.widgets.card import Card
from ui.widgets.scrolling import UpDown
from ui.widgets.text import Text, Tone


class HelpPanel(Card):
    """Lies over the page's right edge; the arrows scroll what is long.

    Esc or *Stäng* takes it away and gives the focus back.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        self._title = Text("", Size.SECTION, is_bold=True)
        self.close_button = Button("Stäng hjälpen", Kind.LINK, icon="x")
        self.close_button.set_folded(True)
        self.close_button.clicked.connect(self.dismiss)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self._text = Text("", Size.TEXT, Tone.PLAIN)
        self._area = UpDown()
        self._area.setWidget(self._text)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in (self._area.viewport(), self._text):  # the card's own surface shows through
            part.setAutoFillBackground(False)
        self.body.addWidget(self._area, 1)
        self._is_cut = False
        self._came_from: QWidget | None = None
        self.hide()

    def show_help(self, text: Help, came_from: QWidget | None) -> None:
        """Show a help text; `came_from` gets the focus back afterwards."""
        self._came_from = came_from
        self._title.setText(text.title)
        self._area.verticalScrollBar().setValue(0)
        self._text.setText(text.text)
        for widget in (self, self._area):
            widget.setAccessibleName(f"{text.title}. {text.text}")
        self.place()
        self.show()
        self.raise_()
        (self._area if self._is_cut else self.close_button).setFocus()

    def place(self) -> None:
        """Keep to the right edge of the window."""
        around = self.parentWidget()
        if around is not None:
            width = min(style.chars(44), around.width() - style.step(4))
            edge = style.step(2.25)
            head = self.close_button.sizeHint().height() + self.body.spacing() + 2 * edge
            text = self._text.heightForWidth(width - 2 * edge - style.step(1.5)) + style.step(1)
            # What is longer than the window, as it can be with large text, scrolls, and takes the arrows.
            self._is_cut = head + text > around.height()
            policy = Qt.FocusPolicy.StrongFocus if self._is_cut else Qt.FocusPolicy.NoFocus
            self._area.setFocusPolicy(policy)
            height = min(max(head + text, style.step(24)), around.height())
            self.setGeometry(around.width() - width, 0, width, height)

    def dismiss(self) -> None:
        """Take the panel away."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus()
            self._came_from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)
