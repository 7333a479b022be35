"""A register of its own for each test that asks for one.

Our own package comes before sqlite-utils, here and wherever tests begin: it says which SQLite that finds.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.tables import Tables
from tests.storage.light_register import make_register
from tests.storage.stored import tables_in_memory


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
    made = tables_in_memory()
    yield made
    made.db.close()
