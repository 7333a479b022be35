"""What a move asks for: who wanted it and why, with the old time in sight."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.meeting import AskedBy, Meeting
from allvar_desktop.domain.time_text import long_instant_text
from ui import style
from ui.widgets.choices import ChoiceChips
from ui.widgets.form import Form
from ui.widgets.text import Text, Tone
from ui.widgets.text_fields import TextField


class MoveFields(QWidget):
    """Shown only while a booking is moved."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form(self)
        self.old = Text("", tone=Tone.QUIET)
        self.asked = ChoiceChips([(each, f"{each.text[:1].upper()}{each.text[1:]}") for each in AskedBy])
        self.reason = TextField(text_limits.NOTE, 40)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1))
        column.addWidget(self.old)
        column.addWidget(self.form.row("asked_by", "Vem bad om det?", self.asked))
        column.addWidget(self.form.row("reason", "Varför flyttas tiden?", self.reason))
        self.form.changed.connect(self.changed)

    def show_old(self, meeting: Meeting) -> None:
        """Say what is booked now, and what becomes of it."""
        place = f"rum {meeting.room}" if meeting.room else meeting.place
        self.old.setText(
            f"Bokat nu: {long_instant_text(meeting.starts)}, {place}, {meeting.minutes} minuter. "
            "Den bokningen står kvar som flyttad, och kallelser till den blir makulerade."
        )

    def clear(self) -> None:
        """Nothing is answered."""
        self.asked.set_value(None)
        self.reason.set_value("")
        self.form.clear_problems()

    def draft(self) -> dict[str, Any]:
        """What stands in the fields, as plain JSON."""
        return self.form.values()

    def set_draft(self, draft: Mapping[str, Any]) -> None:
        """Put back what `draft` gave."""
        self.form.set_values(dict(draft))
