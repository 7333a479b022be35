"""Identity numbers: personnummer, samordningsnummer, and the local numbers of those who have neither.

A wrong number warns and may be kept with a reason: it never blocks a case at night (domain.md §8). Nothing
here says anything about a person's sex.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.text_limits import is_refused

LONGEST = 40
"""Characters that anybody types for one number."""

_DASHES = str.maketrans("‐‑‒–—−", "------")
_NUMBER = re.compile(r"([0-9]{2})?([0-9]{2})([0-9]{4})([-+])?([0-9]{4})")
_TWELVE = re.compile(r"[0-9]{12}")
_LOCAL = re.compile(r"(?=.*[0-9])(?=.*[A-ZÅÄÖ])[A-ZÅÄÖ0-9 /+-]{2,20}")
_UNKNOWN_WORDS = {"", "OKÄND", "OKÄNT", "-"}
_KEEP = "Rätta numret, eller behåll det och skriv varför."
_COORDINATION = 60
_FIELD = "identity_number"


class IdentityKind(StrEnum):
    """What sort of number it is."""

    PERSONAL = "personal"
    COORDINATION = "coordination"
    OTHER = "other"
    UNKNOWN = "unknown"

    @property
    def text(self) -> str:
        return _KIND_TEXTS[self]


_KIND_TEXTS = {
    IdentityKind.PERSONAL: "personnummer",
    IdentityKind.COORDINATION: "samordningsnummer",
    IdentityKind.OTHER: "annat nummer",
    IdentityKind.UNKNOWN: "okänt",
}


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """An identity number as it is stored: twelve digits, a local number as it was written, or nothing."""

    text: str = ""

    @property
    def kind(self) -> IdentityKind:
        """Told by the number's form alone; the check digit has no say in it."""
        if not self.text:
            return IdentityKind.UNKNOWN
        if self.number_date is None:
            return IdentityKind.OTHER
        is_coordination = int(self.text[6:8]) > _COORDINATION
        return IdentityKind.COORDINATION if is_coordination else IdentityKind.PERSONAL

    @property
    def number_date(self) -> date | None:
        """The date in the number: the birth date or a day near it, so only ever a proposal for that field."""
        if not _TWELVE.fullmatch(self.text):
            return None
        day = int(self.text[6:8])
        try:
            return date(int(self.text[:4]), int(self.text[4:6]), day - (day > _COORDINATION) * _COORDINATION)
        except ValueError:
            return None

    def display(self) -> str:
        """``20130710-2390``; a local number as written; ``okänt``."""
        if _TWELVE.fullmatch(self.text):
            return f"{self.text[:8]}-{self.text[8:]}"
        return self.text or IdentityKind.UNKNOWN.text


@dataclass(frozen=True, slots=True)
class ParsedIdentity:
    """What was typed, understood. With `warnings` it may be kept with a reason, without `number` never."""

    number: IdentityNumber | None
    warnings: tuple[Problem, ...] = ()

    @property
    def is_clean(self) -> bool:
        """True when it can be stored without a word of explanation."""
        return self.number is not None and not self.warnings


def parse_identity(text: str, today: date) -> ParsedIdentity:
    """An identity number in any usual way of writing: ten or twelve digits, blanks, ``-`` or ``+``.

    Ten digits belong to the last hundred years, with ``+`` to the hundred before. With letters it is *annat
    nummer*.
    """
    if len(text) > LONGEST or any(is_refused(sign) for sign in text):
        return ParsedIdentity(
            None, (Problem(_FIELD, "Numret är för långt eller har tecken som inte kan sparas."),)
        )
    tidy = " ".join(unicodedata.normalize("NFKC", text).upper().translate(_DASHES).split())
    if tidy in _UNKNOWN_WORDS:
        return ParsedIdentity(IdentityNumber())
    found = _NUMBER.fullmatch(tidy.replace(" ", ""))
    if found is not None:
        number = IdentityNumber(_twelve_digits(found, today))
        warning = _number_warning(number, today)
    else:
        number = IdentityNumber(tidy)
        warning = None if _LOCAL.fullmatch(tidy) else f"Ett personnummer har tio eller tolv siffror. {_KEEP}"
    return ParsedIdentity(number, (Problem(_FIELD, warning),) if warning else ())


def _twelve_digits(found: re.Match[str], today: date) -> str:
    century, year, month_day, sign, last = found.groups()
    if century is None:
        base = today.year - (100 if sign == "+" else 0)
        century = str((base - (base - int(year)) % 100) // 100)
    return f"{century}{year}{month_day}{last}"


def _number_warning(number: IdentityNumber, today: date) -> str | None:
    # Imported here: not needed before the first page is painted. Asked only for the check digit of twelve
    # digits, where its own look at today's date does not matter.
    from personnummer import personnummer

    if number.number_date is None:
        return f"Datumet i numret finns inte. {_KEEP}"
    if number.number_date > today:
        return f"Datumet i numret ligger i framtiden. {_KEEP}"
    return None if personnummer.valid(number.text) else f"Kontrollsiffran stämmer inte. {_KEEP}"


def age_on(birth_date: date, day: date) -> int:
    """Whole years on `day`, negative before birth.

    Who is born on 29 February grows older on 1 March in other years.
    """
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def first_digits(text: str) -> str:
    """The digits with which somebody searches a number, from its first one, with or without century.

    Empty for fewer than four digits, and for a text that is no number.
    """
    digits = re.sub(r"[\s+-]", "", text.translate(_DASHES))
    return digits if re.fullmatch(r"[0-9]{4,12}", digits) else ""
