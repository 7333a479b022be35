"""A password: hidden unless one wants to see it, with a word about Caps Lock."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui import style
from ui.widgets.text_fields import TextField
from ui.widgets.tick import Tick

_CAPS_ON = "Caps Lock är på: bokstäverna blir stora."


class PasswordLine(TextField):
    """The line itself. What is typed is kept as it is, blanks and all."""

    def __init__(self) -> None:
        super().__init__(200, 32)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._is_caps_told = False

    def value(self) -> str:
        return self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        sign = event.text()
        if sign.isalpha():
            # Qt does not tell the lock's state, but a capital without Shift gives it away.
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            is_on = sign.isupper() != has_shift
            if is_on != self._is_caps_told:
                self._is_caps_told = is_on
                self.tell(_CAPS_ON if is_on else "", is_wrong=False)


class PasswordField(QWidget):
    """The line with *Visa lösenordet* under it."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(0.5))
        self.line = PasswordLine()
        self.show_tick = Tick("Visa lösenordet")
        self.show_tick.toggled.connect(self._show)
        column.addWidget(self.line)
        column.addWidget(self.show_tick)
        self.setFocusProxy(self.line)
        self.value_changed = self.line.value_changed
        self.told = self.line.told

    def value(self) -> str:
        """The password as typed."""
        return self.line.text()

    def set_value(self, text: str) -> None:
        """Put a password there."""
        self.line.setText(text)

    def set_wrong(self, is_wrong: bool) -> None:
        """Show or take away the red edge."""
        self.line.set_wrong(is_wrong)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _show(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
