import errno
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.errors import (
    DamagedRegisterError,
    DiskFullError,
    KnownError,
    MissingPlaceError,
    WrongPasswordError,
)
from allvar_desktop.storage import restoring
from allvar_desktop.storage.backups import make_copy
from allvar_desktop.storage.key_file import read_key_file
from allvar_desktop.storage.key_slots import derive
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.restoring import restore_copy
from tests.storage.light_register import LIGHT, PASSWORD, act, keys, names, open_register


@pytest.fixture
def copy(register: Register, tmp_path: Path, fixed_clock: FixedClock) -> Path:
    """A copy with one row in it; the register went on after it."""
    act(register, fixed_clock, "a")
    (tmp_path / "copies").mkdir()
    made = make_copy(register, tmp_path / "copies", fixed_clock).folder
    act(register, fixed_clock, "b")
    register.close()
    return made


def restore(copy: Path, new: Path, clock: FixedClock, password: str = PASSWORD) -> list[str]:
    who = read_key_file(copy).accounts[0]
    return restore_copy(copy, new, who, derive(password, who.slot, LIGHT), clock)


def test_a_copy_comes_back_in_a_new_folder(
    copy: Path, tmp_path: Path, folder: Path, fixed_clock: FixedClock
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert restore(copy, tmp_path / "new", fixed_clock) == []
    restored = open_register(tmp_path / "new", fixed_clock)
    assert names(restored) == ["a"]
    assert restored.opening_warning is None
    assert not restored.has_changed_since_copy
    act(restored, fixed_clock, "c")
    restored.close()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert read_key_file(copy).anchor.number == 1


def test_a_new_folder_is_the_owners_alone(copy: Path, tmp_path: Path, fixed_clock: FixedClock) -> None:
    restore(copy, tmp_path / "new", fixed_clock)
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "new").iterdir()}
    assert (modes, (tmp_path / "new").stat().st_mode & 0o777) == ({0o600}, 0o700)


def test_the_recovery_code_brings_a_copy_back_too(
    copy: Path, tmp_path: Path, fixed_clock: FixedClock
) -> None:
    who = read_key_file(copy).recovery
    restore_copy(copy, tmp_path / "new", who, derive(keys().code.secret, who.slot, LIGHT), fixed_clock)
    open_register(tmp_path / "new", fixed_clock).close()


def test_a_wrong_password_makes_nothing(copy: Path, tmp_path: Path, fixed_clock: FixedClock) -> None:
    with pytest.raises(WrongPasswordError) as caught:
        restore(copy, tmp_path / "new", fixed_clock, "något helt annat")
    assert "säkerhetskopian" in caught.value.sentence
    assert not (tmp_path / "new").exists()


def test_wrong_passwords_before_the_copy_are_forgotten(
    copy: Path, folder: Path, tmp_path: Path, fixed_clock: FixedClock
) -> None:
    for _ in range(4):
        with pytest.raises(WrongPasswordError):
            open_register(copy, fixed_clock, "något helt annat")
    restore(copy, tmp_path / "new", fixed_clock)
    open_register(tmp_path / "new", fixed_clock).close()


def test_a_damaged_copy_is_told_and_nothing_is_left(
    copy: Path, tmp_path: Path, fixed_clock: FixedClock
) -> None:
    content = bytearray((copy / "register.allvar").read_bytes())
    content[-100] ^= 1
    (copy / "register.allvar").write_bytes(content)
    with pytest.raises(DamagedRegisterError) as caught:
        restore(copy, tmp_path / "new", fixed_clock)
    assert "äldre säkerhetskopia" in caught.value.next_step
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["register.lock"]


def test_a_copy_put_together_of_two_is_refused(
    copy: Path, register: Register, folder: Path, tmp_path: Path, fixed_clock: FixedClock
) -> None:
    fixed_clock.advance(timedelta(hours=1))
    again = open_register(folder, fixed_clock)
    later = make_copy(again, copy.parent, fixed_clock).folder
    again.close()
    shutil.copy(copy / "register.allvar", later / "register.allvar")
    with pytest.raises(DamagedRegisterError):
        restore(later, tmp_path / "new", fixed_clock)


def test_a_copy_without_its_register_is_told(copy: Path, tmp_path: Path, fixed_clock: FixedClock) -> None:
    (copy / "register.allvar").unlink()
    with pytest.raises(MissingPlaceError):
        restore(copy, tmp_path / "new", fixed_clock)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["register.lock"]


def test_a_folder_in_use_is_refused(copy: Path, folder: Path, fixed_clock: FixedClock) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(KnownError) as caught:
        restore(copy, folder, fixed_clock)
    assert "tom mapp" in caught.value.next_step
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_full_disk_leaves_nothing_half_made(
    copy: Path, tmp_path: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "…")

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "write_key_file", full)
        with pytest.raises(DiskFullError):
            restore(copy, tmp_path / "new", fixed_clock)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["register.lock"]
    restore(copy, tmp_path / "new", fixed_clock)


def test_a_log_that_was_broken_before_is_told_and_the_copy_comes_back(
    register: Register, tmp_path: Path, fixed_clock: FixedClock
) -> None:
    act(register, fixed_clock, "a")
    act(register, fixed_clock, "b")
    register.db.execute("DROP TRIGGER log_is_not_changed")
    register.db.execute("UPDATE log SET object = 'x' WHERE number = 1")
    (tmp_path / "copies").mkdir()
    made = make_copy(register, tmp_path / "copies", fixed_clock).folder
    (sentence,) = restore(made, tmp_path / "new", fixed_clock)
    assert "post 1" in sentence
    restored = open_register(tmp_path / "new", fixed_clock)
    assert names(restored) == ["a", "b"]
    restored.close()
