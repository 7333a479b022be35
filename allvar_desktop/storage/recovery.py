"""Opening a register with its recovery code, and giving an account a new password on the way."""

from dataclasses import dataclass
from pathlib import Path

from allvar_desktop.clock import Clock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.recovery_code import RecoveryCode
from allvar_desktop.storage.accounts import Accounts
from allvar_desktop.storage.kdf import SHIPPED, KdfSetting
from allvar_desktop.storage.key_contents import KeyFile
from allvar_desktop.storage.key_file import read_key_file
from allvar_desktop.storage.key_slots import derive
from allvar_desktop.storage.keyring import Keyring
from allvar_desktop.storage.new_register import NewKeys, prepare_keys
from allvar_desktop.storage.opening import account_key, locked, open_locked
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.slot_tries import refuse_early, try_key


@dataclass(frozen=True, slots=True, repr=False)
class Recovery:
    """What was derived from the typed code, and the new password and code that take over."""

    key: bytes
    new: NewKeys


def prepare_recovery(
    contents: KeyFile,
    code: RecoveryCode,
    new_password: str,
    kdf: KdfSetting = SHIPPED,
    floor: KdfSetting = SHIPPED,
) -> Recovery:
    """Three slow derivations, no shared state: call it in any thread."""
    return Recovery(derive(code.secret, contents.recovery.slot, floor), prepare_keys(new_password, kdf))


def recover(folder: Path, account_id: AccountId, recovery: Recovery, clock: Clock) -> Register:
    """The open register; the account has its new password, and only `recovery.new.code` opens it from now on.

    Show that code once. Raises what `unlock_with_key` raises; only the count of tries has changed then.
    """
    now = clock.now()
    name = account_key(read_key_file(folder), account_id).display_name
    with locked(folder, name, now) as (found, lock):
        account = account_key(found, account_id)
        contents, data_key = try_key(folder, found, found.recovery, recovery.key, now)
        register = open_locked(folder, Keyring(folder, contents, data_key), lock, account_id, now)
        try:
            # Asked before the code gives way to one that nobody would get to see.
            Accounts(register.db).active(account_id)
            register.keys.put_account(account_id, account.display_name, recovery.new.password)
            register.keys.renew_recovery(recovery.new.code_secret)
        except BaseException:
            register.close()
            raise
        return register


def refuse_early_code(contents: KeyFile, clock: Clock) -> None:
    """Raises `TooEarlyError` while the wait after wrong codes lasts: asked before the slow derivation."""
    refuse_early(contents.recovery, clock.now())
