"""Every flipped byte is noticed: SQLCipher keeps an HMAC with each page, and the check reads them all."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from sqlite_utils import Database

from allvar_desktop.clock import FixedClock
from allvar_desktop.errors import DamagedRegisterError
from allvar_desktop.storage.checks import CopyCheck, check_copy, check_file, check_log
from allvar_desktop.storage.engine import open_database
from allvar_desktop.storage.file_modes import make_private_file
from allvar_desktop.storage.register import Register
from tests.storage.light_register import act, open_register

PAGE = 4096
SALT = 16
TAIL = 80  # SQLCipher's: 16 bytes of initialisation vector, 64 of HMAC
KEY = bytes(range(32))
KINDS = {2: "index interior", 5: "table interior", 10: "index leaf", 13: "table leaf", 0: "overflow or free"}


def make_file_with_every_kind_of_page(path: Path) -> None:
    make_private_file(path)
    db = open_database(path, KEY)
    db.execute("CREATE TABLE t (a TEXT, b BLOB)")
    db.execute("CREATE INDEX t_a ON t (a)")
    with db.atomic():
        for number in range(40):
            db.execute("INSERT INTO t VALUES (?, ?)", (f"{number:03}" + "x" * 400, b""))
        db.execute("INSERT INTO t VALUES ('large', ?)", (bytes(3 * PAGE),))
        db.execute("CREATE TABLE gone (a)")
        db.execute("INSERT INTO gone VALUES (?)", (bytes(2 * PAGE),))
    db.execute("DROP TABLE gone")
    assert db.execute("PRAGMA freelist_count").fetchone()[0] > 1
    db.close()


def kind_of(page: bytes) -> str:
    vector = page[-TAIL : -TAIL + 16]
    clear = Cipher(AES(KEY), CBC(vector)).decryptor().update(page[:-TAIL])
    return KINDS[clear[0]]


@contextmanager
def flipped(path: Path, places: list[int]) -> Iterator[None]:
    """One bit of each of those bytes turned, and turned back."""
    handle = os.open(path, os.O_RDWR)
    whole = {place: os.pread(handle, 1, place) for place in places}
    try:
        for place, byte in whole.items():
            os.pwrite(handle, bytes([byte[0] ^ 1 << place % 8]), place)
        yield
    finally:
        for place, byte in whole.items():
            os.pwrite(handle, byte, place)
        os.close(handle)


def bad_pages(db: Database) -> set[int]:
    rows = db.execute("PRAGMA cipher_integrity_check").fetchall()
    return {int(row[0].rsplit(" ", 1)[1]) for row in rows}


def test_every_byte_of_every_kind_of_page_is_under_a_check(tmp_path: Path) -> None:
    path = tmp_path / "f"
    make_file_with_every_kind_of_page(path)
    content = path.read_bytes()
    pages = len(content) // PAGE
    kinds = {kind_of(content[at * PAGE : (at + 1) * PAGE]) for at in range(1, pages)}
    assert kinds == set(KINDS.values())
    db = open_database(path, KEY)
    # The pages' checks do not depend on each other, so one byte of every page is turned at a time.
    for offset in range(PAGE):
        first = 0 if offset >= SALT else 1
        with flipped(path, [page * PAGE + offset for page in range(first, pages)]):
            assert bad_pages(db) == set(range(first + 1, pages + 1))
    assert check_file(db) == []
    db.close()


@pytest.mark.parametrize("place", range(SALT))
def test_every_byte_of_the_salt_is_noticed_when_the_file_is_opened(tmp_path: Path, place: int) -> None:
    path = tmp_path / "f"
    make_file_with_every_kind_of_page(path)
    with flipped(path, [place]), pytest.raises(DamagedRegisterError):
        open_database(path, KEY)


def noticed(folder: Path, clock: FixedClock) -> bool:
    """Opening it, and looking through it once it is open."""
    try:
        register = open_register(folder, clock)
    except DamagedRegisterError:
        return True
    try:
        return register.verify_all() != []
    finally:
        register.close()


def test_two_thousand_bytes_of_a_register_by_chance(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    for number in range(20):
        act(register, fixed_clock, str(number), "x" * 2000)
    path = folder / "register.allvar"
    pages = path.stat().st_size // PAGE
    chance = random.Random(2026)
    seen = 0
    while seen < 2000:
        places = [page * PAGE + chance.randrange(SALT, PAGE) for page in range(pages)]
        with flipped(path, places):
            assert bad_pages(register.db) == set(range(1, pages + 1))
        seen += len(places)


def test_a_flipped_byte_is_told_by_opening_and_looking_through(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    for number in range(20):
        act(register, fixed_clock, str(number), "x" * 2000)
    register.close()
    path = folder / "register.allvar"
    chance = random.Random(27)
    for _ in range(100):
        with flipped(path, [chance.randrange(path.stat().st_size)]):
            assert noticed(folder, fixed_clock)
    assert not noticed(folder, fixed_clock)


@pytest.mark.long
def test_every_byte_of_a_whole_register(register: Register, folder: Path, fixed_clock: FixedClock) -> None:
    for number in range(20):
        act(register, fixed_clock, str(number), "x" * 2000)
    path = folder / "register.allvar"
    pages = path.stat().st_size // PAGE
    for offset in range(PAGE):
        first = 0 if offset >= SALT else 1
        with flipped(path, [page * PAGE + offset for page in range(first, pages)]):
            assert bad_pages(register.db) == set(range(first + 1, pages + 1))
    register.close()
    # Every byte of the first page alone, and of the rest every fiftieth, by opening and looking through it.
    for place in (*range(PAGE), *range(PAGE, pages * PAGE, 50)):
        with flipped(path, [place]):
            assert noticed(folder, fixed_clock)
    assert not noticed(folder, fixed_clock)


@pytest.mark.parametrize("change", [-PAGE, -1, 1, PAGE])
def test_a_file_that_is_shorter_or_longer_is_noticed(
    register: Register, folder: Path, fixed_clock: FixedClock, change: int
) -> None:
    act(register, fixed_clock, "a", "x" * 9000)
    register.close()
    path = folder / "register.allvar"
    size = path.stat().st_size
    path.write_bytes((path.read_bytes() + b"\1" * PAGE)[: size + change])
    assert noticed(folder, fixed_clock)


def test_tables_that_do_not_hold_together_are_told(register: Register) -> None:
    with register.atomic() as db:
        db.execute("CREATE TABLE t (a INTEGER NOT NULL)")
        db.execute("INSERT INTO t VALUES (1)")
    register.db.execute("PRAGMA writable_schema=ON")
    other = "CREATE TABLE t (a TEXT NOT NULL, b INT NOT NULL)"
    register.db.execute("UPDATE sqlite_master SET sql = ? WHERE name = 't'", (other,))
    register.db.execute("PRAGMA writable_schema=RESET")
    assert register.verify_all() == ["Registrets tabeller hänger inte ihop."]


def test_rows_that_refer_to_nothing_are_told(register: Register) -> None:
    register.db.execute("PRAGMA foreign_keys=OFF")
    register.db.execute("CREATE TABLE child (parent INTEGER REFERENCES account(id))")
    register.db.execute("INSERT INTO child VALUES (77)")
    assert register.verify_all() == ["Rader i registret hänvisar till rader som saknas."]


def test_a_log_on_a_page_that_cannot_be_read_is_told(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    for number in range(60):
        act(register, fixed_clock, str(number))
    register.close()
    path = folder / "register.allvar"
    # Opening reads the end of the log alone; its beginning is still on disk.
    again = open_register(folder, fixed_clock)
    with flipped(path, [page * PAGE + 50 for page in range(path.stat().st_size // PAGE)]):
        assert check_log(again.log, again.keys.contents.anchor) == ["Registrets fil är skadad."]
    again.close()


def test_a_copy_that_cannot_be_opened_is_damage(register: Register, tmp_path: Path) -> None:
    check = check_copy(tmp_path / "none", register.keys.sub_keys, register.keys.contents)
    assert check == CopyCheck(["Mappen eller disken finns inte."], [])
