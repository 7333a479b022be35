"""What one can do with the talk and its lines: begin, keep, take away, end, lock."""

from collections.abc import Callable, Sequence

from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.record import Section, Statement
from allvar_desktop.services import commitments, record_editing, records
from allvar_desktop.services.meeting_views import case_of_meeting, open_meeting
from allvar_desktop.services.problems import InvalidInputError
from ui.case_opening import open_or_ask
from ui.dialogs import ask
from ui.pages.meeting_desk import MeetingDesk
from ui.pages.meeting_editor import MeetingEditor


class MeetingWork:
    """`show_problems` shows what stands in the way of locking."""

    def __init__(
        self, desk: MeetingDesk, editor: MeetingEditor, show_problems: Callable[[Sequence[Problem]], object]
    ) -> None:
        self._desk = desk
        self._editor = editor
        self._show_problems = show_problems

    def open(self, meeting_id: MeetingId) -> None:
        """Open the talk, and first its case; a colleague's asks why. Raises where it may not be opened."""
        session = self._desk.session
        case_id = case_of_meeting(session, meeting_id)
        if case_id not in session.opened:
            open_or_ask(session, case_id)
        self._desk.meeting_id = meeting_id
        self._desk.shown = open_meeting(session, meeting_id)

    def begin(self) -> bool:
        """*Börja samtalet*."""
        desk = self._desk
        return desk.did(lambda: records.begin_meeting(desk.session, desk.meeting_id))

    def end(self) -> bool:
        """The talk is over; the record goes on being a draft."""
        desk = self._desk
        return desk.did(
            lambda: records.end_meeting(desk.session, desk.meeting_id),
            "Samtalet är avslutat. Skriv klart, och lås sedan dokumentationen.",
        )

    def keep(self, section: Section) -> bool:
        """Store the line in the box; what is wrong with it is said under it. Whether it was stored."""
        try:
            self._desk.written(lambda: self._store(section))
        except InvalidInputError as error:
            self._complain(error.problems)
            return False
        return True

    def _store(self, section: Section) -> None:
        session, editor = self._desk.session, self._editor
        if editor.is_promise:
            promised = editor.promise.commitment(editor.box.value(), is_withheld=editor.withheld.isChecked())
            old = editor.promise.commitment_id
            if old is None:
                commitments.add_commitment(session, self._desk.meeting_id, promised)
            else:
                commitments.change_commitment(session, old, promised)
        elif editor.statement_id is None:
            record_editing.add_statement(session, self._desk.meeting_id, editor.statement(section))
        else:
            row = self._desk.statement(editor.statement_id)
            place = row.section if row else section
            record_editing.change_statement(session, editor.statement_id, editor.statement(place))

    def _complain(self, problems: Sequence[Problem]) -> None:
        rest = self._editor.promise.show_problems(tuple(problems))
        self._editor.box_row.show_problem(" ".join(problem.message for problem in rest))
        if rest:
            self._editor.box.setFocus()

    def remove(self) -> bool:
        """Take away what is being changed; a line can be put back by the banner."""
        desk, editor = self._desk, self._editor
        promise = editor.promise.commitment_id
        if promise is not None:
            done = desk.write(lambda: commitments.remove_commitment(desk.session, promise))
            if done:
                desk.shell.show_banner("Åtagandet är borttaget.")
            return done
        row = desk.statement(editor.statement_id) if editor.statement_id is not None else None
        if row is None or not desk.write(lambda: record_editing.remove_statement(desk.session, row.id)):
            return False
        desk.shell.show_banner("Raden är borttagen.", lambda: self._put_back(row))
        return True

    def _put_back(self, row: Statement) -> None:
        session = self._desk.session

        def work() -> None:
            new = record_editing.add_statement(session, row.meeting_id, record_editing.as_statement(row))
            record_editing.move_statement(session, new, row.position)

        self._desk.written(work)

    def add_addendum(self, text: str) -> Problem | None:
        """Store an addition to the locked record; what is wrong with it, or None."""
        desk = self._desk
        try:
            records.add_addendum(desk.session, desk.meeting_id, text)
        except InvalidInputError as error:
            return error.problems[0]
        desk.renew()
        desk.shell.saved()
        return None

    def lock(self) -> bool:
        """*Lås och skriv ut*: ends the talk if it goes on. Whether the record is locked now."""
        desk = self._desk
        problems = [
            problem
            for problem in (desk.record.problems if desk.record else ())
            if not (problem.field == "ended" and desk.is_ongoing)
        ]
        self._show_problems(problems)
        if problems:
            return False
        text = "Efter låsningen ändras inget. Det som tillkommer skrivs som daterade tillägg."
        text = f"Samtalet avslutas nu. {text}" if desk.is_ongoing else text
        if not ask.confirm("Lås dokumentationen?", text, yes="Lås och skriv ut"):
            return False
        if desk.is_ongoing and not self.end():
            return False
        try:
            records.lock_record(desk.session, desk.meeting_id)
        except InvalidInputError as error:
            desk.renew()
            self._show_problems(error.problems)
            return False
        desk.renew()
        return True
