"""A notice: a later one that comes in, or one whose times are corrected with the old values kept."""

from dataclasses import replace

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.ids import CaseId, NoticeId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.new_case import NewNotice
from allvar_desktop.domain.notice import Arrival, MayBeTold, Mediation, Notice, NoticeKind
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.parties import as_notice_form, correct_notice
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.registration import add_notice
from allvar_desktop.services.session import Session
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.choices import ChoiceChips, ChoiceField, Tick
from ui.widgets.special_fields import MomentField
from ui.widgets.text_fields import LongText, TextField

_TIMES = ("received", "offence", "reported")
_TIME_LABELS = {"received": "Mottagen", "offence": "Händelsen", "reported": "Polisanmälan"}


class NoticeForm(FormDialog):
    """The fields of a notice. `start` is what stood there before."""

    def __init__(self, session: Session, title: str, text: str, start: NewNotice) -> None:
        super().__init__(title, text)
        self.session = session
        self._start = start
        self.kind = ChoiceField([(kind, kind.text) for kind in NoticeKind])
        self.arrival = ChoiceField([(arrival, arrival.text.capitalize()) for arrival in Arrival])
        self.times = {name: MomentField(session.clock.now) for name in _TIMES}
        self.first_emptying = Tick("Låg i posten vid första tömningen")
        self.suspicion = Tick("Gäller misstanke om brott")
        self.interview = Tick("Förhör är hållet")
        self.from_whom = TextField(text_limits.LINE, 30)
        self.reference = TextField(text_limits.SHORT, 18)
        self.event_text = LongText(text_limits.NOTE, 2)
        self.mediation = ChoiceField([(answer, answer.text.capitalize()) for answer in Mediation])
        self._lay_out()
        self._show(start)

    def _lay_out(self) -> None:
        row = self.form.row
        self.line(row("kind", "Vad som kom in", self.kind), row("arrival", "Hur", self.arrival))
        self.line(*(row(name, _TIME_LABELS[name], field) for name, field in self.times.items()))
        self.line(
            row("names_suspicion", "Gäller", self.suspicion),
            row("is_first_emptying", "Post", self.first_emptying),
            row("is_interview_held", "Förhör", self.interview),
        )
        self.line(
            row("sender", "Från", self.from_whom),
            row("reference", "Diarienummer", self.reference),
            row("mediation", "Medling", self.mediation),
            grows=(0,),
        )
        self.fields.addWidget(row("event_text", "Händelse", self.event_text))

    def _show(self, start: NewNotice) -> None:
        for name, field in self.times.items():
            field.set_moment(getattr(start, name))
        self._texts_before = {name: field.value() for name, field in self.times.items()}
        values = {name: getattr(start, name) for name in self.form.rows if name not in _TIMES}
        self.form.set_values({name: value for name, value in values.items() if name in self.form.rows})

    def _time(self, name: str) -> Moment | None:
        """What stands in the field; untouched, the very moment that stood there, seconds and all."""
        field = self.times[name]
        before: Moment | None = getattr(self._start, name)
        return before if field.value() == self._texts_before[name] else field.moment()

    def notice(self) -> NewNotice:
        """The notice as typed. InvalidInputError for times that cannot be understood."""
        unread = [field.problem(name) for name, field in self.times.items()]
        refuse(problem for problem in unread if problem is not None)
        return replace(
            self._start,
            kind=NoticeKind(self.kind.value()),
            arrival=Arrival(self.arrival.value()),
            received=self._time("received"),
            offence=self._time("offence"),
            reported=self._time("reported"),
            is_first_emptying=self.first_emptying.value(),
            names_suspicion=self.suspicion.value(),
            is_interview_held=self.interview.value(),
            sender=self.from_whom.value(),
            reference=self.reference.value(),
            event_text=self.event_text.value(),
            mediation=Mediation(self.mediation.value()),
        )


class AddNoticeDialog(NoticeForm):
    """A later notice: about the same event, or about a new one with a clock of its own."""

    def __init__(self, session: Session, case_id: CaseId) -> None:
        super().__init__(session, "Lägg till underrättelse", "", NewNotice())
        self._case_id = case_id
        self.which_event = ChoiceChips(
            [(False, "Samma händelse"), (True, "Ny händelse, en ny klocka börjar")], has_numbers=False
        )
        self.told = ChoiceField([(answer, answer.text.capitalize()) for answer in MayBeTold])
        self.told.set_value(MayBeTold.NOT_ASKED)
        self.told_by = TextField(text_limits.NAME, 24)
        self.line(
            self.form.row("may_be_told", "Får familjen underrättas?", self.told),
            self.form.row("told_by", "Vem som svarade", self.told_by),
            grows=(1,),
        )
        self.fields.addWidget(self.form.row("is_new_event", "Vilken händelse gäller den?", self.which_event))

    def submit(self) -> None:
        notice = replace(
            self.notice(), may_be_told=MayBeTold(self.told.value()), told_by=self.told_by.value()
        )
        if self.which_event.value() is None:
            refuse([Problem("is_new_event", "Välj om det är samma händelse eller en ny.")])
        add_notice(self.session, self._case_id, notice, is_new_event=bool(self.which_event.value()))


class CorrectNoticeDialog(NoticeForm):
    """Correct a notice: a corrected time moves the clock, and the old one stays readable."""

    def __init__(self, session: Session, notice: Notice) -> None:
        text = "Det som stod förut står kvar bland händelserna, med orsaken."
        super().__init__(session, "Rätta underrättelsen", text, as_notice_form(notice))
        self._notice_id = NoticeId(notice.id)
        self.reason = LongText(text_limits.NOTE, 2)
        self.fields.addWidget(self.form.row("reason", "Varför rättas uppgiften?", self.reason))

    def submit(self) -> None:
        correct_notice(self.session, self._notice_id, self.notice(), self.reason.value())
