"""F1: what the field under the cursor is for."""

import tomllib
from dataclasses import dataclass
from functools import cache

from PySide6.QtWidgets import QWidget

from allvar_desktop.paths import resources
from ui.widgets.form import HELP_PROPERTY


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


def topic_of(widget: QWidget | None) -> str:
    """The topic of the widget or of the nearest one around it that has one."""
    while widget is not None:
        topic = widget.property(HELP_PROPERTY)
        if topic:
            return str(topic)
        widget = widget.parentWidget()
    return ""


def find(page: str, widget: QWidget | None) -> Help:
    """The help for a widget on a page; the page's own help when the field has none; else how to get along."""
    own, common = texts(page), texts("common")
    topic = topic_of(widget)
    return own.get(topic) or common.get(topic) or own.get(page) or common["common"]
