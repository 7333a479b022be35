"""The register's folder and files belong to one user of the computer and nobody else."""

import os
import stat
from pathlib import Path

from allvar_desktop.errors import ReadOnlyError

IS_POSIX = os.name == "posix"
OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600


def make_private_folder(folder: Path) -> None:
    """Make `folder` (and what is missing above it), open to its owner only. Raises `OSError`."""
    folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
    keep_private(folder)


def make_private_file(path: Path) -> None:
    """Make an empty file for its owner only.

    Raises `FileExistsError`, so that nothing is ever overwritten.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY_FILE))


def keep_private(folder: Path) -> None:
    """Mend the modes of the folder and of the register's files in it.

    Raises `ReadOnlyError` if they belong to somebody else or the disk does not keep modes. Windows: the
    folder lies in the user's profile, whose access list is inherited; nothing is done.
    """
    if not IS_POSIX:
        return
    _mend(folder, OWNER_ONLY_FOLDER)
    for entry in sorted(folder.glob("register*")):
        if stat.S_ISREG(entry.lstat().st_mode):
            _mend(entry, OWNER_ONLY_FILE)


def _mend(path: Path, wanted: int) -> None:
    found = path.stat()
    if found.st_uid != os.geteuid():
        raise _not_yours()
    if stat.S_IMODE(found.st_mode) & 0o077:
        path.chmod(wanted)
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise _modes_not_kept()


def _not_yours() -> ReadOnlyError:
    return ReadOnlyError(
        "Registrets mapp tillhör en annan användare av datorn.",
        "Logga in på datorn som den användaren, eller välj en egen mapp.",
    )


def _modes_not_kept() -> ReadOnlyError:
    return ReadOnlyError(
        "Disken kan inte hålla registret borta från andra användare av datorn.",
        "Välj en mapp på datorns egen disk.",
    )
