import os
from pathlib import Path

import pytest
from sqlite_utils import Database

from allvar_desktop.clock import FixedClock
from allvar_desktop.errors import DamagedRegisterError, DiskFullError, NewerRegisterError
from allvar_desktop.storage import newer, opening, upgrading
from allvar_desktop.storage.key_file import read_key_file
from allvar_desktop.storage.migrations import STEPS, Step, migrate, version_of
from allvar_desktop.storage.newer import SCHEMA_VERSION
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.upgrading import upgrade
from tests.storage.light_register import act, names, open_register


def add_column(db: Database) -> None:
    db.execute("ALTER TABLE setting ADD COLUMN note TEXT")


NEXT: tuple[Step, ...] = (*STEPS, ("m9999_next", add_column))
KEPT = f"register-version-{SCHEMA_VERSION}.allvar"
"""The file of before the step, as it is kept."""


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program of tomorrow, with one step more."""
    monkeypatch.setattr(newer, "SCHEMA_VERSION", len(NEXT))
    monkeypatch.setattr(opening, "upgrade", lambda folder, db, keys: upgrade(folder, db, keys, NEXT))


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def with_row(register: Register, clock: FixedClock) -> None:
    act(register, clock, "a")
    register.close()


def test_the_version_known_to_the_unlock_page_is_that_of_the_ladder() -> None:
    assert len(STEPS) == SCHEMA_VERSION


def test_the_steps_have_names_of_their_own_in_order() -> None:
    step_names = [name for name, _ in STEPS]
    assert step_names == sorted(set(step_names))


def test_a_new_register_is_of_this_version(register: Register) -> None:
    assert version_of(register.db) == SCHEMA_VERSION


def test_a_paper_of_before_the_third_step_keeps_when_it_was_printed() -> None:
    db = Database(":memory:")
    migrate(db, STEPS[:2])
    paper = "INSERT INTO paper VALUES (?, ?, 'summons', 1, NULL, NULL, ?, 'a', 1, '', '', '', 'b')"
    db.execute("PRAGMA foreign_keys=OFF")
    for number, state in enumerate(("issued", "printed", "voided"), start=1):
        db.execute(paper, [number, f"HV-2026-0001-{number}", state])
    migrate(db)
    assert [row[0] for row in db.execute("SELECT printed FROM paper ORDER BY id")] == [None, "b", None]


def test_an_older_register_is_taken_up_and_the_older_file_kept(
    register: Register, folder: Path, fixed_clock: FixedClock, next_version: None
) -> None:
    with_row(register, fixed_clock)
    before = (folder / "register.allvar").read_bytes()
    newer_one = open_register(folder, fixed_clock)
    assert names(newer_one) == ["a"]
    assert version_of(newer_one.db, NEXT) == len(NEXT)
    assert newer_one.db["setting"].columns_dict["note"] is str
    assert newer_one.log.verify().entries == 1
    act(newer_one, fixed_clock, "b")
    newer_one.close()
    assert (folder / KEPT).read_bytes() == before
    assert read_key_file(folder).schema == len(NEXT)
    assert files(folder) == {
        "register.allvar",
        "register.keys",
        "register.lock",
        KEPT,
    }


def test_the_older_program_then_refuses_it(
    register: Register, folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_row(register, fixed_clock)
    with monkeypatch.context() as patch:
        patch.setattr(newer, "SCHEMA_VERSION", len(NEXT))
        patch.setattr(opening, "upgrade", lambda folder, db, keys: upgrade(folder, db, keys, NEXT))
        open_register(folder, fixed_clock).close()
    with pytest.raises(NewerRegisterError):
        open_register(folder, fixed_clock)


def test_a_step_that_fails_leaves_the_register_as_it_was(
    register: Register, folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(db: Database) -> None:
        add_column(db)
        raise ZeroDivisionError

    with_row(register, fixed_clock)
    before = (folder / "register.allvar").read_bytes()
    steps = (*STEPS, ("m9999_next", broken))
    with monkeypatch.context() as patch:
        patch.setattr(opening, "upgrade", lambda folder, db, keys: upgrade(folder, db, keys, steps))
        with pytest.raises(ZeroDivisionError):
            open_register(folder, fixed_clock)
    assert (folder / "register.allvar").read_bytes() == before
    again = open_register(folder, fixed_clock)
    assert names(again) == ["a"]
    again.close()
    assert "register.allvar.new" not in files(folder)


def test_a_step_that_breaks_references_is_not_taken(
    register: Register, folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(db: Database) -> None:
        db.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
        db.execute("CREATE TABLE child (parent_id INTEGER REFERENCES parent(id) DEFERRABLE)")
        db.execute("PRAGMA defer_foreign_keys=ON")
        db.execute("INSERT INTO child VALUES (1)")

    with_row(register, fixed_clock)
    before = (folder / "register.allvar").read_bytes()
    steps = (*STEPS, ("m9999_next", breaking))
    monkeypatch.setattr(upgrading, "migrate", lambda db, _: migrate_without_checks(db, steps))
    monkeypatch.setattr(opening, "upgrade", lambda folder, db, keys: upgrade(folder, db, keys, steps))
    with pytest.raises(DamagedRegisterError) as caught:
        open_register(folder, fixed_clock)
    assert "kvar som det var" in caught.value.sentence
    assert (folder / "register.allvar").read_bytes() == before


def migrate_without_checks(db: Database, steps: tuple[Step, ...]) -> None:
    db.execute("PRAGMA foreign_keys=OFF")
    migrate(db, steps)


def test_a_full_disk_leaves_the_register_as_it_was(
    register: Register,
    folder: Path,
    fixed_clock: FixedClock,
    next_version: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "…")

    with_row(register, fixed_clock)
    before = (folder / "register.allvar").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(upgrading, "copy_database", full)
        with pytest.raises(DiskFullError):
            open_register(folder, fixed_clock)
    assert (folder / "register.allvar").read_bytes() == before
    open_register(folder, fixed_clock).close()


@pytest.mark.parametrize("stop_at", ["replace_key_file", "replace_register"])
def test_a_crash_on_the_way_up_is_made_good_at_the_next_opening(
    register: Register,
    folder: Path,
    fixed_clock: FixedClock,
    next_version: None,
    monkeypatch: pytest.MonkeyPatch,
    stop_at: str,
) -> None:
    class PowerCutError(BaseException): ...

    with_row(register, fixed_clock)
    moves = 0
    real = Path.replace

    def cut(self: Path, target: Path) -> Path:
        nonlocal moves
        moves += 1
        if moves == ("replace_key_file", "replace_register").index(stop_at) + 1:
            raise PowerCutError
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with pytest.raises(PowerCutError):
            open_register(folder, fixed_clock)
    again = open_register(folder, fixed_clock)
    assert names(again) == ["a"]
    assert version_of(again.db, NEXT) == len(NEXT)
    again.close()
    assert read_key_file(folder).schema == len(NEXT)


def test_a_disk_without_hard_links_gets_a_copy(
    register: Register,
    folder: Path,
    fixed_clock: FixedClock,
    next_version: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(1, "…")

    with_row(register, fixed_clock)
    before = (folder / "register.allvar").read_bytes()
    monkeypatch.setattr(os, "link", no_links)
    open_register(folder, fixed_clock).close()
    assert (folder / KEPT).read_bytes() == before


def test_an_older_copy_that_was_kept_before_is_not_written_over(
    register: Register, folder: Path, fixed_clock: FixedClock, next_version: None
) -> None:
    with_row(register, fixed_clock)
    (folder / KEPT).write_bytes(b"kept")
    open_register(folder, fixed_clock).close()
    assert (folder / KEPT).read_bytes() == b"kept"
