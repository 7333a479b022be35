"""Booking the talk, and what becomes of a booking: moved, cancelled, nobody came."""

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.booking import Booking, booking_state, check_booking
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import CaseId, MeetingId, PaperId, PartyId
from allvar_desktop.domain.knowledge import joint_meeting_conflicts
from allvar_desktop.domain.meeting import AskedBy, Meeting, MeetingState, Participant
from allvar_desktop.domain.paper import PaperKind, PaperState
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.record import Presence
from allvar_desktop.domain.text_limits import check_text, tidy
from allvar_desktop.errors import StoppedError
from allvar_desktop.services.clashes import clashes_of
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Entry, Session


def book(session: Session, case_id: CaseId, booking: Booking) -> MeetingId:
    """Book a talk. A clash asks for a reason; a joint meeting of people who may not meet stops.

    Preliminary while somebody from outside has neither consent nor ground.
    """
    facts = session.facts(case_id)
    _check(session, facts, booking)
    with session.action(Act.MEETING_BOOKED, case_id) as entry:
        meeting_id = _add(session, facts, booking)
        entry.result(booking, f"meeting:{meeting_id}")
    return meeting_id


def move(
    session: Session, meeting_id: MeetingId, booking: Booking, *, asked_by: AskedBy, reason: str
) -> MeetingId:
    """A new booking in place of the old one, which stays as *flyttad*; its letters are voided."""
    old = session.tables.meetings.get(meeting_id)
    stop_if_begun(old)
    facts = session.facts(old.case_id)
    refuse(_reason(reason))
    _check(session, facts, booking, except_for=meeting_id)
    with session.action(Act.MEETING_MOVED, old.case_id) as entry:
        new_id = _add(session, facts, booking)
        session.tables.meetings.change(
            meeting_id,
            state=MeetingState.MOVED,
            state_reason=tidy(reason),
            asked_by=asked_by,
            replaced_by=new_id,
            state_changed=session.clock.now(),
        )
        void_letters(session, meeting_id, "Samtalet flyttades.")
        entry.result(booking, f"meeting:{new_id}")
    return new_id


def cancel(session: Session, meeting_id: MeetingId, *, asked_by: AskedBy, reason: str) -> None:
    """*Ställ in*: the booking and its voided letters stay readable; the clock goes on."""
    stop_if_begun(session.tables.meetings.get(meeting_id))
    _end(session, meeting_id, Act.MEETING_CANCELLED, MeetingState.CANCELLED, asked_by, reason)


def note_no_show(session: Session, meeting_id: MeetingId, *, reason: str) -> None:
    """*Uteblev*: the family did not come. Not the same as declined, or not reached."""
    meeting = _coming(session, meeting_id)
    if min(meeting.starts, meeting.began or meeting.starts) > session.clock.now():
        raise StoppedError("Samtalet har inte börjat än.", "Ställ in samtalet eller flytta det i stället.")
    rows = session.tables.attendances.where("meeting_id = ?", meeting_id)
    family = {party.id for party in session.facts(meeting.case_id).family}
    if any(row.party_id in family and row.presence is not Presence.ABSENT for row in rows):
        raise StoppedError(
            "Någon i familjen är antecknad som närvarande.", "Rätta närvaron i samtalet först, om ingen kom."
        )
    _end(session, meeting_id, Act.MEETING_NO_SHOW, MeetingState.NO_SHOW, None, reason)


def undo_move(session: Session, new_id: MeetingId) -> MeetingId:
    """*Ångra*: the old time is booked anew and the new one cancelled, while nothing is printed for it."""
    new = session.tables.meetings.get(new_id)
    stop_if_begun(new)
    old = next(
        (m for m in session.facts(new.case_id).meetings if m.replaced_by == new_id),
        None,
    )
    if old is None:
        raise StoppedError("Det finns ingen tidigare tid att gå tillbaka till.", "Flytta samtalet i stället.")
    facts = session.facts(new.case_id)
    if any(paper.state is PaperState.PRINTED for paper in facts.papers_of(new_id, PaperKind.SUMMONS)):
        raise StoppedError("Kallelser till den nya tiden är utskrivna.", "Flytta samtalet i stället.")
    booking = booking_of(facts, old)
    _check(session, facts, booking, except_for=new_id)
    with session.register.atomic():
        session.tables.meetings.change(
            new_id,
            state=MeetingState.CANCELLED,
            state_reason="Ångrad flytt.",
            state_changed=session.clock.now(),
        )
        with session.action(Act.MEETING_UNDONE, new.case_id) as entry:
            again = _add(session, session.facts(new.case_id), booking)
            void_letters(session, new_id, "Flytten ångrades.")
            entry.result(booking, f"meeting:{again}")
    return again


def undo_cancel(session: Session, meeting_id: MeetingId) -> MeetingId:
    """*Ångra*: the cancelled time is booked anew, if it is still free; its voided letters stay voided."""
    meeting = session.tables.meetings.get(meeting_id)
    if meeting.state is not MeetingState.CANCELLED:
        raise StoppedError(f"Samtalet är {meeting.state.text}.", "Boka en ny tid i stället.")
    facts = session.facts(meeting.case_id)
    booking = booking_of(facts, meeting)
    _check(session, facts, booking)
    with session.action(Act.MEETING_UNDONE, meeting.case_id) as entry:
        again = _add(session, facts, booking)
        entry.result(booking, f"meeting:{again}")
    return again


def stop_if_begun(meeting: Meeting) -> None:
    """StoppedError for a talk that can be neither moved nor cancelled any more."""
    if meeting.state is MeetingState.ONGOING:
        raise StoppedError("Samtalet pågår.", "Öppna samtalet. Kom ingen, anteckna att familjen uteblev.")
    if not meeting.state.may_change:
        raise StoppedError(f"Samtalet är {meeting.state.text}.", "Boka en ny tid i stället.")


