"""A panel at the right edge with the help for one field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import style
from ui.help import Help
from ui.style import Size
from ui.widgets.buttons import Button, Kind
from ui.widgets.card import Card
from ui.widgets.text import Text, Tone


class HelpPanel(Card):
    """Lies over the page's right edge; Esc or *Stäng* takes it away and gives the focus back."""

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
        self.body.addWidget(self._text)
        self.body.addStretch(1)
        self._came_from: QWidget | None = None
        self.hide()

    def show_help(self, text: Help, came_from: QWidget | None) -> None:
        """Show a help text; `came_from` gets the focus back afterwards."""
        self._came_from = came_from
        self._title.setText(text.title)
        self._text.setText(text.text)
        self.setAccessibleName(f"{text.title}. {text.text}")
        self.place()
        self.show()
        self.raise_()
        self.close_button.setFocus()

    def place(self) -> None:
        """Keep to the right edge of the window."""
        around = self.parentWidget()
        if around is not None:
            width = min(style.chars(44), around.width() - style.step(4))
            height = min(max(self.heightForWidth(width), style.step(24)), around.height())
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
