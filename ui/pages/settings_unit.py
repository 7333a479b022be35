"""*Inställningar*, the unit: letterhead, what the talk is called, the letters of case numbers."""

from dataclasses import replace

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.settings import UnitSettings
from ui.pages.settings_section import SettingsSection
from ui.widgets.text_fields import TextField

_HEAD = (
    ("city", "Stad (ytterst i brevet)", 24),
    ("district", "Stadsdelsförvaltning", 36),
    ("unit", "Enhet", 28),
    ("street", "Besöksadress", 28),
    ("postcode", "Postnummer", 10),
    ("town", "Ort", 16),
    ("phone", "Telefon", 16),
    ("emergency_phone", "Socialjourens telefon", 16),
)


class UnitSection(SettingsSection):
    """Letterhead and names."""

    def __init__(self) -> None:
        super().__init__(
            "Enhet och brevhuvud", "Så här står avsändaren i alla brev. Ytterst står bara staden."
        )
        rows = {
            name: self.form.row(name, label, TextField(text_limits.LINE, chars))
            for name, label, chars in _HEAD
        }
        self.line(rows["city"], rows["district"])
        self.line(rows["unit"], rows["street"])
        self.line(rows["postcode"], rows["town"], rows["phone"], rows["emergency_phone"])
        self.line(
            self.form.row("talk_label", "Samtalet kallas", TextField(text_limits.SHORT, 20)),
            self.form.row("case_prefix", "Ärendenummer börjar med", TextField(6, 8), "Gäller nya ärenden."),
        )

    def show_settings(self, settings: UnitSettings) -> None:
        self.form.set_values({name: getattr(settings.letterhead, name) for name, _, _ in _HEAD})
        self.form.set_values({"talk_label": settings.talk_label, "case_prefix": settings.case_prefix})

    def apply(self, settings: UnitSettings) -> UnitSettings:
        values = self.form.values()
        head = replace(settings.letterhead, **{name: values[name] for name, _, _ in _HEAD})
        return replace(
            settings,
            letterhead=head,
            talk_label=values["talk_label"],
            case_prefix=values["case_prefix"].upper(),
        )
