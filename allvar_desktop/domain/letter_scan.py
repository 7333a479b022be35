"""Looks through the finished words of a paper for what they must not say (domain.md §4.3-4.4).

Nothing here decides who may know what: `letter_secrets` gathers that, this module finds it in running text,
however a number is grouped and wherever a line was broken.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from allvar_desktop.domain.identity_number import parse_identity


class SecretKind(StrEnum):
    """What sort of word it is, and with it how it is looked for."""

    ADDRESS = "address"
    PHONE = "phone"
    IDENTITY = "identity"
    PERSON = "person"
    WHEREABOUTS = "whereabouts"
    OTHER_FAMILY = "other_family"

    @property
    def text(self) -> str:
        """What has happened when one is found, as a sentence without its full stop."""
        return _KIND_TEXTS[self]


_KIND_TEXTS = {
    SecretKind.ADDRESS: "Någon annans adress står i texten",
    SecretKind.PHONE: "Någon annans telefonnummer står i texten",
    SecretKind.IDENTITY: "Ett personnummer står i texten",
    SecretKind.PERSON: "Texten nämner någon som mottagaren inte får veta var den finns",
    SecretKind.WHEREABOUTS: "Texten säger något om var en skyddad person finns",
    SecretKind.OTHER_FAMILY: "Texten nämner någon ur ett länkat ärende",
}

_FEWEST_DIGITS = 6
_NUMBER_RUN = re.compile(r"\d(?:[\d .()/–-]*\d)?")
_IDENTITY = re.compile(r"(?<!\d)((?:19|20)?\d{6}[- ]?\d{4})(?!\d)")
_COUNTRY = re.compile(r"(?:\+|\b00)46 ?-?(?:\(0\))? ?(?=\d)")
_BROKEN_HYPHEN = re.compile(r"(?<=[^\W\d_][-/]) (?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that may not stand on a paper.

    `is_word` is one word of a name: found only with a capital, for a name may also be an ordinary word.
    """

    kind: SecretKind
    text: str
    is_word: bool = False


@dataclass(frozen=True, slots=True)
class ScannedText:
    """Text made ready for looking: `plain` keeps its capitals, `runs` are its numbers as digits only."""

    plain: str
    folded: str
    runs: tuple[str, ...]

    @classmethod
    def of(cls, *texts: str) -> "ScannedText":
        """Several texts as one, a stop between them so that nothing is found across."""
        plain = " | ".join(_plain(text) for text in texts)
        return cls(plain, plain.casefold(), tuple(_digits(run) for run in _NUMBER_RUN.findall(plain)))

    def holds(self, secret: Secret) -> bool:
        """Whether the text says it, in any usual way of writing."""
        digits = _digits(_plain(secret.text))
        if secret.kind is SecretKind.IDENTITY and len(digits) in (10, 12):
            return any(digits[-10:] in run for run in self.runs)
        if _is_number(secret.text) and len(digits) >= _FEWEST_DIGITS:
            return any(digits in run for run in self.runs)
        if secret.is_word:
            return any(self.plain[at.start()].isupper() for at in self._places(secret.text))
        return any(True for _ in self._places(secret.text))

    def _places(self, text: str) -> Iterable[re.Match[str]]:
        wanted = _plain(text).casefold()
        # A letter whose small form is longer (ß) would shift the places; then any case counts as found.
        where = self.folded if len(self.folded) == len(self.plain) else self.plain
        return re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", where, re.IGNORECASE) if wanted else ()


def found_in(words: str, secrets: Iterable[Secret], allowed: Iterable[str]) -> tuple[Secret, ...]:
    """The secrets that `words` tell, each once; what stands in an allowed text too is no secret here."""
    text, open_text = ScannedText.of(words), ScannedText.of(*allowed)
    told = (secret for secret in secrets if text.holds(secret) and not open_text.holds(secret))
    return tuple(dict.fromkeys(told))


def identity_numbers_in(words: str, today: date, allowed: Iterable[str] = ()) -> tuple[str, ...]:
    """Identity numbers in the text by their form and check digit, whoever's they are, as they stand there.

    A phone number in `allowed` may happen to have the form of one.
    """
    open_text = ScannedText.of(*allowed)
    found = []
    for match in _IDENTITY.finditer(_plain(words)):
        is_open = any(_digits(match[0]) in run for run in open_text.runs)
        if not is_open and parse_identity(match[0], today).is_clean:
            found.append(match[0])
    return tuple(dict.fromkeys(found))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, and the longer parts of a double one: ``Ali``, ``Al-Rashid``, ``Rashid``."""
    words = [word.strip(".,") for word in name.split()]
    parts = [part for word in words if "-" in word for part in word.split("-") if len(part) >= 4]
    return tuple(word for word in dict.fromkeys([*words, *parts]) if len(word) >= 2)


def _is_number(text: str) -> bool:
    return not any(sign.isalpha() for sign in text)


def _plain(text: str) -> str:
    """Composed letters, single blanks, no line break left in a double name, one way of writing signs."""
    joined = " ".join(unicodedata.normalize("NFC", text).split())
    joined = _BROKEN_HYPHEN.sub("", re.sub("[‐‑‒−]", "-", joined))
    joined = _COUNTRY.sub("0", joined)
    return re.sub(r"(?<=\d)\+(?=\d)", "-", joined)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isascii() and sign.isdigit())
