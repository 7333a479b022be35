"""*Boka samtal*, *Flytta samtalet*: free times inside the clock, who is called, what stands in the way."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QTimer

from allvar_desktop.domain.gate import contact_checks
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.time_text import instant_text
from allvar_desktop.services.arrangements import arrange, draft_key
from allvar_desktop.services.bookings import stop_if_begun
from allvar_desktop.services.clashes import clashes_of
from allvar_desktop.services.drafts import kept_draft
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.slots import SlotProposal, propose_for_case
from ui import actions, names
from ui.case_opening import open_or_ask
from ui.draft_keeper import DraftKeeper
from ui.navigation import Shell
from ui.pages.base import Page
from ui.pages.booking_card import BookingCard
from ui.pages.booking_form import BookingForm
from ui.widgets.buttons import Button, primary
from ui.widgets.two_columns import TwoColumns

_LOOK_AFTER_MS = 150


class BookingPage(Page):
    """Opened with `case_id`, and with `meeting_id` to move that booking."""

    key: ClassVar[str] = "booking"
    nav_key: ClassVar[str] = "cases"
    scrolls: ClassVar[bool] = False

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.form = BookingForm(shell.session)
        self.card = BookingCard(shell.session)
        self.columns = TwoColumns(self.card)
        self.columns.column.addWidget(self.form)
        self.body.addWidget(self.columns, 1)
        self.keeper = DraftKeeper(shell, self.save_draft, self)
        self._proposal: SlotProposal | None = None
        self._is_touched = False
        self._is_filling = False
        self._look_timer = QTimer(self)
        self._look_timer.setSingleShot(True)
        self._look_timer.setInterval(_LOOK_AFTER_MS)
        self._look_timer.timeout.connect(self.look)
        self.form.changed.connect(self._edited)
        self.card.changed.connect(self._touched)
        self.form.time.minutes_changed.connect(self._propose)

    def open(self, **params: Any) -> None:
        """Raises where the case may not be opened or the meeting cannot be moved any more."""
        self._keep_waiting()
        session, case_id = self.shell.session, CaseId(params["case_id"])
        if case_id not in session.opened:
            open_or_ask(session, case_id)
        facts = session.facts(case_id)
        wanted = params.get("meeting_id")
        old = facts.meeting(MeetingId(wanted)) if wanted is not None else None
        if old is not None:
            stop_if_begun(old)
        self._is_filling = True
        self.form.show_case(facts, old)
        self.card.reason.set_value("")
        self._is_filling = self._is_touched = False
        self.keeper.key, self.keeper.case_id = draft_key(case_id), case_id
        self._show_head()
        self._propose()
        self._resume()

    def _resume(self) -> None:
        kept = kept_draft(self.shell.session, self.keeper.key)
        old = self.form.old
        if kept is None or kept.content.get("moves") != (old.id if old else None):
            return
        self.restore_draft(kept.content)
        when = instant_text(kept.saved, self.shell.session.clock.now())
        news = f"Här är bokningen som du började på {when}."
        QTimer.singleShot(0, self, lambda: self.banner.tell(news, "Börja om", self.start_again))

    def start_again(self) -> None:
        """Throw the half-written booking away."""
        facts, old = self.form.facts, self.form.old
        if self.keeper.discard() and facts is not None:
            self.open(case_id=facts.case.id, **({"meeting_id": old.id} if old else {}))

    def _show_head(self) -> None:
        facts, old = self.form.facts, self.form.old
        if facts is None:
            return
        who = names.shown(facts.child.shown_name)
        self.head.set_title("Flytta samtalet" if old else "Boka samtal", f"{who}, {facts.case.number}")
        hint = actions.action("next_step").hint
        may_write = all(check.is_passed for check in contact_checks(facts, facts.event_no))
        main = "Boka och skriv kallelser" if may_write else "Boka"
        self.book_button = primary("Flytta" if old else main, hint=hint)
        self.book_button.clicked.connect(self.book)
        buttons = [self.book_button]
        if may_write and not old:
            only = Button("Boka utan att skriva")
            only.clicked.connect(self.book_only)
            buttons.insert(0, only)
        self.head.set_buttons(*buttons)

    def refresh(self) -> None:
        """Show the clock and the free times as they are now; what is typed stays."""
        self._show_head()
        self._propose()

    def tick(self) -> None:
        self._propose()

    def save_draft(self) -> object | None:
        if not self._is_touched or self.form.facts is None:
            return None
        return {**self.form.draft(), "clash_reason": self.card.reason.value()}

    def restore_draft(self, draft: object) -> None:
        if isinstance(draft, dict):
            self._is_filling = True
            self.form.set_draft(draft)
            self.card.reason.set_value(str(draft.get("clash_reason", "")))
            self._is_filling, self._is_touched = False, True
            self.look()

    def may_leave(self) -> bool:
        """Always: what is typed is kept first."""
        self._keep_waiting()
        return True

    def _keep_waiting(self) -> None:
        if self.keeper.is_waiting:
            self.keeper.keep()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "next_step": self.book,
            "save": self.keeper.keep,
            "free_times_booking": self.form.time.slots.setFocus,
            "add_outside": self.form.outside.add,
        }

    def focus_first(self) -> None:
        if self.form.old is not None:
            self.form.moving.asked.buttons()[0].setFocus()
        elif self.form.time.slots.rows:
            self.form.time.slots.setFocus()
        else:
            self.form.time.starts.setFocus()

    def book(self) -> None:
        """Book (or move), and go on to the letters where they may be written, else back to the case."""
        self._book(goes_on=True)

    def book_only(self) -> None:
        """Book, and back to the case."""
        self._book(goes_on=False)

    def _book(self, *, goes_on: bool) -> None:
        facts, old = self.form.facts, self.form.old
        made = self.shell.run(self._stored)
        if made is None or facts is None:
            return
        case_id = facts.case.id
        if old is not None:
            self.shell.go("case", case_id=case_id, moved=made)
            return
        stop = next((check for check in contact_checks(facts, facts.event_no) if check.is_stop), None)
        if not self.shell.go("case", case_id=case_id):
            return
        if goes_on and stop is None:
            self.shell.go("preview", kind="summons", meeting_id=made)
        elif stop is not None:
            self.shell.show_banner(
                f"Tiden är bokad. Kallelser kan inte skrivas än: {stop.label.lower()}. {stop.detail}",
                state="urgent",
            )
        else:
            self.shell.show_banner("Samtalet är bokat.")

    def _stored(self) -> MeetingId | None:
        facts = self.form.facts
        if facts is None:
            return None
        problems = [*self.form.time.local_problems()]
        stop = self.form.called.stop()
        if stop:
            problems.append(Problem("parties", stop))
        self.form.clear_problems()
        if problems:
            self._show_problems(problems)
            return None
        try:
            made = arrange(self.shell.session, facts.case.id, self.form.arrangement(self.card.clash_reason()))
        except InvalidInputError as error:
            self._show_problems(error.problems)
            return None
        self.keeper.forget()
        self._is_touched = False
        return made

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        rest = self.card.form.show_problems(self.form.show_problems(problems))
        self.columns.show_focused()
        message = (rest or list(problems))[0].message
        self.banner.tell(f"{message} Inget är bokat än, och det du har skrivit är kvar.", state="overdue")
        self._propose()

    def _touched(self) -> None:
        if not self._is_filling:
            self._is_touched = True
            self.keeper.touched()

    def _edited(self) -> None:
        self._touched()
        self._look_timer.start()

    def look(self) -> None:
        """Say where the chosen time lies, what it clashes with, and whether the booking is preliminary."""
        self._look_timer.stop()
        facts, old = self.form.facts, self.form.old
        if facts is None:
            return
        booking = self.form.booking()
        due = self._proposal.due if self._proposal else None
        self.card.show_booking(booking, due)
        session = self.shell.session
        except_for = old.id if old else None
        found = self.shell.run(lambda: clashes_of(session, facts.case.id, booking, except_for=except_for))
        self.card.show_clashes(found or ())
        self.card.show_preliminary(self.form.waiting_roles())

    def _propose(self) -> None:
        facts = self.form.facts
        minutes = self.form.time.length() or self.shell.session.settings.meeting_minutes
        if facts is None:
            return
        event_no = self.form.old.event_no if self.form.old else facts.event_no
        session = self.shell.session
        self._proposal = self.shell.run(lambda: propose_for_case(session, facts.case.id, event_no, minutes))
        if self._proposal is not None:
            self.form.time.show_proposal(self._proposal)
            self.card.show_clock(self._proposal, session.clock.now())
        self.look()
