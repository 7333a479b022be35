"""*Nytt ärende*: one page, from the phone to a booked talk and its letters, by keyboard alone."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QTimer

from allvar_desktop.domain.booking import languages_to_interpret
from allvar_desktop.domain.doubles import Double
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.time_text import instant_text
from allvar_desktop.services.intake import DRAFT_KEY, TakenIn
from allvar_desktop.services.problems import InvalidInputError
from ui import actions
from ui.dialogs import ask
from ui.dialogs.compare_dialog import EarlierCase
from ui.draft_keeper import DraftKeeper
from ui.navigation import Shell
from ui.pages.base import Page
from ui.pages.new_case_card import NewCaseCard
from ui.pages.new_case_compare import compare
from ui.pages.new_case_form import NewCaseForm
from ui.pages.new_case_work import NewCaseWork, problems_sentence
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, Kind, primary
from ui.widgets.two_columns import TwoColumns

_PROPOSE_AFTER_MS = 120
"""A pause in the typing after which the free times are looked for anew."""


class NewCasePage(Page):
    """The form at the left; at the right the clock with its free times, below where there is little room."""

    key: ClassVar[str] = "new_case"
    nav_key: ClassVar[str] = "cases"
    scrolls: ClassVar[bool] = False

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.head.set_title("Nytt ärende", "Skriv i den ordning du hör det. Allt sparas medan du skriver.")
        self.form = NewCaseForm(shell)
        self.card = NewCaseCard(shell.session)
        self.work = NewCaseWork(shell.session, self.form, self.card)
        self.earlier_strip = Banner()
        self.columns = TwoColumns(self.card)
        self.columns.column.addWidget(self.earlier_strip)
        self.columns.column.addWidget(self.form)
        self.body.addWidget(self.columns, 1)
        self.keeper = DraftKeeper(shell, self.save_draft, self)
        self.keeper.key = DRAFT_KEY
        self.discard_button = Button("Kasta", Kind.LINK, icon="trash-2", name="Kasta det som är skrivet")
        self.register_button = Button("Registrera", hint=actions.action("register").hint)
        self.book_button = primary("Boka och skriv kallelser", hint=actions.action("next_step").hint)
        self.head.set_buttons(self.discard_button, self.register_button, self.book_button)
        self._connect()

    def _connect(self) -> None:
        self._propose_timer = QTimer(self)
        self._propose_timer.setSingleShot(True)
        self._propose_timer.setInterval(_PROPOSE_AFTER_MS)
        self._propose_timer.timeout.connect(self._propose)
        self.form.changed.connect(self._edited)
        self.card.changed.connect(self.keeper.touched)
        self.card.slots.reached.connect(self._propose_now)
        self.form.doubles.compare_requested.connect(self._compare)
        self.discard_button.clicked.connect(self.discard)
        self.register_button.clicked.connect(self.register)
        self.book_button.clicked.connect(self.book_and_write)

    def open(self, **params: Any) -> None:
        """An empty form, or the half-written one."""
        if self.keeper.is_waiting:
            self.keeper.keep()
        self._clear()
        kept = self.keeper.found()
        if kept is not None:
            self.restore_draft(kept.content)
            self.keeper.forget()
            when = instant_text(kept.saved, self.shell.session.clock.now())
            news = f"Här är det du skrev {when}. Fortsätt där du slutade."
            QTimer.singleShot(0, self, lambda: self.banner.tell(news, "Kasta", self.discard))

    def refresh(self) -> None:
        """Show the clock and the free times as they are now; what is typed stays."""
        self._propose()

    def tick(self) -> None:
        self._propose()

    def save_draft(self) -> object | None:
        if self.form.is_empty():
            return None
        chosen = self.card.chosen()
        return {**self.form.draft(), "slot": chosen.slot.start.isoformat() if chosen else ""}

    def restore_draft(self, draft: object) -> None:
        if isinstance(draft, dict):
            self.form.set_draft(draft)
            self._propose()
            self.card.choose_text(str(draft.get("slot", "")))

    def may_leave(self) -> bool:
        """Always: what is typed is kept first."""
        if self.keeper.is_waiting:
            self.keeper.keep()
        self.form.doubles.stop()
        return True

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        family = self.form.family
        return {
            "next_step": self.book_and_write,
            "register": self.register,
            "save": self.keeper.keep,
            "add_guardian": family.guardian_button.click,
            "add_adult": family.adult_button.click,
            "compare": self.form.doubles.compare_first,
            "free_times": self._to_free_times,
            "discard": self.discard,
        }

    def focus_first(self) -> None:
        self.form.focus_first()

    def discard(self) -> None:
        """*Kasta*: after a question, away with the form and its draft."""
        words = "Utkastet tas bort. Det går inte att ångra."
        is_something = not self.form.is_empty() or self.keeper.found() is not None
        if is_something and not ask.confirm("Kasta det du har skrivit?", words, yes="Kasta"):
            return
        if self.keeper.discard():
            self._clear()
            self.banner.dismiss()
            self.focus_first()

    def register(self) -> None:
        """*Registrera*: a case without a booking."""
        taken = self._take_in(with_time=False)
        if taken is not None and self.shell.go("case", case_id=taken.case_id):
            self.shell.show_banner("Underrättelsen är registrerad.")

    def book_and_write(self) -> None:
        """Register, book the chosen time and go on to the letters; or to the step that comes before them."""
        taken = self._take_in(with_time=True)
        # By way of the case, so that one comes back to it and not to an empty form.
        if taken is None or not self.shell.go("case", case_id=taken.case_id):
            return
        if taken.meeting_id is not None:
            self.shell.go("preview", kind="summons", meeting_id=taken.meeting_id)
        elif taken.stop:
            self.shell.show_banner(f"Registrerat, men inget är bokat. {taken.stop}", state="urgent")
        elif self.shell.go("booking", case_id=taken.case_id):
            self.shell.show_banner("Underrättelsen är registrerad. Välj en tid för samtalet.")

    def _take_in(self, *, with_time: bool) -> TakenIn | None:
        """Store the form; None, with what is wrong said, when it cannot be stored as it is."""
        return self.shell.run(lambda: self._stored(with_time=with_time))

    def _stored(self, *, with_time: bool) -> TakenIn | None:
        problems = self.work.problems()
        if problems:
            self._show_problems(problems)
            return None
        try:
            taken = self.work.take_in(with_time=with_time)
        except InvalidInputError as error:
            self._show_problems(error.problems)
            return None
        self._clear()
        return taken

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        rest = self.form.show_problems(problems)
        self.columns.show_focused()
        self.banner.tell(problems_sentence(problems, rest), state="overdue")
        self._propose()

    def _clear(self) -> None:
        self.keeper.forget()
        self.form.clear()
        self.card.clear()
        self._set_earlier(None)
        self._propose()

    def _edited(self) -> None:
        self._propose_timer.start()
        self.keeper.touched()

    def _propose_now(self) -> None:
        """Nobody shall choose among times that belong to what was typed before."""
        if self._propose_timer.isActive():
            self._propose()

    def _to_free_times(self) -> None:
        self._propose_now()
        self.card.slots.setFocus()

    def _propose(self) -> None:
        self._propose_timer.stop()
        proposal = self.shell.run(self.work.propose)
        if proposal is not None:
            self.card.show_proposal(proposal, self.shell.session.clock.now())
        self.card.set_language(languages_to_interpret((self.form.child.party(), *self.form.family.adults())))
        self.card.show_missing(self.work.missing_sentence())

    def _compare(self, double: Double) -> None:
        found = self.shell.run(lambda: compare(self.shell.session, self.form.case(), double))
        if found is not None:
            self._set_earlier(found)
        self.form.doubles.look()

    def _set_earlier(self, earlier: EarlierCase | None) -> None:
        """Go on with an earlier case of the child, or (None) with a case of its own."""
        self.work.earlier = earlier
        if earlier is None:
            self.earlier_strip.dismiss()
            return
        words = "Skapa ett eget ärende i stället"
        self.earlier_strip.tell(earlier.sentence, words, lambda: self._set_earlier(None))
        self.earlier_strip.close_button.hide()
        self.columns.show_widget(self.earlier_strip)
