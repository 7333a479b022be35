"""What else takes the room, the worker, the officer or the family at the same time."""

from datetime import timedelta

from allvar_desktop.domain.booking import LONGEST, Booking
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.party import Party, PartyRole
from allvar_desktop.domain.search_key import fold
from allvar_desktop.services.session import Session
from allvar_desktop.storage.instants import instant_to_text

_COMING = "state IN ('preliminary', 'booked', 'ongoing')"


def clashes_of(
    session: Session, case_id: CaseId, booking: Booking, *, except_for: MeetingId | None = None
) -> tuple[str, ...]:
    """Sentences about what clashes; cancelled and moved meetings never do. Nothing is said of whose they are."""
    if booking.starts is None:
        return ()
    mine = _parties(session, booking.party_ids)
    ends = booking.starts + timedelta(minutes=booking.minutes)
    sentences: list[str] = []
    for other in meetings_around(session, booking):
        if other.id != except_for and other.starts < ends and booking.starts < other.ends:
            sentences += _reasons(session, case_id, booking, mine, other)
    return tuple(dict.fromkeys(sentences))


def meetings_around(session: Session, booking: Booking) -> tuple[Meeting, ...]:
    """Coming meetings that may overlap the booking: those that start at most the longest talk before it ends."""
    assert booking.starts is not None
    first = booking.starts - timedelta(minutes=LONGEST)
    last = booking.starts + timedelta(minutes=booking.minutes)
    return session.tables.meetings.where(
        f"{_COMING} AND starts > ? AND starts < ?", instant_to_text(first), instant_to_text(last), order="starts"
    )


def _reasons(
    session: Session, case_id: CaseId, booking: Booking, mine: tuple[Party, ...], other: Meeting
) -> list[str]:
    found = []
    if booking.room and fold(other.room) == fold(booking.room):
        found.append(f"Rummet {booking.room} är upptaget.")
    if other.handler_id == booking.handler_id:
        found.append("Handläggaren har ett annat samtal då.")
    if other.case_id == case_id:
        found.append("Familjen har ett annat samtal då.")
    theirs = _parties(
        session, tuple(row.party_id for row in session.tables.participants.where("meeting_id = ?", other.id))
    )
    for role, sentence in (
        (PartyRole.POLICE, "Polisen har ett annat samtal då."),
        (PartyRole.INTERPRETER, "Tolken har ett annat samtal då."),
    ):
        if _names(mine, role) & _names(theirs, role):
            found.append(sentence)
    return found


def _names(parties: tuple[Party, ...], role: PartyRole) -> set[str]:
    return {fold(party.name) for party in parties if party.role is role and party.name}


def _parties(session: Session, party_ids: tuple[int, ...]) -> tuple[Party, ...]:
    return tuple(session.tables.parties.get(party_id) for party_id in party_ids)
