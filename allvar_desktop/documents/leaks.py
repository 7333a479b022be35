"""Looking for what must not stand on a paper: other people's addresses, phones, numbers and names."""

import re
from collections.abc import Iterable

_SEPARATORS = re.compile(r"(?<=\d)[\s\-–/]+(?=\d)")
_PREFIX = re.compile(r"^(?:\+?46|00?46|0)")
_FEWEST_DIGITS = 6


def leaked(words: str, secrets: Iterable[str]) -> tuple[str, ...]:
    """Those of `secrets` that stand in `words`, however spaced, hyphened or capitalised; empty ones are ignored.

    A phone number is found with or without its country code. What comes back is personal data: show it, never
    log it.
    """
    plain, digits = _folded(words), _joined_digits(words)
    return tuple(secret for secret in secrets if _stands_in(secret, plain, digits))


def _stands_in(secret: str, plain: str, digits: str) -> bool:
    folded = _folded(secret)
    if not folded:
        return False
    number = _PREFIX.sub("", _joined_digits(folded))
    if number.isdecimal() and len(number) >= _FEWEST_DIGITS:
        return number in digits
    return folded in plain


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _joined_digits(text: str) -> str:
    return _SEPARATORS.sub("", text)
