"""The unit's settings: what is stored comes back, what was never stored has its default."""

from dataclasses import fields, replace
from datetime import date, time

import pytest

from allvar_desktop.domain.office_hours import OfficeHours
from allvar_desktop.domain.settings import Letterhead, UnitSettings, Window
from allvar_desktop.storage.tables import Tables

FULL = UnitSettings(
    letterhead=Letterhead("Solna", "Hässelby", "Ungdomsenheten", "Plan 3", "165 73", "Hässelby", "1", "2"),
    case_prefix="UN",
    talk_label="samtal",
    clock_start="offence",
    clock_stop="first_contact",
    rooms=("Eken", 'Lin"den'),
    languages=("somaliska",),
    office=OfficeHours(
        ((time(8), time(16, 30)), None, (time(9, 15), time(12)), None, None, None, None),
        frozenset({date(2026, 5, 15), date(2026, 6, 5)}),
    ),
    office_before=OfficeHours(closed_days=frozenset({date(2026, 5, 15)})),
    office_changed="2026-05-11T08:00:00Z",
    window=Window(100.5, 41, 80, 30),
    meeting_minutes=45,
    idle_minutes=15,
    backup_folder="/mnt/kopior",
    backups_kept=3,
)  # fmt: skip


def test_a_new_register_has_the_defaults(tables: Tables) -> None:
    assert tables.settings.load() == UnitSettings()


def test_every_setting_comes_back_as_it_was(tables: Tables) -> None:
    default = UnitSettings()
    assert all(getattr(FULL, field.name) != getattr(default, field.name) for field in fields(UnitSettings))
    tables.settings.save(FULL)
    assert tables.settings.load() == FULL


def test_later_settings_take_the_place_of_the_first(tables: Tables) -> None:
    tables.settings.save(FULL)
    tables.settings.save(replace(FULL, rooms=()))
    assert tables.settings.load() == replace(FULL, rooms=())


@pytest.mark.parametrize("key", [field.name for field in fields(UnitSettings)])
def test_a_setting_that_was_never_stored_has_its_default(tables: Tables, key: str) -> None:
    tables.settings.save(FULL)
    tables.db.execute("DELETE FROM setting WHERE key = ?", [key])
    loaded = tables.settings.load()
    assert getattr(loaded, key) == getattr(UnitSettings(), key)
    assert (
        sum(getattr(loaded, f.name) == getattr(FULL, f.name) for f in fields(UnitSettings))
        == len(fields(FULL)) - 1
    )


def test_a_setting_of_another_version_is_left_alone(tables: Tables) -> None:
    tables.db.execute("INSERT INTO setting (key, value) VALUES ('colour', '\"red\"')")
    assert tables.settings.load() == UnitSettings()
    tables.settings.save(FULL)
    assert tables.db.execute("SELECT value FROM setting WHERE key = 'colour'").fetchone() == ('"red"',)
