"""Where errors of SQLite become Swedish sentences with a next step."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from allvar_desktop.errors import KnownError
from allvar_desktop.storage.disk_errors import (
    damaged_register,
    disk_full,
    failing_disk,
    held_by_another_program,
    known_file_errors,
    missing_place,
    read_only,
)

_PRIMARY_CODE = 0xFF
"""The low byte of an SQLite error code is its kind; the rest says where it happened."""


_BY_SQLITE_CODE: dict[int, Callable[[], KnownError]] = {
    sqlite3.SQLITE_FULL: disk_full,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_CANTOPEN: missing_place,
    sqlite3.SQLITE_CORRUPT: damaged_register,
    sqlite3.SQLITE_NOTADB: damaged_register,
    sqlite3.SQLITE_IOERR: failing_disk,
    sqlite3.SQLITE_BUSY: held_by_another_program,
    sqlite3.SQLITE_LOCKED: held_by_another_program,
}


def from_sql_error(error: Exception) -> KnownError | None:
    """What a person can do about an error of SQLite; None when it is a bug of ours (a constraint)."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    make = _BY_SQLITE_CODE.get(code & _PRIMARY_CODE)
    return make() if make else None


@contextmanager
def known_sql_errors() -> Iterator[None]:
    """Within it, what SQLite says about the disk comes out as a `KnownError`; bugs pass unchanged."""
    try:
        yield
    except dbapi2.Error as error:
        known = from_sql_error(error)
        if known is None:
            raise
        # `from None`: SQLite's own text can quote values of rows, and an exception must not carry personal
        # data.
        raise known from None


@contextmanager
def known_disk_errors() -> Iterator[None]:
    """The same, and what the operating system says about files: for code that opens and moves them itself."""
    with known_file_errors(), known_sql_errors():
        yield
