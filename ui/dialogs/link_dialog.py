"""Two cases belong together: the same event, siblings, or the same child earlier."""

from allvar_desktop.domain.case import LinkReason
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services.links import link_to_number
from allvar_desktop.services.session import Session
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.choices import ChoiceChips
from ui.widgets.text_fields import TextField

_LONGEST_NUMBER = 30


class LinkDialog(FormDialog):
    """The other case's number, and why."""

    def __init__(self, session: Session, case_id: CaseId) -> None:
        text = "Länken syns bara för handläggaren, och inget brev nämner det andra ärendet."
        super().__init__("Länka till ett annat ärende", text, "Länka")
        self._session = session
        self._case_id = case_id
        self.number = TextField(_LONGEST_NUMBER, 18, "HV-2026-0041")
        self.why = ChoiceChips(
            [(reason, f"{reason.text[:1].upper()}{reason.text[1:]}") for reason in LinkReason]
        )
        self.fields.addWidget(self.form.row("number", "Ärendenummer", self.number))
        self.fields.addWidget(self.form.row("reason", "Varför de hör ihop", self.why))

    def submit(self) -> None:
        link_to_number(self._session, self._case_id, self.number.value(), self.why.value())
