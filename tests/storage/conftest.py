"""A register of its own for each test that asks for one."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.storage.migrations import migrate
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.tables import Tables
from tests.lines import FRIDA, OMAR
from tests.storage.light_register import make_register


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the register lies."""
    return tmp_path / "register"


@pytest.fixture
def register(folder: Path, fixed_clock: FixedClock) -> Iterator[Register]:
    """A new register, open."""
    register = make_register(folder, fixed_clock)
    yield register
    register.close()


@pytest.fixture
def closed(folder: Path, fixed_clock: FixedClock) -> Path:
    """The folder of a new register, closed."""
    make_register(folder, fixed_clock).close()
    return folder


@pytest.fixture
def tables() -> Iterator[Tables]:
    """The tables of a new register with Frida's and Omar's accounts, in memory: no disk has to do with it."""
    connection = dbapi2.connect(":memory:", isolation_level=None)
    db = Database(cast("sqlite3.Connection", connection), execute_plugins=False)
    db.execute("PRAGMA foreign_keys=ON")
    migrate(db)
    made = Tables(db)
    for account_id, name in ((FRIDA, "Frida Ek"), (OMAR, "Omar Lind")):
        made.accounts.add(Account(account_id, name, "socialsekreterare", "", frozenset({Role.HANDLER})))
    yield made
    db.close()
