"""Reads an address typed on one line: ``c/o Ottosson, Exempelstigen 3 B lgh 0902, 162 70 Vällingby``."""

import re
from dataclasses import dataclass

from allvar_desktop.domain.text_limits import tidy

LONGEST = 400
"""A text of more characters than this is no address, and is not searched through."""

_POSTCODE = re.compile(r"(?<![0-9])(?<!box )(?:se?[- ]?)?([0-9]{3}) ?([0-9]{2})(?![0-9])", re.IGNORECASE)
_CARE_OF = re.compile(r"(?<!\w)c/o\.? *", re.IGNORECASE)
_APARTMENT = re.compile(
    r"(?<!\w)(?:(?:lgh|lägenhet)\.? ?(?:nr\.? ?)?([0-9][\w-]{0,6})"
    r"|([0-9]{1,2} ?(?:½ ?)?tr(?:appor)?\.?|nb|bv))(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\S+ [0-9]+(?: ?[A-Za-zÅÄÖåäö])?(?!\w)")
_POSTAL = re.compile(r"box [0-9]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address as they stand on an envelope; empty where nothing was said."""

    care_of: str = ""
    street: str = ""
    apartment: str = ""
    postcode: str = ""
    town: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.care_of or self.street or self.apartment or self.postcode or self.town)

    @property
    def lines(self) -> tuple[str, ...]:
        """``c/o Ottosson``, ``Exempelstigen 3 B lgh 0902``, ``162 70 Vällingby``; empty ones left out."""
        care_of = f"c/o {self.care_of}" if self.care_of else ""
        street = " ".join(part for part in (self.street, self.apartment) if part)
        town = " ".join(part for part in (self.postcode, self.town) if part)
        return tuple(line for line in (care_of, street, town) if line)

    @property
    def text(self) -> str:
        """The address on one line, as `parse_address` reads it."""
        return ", ".join(self.lines)


def parse_address(text: str) -> Address:
    """The parts of what was typed. Nothing is lost: what is not understood stays in the street.

    The post code may be written ``162 60``, ``16260`` or ``SE-162 60``; what follows it is the town. Without
    one, the last part between commas is the town when it holds no number.
    """
    if len(text) > LONGEST:
        return Address(street=tidy(text))
    line = re.sub(r"\s*[\n;]\s*", ", ", tidy(text))
    line = re.sub(r"\s+", " ", line)
    rest, postcode, town = _split_town(line)
    care_of, rest = _split_care_of(rest)
    apartment, rest = _split_apartment(rest)
    return Address(care_of, _clean(rest), apartment, postcode, _clean(town))


def _split_town(line: str) -> tuple[str, str, str]:
    """What stands before the post code, the post code as ``162 60``, and the town."""
    hits = [hit for hit in _POSTCODE.finditer(line) if not re.search("[0-9]", line[hit.end() :])]
    found = hits[-1] if hits else None
    if found is not None:
        return line[: found.start()], f"{found[1]} {found[2]}", line[found.end() :]
    before, comma, last = line.rpartition(",")
    is_town = bool(comma and before.strip(" ,") and last.strip()) and not re.search("[0-9]", last)
    if is_town and not _CARE_OF.search(last) and not _CARE_OF.fullmatch(before[: len("c/o ")]):
        return before, "", last
    return line, "", ""


def _split_care_of(text: str) -> tuple[str, str]:
    """The name after *c/o*, to the next comma or to the word before the street's number; and the rest."""
    found = _CARE_OF.search(text)
    if found is None:
        return "", text
    before, after = text[: found.start()], text[found.end() :]
    name, comma, rest = after.partition(",")
    if not comma:
        street = _NUMBERED.search(after) or _POSTAL.search(after)
        name, rest = (after[: street.start()], after[street.start() :]) if street else (after, "")
    return _clean(name), f"{before} {rest}"


def _split_apartment(text: str) -> tuple[str, str]:
    """``lgh 1102`` (or stairs: ``2 tr``) and the rest."""
    found = _APARTMENT.search(text)
    if found is None:
        return "", text
    apartment = f"lgh {found[1]}" if found[1] else found[2]
    return apartment, f"{text[: found.start()].rstrip(' ,')} {text[found.end() :]}"


def _clean(text: str) -> str:
    return re.sub(r"\s*,(?:\s*,)*\s*", ", ", text).strip(" ,")
