"""Making a register: folder, encrypted file with its tables, slots for the first account and recovery."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from allvar_desktop.clock import Clock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.recovery_code import RecoveryCode, new_recovery_code
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.storage.atomic_file import LEFTOVER_ENDING, sync_folder
from allvar_desktop.storage.engine import REGISTER_FILE_NAME, open_database
from allvar_desktop.storage.file_modes import make_private_file
from allvar_desktop.storage.founding import founding
from allvar_desktop.storage.instants import instant_to_text
from allvar_desktop.storage.kdf import SHIPPED, KdfSetting, sub_keys
from allvar_desktop.storage.key_contents import AccountKey, Anchor, KeyFile, RecoveryKey
from allvar_desktop.storage.key_file import write_key_file
from allvar_desktop.storage.key_slots import Secret, Slot, SlotKind, prepare, wrap
from allvar_desktop.storage.keyring import Keyring, new_data_key
from allvar_desktop.storage.log import Log
from allvar_desktop.storage.migrations import migrate
from allvar_desktop.storage.newer import SCHEMA_VERSION
from allvar_desktop.storage.opening import open_locked
from allvar_desktop.storage.register import Register

FIRST_ACCOUNT = AccountId(1)


@dataclass(frozen=True, slots=True, repr=False)
class NewKeys:
    """A first password and a recovery code, derived. `code` is to be shown once and kept nowhere."""

    password: Secret
    code: RecoveryCode
    code_secret: Secret


def prepare_keys(password: str, kdf: KdfSetting = SHIPPED) -> NewKeys:
    """Derive what a new register, or a recovered one, needs. Slow, no shared state: call it in any thread."""
    code = new_recovery_code()
    return NewKeys(prepare(password, kdf), code, prepare(code.secret, kdf))


def create_register(
    folder: Path,
    *,
    kind: RegisterKind,
    unit_name: str,
    account_name: str,
    keys: NewKeys,
    clock: Clock,
    fill: Callable[[Register], None] | None = None,
) -> Register:
    """A new register in an empty or missing folder, open, with `FIRST_ACCOUNT` able to unlock it.

    The rows of the account and the unit are the caller's to write: in `fill`, as one action, so that the
    folder is left empty if that fails, and no register to unlock is left if the process ends on the way.
    Raises `KnownError`; nothing that was in the folder is touched then.
    """
    now = clock.now()
    data_key = new_data_key()
    register_id = uuid4().hex
    with founding(folder, account_name, now) as lock:
        head = _make_file(folder, data_key, register_id, kind, now)
        own, recovery = _slots(data_key, register_id, keys)
        first = AccountKey(FIRST_ACCOUNT, account_name, own)
        contents = KeyFile(
            register_id, kind, unit_name, SCHEMA_VERSION, (first,), RecoveryKey(recovery), anchor=head
        )
        register = open_locked(folder, Keyring(folder, contents, data_key), lock, FIRST_ACCOUNT, now)
        try:
            if fill:
                fill(register)
            # Last: without it there is nothing to unlock.
            write_key_file(folder, register.keys.contents)
        except BaseException:
            register.close()
            raise
        return register


def _make_file(folder: Path, data_key: bytes, register_id: str, kind: RegisterKind, now: datetime) -> Anchor:
    """The encrypted file with its tables, under its own name once it is whole; its log's start comes back."""
    keys = sub_keys(data_key)
    unfinished = folder / (REGISTER_FILE_NAME + LEFTOVER_ENDING)
    unfinished.unlink(missing_ok=True)
    make_private_file(unfinished)
    db = open_database(unfinished, keys.database)
    try:
        migrate(db)
        with db.atomic():
            db.execute(
                "INSERT INTO register (only, register_id, kind, created_at) VALUES (1, ?, ?, ?)",
                (register_id, kind.value, instant_to_text(now)),
            )
        head = Log(db, keys, register_id).head()
    finally:
        db.close()
    unfinished.replace(folder / REGISTER_FILE_NAME)
    sync_folder(folder)
    return head


def _slots(data_key: bytes, register_id: str, keys: NewKeys) -> tuple[Slot, Slot]:
    """The first account's slot and the recovery code's."""
    own = wrap(
        data_key, keys.password, register_id=register_id, kind=SlotKind.PASSWORD, account_id=FIRST_ACCOUNT
    )
    recovery = wrap(
        data_key, keys.code_secret, register_id=register_id, kind=SlotKind.RECOVERY, account_id=None
    )
    return own, recovery
