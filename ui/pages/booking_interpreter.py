"""The interpreter: in which language, and whether on site or by phone; proposed from those who are called."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.booking import languages_to_interpret
from allvar_desktop.domain.meeting import InterpreterMode
from allvar_desktop.domain.party import Party
from ui.widgets.choices import ChoiceChips
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.suggest_field import SuggestField


class InterpreterFields(QWidget):
    """The language follows those who are called, until somebody types another."""

    changed = Signal()

    def __init__(self, languages: Sequence[str]) -> None:
        super().__init__()
        self.form = Form(self)
        self.language = SuggestField(languages, chars=20, placeholder="ingen tolk")
        self.mode = ChoiceChips(
            [(mode, f"{mode.text[:1].upper()}{mode.text[1:]}") for mode in InterpreterMode]
        )
        self._proposed = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        place = QWidget()
        flow = Flow(place, gap=2, is_top=True)
        flow.add(self.form.row("interpreter_language", "Tolk i", self.language))
        self._mode_row = self.form.row("interpreter_mode", "Hur deltar tolken?", self.mode)
        flow.add(self._mode_row)
        column.addWidget(place)
        self.form.changed.connect(self._edited)
        self._edited()

    def propose(self, called: Sequence[Party]) -> None:
        """Fill in what those who are called need, where nobody has typed another language."""
        language = languages_to_interpret(called)
        if self.language.value() == self._proposed and language != self._proposed:
            self._proposed = language
            self.language.set_value(language)

    def show_booked(self, language: str, mode: InterpreterMode | None) -> None:
        """Show what is booked already."""
        self._proposed = language
        self.language.set_value(language)
        self.mode.set_value(mode)

    def value(self) -> tuple[str, InterpreterMode | None]:
        """The language ("" for no interpreter) and how."""
        language = self.language.value()
        return language, self.mode.value() if language else None

    def draft(self) -> dict[str, Any]:
        """What stands in the fields, as plain JSON."""
        return self.form.values()

    def set_draft(self, draft: Mapping[str, Any]) -> None:
        """Put back what `draft` gave."""
        self.form.set_values(dict(draft))

    def _edited(self) -> None:
        self._mode_row.setVisible(bool(self.language.value()))
        self.changed.emit()
