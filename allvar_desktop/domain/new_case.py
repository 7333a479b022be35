"""What is asked for when a notice comes in, in the order in which one hears it on the phone."""

from dataclasses import dataclass, field
from datetime import date, datetime

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.identity_number import age_on, parse_identity
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.notice import Arrival, MayBeTold, Mediation, NoticeKind
from allvar_desktop.domain.party import PartyRole, Protection
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.text_limits import check_text

OLDEST_CHILD = 21
"""The rules for the young reach to under 21 (domain.md §2)."""


@dataclass(frozen=True, slots=True)
class NewNotice:
    """A notice as typed. Times that nobody knew are None."""

    kind: NoticeKind = NoticeKind.SECTION_34
    arrival: Arrival = Arrival.ELECTRONIC
    received: Moment | None = None
    is_first_emptying: bool = False
    names_suspicion: bool = True
    reported: Moment | None = None
    offence: Moment | None = None
    sender: str = ""
    reference: str = ""
    event_text: str = ""
    may_be_told: MayBeTold = MayBeTold.NOT_ASKED
    told_by: str = ""
    is_interview_held: bool = False
    mediation: Mediation = Mediation.NOT_ASKED


@dataclass(frozen=True, slots=True)
class NewParty:
    """A person as typed; the fields are those of `Party`."""

    role: PartyRole
    name: str = ""
    identity_number: str = ""
    identity_reason: str = ""
    birth_date: date | None = None
    phone: str = ""
    care_of: str = ""
    street: str = ""
    apartment: str = ""
    postcode: str = ""
    town: str = ""
    protection: Protection = Protection.UNKNOWN
    language: str = ""
    is_interpreter_needed: bool = False
    is_living_with_child: bool = False
    relation: str = ""
    organisation: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewCase:
    """The whole form: one notice, the child, and the adults who are known."""

    notice: NewNotice
    child: NewParty
    adults: tuple[NewParty, ...] = ()
    hidden_pairs: tuple[tuple[int, int], ...] = field(default=())
    """Places (0 is the child, 1 the first adult, …): the first may not learn where the second is."""
    shown_pairs: tuple[tuple[int, int], ...] = field(default=())
    """Places: the first may learn where the second is, although the second is protected."""


def check_notice(notice: NewNotice, now: datetime) -> tuple[Problem, ...]:
    """What is wrong with a notice as typed; `now` in UTC. Fields are those of `NewNotice`."""
    return (*_times(notice, now), *_texts(notice))


def _times(notice: NewNotice, now: datetime) -> list[Problem]:
    problems: list[Problem] = []
    if notice.received is None:
        problems.append(
            Problem("received", "Skriv när underrättelsen kom till enheten. Klockan går därifrån.")
        )
    for name, label, moment in (
        ("received", "Mottagen", notice.received),
        ("reported", "Polisanmälan", notice.reported),
        ("offence", "Händelsen", notice.offence),
    ):
        if moment and moment.earliest() > now:
            problems.append(Problem(name, f"{label} ligger i framtiden. Kontrollera datum och klockslag."))
    problems += _order("reported", "Polisanmälan ligger före händelsen.", notice.offence, notice.reported)
    problems += _order("received", "Mottagen ligger före händelsen.", notice.offence, notice.received)
    return problems


def _order(field_name: str, sentence: str, first: Moment | None, then: Moment | None) -> list[Problem]:
    """A problem when `then` surely lies before `first`; a missing hour or *ungefär* leaves room."""
    if first is None or then is None:
        return []
    is_wrong = then.is_surely_before(first)
    return [Problem(field_name, f"{sentence} Kontrollera tiderna.")] if is_wrong else []


def _texts(notice: NewNotice) -> tuple[Problem, ...]:
    return (
        *check_text("sender", "Avsändaren", notice.sender, text_limits.LINE),
        *check_text("reference", "Diarienumret", notice.reference, text_limits.SHORT),
        *check_text("event_text", "Händelsen", notice.event_text, text_limits.NOTE),
        *check_text("told_by", "Namnet", notice.told_by, text_limits.NAME),
    )


def check_party(party: NewParty, today: date) -> tuple[Problem, ...]:
    """What is wrong with a person as typed, by the fields of `NewParty`. A missing name is not wrong here."""
    return (*_party_texts(party), *_identity(party, today), *_postcode(party), *_birth(party, today))


_PARTY_TEXTS = (
    ("name", "Namnet", text_limits.NAME),
    ("identity_number", "Numret", text_limits.SHORT),
    ("identity_reason", "Orsaken", text_limits.LINE),
    ("phone", "Telefonnumret", text_limits.SHORT),
    ("care_of", "c/o-namnet", text_limits.NAME),
    ("street", "Gatan", text_limits.LINE),
    ("apartment", "Lägenhetsnumret", text_limits.SHORT),
    ("postcode", "Postnumret", text_limits.SHORT),
    ("town", "Orten", text_limits.NAME),
    ("language", "Språket", text_limits.SHORT),
    ("relation", "Relationen", text_limits.SHORT),
    ("organisation", "Organisationen", text_limits.NAME),
    ("note", "Anteckningen", text_limits.NOTE),
)


def _party_texts(party: NewParty) -> list[Problem]:
    return [
        problem
        for name, label, limit in _PARTY_TEXTS
        for problem in check_text(name, label, getattr(party, name), limit)
    ]


def _identity(party: NewParty, today: date) -> list[Problem]:
    """A number that fails its check warns, and may be kept with a reason (domain.md §8)."""
    parsed = parse_identity(party.identity_number, today)
    if parsed.number is not None and party.identity_reason.strip():
        return []
    return list(parsed.warnings)


def _postcode(party: NewParty) -> list[Problem]:
    digits = party.postcode.replace(" ", "")
    if not digits or (digits.isascii() and digits.isdigit() and len(digits) == 5):
        return []
    return [Problem("postcode", "Ett postnummer har fem siffror, till exempel 162 60.")]


def _birth(party: NewParty, today: date) -> list[Problem]:
    if party.birth_date is None:
        return []
    if party.birth_date > today:
        return [Problem("birth_date", "Födelsedatumet ligger i framtiden. Kontrollera det.")]
    if party.role is PartyRole.CHILD and age_on(party.birth_date, today) >= OLDEST_CHILD:
        return [
            Problem(
                "birth_date",
                "Personen har fyllt 21 år. Reglerna för unga gäller till 21; kontrollera numret.",
            )
        ]
    return []
