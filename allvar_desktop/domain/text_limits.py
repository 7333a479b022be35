"""How long a text may be, and which characters no text holds."""

import unicodedata

from allvar_desktop.domain.problem import Problem

NAME = 120
SHORT = 80
LINE = 200
NOTE = 4_000
STATEMENT = 8_000

# Overrides and isolates turn the reading direction of what stands after them: a name could be made to
# read as another one. Marks that Arabic script needs (ZWJ, ZWNJ, RLM, LRM) are left alone.
_DIRECTION_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ALLOWED_CONTROLS = frozenset("\n\t")


def check_text(field: str, label: str, text: str, limit: int) -> tuple[Problem, ...]:
    """Problems of one typed text: too long (in characters), or with characters that cannot be kept."""
    if len(text) > limit:
        return (
            Problem(
                field, f"{label} är för lång: {_grouped(len(text))} tecken. Korta till {_grouped(limit)}."
            ),
        )
    if any(is_refused(sign) for sign in text):
        return (
            Problem(field, f"{label} innehåller osynliga styrtecken. Ta bort dem eller skriv om texten."),
        )
    return ()


def is_refused(sign: str) -> bool:
    """Whether a character may not be stored: controls, direction overrides, surrogates, non-characters."""
    if sign in _DIRECTION_OVERRIDES:
        return True
    category = unicodedata.category(sign)
    return (category == "Cc" and sign not in _ALLOWED_CONTROLS) or category in ("Cs", "Cn")


def tidy(text: str) -> str:
    """Text as it is stored: composed characters, no blanks at the ends."""
    return unicodedata.normalize("NFC", text).strip()


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")
