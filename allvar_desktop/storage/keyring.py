"""The keys of an open register, and the key file that is rewritten when one of them changes."""

import secrets
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from allvar_desktop.domain.ids import AccountId
from allvar_desktop.errors import KnownError
from allvar_desktop.storage.kdf import KEY_BYTES, SubKeys, sub_keys
from allvar_desktop.storage.key_contents import AccountKey, Anchor, CopyMark, KeyFile, RecoveryKey
from allvar_desktop.storage.key_file import write_key_file
from allvar_desktop.storage.key_slots import Secret, SlotKind, unwrap, wrap


def new_data_key() -> bytes:
    """A random 256-bit key: what everything in the register hangs on."""
    return secrets.token_bytes(KEY_BYTES)


class Keyring:
    """The data key in memory and the key file on disk. Each change is on disk when the method returns."""

    def __init__(self, folder: Path, contents: KeyFile, data_key: bytes) -> None:
        self._folder = folder
        self._contents = contents
        self._data_key = data_key

    @property
    def contents(self) -> KeyFile:
        """The key file as it stands on disk."""
        return self._contents

    @property
    def sub_keys(self) -> SubKeys:
        return sub_keys(self._data_key)

    def opens(self, account_id: AccountId, key: bytes) -> bool:
        """Whether a derived key opens the account's slot: asked before a password is changed."""
        account = self._contents.account(account_id)
        return account is not None and unwrap(account.slot, key) is not None

    def put_account(self, account_id: AccountId, display_name: str, secret: Secret) -> None:
        """Give the account a slot, or rewrite the one it has: a new colleague, a changed password."""
        slot = wrap(
            self._data_key,
            secret,
            register_id=self._contents.register_id,
            kind=SlotKind.PASSWORD,
            account_id=account_id,
        )
        self._write(self._contents.with_account(AccountKey(account_id, display_name, slot)))

    def rename_account(self, account_id: AccountId, display_name: str) -> None:
        """Change the name on the unlock page. Raises `KeyError` if the account has no slot."""
        account = self._contents.account(account_id)
        if account is None:
            raise KeyError(account_id)
        self._write(self._contents.with_account(replace(account, display_name=display_name)))

    def remove_account(self, account_id: AccountId) -> None:
        """Take the account's slot away: its password opens nothing any more.

        Raises `ValueError` for the last one.
        """
        left = tuple(each for each in self._contents.accounts if each.account_id != account_id)
        if not left:
            raise ValueError("the last slot stays, or only the recovery code opens the register")
        self._write(replace(self._contents, accounts=left))

    def renew_recovery(self, secret: Secret) -> None:
        """Let a new recovery code open the register, and the old one no longer."""
        slot = wrap(
            self._data_key,
            secret,
            register_id=self._contents.register_id,
            kind=SlotKind.RECOVERY,
            account_id=None,
        )
        self._write(replace(self._contents, recovery=RecoveryKey(slot)))

    def name_unit(self, unit_name: str) -> None:
        """The unit's name on the unlock page."""
        self._write(replace(self._contents, unit_name=unit_name))

    def anchor(self, head: Anchor) -> None:
        """Keep the log's head outside the register."""
        if head != self._contents.anchor:
            self._write(replace(self._contents, anchor=head))

    def set_schema(self, version: int) -> None:
        """The schema version of the register beside it."""
        if version != self._contents.schema:
            self._write(replace(self._contents, schema=version))

    def mark_copy(self, mark: CopyMark) -> None:
        """Keep when the last verified backup was made."""
        self._write(replace(self._contents, last_copy=mark))

    def put_back(self, contents: KeyFile) -> None:
        """Undo what a failed action did to the key file; if the disk refuses that too, it stays as it is."""
        if contents != self._contents:
            with suppress(KnownError):
                self._write(contents)

    def _write(self, contents: KeyFile) -> None:
        write_key_file(self._folder, contents)
        self._contents = contents
