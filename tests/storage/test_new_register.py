import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import DiskFullError, KnownError, RegisterInUseError
from allvar_desktop.storage import file_modes, founding, migrations, new_register
from allvar_desktop.storage.accounts import Accounts
from allvar_desktop.storage.key_file import has_register, read_key_file
from allvar_desktop.storage.new_register import create_register
from allvar_desktop.storage.register import Register
from tests.storage.light_register import NAME, act, keys, make_register, open_register


def test_a_new_register_opens_with_its_first_account(closed: Path, fixed_clock: FixedClock) -> None:
    register = open_register(closed, fixed_clock)
    assert register.verify_all() == []
    (row,) = register.db.query("SELECT kind, created_at, register_id FROM register")
    contents = read_key_file(closed)
    assert row == {
        "kind": RegisterKind.REAL.value,
        "created_at": "2026-03-27T14:40:00Z",
        "register_id": contents.register_id,
    }
    assert (contents.unit_name, contents.accounts[0].display_name) == ("Prövostads enhet", NAME)
    register.close()


def test_a_register_without_first_rows_is_whole_and_waits_for_them(
    folder: Path, fixed_clock: FixedClock
) -> None:
    create_register(
        folder,
        kind=RegisterKind.PRACTICE,
        unit_name="Prövostads enhet",
        account_name=NAME,
        keys=keys(),
        clock=fixed_clock,
    ).close()
    register = open_register(folder, fixed_clock)
    assert (register.kind, register.verify_all()) == (RegisterKind.PRACTICE, [])
    assert Accounts(register.db).all() == ()
    register.close()


def test_two_registers_share_nothing(tmp_path: Path, fixed_clock: FixedClock) -> None:
    for name in "ab":
        make_register(tmp_path / name, fixed_clock).close()
    first, second = read_key_file(tmp_path / "a"), read_key_file(tmp_path / "b")
    assert first.register_id != second.register_id
    assert first.anchor != second.anchor


@pytest.mark.parametrize("name", ["register.allvar", "register.keys", "anteckningar.txt"])
def test_a_folder_in_use_is_refused_and_untouched(folder: Path, fixed_clock: FixedClock, name: str) -> None:
    folder.mkdir(0o755)
    (folder / name).write_text("något")
    with pytest.raises(KnownError) as caught:
        make_register(folder, fixed_clock)
    assert "tom mapp" in caught.value.next_step
    assert [path.name for path in folder.iterdir()] == [name]
    assert (folder / name).read_text() == "något"
    assert folder.stat().st_mode & 0o777 == 0o755


def test_what_a_crash_left_half_made_is_written_over(folder: Path, fixed_clock: FixedClock) -> None:
    folder.mkdir()
    for name in ("register.allvar.new", "register.allvar.new-journal", "register.keys.new", "register.lock"):
        (folder / name).write_bytes(b"")
    (folder / "register.allvar.new").write_bytes(b"half")
    make_register(folder, fixed_clock).close()
    assert {path.name for path in folder.iterdir()} == {"register.allvar", "register.keys", "register.lock"}


def test_a_quicker_process_wins(
    folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = file_modes.make_private_folder

    def quicker(path: Path) -> None:
        real(path)
        (path / "register.allvar").write_bytes(b"theirs")

    monkeypatch.setattr(founding, "make_private_folder", quicker)
    with pytest.raises(KnownError):
        make_register(folder, fixed_clock)
    assert (folder / "register.allvar").read_bytes() == b"theirs"


def test_a_process_that_is_making_one_keeps_others_out(
    folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = migrations.migrate
    caught: list[str] = []

    def slow(*arguments: object) -> None:
        monkeypatch.undo()
        with pytest.raises(RegisterInUseError) as error:
            make_register(folder, fixed_clock)
        caught.append(error.value.sentence)
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(new_register, "migrate", slow)
    make_register(folder, fixed_clock).close()
    assert NAME in caught[0]


def test_a_full_disk_leaves_nothing_half_made(
    folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "…")

    with monkeypatch.context() as patch:
        patch.setattr(new_register, "write_key_file", full)
        with pytest.raises(DiskFullError):
            make_register(folder, fixed_clock)
    assert [path.name for path in folder.iterdir()] == ["register.lock"]
    make_register(folder, fixed_clock).close()


def test_what_cannot_be_taken_back_is_not_what_is_told(
    folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "…")

    def stuck(*_: object) -> Iterator[Path]:
        raise OSError(errno.EIO, "…")

    monkeypatch.setattr(new_register, "write_key_file", full)
    monkeypatch.setattr(Path, "glob", stuck)
    with pytest.raises(KnownError):
        make_register(folder, fixed_clock)


def test_the_recovery_code_is_kept_nowhere(register: Register, folder: Path) -> None:
    for path in folder.iterdir():
        content = path.read_bytes()
        assert keys().code.secret.encode() not in content
        assert keys().code.text.encode() not in content


def test_no_secret_shows_in_a_report() -> None:
    assert keys().code.groups[0] not in repr(keys())
    assert keys().code.groups[0] not in repr(keys().code)


def test_first_rows_that_cannot_be_written_leave_an_empty_folder(
    folder: Path, fixed_clock: FixedClock
) -> None:
    def full(register: Register) -> None:
        raise DiskFullError("Disken är full.", "Frigör utrymme.")

    def first(register: Register) -> None:
        act(register, fixed_clock, "a")

    with pytest.raises(DiskFullError):
        make_register(folder, fixed_clock, full)
    assert [path.name for path in folder.iterdir()] == ["register.lock"]
    register = make_register(folder, fixed_clock, first)
    assert register.log.head().number == 1
    assert read_key_file(folder).anchor == register.log.head()
    register.close()


def test_a_process_that_ends_before_the_first_rows_are_kept_leaves_nothing_to_unlock(
    folder: Path, fixed_clock: FixedClock
) -> None:
    def look(register: Register) -> None:
        act(register, fixed_clock, "a")
        assert not has_register(folder)

    make_register(folder, fixed_clock, look).close()
    assert has_register(folder)
