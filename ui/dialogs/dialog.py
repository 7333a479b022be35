"""The frame of every dialog of ours: a question, what answers it, and buttons with the filled one last."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import style, tab_order
from ui.style import Size
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Text, Tone


def window_below() -> QWidget | None:
    """The window that a new dialog belongs to; never a dialog that has been answered and is going away."""
    found = QApplication.activeModalWidget() or QApplication.activeWindow()
    while isinstance(found, QDialog) and not found.isVisible():
        found = found.parentWidget()
    return found


class Dialog(QDialog):
    """`yes` is the filled button and answers with acceptance; `no` (or Esc) leaves everything as it was."""

    def __init__(
        self, title: str, text: str = "", yes: str = "OK", no: str = "Avbryt", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        tab_order.follow_layout(self)
        self.setMinimumWidth(style.chars(52))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(4 * [style.step(3)]))
        outer.setSpacing(style.step(1.5))
        outer.addWidget(Text(title, Size.SECTION, is_bold=True))
        self.explanation = Text(text, tone=Tone.QUIET)
        if not text:
            self.explanation.hide()
        outer.addWidget(self.explanation)
        self.body = QVBoxLayout()
        self.body.setSpacing(style.step(1.5))
        outer.addLayout(self.body)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(style.step(1.25))
        self.buttons.addStretch(1)
        self.no_button = Button(no)
        self.no_button.clicked.connect(self.reject)
        if not no:
            self.no_button.hide()
        self.yes_button = Button(yes, Kind.PRIMARY)
        self.yes_button.setDefault(True)
        self.yes_button.clicked.connect(self.try_accept)
        self.buttons.addWidget(self.no_button)
        self.buttons.addWidget(self.yes_button)
        outer.addLayout(self.buttons)

    def try_accept(self) -> None:
        """Accept, unless a subclass finds something missing."""
        self.accept()

    def written(self) -> str:
        """What is written in it and kept nowhere else, in one line, for the lock to keep; "" for nothing."""
        return ""

    def ask(self) -> bool:
        """Show it and wait; whether it was accepted."""
        return bool(self.exec() == QDialog.DialogCode.Accepted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        layout = self.layout()
        # Qt sizes a dialog as if its texts stood on as few lines as they like.
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if needed > self.height():
            self.resize(self.width(), needed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.try_accept()
            return
        super().keyPressEvent(event)
