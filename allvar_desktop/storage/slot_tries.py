"""Trying a key on a slot, with the growing wait after wrong ones written down before the answer is given."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from allvar_desktop.errors import TooEarlyError, WrongPasswordError
from allvar_desktop.storage.key_contents import AccountKey, KeyFile, RecoveryKey
from allvar_desktop.storage.key_file import write_key_file
from allvar_desktop.storage.key_slots import unwrap
from allvar_desktop.storage.tries import NO_TRIES, Tries


def refuse_early(who: AccountKey | RecoveryKey, now: datetime) -> None:
    """Raises `TooEarlyError` while the wait after wrong passwords lasts."""
    wait = who.tries.wait_seconds(now)
    if wait:
        raise TooEarlyError(wait)


def try_key(
    folder: Path, contents: KeyFile, who: AccountKey | RecoveryKey, key: bytes, now: datetime
) -> tuple[KeyFile, bytes]:
    """The key file as it is afterwards, and the data key. The caller holds the register's lock.

    Raises `TooEarlyError`, or `WrongPasswordError` once the failure stands in the key file.
    """
    refuse_early(who, now)
    data_key = unwrap(who.slot, key)
    if data_key is None:
        failed = who.tries.after_failure(now)
        _write(folder, contents, who, failed)
        raise WrongPasswordError(failed.wait_seconds(now), _sentence(who))
    return _write(folder, contents, who, NO_TRIES), data_key


def _write(folder: Path, contents: KeyFile, who: AccountKey | RecoveryKey, tries: Tries) -> KeyFile:
    if tries == who.tries:
        return contents
    changed = replace(who, tries=tries)
    contents = (
        contents.with_account(changed)
        if isinstance(changed, AccountKey)
        else replace(contents, recovery=changed)
    )
    write_key_file(folder, contents)
    return contents


def _sentence(who: AccountKey | RecoveryKey) -> str:
    return "Lösenordet stämmer inte." if isinstance(who, AccountKey) else "Återställningskoden stämmer inte."
