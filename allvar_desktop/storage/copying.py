"""A second encrypted file with the same content and the same key."""

from pathlib import Path

from sqlite_utils import Database

from allvar_desktop.storage.engine import open_database
from allvar_desktop.storage.file_modes import make_private_file


def copy_database(db: Database, target: Path, key: bytes) -> None:
    """Write the open register to `target`, on disk when this returns; an unfinished try is written over.

    Raises `KnownError`. SQLite's own copying goes through the connection: opening and closing the register's
    file in another way would make the system drop SQLite's lock on it. The copy gets a salt of its own.
    """
    target.unlink(missing_ok=True)
    make_private_file(target)
    copy = open_database(target, key)
    try:
        db.conn.backup(copy.conn)
    finally:
        copy.close()
