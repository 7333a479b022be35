"""What may be known of a register before it is unlocked.

A file of its own, because the unlock page must be painted before anything heavier is imported. Values that
are needed by then are named tuples where they can be: made in a sixth of the time of a frozen dataclass.
"""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from allvar_desktop.clock import Clock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.storage.key_file import has_register, read_key_file


class LockedAccount(NamedTuple):
    """A name on the unlock page, and how long to wait before the next try."""

    account_id: AccountId
    name: str
    wait_seconds: int


class LockedRegister(NamedTuple):
    """What may be known of a register before it is unlocked."""

    folder: Path
    kind: RegisterKind
    unit_name: str
    accounts: tuple[LockedAccount, ...]
    last_copy: datetime | None


def is_register(folder: Path) -> bool:
    """Whether a register lies in the folder."""
    return has_register(folder)


def look_at_register(folder: Path, clock: Clock) -> LockedRegister:
    """The unlock page's facts, read from the key file alone. Raises `KnownError`."""
    contents = read_key_file(folder)
    now = clock.now()
    accounts = tuple(
        LockedAccount(each.account_id, each.display_name, each.tries.wait_seconds(now))
        for each in contents.accounts
    )
    last = contents.last_copy.at if contents.last_copy else None
    return LockedRegister(folder, contents.kind, contents.unit_name, accounts, last)
