"""One program per register: a lock that the operating system drops when the process ends, however it ends."""

import json
import os
import sys
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from allvar_desktop.domain.time_text import instant_text
from allvar_desktop.errors import RegisterInUseError
from allvar_desktop.storage.file_modes import OWNER_ONLY_FILE
from allvar_desktop.storage.instants import instant_from_text, instant_to_text
from allvar_desktop.storage.sql_errors import known_disk_errors

LOCK_FILE_NAME = "register.lock"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the register open: name as on the unlock page, since when (UTC), which process."""

    name: str
    since: datetime
    process: int


class RegisterLock:
    """Held as long as the register is open.

    The file stays behind, empty: taking it away would race with others.
    """

    def __init__(self, folder: Path, name: str, now: datetime) -> None:
        """Take the lock; raises `RegisterInUseError` naming who has it, or another `KnownError`."""
        with known_disk_errors(), ExitStack() as undo:
            handle = os.open(folder / LOCK_FILE_NAME, os.O_RDWR | os.O_CREAT, OWNER_ONLY_FILE)
            undo.callback(os.close, handle)
            if not _take(handle):
                raise _in_use(_read(handle), now)
            undo.pop_all()
        self._handle: int | None = handle
        # A full disk must not keep anybody from opening the register: then the second program hears no name.
        with suppress(OSError):
            _write(handle, Holder(name, now, os.getpid()))

    @property
    def is_held(self) -> bool:
        return self._handle is not None

    def release(self) -> None:
        """Let go. May be called twice."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        with suppress(OSError):
            os.ftruncate(handle, 0)
        os.close(handle)


def _in_use(holder: Holder | None, now: datetime) -> RegisterInUseError:
    who = f" {holder.name} öppnade det {instant_text(holder.since, now)}." if holder else ""
    return RegisterInUseError(
        f"Registret är redan öppet på den här datorn.{who}",
        "Gå till det fönstret, eller lås det med Ctrl+L och försök igen.",
    )


def _write(handle: int, holder: Holder) -> None:
    fields = {"name": holder.name, "since": instant_to_text(holder.since), "process": holder.process}
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(fields, ensure_ascii=False).encode())


def _read(handle: int) -> Holder | None:
    """Who is written in the file; None if it cannot be made out (the holder is just writing)."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        fields = json.loads(os.read(handle, 4096))
        return Holder(str(fields["name"]), instant_from_text(fields["since"]), int(fields["process"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


if sys.platform == "win32":  # pragma: no cover - needs Windows
    import msvcrt

    # Windows locks bytes, and locked bytes cannot be read: one far beyond the text.
    _LOCKED_BYTE = 1 << 30

    def _take(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