def booking_of(facts: CaseFacts, meeting: Meeting) -> Booking:
    """A stored meeting as the form that moves it."""
    return Booking(
        event_no=meeting.event_no,
        starts=meeting.starts,
        minutes=meeting.minutes,
        room=meeting.room,
        handler_id=meeting.handler_id,
        party_ids=tuple(party.id for party in facts.participants_of(meeting.id)),
        place=meeting.place,
        interpreter_language=meeting.interpreter_language,
        interpreter_mode=meeting.interpreter_mode,
        clash_reason=meeting.clash_reason,
    )


def settle_preliminary(session: Session, case_id: CaseId) -> None:
    """Make preliminary bookings firm where every participant from outside now has a consent or a ground."""
    facts = session.facts(case_id)
    for meeting in facts.meetings:
        if meeting.state is MeetingState.PRELIMINARY:
            state = booking_state(facts, booking_of(facts, meeting))
            session.tables.meetings.change(meeting.id, state=state)


def void_letters(session: Session, meeting_id: MeetingId, reason: str) -> tuple[PaperId, ...]:
    """Void the meeting's summonses inside the caller's action; the stored bytes stay."""
    letters = session.tables.papers.where("meeting_id = ? AND kind = ?", meeting_id, PaperKind.SUMMONS)
    voided = tuple(letter.id for letter in letters if letter.state is not PaperState.VOIDED)
    for paper_id in voided:
        session.tables.papers.change(
            paper_id, state=PaperState.VOIDED, state_reason=reason, state_changed=session.clock.now()
        )
    return voided


def cancel_coming(session: Session, case_id: CaseId, event_no: int, reason: str, entry: Entry) -> None:
    """Cancel what is still booked for an event, inside the caller's action. StoppedError if one goes on."""
    for meeting in session.facts(case_id).coming_meetings(event_no):
        stop_if_begun(meeting)
        session.tables.meetings.change(
            meeting.id, state=MeetingState.CANCELLED, state_reason=reason, state_changed=session.clock.now()
        )
        void_letters(session, meeting.id, reason)
        entry.result(meeting)


def _check(
    session: Session, facts: CaseFacts, booking: Booking, *, except_for: MeetingId | None = None
) -> None:
    problems = list(check_booking(facts, booking, session.clock.now()))
    if booking.starts is not None and not problems:
        found = clashes_of(session, facts.case.id, booking, except_for=except_for)
        if found and not booking.clash_reason.strip():
            problems.append(
                Problem("clash_reason", f"{found[0]} Välj en annan tid, eller skriv varför det går ändå.")
            )
    refuse(problems)
    if not facts.case.is_open:
        raise StoppedError("Ärendet är avslutat.", "Öppna det på nytt, och boka sedan.")
    called = tuple(party for party in facts.parties if party.id in booking.party_ids)
    conflicts = joint_meeting_conflicts(facts, called)
    decision = facts.safety_decision
    if not conflicts or (decision is not None and decision.is_joint_meeting_allowed):
        return
    if decision is not None:
        raise StoppedError(
            "Gruppledaren har beslutat att ett gemensamt samtal inte är säkert.", "Boka skilda samtal."
        )
    reader, about = (party.shown_name for party in conflicts[0])
    raise StoppedError(
        f"{reader} får inte få veta var {about} finns.",
        "Boka skilda samtal, eller be först gruppledaren om ett säkerhetsbeslut.",
    )


def _add(session: Session, facts: CaseFacts, booking: Booking) -> MeetingId:
    if booking.starts is None:
        raise LookupError("a booking without a time is refused before")
    meeting = Meeting(
        id=MeetingId(0),
        case_id=facts.case.id,
        event_no=booking.event_no,
        starts=booking.starts,
        minutes=booking.minutes,
        room=tidy(booking.room),
        place=tidy(booking.place),
        handler_id=booking.handler_id,
        state=booking_state(facts, booking),
        interpreter_language=tidy(booking.interpreter_language),
        interpreter_mode=booking.interpreter_mode,
        clash_reason=tidy(booking.clash_reason),
        booked=session.clock.now(),
    )
    meeting_id = MeetingId(session.tables.meetings.add(meeting))
    for party_id in dict.fromkeys(booking.party_ids):
        session.tables.participants.add(Participant(0, meeting_id, PartyId(party_id)))
    return meeting_id


def _end(
    session: Session,
    meeting_id: MeetingId,
    act: Act,
    state: MeetingState,
    asked_by: AskedBy | None,
    reason: str,
) -> None:
    meeting = _coming(session, meeting_id)
    session.facts(meeting.case_id)
    refuse(_reason(reason))
    with session.action(act, meeting.case_id, f"meeting:{meeting_id}") as entry:
        changed = session.tables.meetings.change(
            meeting_id,
            state=state,
            state_reason=tidy(reason),
            asked_by=asked_by,
            state_changed=session.clock.now(),
        )
        if state is MeetingState.CANCELLED:
            void_letters(session, meeting_id, "Samtalet ställdes in.")
        entry.result(changed)


def _coming(session: Session, meeting_id: MeetingId) -> Meeting:
    meeting = session.tables.meetings.get(meeting_id)
    if not meeting.state.is_coming:
        raise StoppedError(f"Samtalet är {meeting.state.text}.", "Boka en ny tid i stället.")
    return meeting


def _reason(reason: str) -> list[Problem]:
    problems = [*check_text("reason", "Orsaken", reason, text_limits.NOTE)]
    if not reason.strip():
        problems.append(Problem("reason", "Skriv varför."))
    return problems
