"""Forms: each field with its label, buddy, accessible name and the sentence under it."""

from collections.abc import Iterable
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from allvar_desktop.domain.problem import Problem
from ui import style
from ui.style import Size
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.text import Text, Tone
from ui.widgets.tick import Tick

HELP_PROPERTY = "help_topic"
"""The Qt property that names a widget's help text for F1."""


class Field(Protocol):
    """What every field offers."""

    value_changed: Any

    def value(self) -> Any:
        """What stands in the field."""
        ...

    def set_value(self, value: Any) -> None:
        """Put something in the field."""
        ...

    def set_wrong(self, is_wrong: bool) -> None:
        """Show or take away that something is wrong."""
        ...


class FormRow(QWidget):
    """A label, its field, and under it a hint, what was understood, or what is wrong."""

    def __init__(self, name: str, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.name = name
        self.field = field
        self._hint = hint
        self._has_problem = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(0.5))
        self.label = Text(label, Size.SMALL, Tone.QUIET)
        self.label.setBuddy(field)
        self.note = Text(hint, Size.SMALL, Tone.QUIET)
        if not hint:  # showing a label that has no window yet would open one for it
            self.note.hide()
        column.addWidget(self.label)
        column.addWidget(field)
        column.addWidget(self.note)
        column.addStretch(1)
        field.setAccessibleName(field.text() if isinstance(field, Tick) else label)
        field.setProperty(HELP_PROPERTY, name)
        if isinstance(field, ChoiceChips):
            field.name_buttons(label)
        if hasattr(field, "told"):
            field.told.connect(self._show_told)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def as_field(self) -> Field:
        """The field by what every field offers."""
        return cast("Field", self.field)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; "" takes it away."""
        self.as_field.set_wrong(bool(sentence))
        if sentence or self._has_problem:
            self._show_told(sentence, bool(sentence))
        self._has_problem = bool(sentence)

    def _show_told(self, sentence: str, is_wrong: bool) -> None:
        words = sentence or self._hint
        self.note.setText(words)
        self.note.set_tone(Tone.WRONG if is_wrong else Tone.QUIET)
        self.note.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        self.updateGeometry()


class Form(QObject):
    """The rows of one form by name. Lay each row out where it belongs."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, FormRow] = {}

    def row(self, name: str, label: str, field: QWidget, hint: str = "") -> FormRow:
        """A new row for `field`, known as `name` in problems, drafts and help."""
        made = FormRow(name, label, field, hint)
        self.rows[name] = made
        made.as_field.value_changed.connect(lambda: self._edited(made))
        return made

    def remove(self, name: str) -> None:
        """Forget a row and delete its widgets."""
        self.rows.pop(name).deleteLater()

    def values(self) -> dict[str, Any]:
        """What stands in each field, by name: also the draft of the form."""
        return {name: row.as_field.value() for name, row in self.rows.items()}

    def set_values(self, values: dict[str, Any]) -> None:
        """Put values back; names that the form has not are passed over."""
        for name, value in values.items():
            if name in self.rows:
                self.rows[name].as_field.set_value(value)

    def show_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Show each problem under its field and go to the first; those of no field here come back."""
        self.clear_problems()
        rest: list[Problem] = []
        first: FormRow | None = None
        for problem in problems:
            row = self.rows.get(problem.field)
            if row is None:
                rest.append(problem)
                continue
            row.show_problem(problem.message)
            first = first or row
        if first is not None:
            first.field.setFocus()
            if isinstance(first.field, QLineEdit):
                first.field.selectAll()
        return rest

    def clear_problems(self) -> None:
        """Take all sentences about problems away."""
        for row in self.rows.values():
            row.show_problem("")

    def _edited(self, row: FormRow) -> None:
        row.as_field.set_wrong(False)
        self.changed.emit()
