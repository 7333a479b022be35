"""What an empty page says: what would be here, and how it comes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import style
from ui.style import Size
from ui.widgets.buttons import Button
from ui.widgets.text import Text, Tone


class EmptyState(QWidget):
    """`what` would be here, `how` it comes, and the button that makes it come."""

    def __init__(self, what: str, how: str, button: Button | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.step(1.5), 0, style.step(1.5))
        column.setSpacing(style.step(0.75))
        column.addWidget(Text(what, Size.TEXT, is_bold=False))
        column.addWidget(Text(how, Size.TEXT, Tone.QUIET))
        if button is not None:
            column.addWidget(button)
