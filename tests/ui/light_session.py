"""A session in a register that is derived in no time."""

from functools import cache
from pathlib import Path

from allvar_desktop.clock import Clock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.recovery_code import RecoveryCode
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.domain.settings import Letterhead, UnitSettings
from allvar_desktop.services import accounts, registers
from allvar_desktop.services.session import Session
from allvar_desktop.storage.kdf import KdfSetting
from allvar_desktop.storage.key_slots import Secret
from allvar_desktop.storage.new_register import NewKeys
from allvar_desktop.storage.recovery import Recovery
from ui.key_work import KeyWork

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


class LightKeyWork(KeyWork):
    """Derivations that take no time."""

    def derive(self, folder: Path, account_id: AccountId, password: str, clock: Clock) -> bytes:
        return registers.derive_key(folder, account_id, password, clock, LIGHT)

    def new_keys(self, password: str) -> NewKeys:
        return registers.derive_new_keys(password, LIGHT)

    def secret(self, password: str) -> Secret:
        return accounts.derive_secret(password, LIGHT)

    def recovery(self, folder: Path, code: RecoveryCode, new_password: str, clock: Clock) -> Recovery:
        return registers.derive_recovery(folder, code, new_password, clock, LIGHT, LIGHT)
