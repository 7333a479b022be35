"""What *Registrera* and *Boka* do with the form: check it, store it in one go, say what stands in the way."""

from collections.abc import Sequence
from dataclasses import replace

from allvar_desktop.domain.case_clock import ClockNotice
from allvar_desktop.domain.letter_needs import missing_for_letter, missing_sentence
from allvar_desktop.domain.new_case import NewNotice
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.intake import ChosenTime, Intake, TakenIn, take_in
from allvar_desktop.services.registration import check_new_case
from allvar_desktop.services.session import Session
from allvar_desktop.services.slots import SlotProposal, propose_for_notice
from ui import names
from ui.dialogs.compare_dialog import EarlierCase
from ui.pages.new_case_card import NewCaseCard
from ui.pages.new_case_form import NewCaseForm


class NewCaseWork:
    """Reads form and card; `earlier` is the case of the same child that was chosen, if one was."""

    def __init__(self, session: Session, form: NewCaseForm, card: NewCaseCard) -> None:
        self._session = session
        self._form = form
        self._card = card
        self.earlier: EarlierCase | None = None

    def problems(self) -> tuple[Problem, ...]:
        """What is not understood, and what is wrong; each field once."""
        unread = self._form.local_problems()
        fields = {problem.field for problem in unread}
        wrong = check_new_case(self._session, self._form.case())
        return (*unread, *(problem for problem in wrong if problem.field not in fields))

    def take_in(self, *, with_time: bool) -> TakenIn:
        """Store everything. InvalidInputError when a field is wrong or the time has been taken since."""
        taken = take_in(self._session, self._intake(with_time=with_time))
        return replace(taken, stop=self._masked(taken.stop))

    def propose(self) -> SlotProposal:
        """Free times inside the clock that the typed times start."""
        notice = _clock_notice(self._form.notice.notice())
        return propose_for_notice(self._session, notice, self._session.settings.meeting_minutes)

    def missing_sentence(self) -> str:
        """What stands in the way of a letter; "" for an empty form."""
        if self._form.is_empty():
            return ""
        case = self._form.case()
        shown = replace(
            case,
            child=replace(case.child, name=names.shown(case.child.name)),
            adults=tuple(replace(adult, name=names.shown(adult.name)) for adult in case.adults),
        )
        is_assessed = self._form.told.assessment() is not None
        return missing_sentence(missing_for_letter(shown, is_assessed=is_assessed))

    def _intake(self, *, with_time: bool) -> Intake:
        chosen = self._card.chosen() if with_time else None
        time = None
        if chosen is not None:
            minutes = self._session.settings.meeting_minutes
            time = ChosenTime(chosen.slot.start, minutes, chosen.slot.room, self._card.interpreter_mode())
        earlier = self.earlier
        return Intake(
            form=self._form.case(),
            protection=self._form.told.assessment(),
            time=time,
            add_to=earlier.case_id if earlier and earlier.is_open else None,
            is_new_event=earlier.is_new_event if earlier else True,
            earlier=earlier.case_id if earlier and not earlier.is_open else None,
        )

    def _masked(self, sentence: str) -> str:
        for person in (self._form.child.party(), *self._form.family.adults()):
            if person.name:
                sentence = sentence.replace(person.name, names.shown(person.name))
        return sentence


def problems_sentence(problems: Sequence[Problem], rest: Sequence[Problem]) -> str:
    """The news above the form; `rest` are the problems that no field could show."""
    if rest:
        first = rest[0].message
    elif len(problems) == 1:
        first = f"Ett fält behöver rättas. {problems[0].message}"
    else:
        first = f"{len(problems)} fält behöver rättas. {problems[0].message}"
    return f"{first} Inget är registrerat än, och det du har skrivit är kvar."


def _clock_notice(notice: NewNotice) -> ClockNotice | None:
    """The clock's part of a notice as typed; None while nobody has said when it came."""
    if notice.received is None:
        return None
    return ClockNotice(
        event_no=1,
        received=notice.received,
        is_first_emptying=notice.is_first_emptying,
        names_suspicion=notice.names_suspicion,
        offence=notice.offence,
        reported=notice.reported,
    )
