"""The two fonts of all paper: read from resources once, when the first paper is made.

Both are embedded in each document as the subset of glyphs that it uses. reportlab knows no fallback from one
font to another, so a character that these two lack has no glyph: `text.clean` sees to that.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from allvar_desktop.paths import resources


class Font(StrEnum):
    """Registered font names; the value is the name that reportlab knows."""

    REGULAR = "AllvarSans"
    BOLD = "AllvarSans-Bold"


_FILES = {Font.REGULAR: "NotoSans-Regular.ttf", Font.BOLD: "NotoSans-Bold.ttf"}


@cache
def advances(font: Font) -> Mapping[str, float]:
    """Each character that `font` has a glyph for, with its advance width in thousandths of the size."""
    face = _registered(font).face
    return {chr(code): float(face.charWidths[code]) for code in face.charToGlyph if code in face.charWidths}


def width(text: str, font: Font, size: float) -> float:
    """Width of one line in points. `text` must have passed `text.clean`; a line break has no width."""
    widths = advances(font)
    return sum(widths.get(char, 0.0) for char in text) * size / 1000


def register_all() -> None:
    """Make both fonts known to reportlab; cheap after the first time."""
    for font in Font:
        _registered(font)


@cache
def _registered(font: Font) -> TTFont:
    ttf = TTFont(str(font), str(resources() / "fonts" / _FILES[font]))
    pdfmetrics.registerFont(ttf)
    return ttf
