"""The one door to the encrypted file: SQLCipher underneath, sqlite-utils on top."""

import sqlite3
from pathlib import Path
from typing import cast

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from allvar_desktop.storage.disk_errors import missing_place
from allvar_desktop.storage.sql_errors import known_disk_errors

REGISTER_FILE_NAME = "register.allvar"

_PRAGMAS = (
    "PRAGMA journal_mode=DELETE",
    # WAL, or FULL instead of EXTRA, lost acknowledged writes in images of a power cut.
    "PRAGMA synchronous=EXTRA",
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA temp_store=MEMORY",
)


def open_database(path: Path, key: bytes) -> Database:
    """The open encrypted file; nothing in it is changed by opening.

    `key` is the raw 256-bit key. Raises `DamagedRegisterError` if the key does not fit or the first page is
    wrong (SQLCipher knows that first when it reads), `MissingPlaceError` if there is no file: none is made.
    """
    if not path.is_file():
        raise missing_place()
    with known_disk_errors():
        # isolation_level=None: transactions begin and end where `atomic()` says so, and nowhere by
        # themselves.
        connection = dbapi2.connect(path.absolute().as_uri() + "?mode=rw", uri=True, isolation_level=None)
        try:
            _set_up(connection, key)
        except BaseException:
            connection.close()
            raise
    return Database(cast("sqlite3.Connection", connection), execute_plugins=False)


def _set_up(connection: sqlite3.Connection, key: bytes) -> None:
    # First of all, or SQLCipher writes what it thinks of a damaged page to the terminal.
    connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
    for pragma in _PRAGMAS:
        connection.execute(pragma).fetchall()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
