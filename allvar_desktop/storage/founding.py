"""Where a register comes to lie for the first time: an empty folder, empty again if that fails."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from allvar_desktop.errors import KnownError
from allvar_desktop.storage.atomic_file import LEFTOVER_ENDING
from allvar_desktop.storage.engine import REGISTER_FILE_NAME
from allvar_desktop.storage.file_modes import make_private_folder
from allvar_desktop.storage.key_file import KEY_FILE_NAME
from allvar_desktop.storage.register_lock import LOCK_FILE_NAME, RegisterLock
from allvar_desktop.storage.sql_errors import known_disk_errors

_HALF_MADE = (REGISTER_FILE_NAME + LEFTOVER_ENDING, KEY_FILE_NAME + LEFTOVER_ENDING)


@contextmanager
def founding(folder: Path, name: str, now: datetime) -> Iterator[RegisterLock]:
    """An empty private folder and its lock, to make a register in; the caller keeps or releases the lock.

    Raises a `KnownError` if something lies in the folder, which is then untouched. If the body fails, what it
    made is taken away again.
    """
    with known_disk_errors(), ExitStack() as undo:
        if folder.exists():
            _refuse_used(folder)
        make_private_folder(folder)
        lock = RegisterLock(folder, name, now)
        undo.callback(lock.release)
        # Asked again: another process may have made one before the lock was ours.
        _refuse_used(folder)
        undo.callback(_take_back, folder)
        yield lock
        undo.pop_all()


def _refuse_used(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.name != LOCK_FILE_NAME and not entry.name.startswith(_HALF_MADE):
            raise KnownError(
                "Mappen är inte tom.", "Välj en tom mapp för registret, eller skriv namnet på en ny."
            )


def _take_back(folder: Path) -> None:
    with suppress(OSError):
        for file in (*folder.glob(f"{REGISTER_FILE_NAME}*"), *folder.glob(f"{KEY_FILE_NAME}*")):
            file.unlink()
