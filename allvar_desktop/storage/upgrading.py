"""Taking an older register up the ladder: on a copy, which takes its place only when it is whole."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from sqlite_utils import Database

from allvar_desktop.errors import DamagedRegisterError
from allvar_desktop.storage.atomic_file import LEFTOVER_ENDING, sync_file, sync_folder
from allvar_desktop.storage.checks import check_file
from allvar_desktop.storage.copying import copy_database
from allvar_desktop.storage.engine import REGISTER_FILE_NAME, open_database
from allvar_desktop.storage.keyring import Keyring
from allvar_desktop.storage.migrations import STEPS, Step, migrate, version_of
from allvar_desktop.storage.sql_errors import known_disk_errors


def upgrade(folder: Path, db: Database, keys: Keyring, steps: Sequence[Step] = STEPS) -> Database:
    """The register with every step taken: `db` itself if it lacked none, else a new one, and `db` is closed.

    The older file stays beside it as ``register-version-N.allvar``. Raises `KnownError`; the register is then
    as before.
    """
    found = version_of(db, steps)
    if found == len(steps):
        keys.set_schema(found)
        return db
    unfinished = folder / (REGISTER_FILE_NAME + LEFTOVER_ENDING)
    with known_disk_errors():
        copy_database(db, unfinished, keys.sub_keys.database)
        db.close()
        _climb(unfinished, keys.sub_keys.database, steps)
        _keep(folder / REGISTER_FILE_NAME, folder / f"register-version-{found}.allvar")
        # The key file goes first: if the power goes now, no older program will touch what may be the newer
        # file.
        keys.set_schema(len(steps))
        unfinished.replace(folder / REGISTER_FILE_NAME)
        sync_folder(folder)
    return open_database(folder / REGISTER_FILE_NAME, keys.sub_keys.database)


def _climb(path: Path, key: bytes, steps: Sequence[Step]) -> None:
    db = open_database(path, key)
    try:
        migrate(db, steps)
        if check_file(db):
            raise DamagedRegisterError(
                "Registret kunde inte göras om till den nya versionen. Det är kvar som det var.",
                "Använd den äldre versionen av Allvar så länge, och kontakta den som förvaltar programmet.",
            )
    finally:
        db.close()


def _keep(path: Path, kept: Path) -> None:
    """A second name for the older file; the register's own name is never without a file."""
    if kept.exists():
        return
    try:
        os.link(path, kept)
    except OSError:
        # Disks without hard links.
        shutil.copyfile(path, kept)
        sync_file(kept)
