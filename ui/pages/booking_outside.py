"""Participants from outside. Each needs a consent or a ground before being told (domain.md §4.7)."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.arrangements import Outsider
from allvar_desktop.services.parties import as_form
from ui import actions, names, style
from ui.pages.booking_outsider import OutsiderRow
from ui.widgets.buttons import Button


class OutsideFields(QWidget):
    """Those of the case, each with a tick, and new ones; a button adds a row."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[OutsiderRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.step(1))
        hint = actions.action("add_outside").hint
        self.add_button = Button("Lägg till någon utifrån", icon="user-plus", hint=hint)
        self.add_button.clicked.connect(self.add)
        self._column.addWidget(self.add_button)
        names.screen().toggled.connect(self._name)

    def show_case(self, facts: CaseFacts, chosen: Sequence[PartyId] = ()) -> None:
        """Show who of outside the case knows already; `chosen` are ticked."""
        for row in list(self.rows):
            self._take_out(row)
        for party in facts.parties:
            if not party.role.is_family:
                row = OutsiderRow(as_form(party), party.id, may=facts.permission_of(party.id) is not None)
                row.tick.set_value(party.id in chosen)
                self._put_in(row)

    def add(self) -> None:
        """A row for somebody new."""
        row = OutsiderRow()
        self._put_in(row)
        row.form.rows["name"].field.setFocus()
        self.changed.emit()

    def taking_part(self) -> list[OutsiderRow]:
        """The rows of those who are to be booked, in the order of `outsiders`."""
        return [row for row in self.rows if row.takes_part]

    def outsiders(self) -> tuple[Outsider, ...]:
        """Who is to be booked."""
        return tuple(row.outsider() for row in self.taking_part())

    def show_problems(self, place: int, problems: Sequence[Problem]) -> list[Problem]:
        """Show the problems of the outsider at a place; those of no field come back."""
        return self.taking_part()[place].form.show_problems(problems)

    def clear_problems(self) -> None:
        """Take all sentences about problems away."""
        for row in self.rows:
            row.form.clear_problems()

    def draft(self) -> list[dict[str, Any]]:
        """What stands in each row, as plain JSON."""
        return [row.draft() for row in self.rows]

    def set_draft(self, draft: Sequence[Mapping[str, Any]]) -> None:
        """Put back what `draft` gave, after `show_case`."""
        known: dict[int, OutsiderRow] = {row.party_id: row for row in self.rows if row.party_id is not None}
        for values in draft:
            party_id = values.get("party_id")
            if party_id is None:
                self._put_in(OutsiderRow())
                self.rows[-1].set_draft(values)
            elif party_id in known:
                known[party_id].set_draft(values)

    def _name(self) -> None:
        for row in self.rows:
            row.show_name()

    def _put_in(self, row: OutsiderRow) -> None:
        row.changed.connect(self.changed)
        row.remove_requested.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        row.show()

    def _remove(self, row: OutsiderRow) -> None:
        self._take_out(row)
        self.changed.emit()

    def _take_out(self, row: OutsiderRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
