"""A contact with everything that can be said of it: who, how, when, what came of it, and a note."""

from collections.abc import Sequence
from datetime import datetime

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.contact import Channel, ContactResult
from allvar_desktop.domain.gate import Check
from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.contacts import record_contact
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.choices import ChoiceChips, ChoiceField, Option
from ui.widgets.special_fields import MomentField
from ui.widgets.text_fields import LongText

_CHANNELS = tuple((channel, channel.text[:1].upper() + channel.text[1:]) for channel in Channel)
_RESULTS = tuple((result, result.text.capitalize()) for result in ContactResult)


class ContactDialog(FormDialog):
    """Asks why, too, while something still stands in the way of a contact."""

    def __init__(
        self, session: Session, people: Sequence[Option], stops: Sequence[Check], *, party_id: PartyId | None
    ) -> None:
        text = f"{stops[0].label}. {stops[0].detail}" if stops else ""
        super().__init__("Anteckna kontakt", text)
        self._session = session
        self.recorded = 0
        self.who = ChoiceField(people)
        self.channel = ChoiceChips(_CHANNELS, has_numbers=False)
        self.outcome = ChoiceChips(_RESULTS, has_numbers=False)
        self.at = MomentField(self._now, "nu")
        self.note = LongText(text_limits.NOTE, 3)
        self.gate_reason = LongText(text_limits.NOTE, 2)
        self.line(
            self.form.row("who", "Vem", self.who),
            self.form.row("at", "När", self.at, "Tomt betyder nu."),
            grows=(0,),
        )
        self.fields.addWidget(self.form.row("channel", "Hur", self.channel))
        self.fields.addWidget(self.form.row("result", "Hur det gick", self.outcome))
        if stops:
            self.fields.addWidget(
                self.form.row("gate_reason", "Varför tas kontakten ändå?", self.gate_reason)
            )
        self.fields.addWidget(self.form.row("note", "Anteckning", self.note))
        self.channel.set_value(Channel.PHONE)
        if party_id is not None or len(people) == 1:
            self.who.set_value(party_id or people[0][0])

    def _now(self) -> datetime:
        return self._session.clock.now()

    def submit(self) -> None:
        who, channel, result = self.who.value(), self.channel.value(), self.outcome.value()
        refuse(self._missing(who, channel, result))
        self.recorded = record_contact(
            self._session,
            PartyId(who),
            Channel(channel),
            ContactResult(result),
            at=self.at.moment(),
            note=self.note.value(),
            gate_reason=self.gate_reason.value(),
        )

    def _missing(self, who: object, channel: object, result: object) -> list[Problem]:
        asked = (
            ("who", who, "Välj vem."),
            ("channel", channel, "Välj hur."),
            ("result", result, "Välj hur det gick."),
        )
        problems = [Problem(name, words) for name, value, words in asked if value is None]
        unread = self.at.problem("at")
        return [*problems, unread] if unread else problems
