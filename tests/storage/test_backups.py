import errno
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.act import Act
from allvar_desktop.errors import (
    DamagedRegisterError,
    DiskFullError,
    KnownError,
    MissingPlaceError,
    ReadOnlyError,
)
from allvar_desktop.storage import backups, copying, key_file
from allvar_desktop.storage.backups import list_copies, make_copy
from allvar_desktop.storage.key_file import read_key_file, write_key_file
from allvar_desktop.storage.new_register import FIRST_ACCOUNT
from allvar_desktop.storage.register import Register
from tests.storage.light_register import NAME, act, log, make_register, names, open_register


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the copies go."""
    place = tmp_path / "copies"
    place.mkdir()
    return place


def test_a_copy_is_a_register_with_the_same_content_and_passwords(
    register: Register, place: Path, fixed_clock: FixedClock
) -> None:
    act(register, fixed_clock, "a")
    copy = make_copy(register, place, fixed_clock)
    assert copy.folder.name == "allvar-20260327-144000Z"
    opened = open_register(copy.folder, fixed_clock)
    assert names(opened) == ["a"]
    assert opened.verify_all() == []
    assert opened.opening_warning is None
    opened.close()


def test_a_copy_holds_the_register_and_its_keys_and_no_name(
    register: Register, place: Path, fixed_clock: FixedClock
) -> None:
    copy = make_copy(register, place, fixed_clock)
    assert {path.name for path in copy.folder.iterdir()} == {"register.allvar", "register.keys"}
    assert list(place.iterdir()) == [copy.folder]
    modes = {path.stat().st_mode & 0o777 for path in copy.folder.iterdir()}
    assert (modes, copy.folder.stat().st_mode & 0o777) == ({0o600}, 0o700)
    assert NAME not in str(copy.folder)


def test_the_copy_knows_when_it_was_made_and_so_does_the_register(
    register: Register, folder: Path, place: Path, fixed_clock: FixedClock
) -> None:
    assert register.last_copy is None
    copy = make_copy(register, place, fixed_clock)
    assert copy.at == fixed_clock.now()
    assert register.last_copy == read_key_file(folder).last_copy == read_key_file(copy.folder).last_copy
    (listed,) = list_copies(place)
    assert listed == copy
    assert (listed.unit_name, listed.kind) == ("Prövostads enhet", register.kind)


def test_it_is_known_whether_anything_happened_since(
    register: Register, place: Path, fixed_clock: FixedClock
) -> None:
    told = [register.has_changed_since_copy]
    make_copy(register, place, fixed_clock)
    told.append(register.has_changed_since_copy)
    with register.atomic():
        register.log.append(
            at=fixed_clock.now(),
            account_id=FIRST_ACCOUNT,
            act=Act.COPY_MADE,
            case_number=None,
            obj="",
            digest="",
        )
    told.append(register.has_changed_since_copy)
    act(register, fixed_clock, "a")
    told.append(register.has_changed_since_copy)
    assert told == [True, False, False, True]


def test_an_older_register_put_back_counts_as_changed(
    register: Register, folder: Path, place: Path, fixed_clock: FixedClock
) -> None:
    older = (folder / "register.allvar").read_bytes()
    act(register, fixed_clock, "a")
    make_copy(register, place, fixed_clock)
    register.close()
    (folder / "register.allvar").write_bytes(older)
    again = open_register(folder, fixed_clock)
    assert again.has_changed_since_copy
    again.close()


def test_fourteen_are_kept_and_the_oldest_go(
    register: Register, place: Path, fixed_clock: FixedClock
) -> None:
    made = []
    for _ in range(16):
        made.append(make_copy(register, place, fixed_clock).folder)
        fixed_clock.advance(timedelta(hours=1))
    assert [copy.folder for copy in list_copies(place)] == made[:1:-1]
    assert set(place.iterdir()) == set(made[2:])


def test_only_copies_of_the_same_register_make_room(
    register: Register, tmp_path: Path, place: Path, fixed_clock: FixedClock
) -> None:
    other = make_register(tmp_path / "other", fixed_clock)
    theirs = make_copy(other, place, fixed_clock, keep=1)
    fixed_clock.advance(timedelta(hours=1))
    for _ in range(2):
        make_copy(register, place, fixed_clock, keep=1)
        fixed_clock.advance(timedelta(hours=1))
    assert len(list_copies(place)) == 2
    assert theirs.folder.exists()
    other.close()


def test_two_copies_in_one_second_are_two_copies(
    register: Register, place: Path, fixed_clock: FixedClock
) -> None:
    folders = [make_copy(register, place, fixed_clock).folder.name for _ in range(3)]
    assert folders == [f"allvar-20260327-144000Z{end}" for end in ("", "-2", "-3")]
    assert len(list_copies(place)) == 3


def test_what_else_lies_there_is_left_alone(register: Register, place: Path, fixed_clock: FixedClock) -> None:
    (place / "allvar-bilder").mkdir()
    (place / "allvar-20200101-000000Z").mkdir()
    old = make_copy(register, place, fixed_clock).folder
    (old / "anteckning.txt").write_text("min egen")
    fixed_clock.advance(timedelta(hours=1))
    make_copy(register, place, fixed_clock, keep=1)
    assert (old / "anteckning.txt").exists()
    assert (place / "allvar-bilder").exists()
    assert (place / "allvar-20200101-000000Z").exists()
    assert len(list_copies(place)) == 1


def test_a_copy_with_damaged_keys_is_not_listed(
    register: Register, place: Path, fixed_clock: FixedClock
) -> None:
    copy = make_copy(register, place, fixed_clock)
    (copy.folder / "register.keys").write_bytes(b"x")
    assert list_copies(place) == []


def test_a_folder_that_only_looks_like_a_copy_is_not_listed(
    register: Register, place: Path, fixed_clock: FixedClock
) -> None:
    copy = make_copy(register, place, fixed_clock)
    write_key_file(copy.folder, replace(read_key_file(copy.folder), last_copy=None))
    assert list_copies(place) == []


def test_a_missing_place_is_told(register: Register, tmp_path: Path, fixed_clock: FixedClock) -> None:
    assert list_copies(tmp_path / "usb") == []
    with pytest.raises(MissingPlaceError) as caught:
        make_copy(register, tmp_path / "usb", fixed_clock)
    assert "Anslut disken" in caught.value.next_step
    assert not (tmp_path / "usb").exists()


def raising(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "…")

    return fail


@pytest.mark.parametrize(("number", "kind"), [(errno.ENOSPC, DiskFullError), (errno.EIO, KnownError)])
@pytest.mark.parametrize("at", ["copy_database", "write_key_file"])
def test_a_disk_that_fails_leaves_the_older_copies_and_nothing_half_made(
    register: Register,
    place: Path,
    fixed_clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    kind: type[KnownError],
    at: str,
) -> None:
    older = make_copy(register, place, fixed_clock, keep=1)
    fixed_clock.advance(timedelta(hours=1))
    monkeypatch.setattr(backups, at, raising(number))
    with pytest.raises(kind):
        make_copy(register, place, fixed_clock, keep=1)
    assert list(place.iterdir()) == [older.folder]
    assert register.last_copy is not None
    assert register.last_copy.at == older.at


def test_a_read_only_place_is_told(
    register: Register, place: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "mkdir", raising(errno.EROFS))
    with pytest.raises(ReadOnlyError):
        make_copy(register, place, fixed_clock)


def test_a_copy_that_came_out_wrong_does_not_count(
    register: Register, place: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = key_file.write_key_file

    def spoil(folder: Path, contents: object) -> None:
        real(folder, contents)  # type: ignore[arg-type]
        path = folder / "register.allvar"
        content = bytearray(path.read_bytes())
        content[-100] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(backups, "write_key_file", spoil)
    with pytest.raises(DamagedRegisterError) as caught:
        make_copy(register, place, fixed_clock)
    assert "inte sparad" in caught.value.sentence
    assert list(place.iterdir()) == []
    assert register.last_copy is None


def test_a_copy_of_another_moment_does_not_count(
    register: Register, place: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = copying.copy_database

    def late(*arguments: object) -> None:
        act(register, fixed_clock, "a")
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(backups, "copy_database", late)
    with pytest.raises(DamagedRegisterError):
        make_copy(register, place, fixed_clock)


def test_a_register_with_a_broken_log_is_copied_all_the_same(
    register: Register, place: Path, fixed_clock: FixedClock
) -> None:
    for name in "abc":
        act(register, fixed_clock, name)
    register.db.execute("DROP TRIGGER log_is_not_changed")
    register.db.execute("UPDATE log SET object = 'x' WHERE number = 1")
    copy = make_copy(register, place, fixed_clock)
    opened = open_register(copy.folder, fixed_clock)
    assert names(opened) == ["a", "b", "c"]
    assert opened.log.verify().broken_at == 1
    opened.close()


def test_what_a_crash_left_of_a_copy_is_written_over(
    register: Register, place: Path, fixed_clock: FixedClock
) -> None:
    left_over = place / f"allvar-{register.keys.contents.register_id[:8]}.new"
    left_over.mkdir()
    (left_over / "register.allvar").write_bytes(b"half")
    (left_over / "register.allvar-journal").write_bytes(b"half")
    copy = make_copy(register, place, fixed_clock)
    assert list(place.iterdir()) == [copy.folder]


def test_a_copy_in_the_middle_of_an_action_is_a_bug(
    register: Register, place: Path, fixed_clock: FixedClock
) -> None:
    with register.atomic():
        log(register, fixed_clock, "a")
        with pytest.raises(RuntimeError):
            make_copy(register, place, fixed_clock)
