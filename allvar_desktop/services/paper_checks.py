"""The checks of a paper that need its finished words: fields, window, other people's data, odd signs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from allvar_desktop.documents.recipient import Recipient
from allvar_desktop.documents.text import unsupported_characters
from allvar_desktop.documents.window import window_check, window_problems
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.gate import Check, Remedy
from allvar_desktop.domain.letter_scan import ScannedText, Secret, SecretKind, identity_numbers_in
from allvar_desktop.domain.letter_secrets import ReaderSecrets, reader_secrets, told_to
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.party import Party
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.settings import Letterhead, Window
from allvar_desktop.services.linked_people import linked_people
from allvar_desktop.services.session import Session

_MIDDLE_MM = 105
_OF_GATE = ("name", "street", "postcode", "town")
"""Fields of the recipient that the gates have named already."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What one reader's paper is looked through for, and what may stand in it all the same."""

    secrets: ReaderSecrets
    own: tuple[str, ...]
    unit: tuple[str, ...]


def scan_for(
    session: Session, facts: CaseFacts, reader: Party, recipient: Recipient, open_words: Iterable[str]
) -> Scan:
    """`open_words` are what every such letter says, and the names that this one may."""
    letterhead = session.settings.letterhead
    head = (str(getattr(letterhead, each.name)) for each in fields(Letterhead))
    return Scan(
        reader_secrets(facts, reader, linked_people(session, facts)),
        own=(reader.name, *recipient.lines),
        unit=(*head, *open_words),
    )


def scan_checks(session: Session, words: str, scan: Scan, booked: str) -> tuple[Check, ...]:
    """One passed check, or one for each thing found; `booked` is place and room, which a booking mends."""
    today = to_local(session.clock.now()).date()
    numbers = identity_numbers_in(words, today, scan.unit)
    found = [
        *told_to(words, scan.secrets, own=scan.own, unit=scan.unit),
        *(Secret(SecretKind.IDENTITY, number) for number in numbers),
    ]
    if found:
        place = ScannedText.of(booked)
        return tuple(_telling(secret, is_booked=place.holds(secret)) for secret in dict.fromkeys(found))
    return (Check("Ingen uppgift om andra, inget personnummer", is_passed=True),)


def _telling(secret: Secret, *, is_booked: bool) -> Check:
    where = " ur bokningens rum eller plats" if is_booked else ""
    return Check(
        secret.kind.text,
        is_passed=False,
        detail=f"Det gäller ”{secret.text}”. Ta bort det{where}.",
        remedy=Remedy.CHANGE_TIME if is_booked else Remedy.NONE,
    )


def window_checks(recipient: Recipient, window: Window) -> tuple[Check, ...]:
    """Whether name and address show in the envelope's window, and nothing of them goes outside."""
    wrong = window_problems(window)
    if wrong:
        return tuple(_problem_check(problem, Remedy.SETTINGS) for problem in wrong)
    overflow = window_check(recipient.lines, window)
    if overflow is None:
        return (Check("Adressen får plats i fönstret", is_passed=True),)
    side = "höger" if window.x_mm + window.width_mm / 2 > _MIDDLE_MM else "vänster"
    return (
        Check(
            "Adressen får inte plats i fönstret",
            is_passed=False,
            detail=f"C5 {side}: texten går {overflow.largest_mm} mm utanför",
            remedy=Remedy.CORRECT_PARTY,
        ),
    )


def field_checks(problems: Iterable[Problem], facts: CaseFacts, event_no: int) -> tuple[Check, ...]:
    """One check for each missing field with the place to mend it, or one that says that none is missing."""
    notices = facts.notices_of(event_no)
    missing = []
    for problem in problems:
        if problem.field == "child":
            missing.append(_problem_check(problem, Remedy.CORRECT_PARTY, party=facts.child))
        elif problem.field == "event_day" and notices:
            check = Check(
                problem.message.rstrip("."),
                is_passed=False,
                remedy=Remedy.CORRECT_NOTICE,
                notice_id=notices[0].id,
            )
            missing.append(check)
        elif problem.field not in _OF_GATE:
            missing.append(_problem_check(problem, _REMEDIES.get(problem.field, Remedy.SETTINGS)))
    return tuple(missing) or (Check("Inga fält saknas", is_passed=True),)


_REMEDIES = {"suspicion": Remedy.NONE, "place": Remedy.CHANGE_TIME}


def _problem_check(problem: Problem, remedy: Remedy, party: Party | None = None) -> Check:
    label = problem.message.rstrip(".")
    return Check(label, is_passed=False, remedy=remedy, party_id=party.id if party else None)


def character_checks(texts: Sequence[str], *, is_blocking: bool = True) -> tuple[Check, ...]:
    """A check for signs that paper cannot show; nothing when all can print."""
    signs = unsupported_characters(" ".join(texts))
    if not signs:
        return ()
    shown = (f"”{sign}” " if sign.isprintable() else "" for sign in signs)
    named = ", ".join(f"{sign}U+{ord(code):04X}" for sign, code in zip(shown, signs, strict=True))
    return (
        Check(
            "Tecken som inte kan skrivas ut",
            is_passed=False,
            detail=f"{named}. Skriv dem på ett annat sätt.",
            remedy=Remedy.CORRECT_PARTY if is_blocking else Remedy.NONE,
            is_blocking=is_blocking,
        ),
    )


def with_recipient(checks: Iterable[Check], recipient: Party) -> tuple[Check, ...]:
    """The checks that are mended at the recipient, told which one it is."""
    return tuple(
        replace(check, party_id=recipient.id)
        if check.remedy is Remedy.CORRECT_PARTY and check.party_id is None
        else check
        for check in checks
    )
