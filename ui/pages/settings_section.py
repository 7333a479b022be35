"""What the sections of *Inställningar* have in common: fields to settings and back."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.settings import UnitSettings
from ui import style
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.headings import SectionHead
from ui.widgets.text import Text, Tone


class SettingsSection(QWidget):
    """One section. `show_settings` fills the fields, `apply` puts them into the settings."""

    changed = Signal()

    def __init__(self, title: str, words: str = "") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(style.step(1.5))
        self.column.addWidget(SectionHead(title))
        if words:
            self.column.addWidget(Text(words, tone=Tone.QUIET))
        self.form = Form(self)
        self.form.changed.connect(self.changed)

    def line(self, *rows: QWidget, grows: tuple[int, ...] = ()) -> None:
        """Rows side by side while there is room."""
        place = QWidget()
        flow = Flow(place, gap=2, line_gap=1.5, is_top=True)
        for index, row in enumerate(rows):
            flow.add(row, weight=int(index in grows))
        self.column.addWidget(place)

    def show_settings(self, settings: UnitSettings) -> None:
        """Fill the fields."""
        raise NotImplementedError

    def apply(self, settings: UnitSettings) -> UnitSettings:
        """The settings with this section's fields in them."""
        raise NotImplementedError

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, as plain values that JSON can hold."""
        return self.form.values()

    def put_back(self, values: dict[str, Any]) -> None:
        """Put back what `typed` gave."""
        self.form.set_values(values)

    def problems(self) -> list[Problem]:
        """What cannot even be read: a time or a number that is none."""
        return []

    def set_editable(self, is_editable: bool) -> None:
        """Let the fields be changed, or only read."""
        for row in self.form.rows.values():
            row.field.setEnabled(is_editable)
