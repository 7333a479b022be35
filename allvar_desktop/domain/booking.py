"""A time for the talk as somebody wants to book it, and what stands in the way."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import AccountId, PartyId
from allvar_desktop.domain.meeting import InterpreterMode, MeetingState
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.text_limits import check_text

SHORTEST, LONGEST = 10, 8 * 60
"""Minutes a talk may be planned for."""
FURTHEST = timedelta(days=366)
_AND = " och "


@dataclass(frozen=True, slots=True)
class Booking:
    """What a booking holds. `starts` is an instant in UTC; None while nothing is chosen."""

    event_no: int
    starts: datetime | None
    minutes: int
    room: str
    handler_id: AccountId
    party_ids: tuple[PartyId, ...]
    place: str = ""
    interpreter_language: str = ""
    interpreter_mode: InterpreterMode | None = None
    clash_reason: str = ""


def check_booking(facts: CaseFacts, booking: Booking, now: datetime) -> tuple[Problem, ...]:
    """What is wrong with the booking itself; clashes with others are a matter of their own."""
    return (*_time_problems(facts, booking, now), *_party_problems(facts, booking), *_text_problems(booking))


def _time_problems(facts: CaseFacts, booking: Booking, now: datetime) -> list[Problem]:
    if booking.starts is None:
        return [Problem("starts", "Välj en tid för samtalet.")]
    problems = []
    notices = facts.notices_of(booking.event_no)
    if notices and booking.starts < min(notice.received.earliest() for notice in notices):
        problems.append(
            Problem("starts", "Samtalet ligger före underrättelsen. Kontrollera datum och klockslag.")
        )
    elif booking.starts < now:
        problems.append(Problem("starts", "Tiden har redan varit. Välj en tid framåt."))
    if booking.starts > now + FURTHEST:
        problems.append(Problem("starts", "Tiden ligger mer än ett år fram. Kontrollera året."))
    if not SHORTEST <= booking.minutes <= LONGEST:
        problems.append(Problem("minutes", "Ett samtal är mellan 10 minuter och 8 timmar långt."))
    return problems


def _party_problems(facts: CaseFacts, booking: Booking) -> list[Problem]:
    family = {party.id for party in facts.family}
    problems = []
    if not family & set(booking.party_ids):
        problems.append(Problem("parties", "Välj vilka i familjen som kallas."))
    if not {party.id for party in facts.parties} >= set(booking.party_ids):
        problems.append(Problem("parties", "En av dem som kallas hör inte till ärendet."))
    if bool(booking.interpreter_language) != (booking.interpreter_mode is not None):
        problems.append(
            Problem("interpreter_mode", "Välj både språk och om tolken är på plats eller på telefon.")
        )
    return problems


def _text_problems(booking: Booking) -> list[Problem]:
    problems = [
        *check_text("room", "Rummet", booking.room, text_limits.SHORT),
        *check_text("place", "Platsen", booking.place, text_limits.LINE),
        *check_text("clash_reason", "Orsaken", booking.clash_reason, text_limits.LINE),
        *check_text("interpreter_language", "Språket", booking.interpreter_language, text_limits.SHORT),
    ]
    if not booking.room.strip() and not booking.place.strip():
        problems.append(Problem("room", "Välj ett rum, eller skriv en annan plats."))
    return problems


def booking_state(facts: CaseFacts, booking: Booking) -> MeetingState:
    """Preliminary while somebody from outside has neither consent nor ground (domain.md §4.7)."""
    outside = [p for p in facts.parties if p.id in booking.party_ids and p.role.needs_permission]
    if any(facts.permission_of(party.id) is None for party in outside):
        return MeetingState.PRELIMINARY
    return MeetingState.BOOKED


class Speaker(Protocol):
    """What the question for an interpreter needs of a person, typed or stored."""

    @property
    def language(self) -> str: ...

    @property
    def is_interpreter_needed(self) -> bool: ...


def languages_to_interpret(people: Iterable[Speaker]) -> str:
    """The languages that those called need an interpreter for: ``somaliska``, ``somaliska och arabiska``.

    Empty when nobody needs one; ``språk okänt`` when nobody has said which.
    """
    needed = [person.language.strip() or "språk okänt" for person in people if person.is_interpreter_needed]
    return _AND.join(dict.fromkeys(needed))


def booked_languages(text: str) -> tuple[str, ...]:
    """The languages of a booking apart: ``somaliska och arabiska`` is two, however somebody joined them."""
    return tuple(part.strip() for part in re.split(rf"{_AND}|[,/+&]", text) if part.strip())
