import errno
import os
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import DiskFullError, KnownError
from allvar_desktop.storage.register import Register
from tests.storage.light_register import act, names, open_register, outside_head


def test_an_action_is_there_after_reopening(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    act(register, fixed_clock, "a")
    register.close()
    again = open_register(folder, fixed_clock)
    assert names(again) == ["a"]
    again.close()


def test_rows_and_entry_fall_together(register: Register, fixed_clock: FixedClock) -> None:
    act(register, fixed_clock, "a")
    with pytest.raises(dbapi2.IntegrityError):
        act(register, fixed_clock, "a")
    assert names(register) == ["a"]
    assert register.log.head().number == 1


def undone(register: Register, clock: FixedClock, name: str) -> None:
    """An action that fails at its end."""

    def failing() -> None:
        with register.atomic():
            act(register, clock, name)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()


def test_an_action_that_fails_leaves_nothing(register: Register, fixed_clock: FixedClock) -> None:
    undone(register, fixed_clock, "a")
    assert names(register) == []
    assert register.log.head().number == 0


def test_an_inner_action_may_fail_alone(register: Register, fixed_clock: FixedClock) -> None:
    with register.atomic():
        act(register, fixed_clock, "a")
        undone(register, fixed_clock, "b")
        act(register, fixed_clock, "c")
    assert names(register) == ["a", "c"]
    assert register.log.verify().entries == 2


def test_the_head_goes_outside_once_at_the_end_of_the_outermost_action(
    register: Register, folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    real = Path.replace

    def noting(self: Path, to: Path) -> Path:
        moved.append(self.name)
        return real(self, to)

    monkeypatch.setattr(Path, "replace", noting)
    with register.atomic():
        for number in range(50):
            act(register, fixed_clock, str(number))
        assert outside_head(folder).number == 0
    assert moved == ["register.keys.new"]
    assert outside_head(folder) == register.log.head()
    assert outside_head(folder).number == 50


def test_an_action_without_an_entry_leaves_the_key_file_alone(register: Register, folder: Path) -> None:
    before = (folder / "register.keys").stat().st_ino
    with register.atomic() as db:
        db.execute("SELECT 1")
    assert (folder / "register.keys").stat().st_ino == before


def test_a_saved_action_stands_even_if_its_head_cannot_go_outside(
    register: Register, folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "…")

    monkeypatch.setattr(os, "open", full)
    act(register, fixed_clock, "a")
    warnings = [register.anchor_warning]
    monkeypatch.undo()
    assert outside_head(folder).number == 0
    act(register, fixed_clock, "b")
    warnings.append(register.anchor_warning)
    assert [type(warning) for warning in warnings] == [DiskFullError, type(None)]
    assert outside_head(folder).number == 2


def test_a_full_disk_undoes_the_action_and_says_so(register: Register, fixed_clock: FixedClock) -> None:
    act(register, fixed_clock, "a")
    pages = register.db.execute("PRAGMA page_count").fetchone()[0]
    register.db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFullError) as caught:
        act(register, fixed_clock, "b", "x" * 100_000)
    assert "full" in caught.value.sentence
    assert names(register) == ["a"]
    register.db.execute(f"PRAGMA max_page_count = {pages + 200}")
    act(register, fixed_clock, "c")
    assert names(register) == ["a", "c"]
    assert register.verify_all() == []


def test_a_transaction_begun_elsewhere_is_a_bug(register: Register) -> None:
    register.db.execute("BEGIN")
    with pytest.raises(RuntimeError), register.atomic():
        pass
    register.db.execute("ROLLBACK")
    with register.atomic():
        pass


def test_a_bug_in_an_action_comes_out_as_it_is(register: Register) -> None:
    with pytest.raises(FileNotFoundError), register.atomic():
        raise FileNotFoundError
    assert not register.is_in_action


def test_it_can_be_closed_twice(register: Register, folder: Path, fixed_clock: FixedClock) -> None:
    register.close()
    register.close()
    open_register(folder, fixed_clock).close()


def test_changes_are_seen_whether_kept_or_undone(register: Register, fixed_clock: FixedClock) -> None:
    seen = [register.changes]
    register.db.execute("SELECT key FROM setting").fetchall()
    assert register.changes == seen[0]
    act(register, fixed_clock, "a")
    seen.append(register.changes)
    undone(register, fixed_clock, "b")
    seen.append(register.changes)
    assert len(set(seen)) == 3
    # What was undone counts even where no row was written: something that was read may have been of it.
    before = register.changes
    with pytest.raises(ZeroDivisionError), register.atomic():
        raise ZeroDivisionError
    assert register.changes != before


def test_it_knows_what_it_is(register: Register) -> None:
    assert register.kind is RegisterKind.REAL
    assert register.opening_warning is None
    assert register.verify_all() == []


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("locking_mode", "exclusive"),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("temp_store", 2),
        ("recursive_triggers", 1),
    ],
)
def test_the_promised_settings_hold(register: Register, pragma: str, value: object) -> None:
    assert register.db.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_damage_met_in_the_middle_of_work_is_a_sentence(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    with register.atomic() as db:
        db.table("setting").insert_all({"key": str(n), "value": "x" * 900} for n in range(200))
    register.close()
    path = folder / "register.allvar"
    whole = bytearray(path.read_bytes())
    for page in range(len(whole) // 4096 - 20, len(whole) // 4096):
        whole[page * 4096 + 100] ^= 1
    path.write_bytes(whole)
    again = open_register(folder, fixed_clock)
    with pytest.raises(KnownError) as caught, again.atomic() as db:
        db.execute("SELECT count(value) FROM setting WHERE value LIKE '%y%'").fetchall()
    assert "skadad" in caught.value.sentence
    again.close()
    assert path.read_bytes() == whole
