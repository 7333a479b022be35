"""Bringing a backup back: into a new folder, checked before it counts; what it replaces is left alone."""

import shutil
from dataclasses import replace
from pathlib import Path

from allvar_desktop.clock import Clock
from allvar_desktop.errors import DamagedRegisterError, WrongPasswordError
from allvar_desktop.storage.atomic_file import LEFTOVER_ENDING, sync_file, sync_folder
from allvar_desktop.storage.checks import check_copy
from allvar_desktop.storage.engine import REGISTER_FILE_NAME
from allvar_desktop.storage.file_modes import make_private_file
from allvar_desktop.storage.founding import founding
from allvar_desktop.storage.kdf import SubKeys, sub_keys
from allvar_desktop.storage.key_contents import AccountKey, KeyFile, RecoveryKey
from allvar_desktop.storage.key_file import read_key_file, write_key_file
from allvar_desktop.storage.key_slots import unwrap
from allvar_desktop.storage.tries import NO_TRIES


def restore_copy(
    copy: Path, new_folder: Path, who: AccountKey | RecoveryKey, key: bytes, clock: Clock
) -> list[str]:
    """Make `new_folder` (missing or empty) a register again from the backup in the folder `copy`.

    `who` is an entry of the copy's own key file and `key` what `derive` made of its slot: the password is the
    one that held when the copy was made. Unlock it afterwards with the same key. What comes back are
    sentences about a log that was broken before it was copied, mostly none. Raises `WrongPasswordError`,
    `DamagedRegisterError` or another `KnownError`; nothing is left in `new_folder` then.
    """
    contents = read_key_file(copy)
    data_key = unwrap(who.slot, key)
    if data_key is None:
        raise WrongPasswordError(sentence="Lösenordet stämmer inte med säkerhetskopian.")
    accounts = tuple(replace(each, tries=NO_TRIES) for each in contents.accounts)
    name = who.display_name if isinstance(who, AccountKey) else contents.unit_name
    with founding(new_folder, name, clock.now()) as lock:
        unfinished = new_folder / (REGISTER_FILE_NAME + LEFTOVER_ENDING)
        _bring(copy / REGISTER_FILE_NAME, unfinished)
        broken_log = _check(unfinished, sub_keys(data_key), contents)
        unfinished.replace(new_folder / REGISTER_FILE_NAME)
        sync_folder(new_folder)
        write_key_file(new_folder, replace(contents, accounts=accounts))
        lock.release()
    return broken_log


def _bring(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    make_private_file(target)
    shutil.copyfile(source, target)
    sync_file(target)


def _check(path: Path, keys: SubKeys, contents: KeyFile) -> list[str]:
    check = check_copy(path, keys, contents)
    if check.damage:
        raise DamagedRegisterError(
            "Säkerhetskopian är skadad och går inte att återställa.", "Välj en äldre säkerhetskopia."
        )
    return check.broken_log
