"""What a unit decides for itself (inställningar)."""

from dataclasses import dataclass, field

from allvar_desktop.domain.office_hours import OfficeHours

LANGUAGES = (
    "somaliska",
    "arabiska",
    "tigrinja",
    "sorani",
    "persiska",
    "polska",
    "engelska",
    "spanska",
    "finska",
    "meänkieli",
    "samiska",
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The sender on each letter. The outer line says the city, never *Socialtjänsten* (domain.md §5)."""

    city: str = "Stockholms stad"
    district: str = ""
    unit: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    emergency_phone: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The envelope's window on the folded sheet, millimetres from the sheet's top left (C5 H2 as a guess)."""

    x_mm: float = 110.0
    y_mm: float = 40.0
    width_mm: float = 90.0
    height_mm: float = 40.0


@dataclass(frozen=True, slots=True)
class UnitSettings:
    """All settings of a register."""

    letterhead: Letterhead = field(default_factory=Letterhead)
    case_prefix: str = "HV"
    talk_label: str = "allvarssamtal"
    clock_start: str = "notice_received"
    clock_stop: str = "meeting_held"
    rooms: tuple[str, ...] = ()
    languages: tuple[str, ...] = LANGUAGES
    office: OfficeHours = field(default_factory=OfficeHours)
    office_before: OfficeHours | None = None
    """Office hours and closed days before they were last changed, for the clocks that ran then."""
    office_changed: str = ""
    """The instant of that change, ISO in UTC; empty before any."""
    window: Window = field(default_factory=Window)
    meeting_minutes: int = 60
    idle_minutes: int = 5
    backup_folder: str = ""
    backups_kept: int = 14
