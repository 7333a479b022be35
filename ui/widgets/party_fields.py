"""The fields of one person: the child, a guardian, another adult, or somebody from outside."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from itertools import count
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole, Protection
from allvar_desktop.domain.problem import Problem
from ui import names, style
from ui.style import Size
from ui.widgets.address_field import AddressField
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Tick
from ui.widgets.day_field import DayField
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.identity_field import IdentityField
from ui.widgets.party_rows import REASON, RowPlan, field_of, first_rows, more_rows
from ui.widgets.text import Text

_KEYS = count()
_ADDRESS_PARTS = ("care_of", "street", "apartment", "postcode", "town")
_MASKED = ("name", "identity_number", "phone", "organisation")


class PartyFields(QWidget):
    """Gives and takes a `NewParty`. `who` stands before each field's name for a screen reader.

    With `is_full` everything is shown; else *Mer* unfolds what is asked for less often. Problems of
    `check_party` are shown at their fields by `show_problems`.
    """

    changed = Signal()

    def __init__(
        self,
        role: PartyRole,
        today: Callable[[], date],
        languages: Sequence[str] = (),
        *,
        who: str = "",
        is_full: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key = next(_KEYS)
        """A number of these fields' own: whoever is typed in them, and no other row."""
        self._role = role
        self._today = today
        self._languages = languages
        self._proposed: date | None = None
        self._kept: dict[str, Any] = {}
        self.form = Form(self)
        self.more_place = QWidget()
        self.more_button = Button("Mer", Kind.LINK, icon="chevron-down")
        self._build()
        self.set_who(who or role.text.capitalize())
        self.show_more(is_shown=is_full)
        self.more_button.setVisible(not is_full)
        self._look_at_number()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1))
        first, *others = first_rows(self._role)
        self._reason_place, last = QWidget(), QWidget()
        places = [(QWidget(), first), (self._reason_place, (REASON,))]
        places += [(QWidget(), line) for line in others]
        for place, line in places:
            column.addWidget(self._line(place, line))
            last = last if place is self._reason_place else place
        _add_level(last, self.more_button)
        column.addWidget(self._line(self.more_place, more_rows(self._role)))

    def _line(self, place: QWidget, plans: Iterable[RowPlan]) -> QWidget:
        flow = Flow(place, gap=2, is_top=True)
        for plan in plans:
            field = field_of(plan.name, self._today, self._languages)
            flow.add(self.form.row(plan.name, plan.label, field), weight=plan.weight)
        if "protection" in self.form.rows and self._value("protection") is None:
            self._set("protection", Protection.UNKNOWN)
        if "role" in self.form.rows and self._value("role") is None:
            self._set("role", self._role)
        return place

    def _connect(self) -> None:
        self.form.changed.connect(self._edited)
        self.more_button.clicked.connect(lambda: self.show_more(is_shown=self.more_place.isHidden()))
        names.screen().toggled.connect(self._mask)
        self._mask(names.screen().is_hiding)

    def set_who(self, who: str) -> None:
        """Whose fields these are, for a screen reader: ``Vårdnadshavare 1``."""
        for row in self.form.rows.values():
            words = row.field.text() if isinstance(row.field, Tick) else row.label.text()
            row.field.setAccessibleName(f"{who}: {words}")
        self.more_button.setAccessibleName(f"{who}: visa eller dölj fler fält")

    def show_more(self, *, is_shown: bool) -> None:
        """Unfold or fold what is asked for less often."""
        self.more_place.setVisible(is_shown)
        name = self.more_button.accessibleName()
        words = "Mindre" if is_shown else "Mer"
        self.more_button.set_words(words, icon="chevron-up" if is_shown else "chevron-down")
        self.more_button.setAccessibleName(name)
        self.updateGeometry()

    def party(self) -> NewParty:
        """The person as typed; fields that are not shown keep what `set_party` gave."""
        typed: dict[str, Any] = {**self._kept}
        for name, row in self.form.rows.items():
            if isinstance(row.field, AddressField):
                address = row.field.address()
                typed |= {part: getattr(address, part) for part in _ADDRESS_PARTS}
            elif isinstance(row.field, DayField):
                typed[name] = row.field.day()
            else:
                typed[name] = row.as_field.value()
        typed["role"] = typed.get("role") or self._role
        if not self._identity_is_doubtful():
            typed["identity_reason"] = ""
        return NewParty(**typed)

    def set_party(self, party: NewParty) -> None:
        """Show a person."""
        from allvar_desktop.domain.address_parser import Address
        from allvar_desktop.domain.identity_number import IdentityNumber

        self._kept = {field.name: getattr(party, field.name) for field in fields(NewParty)}
        for name, row in self.form.rows.items():
            if isinstance(row.field, AddressField):
                row.field.set_address(Address(**{part: getattr(party, part) for part in _ADDRESS_PARTS}))
            elif isinstance(row.field, DayField):
                row.field.set_day(party.birth_date)
            elif isinstance(row.field, IdentityField):
                row.field.set_value(
                    IdentityNumber(party.identity_number).display() if party.identity_number else ""
                )
            else:
                row.as_field.set_value(getattr(party, name))
        self._unfold_what_is_filled()

    def is_empty(self) -> bool:
        """Whether nothing has been typed or chosen."""
        return all(
            value in (None, "", False, self._role, Protection.UNKNOWN) or value == {"line": "", "parts": {}}
            for value in self.form.values().values()
        )

    def draft(self) -> dict[str, Any]:
        """What stands in the fields, understood or not, as plain JSON."""
        return self.form.values()

    def set_draft(self, draft: dict[str, Any]) -> None:
        """Put back what `draft` gave; values of a shape that no field has are passed over."""
        values = {name: value for name, value in draft.items() if name in self.form.rows}
        if "role" in values:
            values["role"] = PartyRole(values["role"]) if values["role"] in tuple(PartyRole) else self._role
        if "protection" in values:
            is_known = values["protection"] in tuple(Protection)
            values["protection"] = Protection(values["protection"]) if is_known else Protection.UNKNOWN
        self.form.set_values(values)
        self._unfold_what_is_filled()

    def show_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Show each at its field and go to the first; those of no field here come back."""
        here = [
            Problem("address", problem.message) if problem.field in _ADDRESS_PARTS else problem
            for problem in problems
        ]
        hidden = {plan.name for plan in more_rows(self._role)}
        if any(problem.field in hidden for problem in here):
            self.show_more(is_shown=True)
        rest = self.form.show_problems(here)
        self._look_at_number()
        return rest

    def local_problems(self) -> list[Problem]:
        """What was typed but not understood, so that it is in no `NewParty` yet."""
        birth = self.form.rows.get("birth_date")
        problem = birth.field.problem("birth_date") if birth and isinstance(birth.field, DayField) else None
        return [problem] if problem else []

    def clear_problems(self) -> None:
        """Take all sentences about problems away."""
        self.form.clear_problems()

    def _unfold_what_is_filled(self) -> None:
        hidden = {plan.name for plan in more_rows(self._role)}
        values = self.form.values()
        empty: tuple[object, ...] = (None, "", False, self._role, {"line": "", "parts": {}})
        if any(values[name] not in empty for name in hidden):
            self.show_more(is_shown=True)
        self._look_at_number()

    def _edited(self) -> None:
        self._look_at_number()
        self.changed.emit()

    def _identity_is_doubtful(self) -> bool:
        row = self.form.rows.get("identity_number")
        return row is not None and cast("IdentityField", row.field).is_doubtful

    def _look_at_number(self) -> None:
        """Ask for a reason where the number fails its check; propose the birth date where it does not."""
        reason = self._value("identity_reason") if "identity_reason" in self.form.rows else ""
        self._reason_place.setVisible(self._identity_is_doubtful() or bool(reason))
        number, birth = (self.form.rows.get(name) for name in ("identity_number", "birth_date"))
        if number is None or birth is None:
            return
        date_field = cast("DayField", birth.field)
        proposed = cast("IdentityField", number.field).number_date
        is_own = date_field.value() and date_field.day() != self._proposed
        if proposed != self._proposed and not is_own:
            self._proposed = proposed
            date_field.set_day(proposed)

    def _mask(self, is_hiding: bool) -> None:
        shown = QLineEdit.EchoMode.Password if is_hiding else QLineEdit.EchoMode.Normal
        for name, row in self.form.rows.items():
            if name in _MASKED and isinstance(row.field, QLineEdit):
                row.field.setEchoMode(shown)
            if isinstance(row.field, AddressField):
                row.field.set_hidden(is_hidden=is_hiding)

    def _value(self, name: str) -> Any:
        return self.form.rows[name].as_field.value()

    def _set(self, name: str, value: object) -> None:
        self.form.rows[name].as_field.set_value(value)


def _add_level(place: QWidget, button: Button) -> None:
    """Put a button last on a line of rows, as high as their fields."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.step(0.5))
    column.addWidget(Text(" ", Size.SMALL))
    column.addWidget(button)
    layout = place.layout()
    if isinstance(layout, Flow):
        layout.add(around)
