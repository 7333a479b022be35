"""Who may learn where whom is (A får, eller får inte, få veta var B finns)."""

from collections.abc import Sequence

from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.parties import record_pair
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.choices import ChoiceChips, ChoiceField, Option

_ANSWERS = ((True, "Ja, får veta"), (False, "Nej, får inte veta"))


class PairDialog(FormDialog):
    """One answer for one pair; it holds in that direction only."""

    def __init__(self, session: Session, people: Sequence[Option]) -> None:
        super().__init__(
            "Vem får veta var vem finns?",
            "Gäller adress, telefon, skola, arbetsplats och tider, i brev, listor och kalender.",
        )
        self._session = session
        self.reader = ChoiceField(people)
        self.about = ChoiceField(people)
        self.answer = ChoiceChips(_ANSWERS)
        row = self.form.row
        self.line(
            row("reader", "Får", self.reader), row("about", "veta var … finns", self.about), grows=(0, 1)
        )
        self.fields.addWidget(row("may_know", "Svar", self.answer))

    def submit(self) -> None:
        reader, about, answer = self.reader.value(), self.about.value(), self.answer.value()
        asked = (
            ("reader", reader, "Välj vem."),
            ("about", about, "Välj om vem."),
            ("may_know", answer, "Välj svar."),
        )
        problems = [Problem(name, words) for name, value, words in asked if value is None]
        if reader is not None and reader == about:
            problems.append(Problem("about", "Välj två olika personer."))
        refuse(problems)
        record_pair(self._session, PartyId(reader), PartyId(about), may_know=bool(answer))
