"""Why the child's own view is missing (art. 12); kept by itself while one types."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.record import CHILD_VIEW_SECTIONS
from allvar_desktop.domain.record_contents import has_childs_view
from allvar_desktop.services.record_editing import note_child_view_missing
from ui import style
from ui.pages.meeting_desk import MeetingDesk
from ui.widgets.form import FormRow
from ui.widgets.text import Text, Tone
from ui.widgets.text_fields import LongText

_PAUSE_IN_TYPING = 1500
"""Milliseconds without a keystroke after which the reason is stored."""


class ChildViewField(QWidget):
    """In the sections kept for the child, while its own view is not there."""

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self._desk = desk
        self.field = LongText(text_limits.NOTE, 2)
        self.row = FormRow(
            "child_view_missing",
            "Varför saknas barnets egen syn?",
            self.field,
            "Fylls bara i när barnet inte själv kommer till tals.",
        )
        self._told = Text("", tone=Tone.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.step(1), 0, 0)
        column.addWidget(self.row)
        column.addWidget(self._told)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_IN_TYPING)
        self._timer.timeout.connect(self.keep)
        self.field.value_changed.connect(self._timer.start)

    def show_in(self, section: str) -> None:
        """Show it where it belongs, with what is stored."""
        desk = self._desk
        stored = desk.contents.record.child_view_missing if desk.contents else ""
        contents = desk.contents
        is_asked = contents is not None and (bool(stored) or not has_childs_view(desk.facts, contents))
        self.setVisible(section in CHILD_VIEW_SECTIONS and is_asked and (desk.may_write or bool(stored)))
        self.row.setVisible(desk.may_write)
        self._told.setText(f"Barnets egen syn saknas: {desk.hidden(stored)}")
        self._told.setVisible(not desk.may_write)
        if not self._timer.isActive() and self.field.value() != stored:
            self.field.blockSignals(True)
            self.field.set_value(stored)
            self.field.blockSignals(False)

    def keep(self) -> None:
        """Store what stands here, when it is something new."""
        self._timer.stop()
        desk, reason = self._desk, self.field.value()
        if desk.may_write and desk.contents and reason != desk.contents.record.child_view_missing:
            desk.write(lambda: note_child_view_missing(desk.session, desk.meeting_id, reason))

    def forget(self) -> None:
        """Another talk is opened."""
        self._timer.stop()
