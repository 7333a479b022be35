"""Replacing a small file so that either the old or the new one is there, whole, after a power cut."""

import errno
import os
from pathlib import Path

from allvar_desktop.storage.file_modes import IS_POSIX, OWNER_ONLY_FILE

_UNKNOWN_REQUEST = frozenset({errno.EINVAL, errno.ENOTSUP})
LEFTOVER_ENDING = ".new"


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` at `path`, for its owner only; on disk when this returns.

    Raises `OSError`, then `path` is untouched.

    A leftover from an earlier crash is written over. The name next to `path` is fixed, so that crashes never
    pile up files; one process at a time writes here (`RegisterLock`).
    """
    beside = path.with_name(path.name + LEFTOVER_ENDING)
    try:
        _write_through(beside, content)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Wait until the file's content is on disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the names in the folder are on disk.

    Windows cannot open a folder, and some network disks do not know the request: there the system decides
    alone.
    """
    if not IS_POSIX:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNKNOWN_REQUEST:
            raise
    finally:
        os.close(handle)


def _write_through(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, OWNER_ONLY_FILE)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
