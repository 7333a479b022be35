"""Skyddsbedömning and förhandsbedömning with another time than now, or with a reason."""

from collections.abc import Sequence

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.ids import NoticeId
from allvar_desktop.domain.notice import PreliminaryDecision, ProtectionResult
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.notices import assess_protection, decide_preliminary
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.choices import ChoiceChips, Option
from ui.widgets.special_fields import MomentField
from ui.widgets.text_fields import LongText

_NOT_MADE = "not_made"


class _Assessment(FormDialog):
    """What both have: an answer by number, when, and a reason."""

    def __init__(
        self, session: Session, title: str, text: str, options: Sequence[Option], reason_label: str
    ) -> None:
        super().__init__(title, text)
        self.session = session
        self.answer = ChoiceChips(options)
        self.made = MomentField(session.clock.now, "nu")
        self.reason = LongText(text_limits.NOTE, 3)
        self.fields.addWidget(self.form.row("answer", "Bedömning", self.answer))
        self.fields.addWidget(self.form.row("made", "När den gjordes", self.made, "Tomt betyder nu."))
        self.fields.addWidget(self.form.row("reason", reason_label, self.reason))

    def refuse_unread(self) -> None:
        """InvalidInputError while nothing is chosen, or the time cannot be understood."""
        problems = [] if self.answer.value() is not None else [Problem("answer", "Välj en bedömning.")]
        unread = self.made.problem("made")
        refuse([*problems, unread] if unread else problems)


class ProtectionDialog(_Assessment):
    """Omedelbar skyddsbedömning, or why it was not made."""

    def __init__(self, session: Session, notice_id: NoticeId, text: str) -> None:
        options = [(result, result.text.capitalize()) for result in ProtectionResult]
        super().__init__(
            session,
            "Skyddsbedömning",
            text,
            [*options, (_NOT_MADE, "Inte gjord")],
            "Orsak, om den inte är gjord",
        )
        self._notice_id = notice_id

    def submit(self) -> None:
        self.refuse_unread()
        value = self.answer.value()
        result = None if value == _NOT_MADE else ProtectionResult(value)
        assess_protection(
            self.session, self._notice_id, result, made=self.made.moment(), reason=self.reason.value()
        )


class PreliminaryDialog(_Assessment):
    """The decision of the förhandsbedömning; later than 14 days it needs synnerliga skäl."""

    def __init__(self, session: Session, notice_id: NoticeId, text: str, *, is_late: bool) -> None:
        options = [(decision, decision.text.capitalize()) for decision in PreliminaryDecision]
        label = "Synnerliga skäl till att det tog längre än 14 dagar" if is_late else "Skäl"
        super().__init__(session, "Förhandsbedömning", text, options, label)
        self._notice_id = notice_id

    def submit(self) -> None:
        self.refuse_unread()
        decide_preliminary(
            self.session,
            self._notice_id,
            PreliminaryDecision(self.answer.value()),
            made=self.made.moment(),
            reason=self.reason.value(),
        )
