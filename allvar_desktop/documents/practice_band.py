"""The band that says ÖVNING across the head of every page of a practice register.

Slanted pale stripes with the words on white between them: seen at once, and in nobody's way while reading.
"""

from allvar_desktop.documents.fonts import Font, width
from allvar_desktop.documents.ink import BLACK, MM, Item, Rule, Text
from allvar_desktop.documents.painter import Placed
from allvar_desktop.documents.text import one_line

_TOP, _HEIGHT = 5 * MM, 6 * MM
_SIDE = 10 * MM
_STEP = 5.0
_WORDS = "ÖVNING – påhittade uppgifter"
_SIZE = 10.0
_PALE = 0.72


def practice_band(sheet_width: float) -> list[Placed]:
    """The band's items, to be painted before the page's own."""
    words = one_line(_WORDS)
    wide = width(words, Font.BOLD, _SIZE)
    left = (sheet_width - wide) / 2
    items: list[Item] = [*_stripes(_SIDE, left - 8), *_stripes(left + wide + 8, sheet_width - _SIDE)]
    items.append(Text(left, _TOP + _HEIGHT / 2 + _SIZE * 0.36, words, Font.BOLD, _SIZE, BLACK))
    return [(0.0, 0.0, item) for item in items]


def _stripes(left: float, right: float) -> list[Rule]:
    count = int((right - left - _HEIGHT) / _STEP) + 1
    starts = (left + number * _STEP for number in range(count))
    return [Rule(x, _TOP + _HEIGHT, x + _HEIGHT, _TOP, width=1.6, grey=_PALE) for x in starts]
