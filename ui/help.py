"""F1: what the field under the cursor is for."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtWidgets import QWidget

from allvar_desktop.paths import resources
from ui.widgets.form import HELP_PROPERTY

_SHARES_FIELDS_WITH = {"case": "new_case", "booking": "new_case"}
"""Persons and notices have the same fields wherever they are written."""


@dataclass(frozen=True, slots=True)
class Help:
    """A help text: its title and its paragraphs."""

    title: str
    text: str


@cache
def texts(page: str) -> dict[str, Help]:
    """The help texts of a page (resources/help/<page>.toml) by topic; `page` is about the whole page."""
    path = resources() / "help" / f"{page}.toml"
    if not path.exists():
        return {}
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {topic: Help(entry["title"], entry["text"]) for topic, entry in table.items()}


def topics_of(widget: QWidget | None) -> Iterator[str]:
    """The topics of the widget and of those around it, the nearest first.

    A field that is one of many (``office_hours.3``) has the one that they share as well.
    """
    while widget is not None:
        topic = str(widget.property(HELP_PROPERTY) or "")
        yield from dict.fromkeys((topic, topic.partition(".")[0]))
        widget = widget.parentWidget()


def find(page: str, widget: QWidget | None) -> Help:
    """The help for a widget on a page; the page's own help when the field has none; else how to get along."""
    own, common = texts(page), texts("common")
    known = {**texts(_SHARES_FIELDS_WITH.get(page, "")), **common, **own}
    found = (known[topic] for topic in topics_of(widget) if topic in known)
    return next(found, None) or own.get(page) or common["common"]
