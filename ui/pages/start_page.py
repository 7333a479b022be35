"""What the pages before the main window have in common: one calm column in the middle."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allvar_desktop.errors import KnownError
from ui import background, style
from ui.style import Size
from ui.widgets.flow import Flow
from ui.widgets.scrolling import UpDown
from ui.widgets.text import Text, Tone


class StartPage(QWidget):
    """Title, quiet words, and `body` for the rest; `message` says what went wrong."""

    def __init__(self, title: str, words: str = "") -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = UpDown()
        outer.addWidget(self._area)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(*(4 * [style.step(3)]))
        row.addStretch(1)
        column_widget = QWidget()
        column_widget.setMaximumWidth(style.chars(72))
        row.addWidget(column_widget, 1000)
        row.addStretch(1)
        column = QVBoxLayout(column_widget)
        column.setContentsMargins(0, style.step(2), 0, style.step(2))
        column.setSpacing(style.step(1.75))
        self.title = Text(title, Size.TITLE, is_bold=True)
        self.words = Text(words, tone=Tone.QUIET)
        if not words:  # showing a label that has no window yet would open one for it
            self.words.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(style.step(1.75))
        self.message = Text("", tone=Tone.WRONG)
        self.message.hide()
        self._button_place = QWidget()
        self.buttons = Flow(self._button_place, gap=1.25)
        for part in (self.title, self.words):
            column.addWidget(part)
        column.addLayout(self.body)
        column.addWidget(self.message)
        column.addWidget(self._button_place)
        column.addStretch(1)
        self._area.setWidget(inside)

    def focus_first(self) -> None:
        """Put the focus where one begins."""

    def say(self, sentence: str, tone: Tone = Tone.WRONG) -> None:
        """Show a sentence above the buttons; "" takes it away."""
        self.message.set_tone(tone)
        self.message.setText(sentence)
        self.message.setAccessibleName(sentence)
        self.message.setVisible(bool(sentence))
        if sentence:  # with large text it may lie below the edge; laid out first
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.message))

    def show_error(self, error: BaseException) -> None:
        """What went wrong and what to do, or the dialog for what nobody expected."""
        self.set_busy("")
        if isinstance(error, KnownError):
            self.say(f"{error.sentence} {error.next_step}")
        else:
            from ui.dialogs import bug

            bug.show(error)

    def set_busy(self, words: str) -> None:
        """While something slow goes on: the words, and nothing to press. "" when it is over."""
        if words or self.message.foregroundRole() == Tone.QUIET.value:
            self.say(words, Tone.QUIET)
        self._button_place.setEnabled(not words)
        self.setCursor(Qt.CursorShape.BusyCursor if words else Qt.CursorShape.ArrowCursor)

    @property
    def is_busy(self) -> bool:
        """Whether something slow is going on."""
        return not self._button_place.isEnabled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_F1:
            super().keyPressEvent(event)
            return
        from ui import help  # noqa: A004 -- the module is named for what F1 is called

        found = help.find("start", self.focusWidget())
        self.say(f"{found.title}: {found.text.strip()}", Tone.QUIET)

    def in_thread(self, words: str, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Do something slow beside the window, saying `words`; then `done`, or the error is shown."""
        self.set_busy(words)

        def finish(answer: Any) -> None:
            self.set_busy("")
            self.attempt(lambda: done(answer))

        background.start(work, finish, self.show_error, self)

    def attempt(self, work: Callable[[], object]) -> None:
        """Do something quick, showing what goes wrong."""
        try:
            work()
        except Exception as error:  # noqa: BLE001 -- known errors are told of, others shown as bugs
            self.show_error(error)
