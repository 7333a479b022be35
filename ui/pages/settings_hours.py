"""*Inställningar*, rooms and hours: where and when the unit can meet a family."""

from dataclasses import replace
from datetime import date, time

from allvar_desktop.domain.office_hours import WEEKDAY_NAMES, OfficeHours
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.settings import UnitSettings
from ui.pages.settings_section import SettingsSection
from ui.widgets.text_fields import LongText, TextField


class HoursSection(SettingsSection):
    """Rooms, office hours and local closed days, each day or room on a line of its own."""

    def __init__(self) -> None:
        super().__init__(
            "Rum, kontorstid och stängda dagar",
            "Kontorstiden visas bredvid de 48 timmarna. "
            "De 48 timmarna går dygnet runt, också när kontoret är stängt.",
        )
        self.line(self.form.row("rooms", "Rum, ett på varje rad", LongText(2_000, 4)), grows=(0,))
        rows = [
            self.form.row(f"office_hours.{number}", name.capitalize(), TextField(20, 13, "stängt"))
            for number, name in enumerate(WEEKDAY_NAMES)
        ]
        self.line(*rows)
        self.line(
            self.form.row(
                "closed_days",
                "Stängda dagar, en på varje rad",
                LongText(4_000, 4),
                "Till exempel 2026-05-15. Helgdagar och aftnar räknas redan som stängda.",
            ),
            grows=(0,),
        )

    def show_settings(self, settings: UnitSettings) -> None:
        office = settings.office
        hours = {f"office_hours.{day}": _hours_text(span) for day, span in enumerate(office.week)}
        closed = "\n".join(day.isoformat() for day in sorted(office.closed_days))
        self.form.set_values({"rooms": "\n".join(settings.rooms), "closed_days": closed, **hours})

    def apply(self, settings: UnitSettings) -> UnitSettings:
        values = self.form.values()
        week = tuple(_hours(values[f"office_hours.{day}"]) for day in range(7))
        spans = tuple(None if isinstance(span, str) else span for span in week)
        days = [_day(line) for line in _lines(values["closed_days"])]
        closed = frozenset(day for day in days if isinstance(day, date))
        rooms = tuple(dict.fromkeys(_lines(values["rooms"])))
        return replace(settings, rooms=rooms, office=OfficeHours(spans, closed))

    def problems(self) -> list[Problem]:
        values = self.form.values()
        found = [
            Problem(f"office_hours.{day}", told)
            for day in range(7)
            if isinstance(told := _hours(values[f"office_hours.{day}"]), str)
        ]
        wrong = [line for line in _lines(values["closed_days"]) if isinstance(_day(line), str)]
        if wrong:
            found.append(Problem("closed_days", f"{wrong[0]} är inget datum. Skriv till exempel 2026-05-15."))
        return found


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _hours_text(span: tuple[time, time] | None) -> str:
    return f"{span[0]:%H.%M}–{span[1]:%H.%M}" if span else ""


def _hours(text: str) -> tuple[time, time] | str | None:
    """Opening and closing, None for a closed day, or what is wrong."""
    if not text or text.lower() == "stängt":
        return None
    parts = text.replace("–", "-").replace(":", ".").split("-")
    try:
        opens, closes = map(_time, parts)
    except ValueError:
        return "Skriv till exempel 08.00–16.30, eller lämna tomt när det är stängt."
    return opens, closes


def _time(text: str) -> time:
    hour, _, minute = text.strip().partition(".")
    return time(int(hour), int(minute or 0))


def _day(line: str) -> date | str:
    try:
        return date.fromisoformat(line)
    except ValueError:
        return line
