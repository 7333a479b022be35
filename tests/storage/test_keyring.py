from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.errors import DiskFullError, KnownError, WrongPasswordError
from allvar_desktop.storage import keyring
from allvar_desktop.storage.key_contents import Anchor, CopyMark
from allvar_desktop.storage.key_file import read_key_file
from allvar_desktop.storage.key_slots import derive, prepare
from allvar_desktop.storage.new_register import FIRST_ACCOUNT
from allvar_desktop.storage.opening import unlock
from allvar_desktop.storage.register import Register
from tests.storage.light_register import LIGHT, NAME, PASSWORD, act, names, open_register

COLLEAGUE = AccountId(2)
OTHER = "uggla månsken potatis"


def test_a_colleague_gets_a_slot_of_their_own(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    act(register, fixed_clock, "a")
    register.keys.put_account(COLLEAGUE, "Annan Provsson", prepare(OTHER, LIGHT))
    register.close()
    theirs = unlock(folder, COLLEAGUE, OTHER, fixed_clock, LIGHT)
    assert names(theirs) == ["a"]
    theirs.close()
    with pytest.raises(WrongPasswordError):
        unlock(folder, COLLEAGUE, PASSWORD, fixed_clock, LIGHT)
    open_register(folder, fixed_clock).close()


def test_a_changed_password_rewrites_one_slot_and_nothing_else(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    register.keys.put_account(COLLEAGUE, "Annan Provsson", prepare(OTHER, LIGHT))
    before = read_key_file(folder)
    file_before = (folder / "register.allvar").read_bytes()
    register.keys.put_account(FIRST_ACCOUNT, NAME, prepare("linjal kajak vante", LIGHT))
    after = read_key_file(folder)
    assert replace(after, accounts=before.accounts) == before
    assert after.accounts[1] == before.accounts[1]
    assert after.accounts[0].slot != before.accounts[0].slot
    register.close()
    assert (folder / "register.allvar").read_bytes() == file_before
    open_register(folder, fixed_clock, "linjal kajak vante").close()
    with pytest.raises(WrongPasswordError):
        open_register(folder, fixed_clock)


def test_the_own_password_can_be_asked_for_again(register: Register) -> None:
    slot = register.keys.contents.accounts[0].slot
    assert register.keys.opens(FIRST_ACCOUNT, derive(PASSWORD, slot, LIGHT))
    assert not register.keys.opens(FIRST_ACCOUNT, derive(OTHER, slot, LIGHT))
    assert not register.keys.opens(COLLEAGUE, derive(PASSWORD, slot, LIGHT))


def test_a_removed_account_opens_nothing(register: Register, folder: Path, fixed_clock: FixedClock) -> None:
    register.keys.put_account(COLLEAGUE, "Annan Provsson", prepare(OTHER, LIGHT))
    register.keys.remove_account(FIRST_ACCOUNT)
    register.close()
    with pytest.raises(KnownError):
        open_register(folder, fixed_clock)
    unlock(folder, COLLEAGUE, OTHER, fixed_clock, LIGHT).close()


def test_the_last_slot_stays(register: Register, folder: Path) -> None:
    with pytest.raises(ValueError, match="last slot"):
        register.keys.remove_account(FIRST_ACCOUNT)
    assert len(read_key_file(folder).accounts) == 1


def test_names_change_on_the_unlock_page(register: Register, folder: Path, fixed_clock: FixedClock) -> None:
    register.keys.rename_account(FIRST_ACCOUNT, "Nytt Namn")
    register.keys.name_unit("Ny enhet")
    contents = read_key_file(folder)
    assert (contents.accounts[0].display_name, contents.unit_name) == ("Nytt Namn", "Ny enhet")
    register.close()
    open_register(folder, fixed_clock).close()


def test_an_account_without_a_slot_has_no_name_to_change(register: Register) -> None:
    with pytest.raises(KeyError):
        register.keys.rename_account(COLLEAGUE, "x")


def test_what_is_the_same_is_not_written_again(register: Register, folder: Path) -> None:
    before = (folder / "register.keys").stat().st_ino
    register.keys.anchor(register.keys.contents.anchor)
    register.keys.set_schema(register.keys.contents.schema)
    assert (folder / "register.keys").stat().st_ino == before


def test_the_last_copy_is_kept(register: Register, folder: Path) -> None:
    mark = CopyMark(datetime(2026, 3, 27, 14, 40, tzinfo=UTC), Anchor(0, "aa"))
    register.keys.mark_copy(mark)
    assert read_key_file(folder).last_copy == mark


def test_a_slot_falls_with_the_action_it_was_made_in(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    before = read_key_file(folder)

    def failing() -> None:
        with register.atomic():
            register.keys.put_account(COLLEAGUE, "Annan Provsson", prepare(OTHER, LIGHT))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert read_key_file(folder) == before == register.keys.contents


def test_a_slot_stays_when_its_action_stands(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    with register.atomic():
        register.keys.put_account(COLLEAGUE, "Annan Provsson", prepare(OTHER, LIGHT))
        act(register, fixed_clock, "a")
    contents = read_key_file(folder)
    assert [each.account_id for each in contents.accounts] == [FIRST_ACCOUNT, COLLEAGUE]
    assert contents.anchor.number == 1


def test_a_disk_that_refuses_the_undoing_hides_no_error(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing() -> None:
        with register.atomic():
            register.keys.name_unit("Ny enhet")
            monkeypatch.setattr(keyring, "write_key_file", full)
            raise ZeroDivisionError

    def full(*_: object) -> None:
        raise DiskFullError("Disken är full.", "Frigör utrymme.")

    with pytest.raises(ZeroDivisionError):
        failing()
    assert register.keys.contents.unit_name == "Ny enhet"
