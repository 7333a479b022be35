"""*Inställningar*, the window envelope: where the address stands, with a test page."""

from dataclasses import replace
from math import isfinite

from PySide6.QtCore import Signal

from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.settings import UnitSettings, Window
from ui.pages.settings_section import SettingsSection
from ui.widgets.buttons import Button
from ui.widgets.text_fields import TextField

_MEASURES = (
    ("x_mm", "Från vänster, mm"),
    ("y_mm", "Från överkanten, mm"),
    ("width_mm", "Bredd, mm"),
    ("height_mm", "Höjd, mm"),
)


class WindowSection(SettingsSection):
    """Millimetres from the sheet's top left."""

    test_page_requested = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Fönsterkuvert",
            "Skriv ut provsidan, vik den och lägg den i kuvertet. "
            "Ändra måtten tills hela adressen syns, och inget annat.",
        )
        self.line(*(self.form.row(name, label, TextField(6, 8)) for name, label in _MEASURES))
        self.test_button = Button("Skriv ut provsida", icon="printer")
        self.test_button.clicked.connect(self.test_page_requested)
        self.line(self.test_button)

    def show_settings(self, settings: UnitSettings) -> None:
        self.form.set_values({name: _text(getattr(settings.window, name)) for name, _ in _MEASURES})

    def apply(self, settings: UnitSettings) -> UnitSettings:
        values = {name: _number(self.form.values()[name]) for name, _ in _MEASURES}
        known = {name: value for name, value in values.items() if value is not None}
        return replace(settings, window=replace(settings.window, **known))

    def problems(self) -> list[Problem]:
        values = self.form.values()
        return [
            Problem(name, "Skriv ett antal millimeter, till exempel 110.")
            for name, _ in _MEASURES
            if _number(values[name]) is None
        ]

    def measures(self) -> Window:
        """The measures as they stand in the fields."""
        return self.apply(UnitSettings()).window


def _text(number: float) -> str:
    return f"{number:g}".replace(".", ",")


def _number(text: str) -> float | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if isfinite(number) else None  # Python reads "nan" and "inf" as numbers
