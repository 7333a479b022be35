"""A line of text that is completed while it is typed, from words that are often meant."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from allvar_desktop.domain import text_limits
from ui.widgets.text_fields import TextField


class SuggestField(TextField):
    """Any text may stand; the rest of a known word is filled in behind the cursor, to type over or keep."""

    def __init__(
        self,
        words: Sequence[str],
        limit: int = text_limits.SHORT,
        chars: int = 12,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(limit, chars, placeholder, parent)
        completer = QCompleter(list(words), self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
