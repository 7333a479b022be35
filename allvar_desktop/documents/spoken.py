"""The words that strips will print, in reading order."""

from collections.abc import Iterable

from allvar_desktop.documents.flow import Strip
from allvar_desktop.documents.ink import Text


def spoken_words(strips: Iterable[Strip]) -> str:
    """All text of the strips with single spaces between lines; a table's repeated head is not among them."""
    return " ".join(item.text for strip in strips for item in strip.items if isinstance(item, Text))
