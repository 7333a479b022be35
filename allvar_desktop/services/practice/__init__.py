"""The practice register: a fictional year in one district, made by the services themselves.

Light to import: the unlock page asks it for the accounts before anything heavier is there.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from allvar_desktop.clock import Clock, SystemClock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.paths import resources
from allvar_desktop.services.locked_registers import is_register, look_at_register

if TYPE_CHECKING:
    from allvar_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class PracticeAccount:
    """An account of the practice register; its passphrase stands openly on the unlock page."""

    account_id: AccountId
    name: str
    role: str
    passphrase: str


def _accounts() -> tuple[PracticeAccount, ...]:
    table = (resources() / "practice" / "accounts.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(table)["account"]
    return tuple(
        PracticeAccount(AccountId(row["id"]), row["name"], row["role"], row["passphrase"]) for row in rows
    )


PRACTICE_ACCOUNTS = _accounts()
"""The accounts that can sign in, the handler first."""


def is_practice(folder: Path) -> bool:
    """Whether a practice register lies in the folder. Raises `KnownError` for one that cannot be read."""
    return is_register(folder) and look_at_register(folder, SystemClock()).kind is RegisterKind.PRACTICE


def create_practice(
    folder: Path, on_progress: Callable[[int, int], object] = lambda _done, _total: None
) -> None:
    """Make the practice register in an empty or missing folder and close it; some seconds, in any thread.

    `on_progress` is told how many steps are done, of how many. Raises `KnownError`; nothing is left then.
    """
    from allvar_desktop.services.practice.making import make

    make(folder, on_progress)


def open_practice(folder: Path, clock: Clock) -> "Session":
    """The practice register, signed in as its handler. Raises `KnownError`."""
    from allvar_desktop.services import registers

    handler = PRACTICE_ACCOUNTS[0]
    key = registers.derive_key(folder, handler.account_id, handler.passphrase, clock)
    return registers.sign_in(folder, handler.account_id, key, clock)
