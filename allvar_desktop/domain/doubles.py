"""Is this child entered already? Likely doubles, with the reason (finns redan?)."""

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.search_key import fold

ALIKE = 0.82
"""Names this alike (0 to 1) on the same birthday are likely one child."""
VERY_ALIKE = 0.92
"""Names this alike are worth a look without a birthday."""


@dataclass(frozen=True, slots=True)
class KnownChild:
    """A child in the register, as far as the comparison needs it."""

    case_id: CaseId
    case_number: str
    is_open: bool
    name: str
    identity_number: str
    birth_date: date | None
    may_be_shown: bool
    """False for a colleague's case: then only its number is shown."""


@dataclass(frozen=True, slots=True)
class Double:
    """A child who is likely the same, and why."""

    child: KnownChild
    reason: str
    is_certain: bool


def find_doubles(
    name: str, identity_number: str, birth_date: date | None, known: tuple[KnownChild, ...]
) -> tuple[Double, ...]:
    """The likely doubles, the surest first."""
    found = [double for child in known if (double := _compare(name, identity_number, birth_date, child))]
    return tuple(sorted(found, key=lambda double: (not double.is_certain, double.child.case_number)))


def _compare(name: str, identity_number: str, birth_date: date | None, child: KnownChild) -> Double | None:
    if identity_number and identity_number == child.identity_number:
        return Double(child, "Samma personnummer.", is_certain=True)
    likeness = _likeness(name, child.name)
    is_same_day = birth_date is not None and birth_date == child.birth_date
    if is_same_day and likeness == 1:
        return Double(child, "Samma födelsedag och namn.", is_certain=False)
    if is_same_day and likeness >= ALIKE:
        return Double(child, "Samma födelsedag, liknande namn.", is_certain=False)
    is_other_day = birth_date is not None and child.birth_date is not None and not is_same_day
    if likeness >= VERY_ALIKE and not is_other_day:
        return Double(child, "Samma eller mycket likt namn.", is_certain=False)
    return None


def _likeness(first: str, second: str) -> float:
    one, other = fold(first), fold(second)
    if not one or not other:
        return 0.0
    if sorted(one.split()) == sorted(other.split()):
        return 1.0
    return SequenceMatcher(None, one, other).ratio()
