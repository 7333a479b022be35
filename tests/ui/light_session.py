"""A session in a register that is derived in no time."""

from functools import cache
from pathlib import Path

from allvar_desktop.clock import Clock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.domain.settings import Letterhead, UnitSettings
from allvar_desktop.services import registers
from allvar_desktop.services.session import Session
from allvar_desktop.storage.kdf import KdfSetting
from allvar_desktop.storage.new_register import NewKeys

LIGHT = KdfSetting(memory_kib=64, passes=1, lanes=1)
PASSWORD = "vante kajak linjal"

UNIT = registers.NewUnit(
    UnitSettings(
        letterhead=Letterhead(
            district="Hässelby-Vällingby stadsdelsförvaltning",
            unit="Ungdomsenheten",
            street="Övningsvägen 3",
            postcode="162 60",
            town="Vällingby",
            phone="08-465 004 00",
            emergency_phone="08-465 004 99",
        ),
        rooms=("Eken", "Björken"),
    ),
    "Frida Ek",
    "socialsekreterare",
    "08-465 004 10",
)


@cache
def keys() -> NewKeys:
    return registers.derive_new_keys(PASSWORD, LIGHT)


def make_session(folder: Path, clock: Clock, kind: RegisterKind) -> Session:
    return registers.create(folder, kind, UNIT, keys(), clock)
