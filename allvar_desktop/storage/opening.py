"""Opening a register with a key derived from a password.

The slow derivation is `key_slots.derive` and runs in any thread; what is here touches the file and belongs in
the thread that will use the register.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from allvar_desktop.clock import Clock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.errors import KnownError
from allvar_desktop.storage.atomic_file import LEFTOVER_ENDING
from allvar_desktop.storage.disk_errors import damaged_keys, missing_register
from allvar_desktop.storage.engine import REGISTER_FILE_NAME, open_database
from allvar_desktop.storage.file_modes import keep_private
from allvar_desktop.storage.kdf import SHIPPED, KdfSetting
from allvar_desktop.storage.key_contents import AccountKey, KeyFile
from allvar_desktop.storage.key_file import read_key_file
from allvar_desktop.storage.key_slots import derive
from allvar_desktop.storage.keyring import Keyring
from allvar_desktop.storage.log_continuity import carry_on
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.register_lock import RegisterLock
from allvar_desktop.storage.slot_tries import refuse_early, try_key
from allvar_desktop.storage.sql_errors import known_disk_errors
from allvar_desktop.storage.upgrading import upgrade


def unlock(
    folder: Path, account_id: AccountId, password: str, clock: Clock, floor: KdfSetting = SHIPPED
) -> Register:
    """The open register: derivation and opening in one, for callers that may wait."""
    account = account_key(read_key_file(folder), account_id)
    refuse_early(account, clock.now())
    return unlock_with_key(folder, account_id, derive(password, account.slot, floor), clock)


def unlock_with_key(folder: Path, account_id: AccountId, key: bytes, clock: Clock) -> Register:
    """The open register, for a key that `derive` made of the account's slot.

    Raises `WrongPasswordError`, `TooEarlyError`, `RegisterInUseError`, `NewerRegisterError` (nothing was
    changed then), `DamagedRegisterError` or another `KnownError`.
    """
    now = clock.now()
    name = account_key(read_key_file(folder), account_id).display_name
    with locked(folder, name, now) as (found, lock):
        contents, data_key = try_key(folder, found, account_key(found, account_id), key, now)
        return open_locked(folder, Keyring(folder, contents, data_key), lock, account_id, now)


def account_key(contents: KeyFile, account_id: AccountId) -> AccountKey:
    """The account's entry; a `KnownError` if it was taken away since the list was shown."""
    account = contents.account(account_id)
    if account is None:
        raise KnownError(
            "Kontot finns inte längre i registret.", "Välj ett annat konto, eller fråga er administratör."
        )
    return account


@contextmanager
def locked(folder: Path, name: str, now: datetime) -> Iterator[tuple[KeyFile, RegisterLock]]:
    """The key file, read while nobody else can write it, and the lock; on an error the lock is let go."""
    with known_disk_errors():
        keep_private(folder)
    lock = RegisterLock(folder, name, now)
    try:
        yield read_key_file(folder), lock
    except BaseException:
        lock.release()
        raise


def open_locked(
    folder: Path, keys: Keyring, lock: RegisterLock, account_id: AccountId, now: datetime
) -> Register:
    """The register itself, taken up to this program's version, its log joined to the head kept outside."""
    path = folder / REGISTER_FILE_NAME
    if not path.exists():
        raise missing_register()
    db = open_database(path, keys.sub_keys.database)
    try:
        with known_disk_errors():
            db = upgrade(folder, db, keys)
            _check_identity(keys.contents, db.execute("SELECT register_id, kind FROM register").fetchone())
            _sweep(folder)
            register = Register(folder, db, keys, lock)
            carry_on(register, account_id, now)
    except BaseException:
        db.close()
        raise
    return register


def _check_identity(contents: KeyFile, row: tuple[str, str]) -> None:
    # The key file is not authenticated as a whole: a practice register must not pass for a real one, nor the
    # reverse.
    if row != (contents.register_id, contents.kind.value):
        raise damaged_keys()


def _sweep(folder: Path) -> None:
    """Take away what a crash left half written; only this process can be writing here."""
    for leftover in folder.glob(f"register.*{LEFTOVER_ENDING}*"):
        leftover.unlink()
