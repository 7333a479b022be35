"""Texts that nobody should type, put into every field there is, and what must hold after it."""

from collections.abc import Iterator

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.services.session import Session

TEXTS = {
    "huge": "A" * 200_000,
    "override": "\u202egnurb\u2066x",
    "image": '<img src="/etc/passwd">',
    "less": "A < B & C > D",
    "nul": "a\x00b\x1b[2J",
    "emoji": "🙂👨‍👩‍👧",
    "sql": "'; DROP TABLE party; --",
    "blanks": "  \t\u00a0 ",
    "surrogate": "a\ud800b",
    "lines": "rad ett\nrad två\u2028rad tre",
    "format": "%s {0} \\n ${x}",
}
WORST = '\u202e<img src="/etc/passwd">\x00🙂\'; DROP TABLE party; -- A < B \ud800' + "Å" * 9_000

TextWidget = QLineEdit | QPlainTextEdit | QTextEdit


def text_fields(root: QWidget) -> Iterator[TextWidget]:
    """Every field of `root` that can be typed in, also those that are folded away."""
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            continue
        if widget.isEnabled() and not widget.isReadOnly():
            yield widget


def put(widget: TextWidget, text: str) -> None:
    """Paste a text there, in place of all that stands."""
    widget.selectAll()
    if isinstance(widget, QLineEdit):
        widget.insert(text)
    else:
        pasted = QMimeData()
        pasted.setText(text)
        widget.insertFromMimeData(pasted)


def text_of(widget: TextWidget) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


def put_everywhere(root: QWidget, text: str) -> dict[int, str]:
    """Put a text in each field of `root`; what then stands in each comes back."""
    for widget in tuple(text_fields(root)):
        put(widget, text)
    return standing(root)


def standing(root: QWidget) -> dict[int, str]:
    """What stands in each field of `root`."""
    return {number: text_of(widget) for number, widget in enumerate(text_fields(root))}


def assert_clean(root: QWidget) -> None:
    """No field holds a sign that no text may hold, or more than the most that any may."""
    for widget in text_fields(root):
        kept = text_of(widget)
        assert not [sign for sign in kept if text_limits.is_refused(sign)]
        assert len(kept) <= text_limits.STATEMENT


def sentences(root: QWidget) -> list[str]:
    """Everything that can be read on `root` now."""
    found = [label.text() for label in root.findChildren(QLabel) if label.isVisibleTo(root)]
    return [text for text in found if text]


def rows(session: Session) -> dict[str, int]:
    """How many rows each table of the work has; the log and the drafts aside."""
    tables = [
        row[0] for row in session.register.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    return {
        table: session.register.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in tables
        if table not in ("log", "draft", "sqlite_sequence")
    }
