"""A booking with everything that belongs to it: people from outside, their permissions, and reasons."""

from dataclasses import dataclass, replace

from allvar_desktop.domain.booking import Booking
from allvar_desktop.domain.ids import CaseId, MeetingId, PartyId
from allvar_desktop.domain.meeting import AskedBy
from allvar_desktop.domain.new_case import NewParty, check_party
from allvar_desktop.domain.party import PermissionKind, SecrecyGround
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.bookings import book, move
from allvar_desktop.services.drafts import end_draft
from allvar_desktop.services.parties import explain_one_guardian, record_permission
from allvar_desktop.services.problems import InvalidInputError, refuse
from allvar_desktop.services.registration import add_party
from allvar_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class GivenPermission:
    """A consent (who gave it, to what) or a chosen ground, as typed; it is given now."""

    kind: PermissionKind
    given_by: str = ""
    covers: str = ""
    ground: SecrecyGround | None = None


@dataclass(frozen=True, slots=True)
class Outsider:
    """Somebody from outside who is to take part: a new person, or one of the case (`party_id`).

    Without a permission the booking is preliminary.
    """

    party: NewParty
    permission: GivenPermission | None = None
    party_id: PartyId | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the booking page holds. With `moves` the booking takes that meeting's place."""

    booking: Booking
    outsiders: tuple[Outsider, ...] = ()
    one_guardian_note: str = ""
    moves: MeetingId | None = None
    asked_by: AskedBy | None = None
    reason: str = ""


def arrange(session: Session, case_id: CaseId, arrangement: Arrangement) -> MeetingId:
    """Store the people, their permissions and the booking together, or nothing.

    InvalidInputError with the fields of `Booking`, with ``outsider.0.name`` and so on, ``note``, ``asked_by``
    and ``reason``; StoppedError where a joint meeting has been found unsafe.
    """
    _check(session, arrangement)
    with session.register.atomic():
        ids = [_stored(session, case_id, place, each) for place, each in enumerate(arrangement.outsiders)]
        if arrangement.one_guardian_note.strip():
            explain_one_guardian(session, case_id, arrangement.one_guardian_note)
        booking = replace(arrangement.booking, party_ids=(*arrangement.booking.party_ids, *ids))
        end_draft(session, draft_key(case_id))
        asked_by = arrangement.asked_by
        if arrangement.moves is None or asked_by is None:  # a move without it has been refused
            return book(session, case_id, booking)
        return move(session, arrangement.moves, booking, asked_by=asked_by, reason=arrangement.reason)


def draft_key(case_id: CaseId) -> str:
    """Under which a half-written booking of a case is kept; it ends with the booking."""
    return f"booking:{case_id}"


def _check(session: Session, arrangement: Arrangement) -> None:
    problems = []
    if arrangement.moves is not None and arrangement.asked_by is None:
        problems.append(Problem("asked_by", "Välj vem som bad om flytten."))
    if arrangement.moves is not None and not arrangement.reason.strip():
        problems.append(Problem("reason", "Skriv varför tiden flyttas."))
    for place, each in enumerate(arrangement.outsiders):
        if each.party_id is None:
            found = [*check_party(each.party, session.today)]
            if not each.party.name.strip():
                found.append(Problem("name", "Skriv namnet, eller ta bort raden."))
            problems += [Problem(f"outsider.{place}.{one.field}", one.message) for one in found]
    refuse(problems)


def _stored(session: Session, case_id: CaseId, place: int, outsider: Outsider) -> PartyId:
    party_id = outsider.party_id or add_party(session, case_id, outsider.party)
    given = outsider.permission
    if given is not None:
        try:
            record_permission(
                session,
                party_id,
                given.kind,
                given_by=given.given_by,
                given_at=None,
                covers=given.covers,
                ground=given.ground,
            )
        except InvalidInputError as error:
            refuse(Problem(f"outsider.{place}.{one.field}", one.message) for one in error.problems)
    return party_id
