from datetime import timedelta
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.recovery_code import RecoveryCode, new_recovery_code
from allvar_desktop.errors import DiskFullError, KnownError, TooEarlyError, WrongPasswordError
from allvar_desktop.storage import keyring
from allvar_desktop.storage.key_file import read_key_file
from allvar_desktop.storage.key_slots import prepare
from allvar_desktop.storage.new_register import FIRST_ACCOUNT
from allvar_desktop.storage.recovery import Recovery, prepare_recovery, recover, refuse_early_code
from allvar_desktop.storage.register import Register
from tests.storage.light_register import LIGHT, act, keys, names, open_register

NEW_PASSWORD = "potatis uggla månsken"


def prepared(folder: Path, code: RecoveryCode) -> Recovery:
    return prepare_recovery(read_key_file(folder), code, NEW_PASSWORD, LIGHT, LIGHT)


def test_the_code_opens_and_a_new_password_holds(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    act(register, fixed_clock, "a")
    register.close()
    recovered = recover(folder, FIRST_ACCOUNT, prepared(folder, keys().code), fixed_clock)
    assert names(recovered) == ["a"]
    recovered.close()
    open_register(folder, fixed_clock, NEW_PASSWORD).close()
    with pytest.raises(WrongPasswordError):
        open_register(folder, fixed_clock)


def test_a_code_opens_once_and_the_new_one_after_it(closed: Path, fixed_clock: FixedClock) -> None:
    recovery = prepared(closed, keys().code)
    recover(closed, FIRST_ACCOUNT, recovery, fixed_clock).close()
    assert recovery.new.code != keys().code
    with pytest.raises(WrongPasswordError):
        recover(closed, FIRST_ACCOUNT, prepared(closed, keys().code), fixed_clock)
    recover(closed, FIRST_ACCOUNT, prepared(closed, recovery.new.code), fixed_clock).close()


def test_a_wrong_code_is_told_counted_and_waited_for(closed: Path, fixed_clock: FixedClock) -> None:
    before = read_key_file(closed)
    wrong = prepared(closed, new_recovery_code())
    for _ in range(4):
        refuse_early_code(read_key_file(closed), fixed_clock)
        with pytest.raises(WrongPasswordError) as caught:
            recover(closed, FIRST_ACCOUNT, wrong, fixed_clock)
    assert caught.value.sentence == "Återställningskoden stämmer inte."
    assert read_key_file(closed).accounts == before.accounts
    with pytest.raises(TooEarlyError):
        refuse_early_code(read_key_file(closed), fixed_clock)
    fixed_clock.advance(timedelta(seconds=5))
    recover(closed, FIRST_ACCOUNT, prepared(closed, keys().code), fixed_clock).close()
    assert read_key_file(closed).recovery.tries.failed == 0


def test_an_account_without_a_row_uses_up_no_code(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    gone = AccountId(9)
    register.keys.put_account(gone, "Halvt tillagd", prepare(NEW_PASSWORD, LIGHT))
    register.close()
    before = read_key_file(folder)
    with pytest.raises(KnownError, match="inte i registret"):
        recover(folder, gone, prepared(folder, keys().code), fixed_clock)
    assert read_key_file(folder) == before
    recover(folder, FIRST_ACCOUNT, prepared(folder, keys().code), fixed_clock).close()


def test_a_new_code_can_be_made_from_inside(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    code = new_recovery_code()
    register.keys.renew_recovery(prepare(code.secret, LIGHT))
    register.close()
    with pytest.raises(WrongPasswordError):
        recover(folder, FIRST_ACCOUNT, prepared(folder, keys().code), fixed_clock)
    recover(folder, FIRST_ACCOUNT, prepared(folder, code), fixed_clock).close()


def test_a_full_disk_leaves_the_old_code_and_password(
    closed: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFullError("Disken är full.", "Frigör utrymme.")

    with monkeypatch.context() as patch:
        patch.setattr(keyring, "write_key_file", full)
        with pytest.raises(DiskFullError):
            recover(closed, FIRST_ACCOUNT, prepared(closed, keys().code), fixed_clock)
    open_register(closed, fixed_clock).close()
    recover(closed, FIRST_ACCOUNT, prepared(closed, keys().code), fixed_clock).close()
