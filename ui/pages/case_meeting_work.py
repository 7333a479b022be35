"""What becomes of a booked talk: booked, moved, cancelled, nobody came; and where its papers are."""

from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.domain.meeting import AskedBy, Meeting, MeetingState
from allvar_desktop.domain.path import is_meeting_summoned
from allvar_desktop.domain.record import Record
from allvar_desktop.domain.time_text import instant_text
from allvar_desktop.services import bookings
from ui.dialogs import ask
from ui.pages.case_desk import CaseDesk
from ui.pages.case_words import capital

_MOVE, _CANCEL, _NO_SHOW = "move", "cancel", "no_show"
_BY_FAMILY, _NOBODY = "by_family", "nobody"
_ASKED = tuple((who, capital(who.text)) for who in AskedBy)


class MeetingWork:
    """What one can do about the talks of a case."""

    def __init__(self, desk: CaseDesk) -> None:
        self._desk = desk

    def coming(self) -> tuple[Meeting, ...]:
        """Talks of the latest event that are still to take place, the first one first."""
        facts = self._desk.facts
        return facts.coming_meetings(facts.event_no)

    def changeable(self) -> tuple[Meeting, ...]:
        """Those of them that have not begun, and can be moved or cancelled."""
        return tuple(meeting for meeting in self.coming() if meeting.state.may_change)

    def begun(self) -> tuple[Meeting, ...]:
        """Talks of the latest event that go on or have been held, the latest first."""
        facts = self._desk.facts
        found = facts.meetings_of(facts.event_no)
        states = (MeetingState.ONGOING, MeetingState.HELD)
        return tuple(meeting for meeting in reversed(found) if meeting.state in states)

    def record_of(self, meeting: Meeting) -> Record | None:
        return self._desk.facts.record_of(meeting.id)

    def book(self) -> None:
        """Another time for a talk, after a word of warning while the family may not be told."""
        stops = [check for check in self._desk.view.checks if not check.is_passed]
        if stops and not ask.confirm(
            "Boka trots hinder?",
            f"{stops[0].label}. {stops[0].detail} Tiden kan bokas redan nu, men kallelsen får vänta.",
            yes="Boka ändå",
        ):
            return
        self._desk.shell.go("booking", case_id=self._desk.case_id)

    def move(self, meeting: Meeting | None = None) -> None:
        """To the page that books, with the talk to move."""
        found = meeting or self._one("Vilket samtal ska flyttas?", self.changeable() or self.coming())
        if found is not None:
            bookings.stop_if_begun(found)
            self._desk.shell.go("booking", case_id=self._desk.case_id, meeting_id=found.id)

    def change(self, meeting: Meeting | None = None) -> None:
        """The first key says that the talk changes; a number says how."""
        found = meeting or self._one("Vilket samtal?", self.coming())
        if found is None:
            self._desk.shell.show_banner("Inget samtal är bokat.")
            return
        options: list[tuple[str, str]] = []
        if found.state.may_change:
            options += [
                (_MOVE, "Flytta till en annan tid"),
                (_BY_FAMILY, "Ställ in, familjen bad om det"),
                (_CANCEL, "Ställ in, någon annan bad om det …"),
            ]
        if (found.began or found.starts) <= self._desk.now:
            options += [(_NOBODY, "Uteblev, ingen hörde av sig"), (_NO_SHOW, "Uteblev, med förklaring …")]
        when = instant_text(found.starts, self._desk.now)
        chosen = ask.choose("Ändra samtalet", options, text=f"Samtal {when}, {found.room or found.place}.")
        ways = {
            _MOVE: lambda: self.move(found),
            _BY_FAMILY: lambda: self._cancelled(found, AskedBy.FAMILY, "Familjen bad om det."),
            _CANCEL: lambda: self.cancel(found),
            _NOBODY: lambda: self._missed(found, "Ingen kom och ingen hörde av sig."),
            _NO_SHOW: lambda: self.note_no_show(found),
        }
        if chosen is not None:
            ways[chosen]()

    def cancel(self, meeting: Meeting) -> None:
        """*Ställ in*: who asked, and why when that says too little."""
        answer = ask.reason(
            "Ställ in samtalet",
            _ASKED,
            yes="Ställ in",
            text="Bokningen och kallelserna står kvar, kallelserna som makulerade. Klockan går vidare.",
            note_label="Varför",
            needs_note=(AskedBy.OTHER,),
        )
        if answer is not None:
            asked_by = AskedBy(answer[0])
            said = answer[1] or f"{capital(asked_by.text)} bad om det."
            self._cancelled(meeting, asked_by, said)

    def note_no_show(self, meeting: Meeting) -> None:
        """*Uteblev*, with what is known of why."""
        answer = ask.reason("Familjen uteblev", (), yes="Anteckna", note_label="Vad som hände")
        if answer is not None:
            self._missed(meeting, answer[1])

    def _cancelled(self, meeting: Meeting, asked_by: AskedBy, reason: str) -> None:
        session = self._desk.session
        self._desk.did(
            lambda: bookings.cancel(session, meeting.id, asked_by=asked_by, reason=reason),
            "Samtalet är inställt och kallelserna är makulerade.",
            lambda: self._desk.did(lambda: bookings.undo_cancel(session, meeting.id), "Tiden är bokad igen."),
        )

    def _missed(self, meeting: Meeting, reason: str) -> None:
        session = self._desk.session
        self._desk.did(
            lambda: bookings.note_no_show(session, meeting.id, reason=reason),
            "Antecknat: familjen uteblev. Klockan går vidare. "
            "Boka en ny tid, eller ange varför det inte blir något samtal.",
        )

    def tell_moved(self, new_id: MeetingId) -> None:
        """The news after a move, with the way back."""
        self._desk.shell.show_banner("Tiden är flyttad.", lambda: self.undo_move(new_id))

    def undo_move(self, new_id: MeetingId) -> None:
        """*Ångra*: the old time again."""
        self._desk.did(
            lambda: bookings.undo_move(self._desk.session, new_id),
            "Flytten är ångrad. Den förra tiden gäller.",
        )

    def replaced_by(self, meeting: Meeting) -> Meeting | None:
        """The talk that was moved to this one; None when it is the first time."""
        return next((old for old in self._desk.facts.meetings if old.replaced_by == meeting.id), None)

    def write_summons(self, meeting: Meeting | None = None) -> None:
        """To the preview of the letters."""
        waiting = [m for m in self.coming() if not is_meeting_summoned(self._desk.facts, m)]
        found = meeting or next(iter(waiting or self.coming()), None)
        if found is None:
            self._desk.open_part("summons")
            self._desk.shell.show_banner("Boka ett samtal först, så finns det något att kalla till.")
            return
        self._desk.shell.go("preview", kind="summons", meeting_id=found.id)

    def open_meeting(self, meeting: Meeting | None = None) -> None:
        """To the page on which the talk is written down."""
        unlocked = [m for m in self.begun() if not self._is_locked(m)]
        found = meeting or next(iter([*unlocked, *self.coming(), *self.begun()]), None)
        if found is None:
            self._desk.open_part("meeting")
            self._desk.shell.show_banner("Inget samtal är bokat.")
            return
        self._desk.shell.go("meeting", meeting_id=found.id)

    def print_summary(self, meeting: Meeting | None = None) -> None:
        """To the preview of the summary of a locked record."""
        found = meeting or next((m for m in self.begun() if self._is_locked(m)), None)
        if found is not None:
            self._desk.shell.go("preview", kind="summary", meeting_id=found.id)

    def print_family_copy(self, meeting: Meeting) -> None:
        """To the preview of the family's copies."""
        self._desk.shell.go("preview", kind="family_copy", meeting_id=meeting.id)

    def _is_locked(self, meeting: Meeting) -> bool:
        record = self.record_of(meeting)
        return record is not None and record.is_locked

    def _one(self, title: str, found: tuple[Meeting, ...]) -> Meeting | None:
        if len(found) < 2:
            return found[0] if found else None
        options = [(m.id, f"{instant_text(m.starts, self._desk.now)}, {m.room or m.place}") for m in found]
        chosen = ask.choose(title, options)
        return next((meeting for meeting in found if meeting.id == chosen), None)
