"""The unit's settings as one JSON text per key, so that a new setting needs no new column."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, time
from typing import Any

from sqlite_utils import Database

from allvar_desktop.domain.office_hours import OfficeHours
from allvar_desktop.domain.settings import Letterhead, UnitSettings, Window


class Settings:
    """The table of settings. What has no row has its default."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def load(self) -> UnitSettings:
        """All settings as stored now."""
        rows = self._db.execute("SELECT key, value FROM setting").fetchall()
        return _settings({key: json.loads(value) for key, value in rows})

    def save(self, settings: UnitSettings) -> None:
        """Store every setting in place of the earlier one."""
        for field in fields(UnitSettings):
            value = _json_value(getattr(settings, field.name))
            self._db.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [field.name, json.dumps(value, ensure_ascii=False, sort_keys=True)],
            )


def _json_value(value: Any) -> Any:
    if isinstance(value, OfficeHours):
        week = [[at.isoformat("minutes") for at in hours] if hours else None for hours in value.week]
        return {"week": week, "closed_days": sorted(day.isoformat() for day in value.closed_days)}
    if isinstance(value, (Letterhead, Window)):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return value


def _settings(stored: Mapping[str, Any]) -> UnitSettings:
    known = {field.name for field in fields(UnitSettings)}
    return UnitSettings(**{key: _setting(key, value) for key, value in stored.items() if key in known})


def _setting(key: str, value: Any) -> Any:
    if key == "letterhead":
        return Letterhead(**value)
    if key == "window":
        return Window(**value)
    if key in ("office", "office_before") and value is not None:
        week = tuple(map(_hours, value["week"]))
        return OfficeHours(week, frozenset(map(date.fromisoformat, value["closed_days"])))
    return tuple(value) if isinstance(value, list) else value


def _hours(stored: list[str] | None) -> tuple[time, time] | None:
    if stored is None:
        return None
    opens, closes = map(time.fromisoformat, stored)
    return opens, closes
