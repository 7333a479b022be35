"""Making, unlocking and locking a register, as the first pages do it."""

import errno
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.account import Role
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import (
    DiskFullError,
    KnownError,
    NotAllowedError,
    TooEarlyError,
    WrongPasswordError,
)
from allvar_desktop.services import registers
from allvar_desktop.services.locked_registers import is_register, look_at_register
from allvar_desktop.services.session import Session
from allvar_desktop.storage.key_slots import prepare
from allvar_desktop.storage.new_register import FIRST_ACCOUNT
from allvar_desktop.storage.settings import Settings
from tests.services.conftest import FRIDA, LIGHT, OMAR, PASSWORD, SETTINGS

UNIT = registers.NewUnit(SETTINGS, FRIDA.name, FRIDA.title, FRIDA.phone)
NEW_PASSWORD = "potatis uggla månsken"


@pytest.fixture
def made(folder: Path, fixed_clock: FixedClock) -> Iterator[Session]:
    """A register just made, as the first start does it."""
    keys = registers.derive_new_keys(PASSWORD, LIGHT)
    session = registers.create(folder, RegisterKind.REAL, UNIT, keys, fixed_clock)
    yield session
    session.register.close()


def sign_in(
    folder: Path, clock: FixedClock, account_id: AccountId = FIRST_ACCOUNT, password: str = PASSWORD
) -> Session:
    key = registers.derive_key(folder, account_id, password, clock, LIGHT)
    return registers.sign_in(folder, account_id, key, clock)


def acts(session: Session) -> list[str]:
    return [row[0] for row in session.register.db.execute("SELECT act FROM log ORDER BY number")]


def test_a_new_register_is_signed_in_as_the_one_who_may_do_all(
    made: Session, fixed_clock: FixedClock
) -> None:
    assert (made.account.name, made.account.roles) == (FRIDA.name, frozenset(Role))
    assert made.settings == SETTINGS
    assert acts(made) == [Act.REGISTER_CREATED]
    assert look_at_register(made.register.folder, fixed_clock).unit_name == registers.unit_name(SETTINGS)


def test_what_was_made_opens_with_its_password(made: Session, folder: Path, fixed_clock: FixedClock) -> None:
    account = made.account
    registers.lock(made)
    again = sign_in(folder, fixed_clock)
    assert (again.account, again.settings) == (account, SETTINGS)
    assert acts(again) == [Act.REGISTER_CREATED, Act.LOCKED, Act.SIGNED_IN]
    again.register.close()


def test_first_rows_that_cannot_be_stored_leave_an_empty_folder(
    folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "…")

    keys = registers.derive_new_keys(PASSWORD, LIGHT)
    with monkeypatch.context() as patch:
        patch.setattr(Settings, "save", full)
        with pytest.raises(DiskFullError):
            registers.create(folder, RegisterKind.REAL, UNIT, keys, fixed_clock)
    assert not is_register(folder)
    registers.create(folder, RegisterKind.REAL, UNIT, keys, fixed_clock).register.close()


def test_nothing_can_be_unlocked_before_the_first_rows_are_stored(
    folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    real = Settings.save

    def look(self: Settings, settings: object) -> None:
        seen.append(is_register(folder))
        real(self, settings)  # type: ignore[arg-type]  # as it was handed on

    monkeypatch.setattr(Settings, "save", look)
    keys = registers.derive_new_keys(PASSWORD, LIGHT)
    registers.create(folder, RegisterKind.REAL, UNIT, keys, fixed_clock).register.close()
    assert seen == [False]
    assert is_register(folder)


def test_a_key_slot_without_its_account_is_a_sentence_and_lets_others_in(
    session: Session, folder: Path, fixed_clock: FixedClock
) -> None:
    gone = AccountId(9)
    session.register.keys.put_account(gone, "Halvt tillagd", prepare(PASSWORD, LIGHT))
    session.register.close()
    with pytest.raises(KnownError) as caught:
        sign_in(folder, fixed_clock, gone)
    assert "lägg till kontot igen" in caught.value.next_step
    sign_in(folder, fixed_clock, OMAR.id).register.close()


def test_an_account_that_has_ended_stays_out_even_with_its_slot(
    session: Session, folder: Path, fixed_clock: FixedClock
) -> None:
    session.tables.accounts.save(replace(OMAR, is_active=False))
    session.register.close()
    with pytest.raises(NotAllowedError):
        sign_in(folder, fixed_clock, OMAR.id)
    sign_in(folder, fixed_clock).register.close()


def test_a_wrong_password_is_waited_for_before_the_slow_half(
    session: Session, folder: Path, fixed_clock: FixedClock
) -> None:
    session.register.close()
    for _ in range(4):
        with pytest.raises(WrongPasswordError):
            sign_in(folder, fixed_clock, password="något helt annat")
    with pytest.raises(TooEarlyError):
        registers.derive_key(folder, FIRST_ACCOUNT, PASSWORD, fixed_clock, LIGHT)
    fixed_clock.advance(timedelta(seconds=5))
    sign_in(folder, fixed_clock).register.close()


def test_the_recovery_code_signs_in_and_says_so_in_the_log(folder: Path, fixed_clock: FixedClock) -> None:
    keys = registers.derive_new_keys(PASSWORD, LIGHT)
    registers.create(folder, RegisterKind.REAL, UNIT, keys, fixed_clock).register.close()
    recovery = registers.derive_recovery(folder, keys.code, NEW_PASSWORD, fixed_clock, LIGHT, LIGHT)
    session = registers.sign_in_with_recovery(folder, FIRST_ACCOUNT, recovery, fixed_clock)
    assert acts(session)[-1] == Act.RECOVERY_USED
    session.register.close()
    sign_in(folder, fixed_clock, password=NEW_PASSWORD).register.close()


def test_locking_tells_when_clocks_run_out_within_three_days(session: Session, case_id: CaseId) -> None:
    due = session.tables.case_lines.get(case_id).clock_due
    assert due is not None
    assert due - session.clock.now() < registers.DUE_HORIZON
    assert registers.lock(session) == (due,)


def test_the_unit_is_named_by_district_and_unit() -> None:
    assert registers.unit_name(SETTINGS) == "Hässelby-Vällingby stadsdelsförvaltning · Ungdomsenheten"
    without = replace(SETTINGS, letterhead=replace(SETTINGS.letterhead, district=""))
    assert registers.unit_name(without) == "Ungdomsenheten"
