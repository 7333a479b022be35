"""The recovery code (återställningskod): printed once, opens the register when a password is lost.

160 random bits as 32 signs in eight groups of four. Each group ends in a fifth sign that checks it, so that a
slip of the pen is found in its own group, and two groups that changed places are found too.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from allvar_desktop.domain.problem import Problem

# Crockford's alphabet: no I, L, O or U, which handwriting and print confuse with 1, 0 and V.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OILU", "011V")
_GROUPS = 8
_SIGNS = 4
_GROUP_LENGTH = _SIGNS + 1


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryCode:
    """Eight groups of five signs, each with its check sign last."""

    groups: tuple[str, ...]

    @property
    def text(self) -> str:
        """As it is printed: ``4TGH7-…``."""
        return "-".join(self.groups)

    @property
    def secret(self) -> str:
        """What the key is derived from: the 32 random signs without check signs; part of the file format."""
        return "".join(group[:_SIGNS] for group in self.groups)

    def has_groups(self, typed: dict[int, str]) -> bool:
        """Whether the groups typed back (0 is the first) are those of the code."""
        return all(self.groups[place] == _as_read(text) for place, text in typed.items())


def new_recovery_code(pick: Callable[[str], str] = secrets.choice) -> RecoveryCode:
    """A fresh code; `pick` draws one sign of a text."""
    drawn = ("".join(pick(_ALPHABET) for _ in range(_SIGNS)) for _ in range(_GROUPS))
    return RecoveryCode(tuple(signs + _check_sign(place, signs) for place, signs in enumerate(drawn)))


def parse_recovery_code(text: str) -> tuple[RecoveryCode | None, list[Problem]]:
    """The code that was typed, or what is wrong with it: its length, or the groups that do not check out."""
    signs = _as_read(text)
    if len(signs) != _GROUPS * _GROUP_LENGTH:
        return None, [_problem(f"Koden har {_GROUPS * _GROUP_LENGTH} tecken. Du har skrivit {len(signs)}.")]
    groups = tuple(signs[at : at + _GROUP_LENGTH] for at in range(0, len(signs), _GROUP_LENGTH))
    wrong = [str(place + 1) for place, group in enumerate(groups) if not _is_whole(place, group)]
    if wrong:
        which = "grupp " + " och ".join([", ".join(wrong[:-1]), wrong[-1]] if wrong[1:] else wrong)
        return None, [_problem(f"Något är fel i {which}. Läs av papperet igen.")]
    return RecoveryCode(groups), []


def _problem(message: str) -> Problem:
    return Problem("recovery_code", message)


def _as_read(text: str) -> str:
    return "".join(sign for sign in text.upper() if not sign.isspace() and sign not in "-–—").translate(
        _READ_AS
    )


def _is_whole(place: int, group: str) -> bool:
    return all(sign in _ALPHABET for sign in group) and _check_sign(place, group[:_SIGNS]) == group[_SIGNS]


def _check_sign(place: int, signs: str) -> str:
    """Horner's rule in the field of 32 elements: finds one wrong sign, and two that changed places."""
    total = place + 1
    for sign in signs:
        total = _times_alpha(total) ^ _ALPHABET.index(sign)
    return _ALPHABET[_times_alpha(total)]


def _times_alpha(element: int) -> int:
    doubled = element << 1
    return doubled ^ 0b100101 if doubled & 0b100000 else doubled
