"""One participant from outside: police, school, support person, interpreter; with a consent or a ground."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole, PermissionKind, SecrecyGround
from allvar_desktop.services.arrangements import GivenPermission, Outsider
from ui import names, style
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import ChoiceChips, ChoiceField, Tick
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.special_fields import PhoneField
from ui.widgets.text_fields import TextField

ROLES = (PartyRole.POLICE, PartyRole.SCHOOL, PartyRole.SUPPORT, PartyRole.INTERPRETER)
_NONE_YET = "none"
_KINDS = (
    (PermissionKind.CONSENT, "Samtycke finns"),
    (PermissionKind.GROUND, "Annan grund"),
    (_NONE_YET, "Inte än"),
)
_COVERS = "att delta i samtalet"


class OutsiderRow(QWidget):
    """One person: somebody of the case with a tick, or a new one with fields; and the permission."""

    changed = Signal()
    remove_requested = Signal()

    def __init__(
        self, party: NewParty | None = None, party_id: PartyId | None = None, *, may: bool = False
    ) -> None:
        super().__init__()
        self.party_id = party_id
        self._party = party
        self._may_already = may
        self.form = Form(self)
        self.tick = Tick("")
        self.kind = ChoiceChips(_KINDS)
        self.remove_button = Button("Ta bort", Kind.LINK, icon="x")
        self._build()
        self.form.changed.connect(self._edited)
        self.remove_button.clicked.connect(self.remove_requested)
        self._show_parts()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, style.step(1))
        column.setSpacing(style.step(1))
        first, self._detail_place = QWidget(), QWidget()
        self._first_line(Flow(first, gap=2, is_top=True))
        column.addWidget(first)
        self._kind_row = self.form.row("kind", "Samtycke eller grund", self.kind)
        column.addWidget(self._kind_row)
        flow = Flow(self._detail_place, gap=2, is_top=True)
        row = self.form.row
        self._by_row = row("given_by", "Vem som gav samtycket", TextField(text_limits.NAME, 20))
        grounds = [(ground, f"{ground.text[:1].upper()}{ground.text[1:]}") for ground in SecrecyGround]
        self._ground_row = row("ground", "Grund", ChoiceField(grounds))
        flow.add(
            self._by_row, self._ground_row, row("covers", "Vad det gäller", TextField(text_limits.LINE, 24))
        )
        column.addWidget(self._detail_place)
        self.form.rows["covers"].as_field.set_value(_COVERS)

    def _first_line(self, flow: Flow) -> None:
        if self._party is not None:
            flow.add(self.tick)
            self.tick.value_changed.connect(self._edited)
            self.show_name()
            return
        row = self.form.row
        role = ChoiceField([(each, each.text.capitalize()) for each in ROLES])
        flow.add(row("role", "Roll", role))
        role.set_value(PartyRole.POLICE)
        flow.add(row("name", "Namn", TextField(text_limits.NAME, 18)), weight=1)
        flow.add(row("organisation", "Organisation", TextField(text_limits.NAME, 18)), weight=1)
        flow.add(row("phone", "Telefon", PhoneField()))
        place = QWidget()
        line = QHBoxLayout(place)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.remove_button)
        flow.add(place)

    def show_name(self) -> None:
        """Say who it is, as names may be shown now."""
        if self._party is not None:
            words = f"{names.shown(self._party.name)}, {self._party.role.text}"
            self.tick.setText(words)
            self.tick.setAccessibleName(f"Deltar: {words}")
            self.tick.updateGeometry()

    @property
    def takes_part(self) -> bool:
        """Whether the person is to be booked."""
        return self._party is None or self.tick.value()

    @property
    def role(self) -> PartyRole:
        """What the person is."""
        return self._party.role if self._party is not None else self.form.values()["role"]

    @property
    def is_waiting(self) -> bool:
        """Whether the booking is preliminary because of this person."""
        is_given = self._may_already or self.kind.value() in tuple(PermissionKind)
        return self.takes_part and self.role.needs_permission and not is_given

    def outsider(self) -> Outsider:
        """The person as typed, with the permission."""
        values = self.form.values()
        party = self._party or NewParty(
            values["role"], values["name"], organisation=values["organisation"], phone=values["phone"]
        )
        return Outsider(party, self._permission(values), self.party_id)

    def _permission(self, values: Mapping[str, Any]) -> GivenPermission | None:
        kind = self.kind.value()
        if not self.role.needs_permission or self._may_already or not isinstance(kind, PermissionKind):
            return None
        is_consent = kind is PermissionKind.CONSENT
        given_by = values["given_by"] if is_consent else ""
        return GivenPermission(kind, given_by, values["covers"], None if is_consent else values["ground"])

    def draft(self) -> dict[str, Any]:
        """What stands in the fields, as plain JSON."""
        return {**self.form.values(), "party_id": self.party_id, "takes_part": self.takes_part}

    def set_draft(self, draft: Mapping[str, Any]) -> None:
        """Put back what `draft` gave."""
        self.form.set_values({name: value for name, value in draft.items() if name in self.form.rows})
        self.tick.set_value(bool(draft.get("takes_part")))
        self._show_parts()

    def _edited(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        asks = self.takes_part and self.role.needs_permission and not self._may_already
        kind = self.kind.value()
        self._kind_row.setVisible(asks)
        self._detail_place.setVisible(asks and isinstance(kind, PermissionKind))
        self._by_row.setVisible(kind is PermissionKind.CONSENT)
        self._ground_row.setVisible(kind is PermissionKind.GROUND)
