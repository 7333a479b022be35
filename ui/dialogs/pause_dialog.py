"""Something makes the unit wait: recorded beside the clock, which goes on."""

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.ending import DelayReason
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.endings import record_pause
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.choices import ChoiceChips
from ui.widgets.special_fields import MomentField
from ui.widgets.text_fields import LongText


class PauseDialog(FormDialog):
    """Why, from when, and until when if that is known."""

    def __init__(self, session: Session, case_id: CaseId) -> None:
        super().__init__("Anteckna väntan", "Klockan stannar inte. Väntan står bredvid den.")
        self._session = session
        self._case_id = case_id
        self.why = ChoiceChips([(reason, reason.text.capitalize()) for reason in DelayReason])
        self.begins = MomentField(session.clock.now, "nu")
        self.ends = MomentField(session.clock.now)
        self.note = LongText(text_limits.NOTE, 2)
        self.fields.addWidget(self.form.row("reason", "Orsak", self.why))
        self.line(
            self.form.row("begins", "Från", self.begins, "Tomt betyder nu."),
            self.form.row("ends", "Till, om det är känt", self.ends),
        )
        self.fields.addWidget(self.form.row("note", "Anteckning", self.note))

    def submit(self) -> None:
        unread = [field.problem(name) for name, field in (("begins", self.begins), ("ends", self.ends))]
        problems = [] if self.why.value() is not None else [Problem("reason", "Välj en orsak.")]
        refuse([*problems, *(problem for problem in unread if problem is not None)])
        record_pause(
            self._session,
            self._case_id,
            DelayReason(self.why.value()),
            begins=self.begins.moment() or self._session.present,
            ends=self.ends.moment(),
            note=self.note.value(),
        )
