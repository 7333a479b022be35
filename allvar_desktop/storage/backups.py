"""Backups (säkerhetskopior): whole encrypted copies in a place of the user's choice, each checked first."""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from allvar_desktop.clock import Clock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import DamagedRegisterError, KnownError
from allvar_desktop.storage.atomic_file import sync_folder
from allvar_desktop.storage.checks import check_copy, check_log
from allvar_desktop.storage.copying import copy_database
from allvar_desktop.storage.disk_errors import missing_place
from allvar_desktop.storage.engine import REGISTER_FILE_NAME
from allvar_desktop.storage.file_modes import OWNER_ONLY_FOLDER
from allvar_desktop.storage.key_contents import CopyMark, KeyFile
from allvar_desktop.storage.key_file import KEY_FILE_NAME, read_key_file, write_key_file
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.sql_errors import known_disk_errors

KEPT = 14
_NAME = re.compile(r"allvar-\d{8}-\d{6}Z(-\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Copy:
    """One finished backup: its folder, when it was made (UTC), and what it is a copy of."""

    folder: Path
    at: datetime
    contents: KeyFile

    @property
    def unit_name(self) -> str:
        return self.contents.unit_name

    @property
    def kind(self) -> RegisterKind:
        return self.contents.kind


def make_copy(register: Register, place: Path, clock: Clock, keep: int = KEPT) -> Copy:
    """Copy the register and its key file into a folder of their own under `place`.

    Written under another name, reopened and checked, then renamed; only after that the oldest copies of the
    same register go, so that `keep` are left. Raises `KnownError`; the copies that were there are untouched
    then.
    """
    if register.is_in_action:
        raise RuntimeError("a copy is made between actions, not in one")
    mark = CopyMark(clock.now().replace(microsecond=0), register.log.head())
    contents = replace(register.keys.contents, anchor=mark.head, last_copy=mark)
    with known_disk_errors():
        if not place.is_dir():
            raise missing_place()
        unfinished = place / f"allvar-{contents.register_id[:8]}.new"
        try:
            _fill(unfinished, register, contents)
            folder = _free_name(place, mark.at)
            unfinished.rename(folder)
        except BaseException:
            _remove(unfinished)
            raise
        sync_folder(place)
    register.keys.mark_copy(mark)
    for old in [each for each in list_copies(place) if each.contents.register_id == contents.register_id][
        keep:
    ]:
        _remove(old.folder)
    return Copy(folder, mark.at, contents)


def list_copies(place: Path) -> list[Copy]:
    """The finished copies under `place`, of whatever register, the newest first.

    Folders whose key file cannot be read are left out; a missing place has none.
    """
    found = []
    with suppress(OSError):
        for folder in place.iterdir():
            if _NAME.fullmatch(folder.name):
                with suppress(KnownError):
                    found.append(_copy_in(folder))
    return sorted(found, key=lambda each: (each.at, each.folder.name), reverse=True)


def _copy_in(folder: Path) -> Copy:
    contents = read_key_file(folder)
    if contents.last_copy is None:
        raise missing_place()
    return Copy(folder, contents.last_copy.at, contents)


def _fill(folder: Path, register: Register, contents: KeyFile) -> None:
    _remove(folder)
    folder.mkdir(mode=OWNER_ONLY_FOLDER)
    copy_database(register.db, folder / REGISTER_FILE_NAME, register.keys.sub_keys.database)
    write_key_file(folder, contents)
    sync_folder(folder)
    check = check_copy(folder / REGISTER_FILE_NAME, register.keys.sub_keys, contents)
    is_same_log = not check.broken_log or check.broken_log == check_log(register.log, contents.anchor)
    if check.damage or not is_same_log or read_key_file(folder) != contents:
        raise DamagedRegisterError(
            "Säkerhetskopian blev inte hel och är inte sparad.",
            "Försök igen, eller välj en annan plats för säkerhetskopiorna.",
        )


def _free_name(place: Path, at: datetime) -> Path:
    name = f"allvar-{at:%Y%m%d-%H%M%S}Z"
    folder = place / name
    number = 2
    while folder.exists():
        folder = place / f"{name}-{number}"
        number += 1
    return folder


def _remove(folder: Path) -> None:
    """Take a copy away: the files that a copy holds and nothing else. What cannot be taken away stays."""
    with suppress(OSError):
        for file in (*folder.glob(f"{REGISTER_FILE_NAME}*"), *folder.glob(f"{KEY_FILE_NAME}*")):
            file.unlink()
        folder.rmdir()
