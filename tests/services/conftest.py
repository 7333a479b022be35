"""A real encrypted register for each test, its keys quick to derive, and a clock that stands still."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.ids import AccountId, CaseId, MeetingId
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.domain.settings import Letterhead, UnitSettings
from allvar_desktop.services.session import Session
from allvar_desktop.storage.kdf import KdfSetting
from allvar_desktop.storage.key_slots import prepare
from allvar_desktop.storage.new_register import FIRST_ACCOUNT, create_register, prepare_keys
from allvar_desktop.storage.opening import unlock
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.tables import Tables
from tests.steps import all_came, begin, hear_child, lock, ready_case, soon, talk

LIGHT = KdfSetting(memory_kib=8, passes=1, lanes=1)
PASSWORD = "lugn sommarkväll vid sjön"
SETTINGS = UnitSettings(
    letterhead=Letterhead(
        city="Stockholms stad",
        district="Hässelby-Vällingby stadsdelsförvaltning",
        unit="Ungdomsenheten",
        street="Hässelbyplan 3",
        postcode="165 73",
        town="Hässelby",
        phone="08-465 004 00",
        emergency_phone="08-465 004 99",
    ),
    rooms=("Eken", "Linden"),
)
FRIDA = Account(FIRST_ACCOUNT, "Frida Ek", "socialsekreterare", "08-465 004 10", frozenset(Role))
OMAR = Account(AccountId(2), "Omar Lind", "socialsekreterare", "08-465 004 11", frozenset({Role.HANDLER}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "register"


@pytest.fixture
def register(folder: Path, fixed_clock: FixedClock) -> Iterator[Register]:
    """A register with the unit's settings, an account that may do everything, and a second handler."""
    made = create_register(
        folder,
        kind=RegisterKind.REAL,
        unit_name="Ungdomsenheten",
        account_name=FRIDA.name,
        keys=prepare_keys(PASSWORD, LIGHT),
        clock=fixed_clock,
    )
    with made.atomic():
        tables = Tables(made.db)
        tables.settings.save(SETTINGS)
        for account in (FRIDA, OMAR):
            tables.accounts.add(account)
    made.keys.put_account(OMAR.id, OMAR.name, prepare(PASSWORD, LIGHT))
    yield made
    made.close()


@pytest.fixture
def session(register: Register, fixed_clock: FixedClock) -> Session:
    """Frida at work: handler, supervisor and administrator."""
    return Session(register, FRIDA, fixed_clock)


@pytest.fixture
def colleague(register: Register, fixed_clock: FixedClock) -> Session:
    """Omar, a handler only, at the same register."""
    return Session(register, OMAR, fixed_clock)


@pytest.fixture
def start_again(register: Register, folder: Path, fixed_clock: FixedClock) -> Iterator[Callable[[], Session]]:
    """Closes the register as a lock does and opens it anew; nothing has been opened in the new session."""
    opened: list[Register] = []

    def again() -> Session:
        (opened or [register])[-1].close()
        opened.append(unlock(folder, FRIDA.id, PASSWORD, fixed_clock, floor=LIGHT))
        return Session(opened[-1], FRIDA, fixed_clock)

    yield again
    for each in opened:
        each.close()


@pytest.fixture
def case_id(session: Session) -> CaseId:
    return ready_case(session, 1)


@pytest.fixture
def ongoing(session: Session, case_id: CaseId) -> MeetingId:
    """The talk of notice 1, begun a day later, being written."""
    return begin(session, talk(session, case_id, soon(session)))


@pytest.fixture
def locked(session: Session, ongoing: MeetingId) -> MeetingId:
    all_came(session, ongoing)
    hear_child(session, ongoing)
    lock(session, ongoing)
    return ongoing
