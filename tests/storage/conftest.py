"""A register of its own for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.tables import Tables
from tests.lines import OMAR
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
def tables(register: Register) -> Tables:
    """The tables of a new register, with Frida's and Omar's accounts in them."""
    made = Tables(register.db)
    made.accounts.add(Account(OMAR, "Omar Lind", "socialsekreterare", "", frozenset({Role.HANDLER})))
    return made
