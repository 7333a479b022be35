"""Names folded to a key: stored and indexed beside each name, to sort and to search by.

Case, accents and signs are folded away; å, ä and ö stay letters of their own and come last, in that order.
The key sorts right byte by byte, so the register needs no collation written in Python. A key is not folded
again: fold what was typed, once.
"""

import re
import unicodedata

MOST_TERMS = 8
"""Words of a search that are looked at."""

# The three signs after z in ASCII: their order by bytes is the Swedish one, which that of å, ä, ö is not.
_LETTERS = str.maketrans(
    {
        "å": "{",
        "ä": "|",
        "ö": "}",
        "æ": "|",
        "ø": "}",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ı": "i",
        "þ": "th",
        "œ": "oe",
        "{": " ",
        "|": " ",
        "}": " ",
    }
)
_SWEDISH = frozenset("{|}")
_WORDS = re.compile(r"[a-z0-9{|}]+")


def fold(name: str) -> str:
    """The key of a name: ``Åsa Öhrn-Élan`` → ``{sa }hrn elan``. Empty without letters or digits."""
    key = unicodedata.normalize("NFC", name).casefold().translate(_LETTERS)
    if key.isascii():
        return " ".join(_WORDS.findall(key))
    return " ".join("".join(map(_kept, unicodedata.normalize("NFKD", key))).split())


def _kept(sign: str) -> str:
    """The sign itself for letters and digits, nothing for an accent left over, a blank for all else."""
    if sign.isalnum() or sign in _SWEDISH:
        return sign
    return "" if unicodedata.combining(sign) else " "


def search_terms(text: str) -> tuple[str, ...]:
    """The words of a name or a search as keys, each once, at most `MOST_TERMS`.

    Used on both sides: every word typed shall begin a word of the name.
    """
    return tuple(dict.fromkeys(fold(text).split()))[:MOST_TERMS]
