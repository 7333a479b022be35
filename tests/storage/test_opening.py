import errno
import os
import stat
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import (
    DamagedRegisterError,
    KnownError,
    NewerRegisterError,
    ReadOnlyError,
    TooEarlyError,
    WrongPasswordError,
)
from allvar_desktop.storage.checks import LOG_WAS_CUT
from allvar_desktop.storage.engine import open_database
from allvar_desktop.storage.kdf import SHIPPED
from allvar_desktop.storage.key_file import read_key_file, write_key_file
from allvar_desktop.storage.key_slots import derive, prepare, unwrap
from allvar_desktop.storage.new_register import FIRST_ACCOUNT
from allvar_desktop.storage.newer import SCHEMA_VERSION
from allvar_desktop.storage.opening import unlock, unlock_with_key
from allvar_desktop.storage.register import Register
from tests.storage.light_register import LIGHT, PASSWORD, act, names, open_register

WRONG = "vante kajak linjaL"
COLLEAGUE = AccountId(2)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "register.lock"}


def test_a_wrong_password_is_told_and_counted(closed: Path, fixed_clock: FixedClock) -> None:
    for wait in (0, 0, 0, 5):
        with pytest.raises(WrongPasswordError) as caught:
            open_register(closed, fixed_clock, WRONG)
        assert caught.value.wait_seconds == wait
    assert caught.value.sentence == "Lösenordet stämmer inte."
    assert "5 sekunder" in caught.value.next_step


def test_the_wait_holds_across_restarts_even_for_the_right_password(
    closed: Path, fixed_clock: FixedClock
) -> None:
    for _ in range(4):
        with pytest.raises(WrongPasswordError):
            open_register(closed, fixed_clock, WRONG)
    with pytest.raises(TooEarlyError) as caught:
        open_register(closed, fixed_clock)
    assert caught.value.wait_seconds == 5
    with pytest.raises(TooEarlyError):
        unlock_with_key(closed, FIRST_ACCOUNT, bytes(32), fixed_clock)
    fixed_clock.advance(timedelta(seconds=5))
    open_register(closed, fixed_clock).close()


def test_the_right_password_ends_the_count(closed: Path, fixed_clock: FixedClock) -> None:
    for _ in range(3):
        with pytest.raises(WrongPasswordError):
            open_register(closed, fixed_clock, WRONG)
    open_register(closed, fixed_clock).close()
    assert read_key_file(closed).accounts[0].tries.failed == 0


def test_one_accounts_wrong_passwords_keep_no_colleague_waiting(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    register.keys.put_account(COLLEAGUE, "Annan", prepare("en annan lång fras", LIGHT))
    register.close()
    for _ in range(6):
        with pytest.raises(WrongPasswordError):
            unlock(folder, COLLEAGUE, WRONG, fixed_clock, LIGHT)
        fixed_clock.advance(timedelta(minutes=5))
    fixed_clock.advance(timedelta(minutes=-5))
    open_register(folder, fixed_clock).close()
    with pytest.raises(TooEarlyError):
        unlock(folder, COLLEAGUE, WRONG, fixed_clock, LIGHT)


def test_a_wrong_try_that_cannot_be_written_down_is_not_answered(
    closed: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "…")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ReadOnlyError):
        open_register(closed, fixed_clock, WRONG)


def test_a_wrong_try_changes_nothing_but_the_count(closed: Path, fixed_clock: FixedClock) -> None:
    before = (closed / "register.allvar").read_bytes()
    contents = read_key_file(closed)
    with pytest.raises(WrongPasswordError):
        open_register(closed, fixed_clock, WRONG)
    after = read_key_file(closed)
    (first,) = after.accounts
    assert replace(after, accounts=(replace(first, tries=contents.accounts[0].tries),)) == contents
    assert (closed / "register.allvar").read_bytes() == before


