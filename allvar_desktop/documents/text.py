r"""The one gate that every text passes on its way to paper, whoever wrote it.

Nothing on paper is mark-up: `<img src=…>`, `A < B` and `&` are printed as they stand, because no parser reads
them. What the gate does:

- line breaks of all kinds become ``\n``, a tab a space, a thin no-break space a no-break space
- more than two empty lines in a row become two
- letters and their accents are composed (NFC), and no letter keeps more than eight accents
- signs without a shape of their own are taken away (soft hyphen, zero-width signs, marks of direction,
  variation selectors, byte order mark)
- what would **change** how the text reads, or cannot be drawn, becomes the visible mark U+FFFD: bidi
  embeddings, overrides and isolates (no text may show in another order than it was written), control
  characters such as NUL, and characters that the fonts lack (emoji, for now also other scripts).
  `unsupported_characters` names them, so that a preview can warn.
"""

import re
import unicodedata
from functools import cache
from typing import NewType

from allvar_desktop.documents.fonts import Font, advances

Clean = NewType("Clean", str)
"""Text that has passed the gate; layout accepts nothing else."""

REPLACEMENT = "\ufffd"
MAX_ACCENTS = 8

_EMPTY_LINES = re.compile(r"\n{4,}")
_BREAKS = ("\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_GONE = "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
_SHOWN_AS = {"\n": "\n", "\t": " ", "\u202f": "\u00a0", "\u2007": "\u00a0"} | dict.fromkeys(_BREAKS, "\n")
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> Clean:
    r"""The text as it will be printed; may hold ``\n``. Linear in its length, whatever it holds."""
    return Clean(_EMPTY_LINES.sub("\n\n\n", _composed(text).translate(_gate())))


def together(text: str) -> str:
    """The text with no-break spaces: a date, a time or a phone number is not parted over two lines."""
    return text.replace(" ", "\u00a0")


def one_line(text: str) -> Clean:
    """As `clean`, with line breaks and runs of spaces made single spaces, none at either end."""
    return Clean(" ".join(part for part in re.split(r"[ \n]+", clean(text)) if part))


def unsupported_characters(text: str) -> tuple[str, ...]:
    """Each different character that paper shows as the mark, in the order met; none when all can print."""
    gate = _gate()
    # Two signs that the fonts have may compose to one that they lack: < with a stroke is ≮.
    met = dict.fromkeys(text + _composed(text))
    return tuple(char for char in met if gate[ord(char)] == REPLACEMENT != char)


def _composed(text: str) -> str:
    drawable = text.replace("\r\n", "\n").translate(_gate())
    # Composing sorts each run of accents in quadratic time, so the runs are cut first.
    thinned = _accent_run().sub(lambda run: run.group()[:MAX_ACCENTS], drawable)
    return unicodedata.normalize("NFC", thinned)


class _Gate(dict[int, str]):
    """Code point → what is printed for it; decided when a code point is first met."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _shown(chr(code))
        return shown


@cache
def _gate() -> _Gate:
    return _Gate()


def _shown(char: str) -> str:
    if char in _SHOWN_AS:
        return _SHOWN_AS[char]
    if char in _GONE or "\ufe00" <= char <= "\ufe0f" or "\U000e0000" <= char <= "\U000e0fff":
        return ""
    if char in _OVERRIDES or unicodedata.category(char) in ("Cc", "Cs", "Co"):
        return REPLACEMENT
    for shown in (char, unicodedata.normalize("NFC", char)):
        if all(part in advances(font) for part in shown for font in Font):
            return shown
    return REPLACEMENT


@cache
def _accent_run() -> re.Pattern[str]:
    accents = "".join(char for char in advances(Font.REGULAR) if unicodedata.combining(char))
    return re.compile(f"[{re.escape(accents)}]{{{MAX_ACCENTS + 1},}}")
