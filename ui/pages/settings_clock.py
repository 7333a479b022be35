"""*Inställningar*, the 48 hours and the lock."""

from dataclasses import replace

from allvar_desktop.domain.case_clock import ClockDefinition, ClockStart, ClockStop
from allvar_desktop.domain.settings import UnitSettings
from ui.pages.settings_section import SettingsSection
from ui.widgets.choices import ChoiceField
from ui.widgets.text import Text, Tone

_MINUTES = tuple((minutes, f"{minutes} minuter") for minutes in (2, 3, 5, 10, 15))
_LENGTHS = tuple((minutes, f"{minutes} minuter") for minutes in (30, 45, 60, 75, 90, 120))


class ClockSection(SettingsSection):
    """Between which events the clock runs; how long a talk is planned; when the program locks itself."""

    def __init__(self) -> None:
        super().__init__(
            "De 48 timmarna och låset",
            "Ingen lag bestämmer de 48 timmarna. "
            "Varje lista och rapport skriver ut den definition som används.",
        )
        self.line(
            self.form.row(
                "clock_start", "Klockan börjar", ChoiceField([(x.value, x.text) for x in ClockStart])
            ),
            self.form.row(
                "clock_stop", "Klockan stannar", ChoiceField([(x.value, x.text) for x in ClockStop])
            ),
        )
        self._told = Text("", tone=Tone.QUIET)
        self.column.addWidget(self._told)
        self.line(
            self.form.row("meeting_minutes", "Ett samtal planeras till", ChoiceField(_LENGTHS)),
            self.form.row(
                "idle_minutes",
                "Lås när ingen rört datorn på",
                ChoiceField(_MINUTES),
                "En varning kommer 20 sekunder före. Medan samtalet pågår väntar låset 30 minuter.",
            ),
        )
        self.form.changed.connect(self._tell)

    def show_settings(self, settings: UnitSettings) -> None:
        names = ("clock_start", "clock_stop", "meeting_minutes", "idle_minutes")
        self.form.set_values({name: getattr(settings, name) for name in names})
        self._tell()

    def apply(self, settings: UnitSettings) -> UnitSettings:
        return replace(
            settings, **{name: value for name, value in self.form.values().items() if value is not None}
        )

    def _tell(self) -> None:
        values = self.form.values()
        if values["clock_start"] and values["clock_stop"]:
            chosen = ClockDefinition(ClockStart(values["clock_start"]), ClockStop(values["clock_stop"]))
            words = chosen.text().replace(" → ", " till ")  # the bundled font has no arrow
            self._told.setText(f"Frist: {words}. En ändring räknar om alla ärendens klockor.")
