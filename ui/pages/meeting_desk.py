"""What the parts of *Samtal* share: the talk as it is shown, and writing in its record."""

from collections.abc import Callable
from datetime import datetime

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import CommitmentId, MeetingId, StatementId
from allvar_desktop.domain.meeting import Meeting, MeetingState
from allvar_desktop.domain.record import Commitment, Statement
from allvar_desktop.domain.record_contents import RecordContents
from allvar_desktop.services import records
from allvar_desktop.services.meeting_views import MeetingView, meeting_again
from allvar_desktop.services.record_views import RecordView
from allvar_desktop.services.session import Session
from ui import names
from ui.navigation import Shell
from ui.pages.case_names import hidden_in


class MeetingDesk:
    """One talk on the desk. `renew` shows it anew after a change."""

    def __init__(self, shell: Shell, renew: Callable[[], object]) -> None:
        self.shell = shell
        self.renew = renew
        self.meeting_id = MeetingId(0)
        self.shown: MeetingView | None = None

    @property
    def view(self) -> MeetingView:
        """The talk as it is shown. LookupError before one is opened."""
        if self.shown is None:
            raise LookupError("no meeting is open")
        return self.shown

    @property
    def facts(self) -> CaseFacts:
        return self.view.facts

    @property
    def meeting(self) -> Meeting:
        return self.view.meeting

    @property
    def record(self) -> RecordView | None:
        return self.view.record

    @property
    def contents(self) -> RecordContents | None:
        return self.view.record.contents if self.view.record else None

    @property
    def session(self) -> Session:
        return self.shell.session

    @property
    def now(self) -> datetime:
        return self.session.clock.now()

    @property
    def is_ongoing(self) -> bool:
        return self.meeting.state is MeetingState.ONGOING

    @property
    def is_locked(self) -> bool:
        return self.record is not None and self.record.record.is_locked

    @property
    def may_write(self) -> bool:
        """Whether the record is a draft now."""
        return self.record is not None and not self.is_locked

    @property
    def draft_key(self) -> str:
        """Under which a half-written line of this talk is kept."""
        return f"meeting:{self.meeting_id}"

    def look(self) -> None:
        """Read the talk again."""
        self.shown = meeting_again(self.session, self.meeting_id)

    def did(self, work: Callable[[], object], told: str = "") -> bool:
        """Call a service; after it the talk is shown anew and the banner tells of it."""
        if not self.shell.succeeds(work):
            return False
        self.renew()
        if told:
            self.shell.show_banner(told)
        return True

    def written(self, work: Callable[[], object]) -> None:
        """The same for writing in the draft; raises what the service raises."""
        records.begin_editing(self.session, self.meeting_id)
        work()
        self.renew()
        self.shell.saved()

    def write(self, work: Callable[[], object]) -> bool:
        """Write in the draft, safely; whether it went well."""
        return self.shell.succeeds(lambda: self.written(work))

    def pause_writing(self) -> None:
        """Close the log's bracket round what was written."""
        if self.meeting_id in self.session.editing:
            self.shell.succeeds(lambda: records.end_editing(self.session, self.meeting_id))

    def statement(self, statement_id: StatementId) -> Statement | None:
        """A line of the record; None when it is gone."""
        rows = self.contents.statements if self.contents else ()
        return next((row for row in rows if row.id == statement_id), None)

    def commitment(self, commitment_id: CommitmentId) -> Commitment | None:
        """A commitment of the record; None when it is gone."""
        rows = self.contents.commitments if self.contents else ()
        return next((row for row in rows if row.id == commitment_id), None)

    def hidden(self, text: str) -> str:
        """Typed text as it may stand on the screen now."""
        return hidden_in(text, self.facts.parties)

    def short(self, name: str) -> str:
        """A first name where no other in the family has the same; initials while names are hidden."""
        if names.screen().is_hiding:
            return names.shown(name)
        firsts = [party.shown_name.partition(" ")[0] for party in self.facts.family]
        first = name.partition(" ")[0]
        is_family = any(party.shown_name == name for party in self.facts.family)
        return first if is_family and firsts.count(first) == 1 else name
