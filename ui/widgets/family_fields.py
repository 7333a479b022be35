"""The guardians and other adults of a new case: two rows to begin with, more with a key."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.domain.problem import Problem
from ui import actions, style
from ui.style import Size
from ui.widgets.buttons import Button, Kind
from ui.widgets.flow import Flow
from ui.widgets.party_fields import PartyFields
from ui.widgets.text import Text, Tone

_FIRST_ROWS = 2
_MOST_ROWS = 12


class _Adult(QWidget):
    """One adult under a small head; those beyond the first two can be taken away."""

    def __init__(self, fields: PartyFields, *, may_go: bool) -> None:
        super().__init__()
        self.fields = fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, style.step(1))
        column.setSpacing(style.step(0.75))
        self.head = Text("", Size.TEXT, Tone.PLAIN, is_bold=True)
        self.remove_button = Button("Ta bort", Kind.LINK, icon="x")
        if not may_go:
            self.remove_button.hide()
        line = QHBoxLayout()
        line.addWidget(self.head, 1)
        column.addLayout(line)
        column.addWidget(fields)
        foot = QHBoxLayout()
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        column.addLayout(foot)

    def set_title(self, title: str) -> None:
        """Whose fields these are."""
        self.head.setText(title)
        self.fields.set_who(title)
        self.remove_button.setAccessibleName(f"{title}: ta bort raden")


class FamilyFields(QWidget):
    """Gives the adults that something is typed of, in their order."""

    changed = Signal()

    def __init__(
        self, today: Callable[[], date], languages: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._languages = languages
        self._rows: list[_Adult] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.step(1))
        place = QWidget()
        flow = Flow(place)
        guardian, adult = actions.action("add_guardian"), actions.action("add_adult")
        self.guardian_button = Button("Lägg till vårdnadshavare", icon="user-plus", hint=guardian.hint)
        self.adult_button = Button("Lägg till annan vuxen", icon="user-plus", hint=adult.hint)
        self.guardian_button.clicked.connect(lambda: self.add(PartyRole.GUARDIAN))
        self.adult_button.clicked.connect(lambda: self.add(PartyRole.OTHER_ADULT))
        flow.add(self.guardian_button, self.adult_button)
        self._column.addWidget(place)
        for _ in range(_FIRST_ROWS):
            self.add(PartyRole.GUARDIAN, has_focus=False)

    def rows(self) -> list[PartyFields]:
        """The fields of each row, also of empty ones."""
        return [row.fields for row in self._rows]

    def filled_rows(self) -> list[PartyFields]:
        """The rows in which something is typed."""
        return [fields for fields in self.rows() if not fields.is_empty()]

    def adults(self) -> tuple[NewParty, ...]:
        """The persons of the rows in which something is typed."""
        return tuple(fields.party() for fields in self.filled_rows())

    def add(self, role: PartyRole, *, has_focus: bool = True) -> None:
        """One more row; nothing happens beyond a dozen."""
        if len(self._rows) >= _MOST_ROWS:
            return
        fields = PartyFields(role, self._today, self._languages)
        row = _Adult(fields, may_go=len(self._rows) >= _FIRST_ROWS)
        fields.changed.connect(self._edited)
        row.remove_button.clicked.connect(lambda: self.remove(row))
        self._rows.append(row)
        self._column.insertWidget(len(self._rows) - 1, row)
        self._name_rows()
        if has_focus:
            fields.form.rows["name"].field.setFocus()
            self.changed.emit()

    def remove(self, row: QWidget) -> None:
        """Take a row away, with what stands in it."""
        self._rows = [other for other in self._rows if other is not row]
        row.hide()
        row.deleteLater()
        self._name_rows()
        self.changed.emit()

    def clear(self) -> None:
        """Two empty rows for guardians."""
        for row in self._rows[_FIRST_ROWS:]:
            self.remove(row)
        for fields in self.rows():
            fields.set_party(NewParty(PartyRole.GUARDIAN))
            fields.clear_problems()
            fields.show_more(is_shown=False)
        self._name_rows()

    def draft(self) -> list[dict[str, Any]]:
        """What stands in each row, as plain JSON."""
        return [fields.draft() for fields in self.rows()]

    def set_draft(self, draft: Sequence[Mapping[str, Any]]) -> None:
        """Put back what `draft` gave."""
        while len(self._rows) < min(len(draft), _MOST_ROWS):
            self.add(PartyRole.GUARDIAN, has_focus=False)
        for fields, values in zip(self.rows(), draft, strict=False):
            fields.set_draft(dict(values))
        self._name_rows()

    def local_problems(self) -> list[Problem]:
        """What is typed but not understood; ``adult.0.birth_date`` counts the filled rows."""
        return [
            Problem(f"adult.{place}.{problem.field}", problem.message)
            for place, fields in enumerate(self.filled_rows())
            for problem in fields.local_problems()
        ]

    def _edited(self) -> None:
        self._name_rows()
        self.changed.emit()

    def _name_rows(self) -> None:
        counts: dict[PartyRole, int] = {}
        for row in self._rows:
            role = row.fields.party().role
            counts[role] = counts.get(role, 0) + 1
            row.set_title(f"{role.text.capitalize()} {counts[role]}")