def test_opening_and_closing_changes_no_byte(closed: Path, fixed_clock: FixedClock) -> None:
    before = snapshot(closed)
    open_register(closed, fixed_clock).close()
    assert snapshot(closed) == before


def test_an_account_without_a_slot_is_told_so(closed: Path, fixed_clock: FixedClock) -> None:
    with pytest.raises(KnownError) as caught:
        unlock(closed, COLLEAGUE, PASSWORD, fixed_clock, LIGHT)
    assert "Kontot" in caught.value.sentence


def test_the_shipped_floor_refuses_a_light_register(closed: Path, fixed_clock: FixedClock) -> None:
    with pytest.raises(DamagedRegisterError):
        unlock(closed, FIRST_ACCOUNT, PASSWORD, fixed_clock, SHIPPED)


def test_a_newer_schema_in_the_key_file_is_refused_before_anything_is_touched(
    closed: Path, fixed_clock: FixedClock
) -> None:
    write_key_file(closed, replace(read_key_file(closed), schema=99))
    before = {path.name: path.read_bytes() for path in closed.iterdir()}
    with pytest.raises(NewerRegisterError) as caught:
        open_register(closed, fixed_clock)
    assert "version 99" in caught.value.sentence
    assert f"version {SCHEMA_VERSION}" in caught.value.sentence
    assert {path.name: path.read_bytes() for path in closed.iterdir()} == before


def test_a_newer_schema_in_the_register_alone_is_refused_without_changing_a_byte(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    register.db.table("_sqlite_migrations").insert(
        {"migration_set": "allvar", "name": "m0099", "applied_at": ""}
    )
    register.close()
    before = snapshot(folder)
    with pytest.raises(NewerRegisterError) as caught:
        open_register(folder, fixed_clock)
    assert f"version {SCHEMA_VERSION + 1}" in caught.value.sentence
    assert f"version {SCHEMA_VERSION}" in caught.value.sentence
    assert snapshot(folder) == before


def test_a_missing_register_beside_its_key_file_is_told_and_none_is_made(
    closed: Path, fixed_clock: FixedClock
) -> None:
    (closed / "register.allvar").unlink()
    with pytest.raises(DamagedRegisterError) as caught:
        open_register(closed, fixed_clock)
    assert "saknas" in caught.value.sentence
    assert not (closed / "register.allvar").exists()


def test_another_file_under_the_registers_name_is_damage_and_stays(
    closed: Path, fixed_clock: FixedClock
) -> None:
    (closed / "register.allvar").write_bytes(b"SQLite format 3\0" + bytes(8176))
    before = snapshot(closed)
    with pytest.raises(DamagedRegisterError) as caught:
        open_register(closed, fixed_clock)
    assert "säkerhetskopian" in caught.value.next_step
    assert snapshot(closed) == before


def test_after_a_failed_opening_the_next_may_try(closed: Path, fixed_clock: FixedClock) -> None:
    whole = (closed / "register.allvar").read_bytes()
    (closed / "register.allvar").write_bytes(bytes(len(whole)))
    with pytest.raises(DamagedRegisterError):
        open_register(closed, fixed_clock)
    (closed / "register.allvar").write_bytes(whole)
    open_register(closed, fixed_clock).close()


def test_a_practice_register_cannot_be_passed_off_as_a_real_one(
    closed: Path, fixed_clock: FixedClock
) -> None:
    write_key_file(closed, replace(read_key_file(closed), kind=RegisterKind.PRACTICE))
    with pytest.raises(DamagedRegisterError):
        open_register(closed, fixed_clock)


def test_modes_are_mended_at_the_start(closed: Path, fixed_clock: FixedClock) -> None:
    closed.chmod(0o777)
    for path in closed.iterdir():
        path.chmod(0o666)
    register = open_register(closed, fixed_clock)
    act(register, fixed_clock, "a")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in closed.iterdir()}
    assert (modes, stat.S_IMODE(closed.stat().st_mode)) == ({0o600}, 0o700)
    register.close()


