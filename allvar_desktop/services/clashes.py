"""What else takes the room, the worker, the officer, the interpreter or the family at the same time."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from allvar_desktop.domain.booking import LONGEST, Booking
from allvar_desktop.domain.clashes import Busy, Resource, ResourceKind, find_clashes
from allvar_desktop.domain.ids import AccountId, CaseId, MeetingId
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.party import Party, PartyRole
from allvar_desktop.domain.search_key import fold
from allvar_desktop.services.session import Session
from allvar_desktop.storage.instants import instant_to_text

_COMING = "state IN ('preliminary', 'booked', 'ongoing')"
_KINDS = {PartyRole.POLICE: ResourceKind.OFFICER, PartyRole.INTERPRETER: ResourceKind.INTERPRETER}


def clashes_of(
    session: Session, case_id: CaseId, booking: Booking, *, except_for: MeetingId | None = None
) -> tuple[str, ...]:
    """Sentences about what clashes, never of whose meetings; cancelled and moved ones do not clash."""
    if booking.starts is None:
        return ()
    ends = booking.starts + timedelta(minutes=booking.minutes)
    parties = tuple(session.tables.parties.get(party_id) for party_id in booking.party_ids)
    needed = resources(booking.room, booking.handler_id, case_id, parties)
    wished = Busy(needed, booking.starts, ends, _what(except_for) if except_for else "")
    others = busy_between(session, booking.starts, ends)
    return tuple(dict.fromkeys(clash.text for clash in find_clashes(wished, others)))


def busy_between(session: Session, start: datetime, end: datetime) -> tuple[Busy, ...]:
    """Everything that is booked in some of the time from `start` to `end`, exclusive."""
    first = start - timedelta(minutes=LONGEST)
    meetings = session.tables.meetings.where(
        f"{_COMING} AND starts > ? AND starts < ?",
        instant_to_text(first),
        instant_to_text(end),
        order="starts",
    )
    return tuple(_busy(session, meeting) for meeting in meetings)


def resources(
    room: str, handler_id: AccountId, case_id: CaseId, parties: Iterable[Party] = ()
) -> frozenset[Resource]:
    """What a talk takes; officers and interpreters are told apart by name: nothing else is known of them.

    A parent may have a talk in the case of a brother or a sister: the family are told by their numbers too.
    """
    found = {Resource(ResourceKind.HANDLER, str(handler_id)), Resource(ResourceKind.FAMILY, str(case_id))}
    if room:
        found.add(Resource(ResourceKind.ROOM, room))
    for party in parties:
        kind = _KINDS.get(party.role)
        if kind and party.name:
            found.add(Resource(kind, fold(party.name)))
        if party.role.is_family and party.identity_number:
            found.add(Resource(ResourceKind.FAMILY, party.identity_number))
    return frozenset(found)


def _busy(session: Session, meeting: Meeting) -> Busy:
    rows = session.tables.participants.where("meeting_id = ?", meeting.id)
    parties = tuple(session.tables.parties.get(row.party_id) for row in rows)
    taken = resources(meeting.room, meeting.handler_id, meeting.case_id, parties)
    return Busy(taken, meeting.starts, meeting.ends, _what(meeting.id))


def _what(meeting_id: MeetingId) -> str:
    return f"meeting:{meeting_id}"
