"""Why somebody from outside may be told: a consent, or a ground that is chosen each time."""

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.party import Party, PermissionKind, SecrecyGround
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.parties import record_permission
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session
from ui import names
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.choices import ChoiceChips, ChoiceField
from ui.widgets.special_fields import MomentField
from ui.widgets.text_fields import LongText, TextField

_KINDS = ((PermissionKind.CONSENT, "Samtycke"), (PermissionKind.GROUND, "Annan grund"))


class PermissionDialog(FormDialog):
    """Who gave it, when, to what; the ground is never chosen beforehand."""

    def __init__(self, session: Session, party: Party) -> None:
        super().__init__(
            "Samtycke eller grund",
            f"{names.shown(party.shown_name)}, {party.role.text}, får bokas och få veta först när det finns.",
        )
        self._session = session
        self._party_id = party.id
        self.kind = ChoiceChips(_KINDS)
        self.given_by = TextField(text_limits.NAME, 28)
        self.given_at = MomentField(session.clock.now, "nu")
        self.ground = ChoiceField([(ground, _capital(ground.text)) for ground in SecrecyGround])
        self.covers = LongText(text_limits.NOTE, 2)
        row = self.form.row
        self.fields.addWidget(row("kind", "Slag", self.kind))
        self.line(
            row("given_by", "Vem som gav samtycket", self.given_by),
            row("given_at", "När", self.given_at, "Tomt betyder nu."),
            grows=(0,),
        )
        self.ground_row = row("ground", "Grund", self.ground)
        self.fields.addWidget(self.ground_row)
        self.fields.addWidget(row("covers", "Vad det gäller, till exempel att delta i samtalet", self.covers))
        self.kind.value_changed.connect(self._show_kind)
        self._show_kind()

    def _show_kind(self) -> None:
        is_consent = self.kind.value() == PermissionKind.CONSENT
        self.form.rows["given_by"].setVisible(is_consent)
        self.ground_row.setVisible(self.kind.value() == PermissionKind.GROUND)

    def submit(self) -> None:
        unread = self.given_at.problem("given_at")
        chosen = self.kind.value()
        problems = [Problem("kind", "Välj samtycke eller en annan grund.")] if chosen is None else []
        refuse([*problems, unread] if unread else problems)
        kind = PermissionKind(chosen)
        ground = self.ground.value() if kind is PermissionKind.GROUND else None
        record_permission(
            self._session,
            self._party_id,
            kind,
            given_by=self.given_by.value() if kind is PermissionKind.CONSENT else "",
            given_at=self.given_at.moment(),
            covers=self.covers.value(),
            ground=SecrecyGround(ground) if ground is not None else None,
        )


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