def test_what_a_crash_left_half_written_is_swept_away(closed: Path, fixed_clock: FixedClock) -> None:
    for name in ("register.keys.new", "register.allvar.new", "register.allvar.new-journal"):
        (closed / name).write_bytes(b"half")
    open_register(closed, fixed_clock).close()
    assert {path.name for path in closed.iterdir()} == {"register.allvar", "register.keys", "register.lock"}


def test_a_folder_that_cannot_be_written_is_a_sentence(
    closed: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(path: object, flags: int, *mode: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, "…")
        return real(path, flags, *mode)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ReadOnlyError) as caught:
        open_register(closed, fixed_clock)
    assert "annan mapp" in caught.value.next_step


def data_key(folder: Path) -> bytes:
    contents = read_key_file(folder)
    slot = contents.accounts[0].slot
    key = unwrap(slot, derive(PASSWORD, slot, LIGHT))
    assert key is not None
    return key


def test_a_head_that_a_crash_left_behind_is_moved_on(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    act(register, fixed_clock, "a")
    older = read_key_file(folder)
    act(register, fixed_clock, "b")
    register.close()
    write_key_file(folder, older)
    again = open_register(folder, fixed_clock)
    assert again.opening_warning is None
    assert names(again) == ["a", "b"]
    assert read_key_file(folder).anchor.number == 2
    again.close()


def test_an_older_register_put_back_is_told_and_written_down(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    act(register, fixed_clock, "a")
    register.close()
    older = (folder / "register.allvar").read_bytes()
    again = open_register(folder, fixed_clock)
    act(again, fixed_clock, "b")
    again.close()
    (folder / "register.allvar").write_bytes(older)
    replaced = open_register(folder, fixed_clock)
    assert replaced.opening_warning is not None
    assert "äldre" in replaced.opening_warning.sentence
    assert "gruppledare" in replaced.opening_warning.next_step
    (entry,) = replaced.db.query("SELECT act, object, account_id FROM log WHERE number = 2")
    assert entry == {"act": "log.broken", "object": "log:2", "account_id": 1}
    assert read_key_file(folder).anchor == replaced.log.head()
    replaced.close()
    later = open_register(folder, fixed_clock)
    assert later.opening_warning is None
    later.close()


def test_a_cut_log_is_told_and_written_down(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    for name in "abc":
        act(register, fixed_clock, name)
    register.db.execute("DROP TRIGGER log_is_not_cut")
    register.db.execute("DELETE FROM log WHERE number = 3")
    register.close()
    again = open_register(folder, fixed_clock)
    assert again.opening_warning is not None
    assert again.opening_warning.sentence == LOG_WAS_CUT
    (entry,) = again.db.query("SELECT act, object FROM log WHERE number = 3")
    assert entry == {"act": "log.broken", "object": "log:3"}
    again.close()


def test_a_false_entry_after_the_head_is_told(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    act(register, fixed_clock, "a")
    keys = register.keys.sub_keys
    register.close()
    db = open_database(folder / "register.allvar", keys.database)
    db.execute("INSERT INTO log VALUES (2, '2026-03-27T14:40:00Z', 1, 'x', NULL, '', '', 'no hex')")
    db.close()
    again = open_register(folder, fixed_clock)
    assert again.opening_warning is not None
    assert "Loggens post 2" in again.opening_warning.sentence
    assert again.log.verify().broken_at == 2
    again.close()


def test_a_derived_key_opens_as_the_password_does(closed: Path, fixed_clock: FixedClock) -> None:
    slot = read_key_file(closed).accounts[0].slot
    register = unlock_with_key(closed, FIRST_ACCOUNT, derive(PASSWORD, slot, LIGHT), fixed_clock)
    assert register.log.head().number == 0
    register.close()
    assert data_key(closed) not in (closed / "register.allvar").read_bytes()
