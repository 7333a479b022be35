"""A register for tests: derived in no time, with a password that opens it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from allvar_desktop.clock import Clock
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.storage.accounts import Accounts
from allvar_desktop.storage.kdf import KdfSetting
from allvar_desktop.storage.key_contents import Anchor
from allvar_desktop.storage.key_file import read_key_file
from allvar_desktop.storage.new_register import FIRST_ACCOUNT, NewKeys, create_register, prepare_keys
from allvar_desktop.storage.opening import unlock
from allvar_desktop.storage.register import Register

LIGHT = KdfSetting(memory_kib=64, passes=1, lanes=1)
PASSWORD = "vante kajak linjal"
NAME = "Påhittad Provsson"


@cache
def keys() -> NewKeys:
    return prepare_keys(PASSWORD, LIGHT)


def make_register(folder: Path, clock: Clock, fill: Callable[[Register], None] | None = None) -> Register:
    """With the row of its first account; `fill` comes after it."""

    def first_rows(register: Register) -> None:
        with register.atomic() as db:
            Accounts(db).add(Account(FIRST_ACCOUNT, NAME, "socialsekreterare", "", frozenset(Role)))
            if fill:
                fill(register)

    return create_register(
        folder,
        kind=RegisterKind.REAL,
        unit_name="Prövostads enhet",
        account_name=NAME,
        keys=keys(),
        clock=clock,
        fill=first_rows,
    )


def open_register(folder: Path, clock: Clock, password: str = PASSWORD) -> Register:
    return unlock(folder, FIRST_ACCOUNT, password, clock, LIGHT)


def act(register: Register, clock: Clock, name: str, value: str = "") -> Anchor:
    """One action: a row and its log entry."""
    with register.atomic() as db:
        db.execute("INSERT INTO setting (key, value) VALUES (?, ?)", (name, value))
        return log(register, clock, name)


def log(register: Register, clock: Clock, name: str) -> Anchor:
    return register.log.append(
        at=clock.now(),
        account_id=FIRST_ACCOUNT,
        act="settings.changed",
        case_number=None,
        obj=f"setting:{name}",
        digest=register.log.digest([name]),
    )


def names(register: Register) -> list[str]:
    return [row[0] for row in register.db.execute("SELECT key FROM setting ORDER BY rowid")]


def outside_head(folder: Path) -> Anchor:
    return read_key_file(folder).anchor
