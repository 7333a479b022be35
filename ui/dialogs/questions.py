"""The small dialogs: a reason to choose, a text to write, a thing to copy."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.problem import Problem
from ui import style
from ui.dialogs.dialog import Dialog
from ui.dialogs.field_area import FieldArea
from ui.widgets.choices import ChoiceChips, Option
from ui.widgets.form import Form
from ui.widgets.text_fields import LongText, TextField


class ReasonDialog(Dialog):
    """One reason of a list, by a number key, and perhaps a note."""

    def __init__(
        self,
        title: str,
        text: str,
        options: Sequence[Option],
        yes: str,
        note_label: str,
        *,
        needs_note: Sequence[object] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, text, yes, parent=parent)
        self._needs_note = tuple(needs_note)
        self.form = Form(self)
        self.chips = ChoiceChips(options)
        self.note = LongText(text_limits.NOTE, 3)
        self._area = FieldArea()
        self.body.addWidget(self._area)
        if options:
            self._area.fields.addWidget(self.form.row("reason", "Orsak", self.chips))
        if note_label:
            self._area.fields.addWidget(self.form.row("note", note_label, self.note))
        self._has_options = bool(options)
        (self.chips if options else self.note).setFocus()

    def answer(self) -> tuple[object, str]:
        """The chosen value (None when there were none to choose) and the note."""
        return self.chips.value(), self.note.value()

    def written(self) -> str:
        """What is written in it, for the lock to keep."""
        return self.note.value()

    def try_accept(self) -> None:
        value, note = self.answer()
        problems = []
        if self._has_options and value is None:
            problems.append(Problem("reason", "Välj en orsak."))
        needs_note = not self._has_options or value in self._needs_note
        if needs_note and "note" in self.form.rows and not note:
            problems.append(Problem("note", "Skriv en kort förklaring."))
        if not problems:
            self.accept()
        self.form.show_problems(problems)

    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self._area.wide_enough() + style.step(6), self.height())
        super().showEvent(event)


class TextDialog(Dialog):
    """One line of text, which may not be empty."""

    def __init__(
        self,
        title: str,
        label: str,
        start: str = "",
        text: str = "",
        yes: str = "Spara",
        limit: int = text_limits.LINE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, text, yes, parent=parent)
        self.form = Form(self)
        self.field = TextField(limit, 36)
        self.field.setText(start)
        self._start = start
        self._label = label
        self.body.addWidget(self.form.row("text", label, self.field))
        self.field.setFocus()

    def written(self) -> str:
        """What is written in it, for the lock to keep; "" for what stood there from the start."""
        text = self.field.value()
        return "" if text == self._start else text

    def try_accept(self) -> None:
        if self.field.value():
            self.accept()
        else:
            self.form.show_problems([Problem("text", f"Fyll i {self._label.lower()}.")])
