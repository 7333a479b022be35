"""What the key file holds: key slots, the list of accounts for the unlock page, and the log's head."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.storage.key_slots import Slot
from allvar_desktop.storage.tries import NO_TRIES, Tries


@dataclass(frozen=True, slots=True)
class AccountKey:
    """One name on the unlock page and the slot that its password opens."""

    account_id: AccountId
    display_name: str
    slot: Slot
    tries: Tries = NO_TRIES


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """The slot that the recovery code opens."""

    slot: Slot
    tries: Tries = NO_TRIES


class Anchor(NamedTuple):
    """The log's head: the number of its last entry (0: none yet) and that entry's HMAC in hex."""

    number: int
    mac: str

    @property
    def short(self) -> str:
        """The eight characters that stand on issued papers."""
        return self.mac[:8]


class CopyMark(NamedTuple):
    """The last verified backup: when (UTC) and with which head of the log."""

    at: datetime
    head: Anchor


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Everything in ``register.keys``. `schema` is the schema version of the register beside it."""

    register_id: str
    kind: RegisterKind
    unit_name: str
    schema: int
    accounts: tuple[AccountKey, ...]
    recovery: RecoveryKey
    anchor: Anchor
    last_copy: CopyMark | None = None

    def account(self, account_id: AccountId) -> AccountKey | None:
        return next((each for each in self.accounts if each.account_id == account_id), None)

    def with_account(self, account: AccountKey) -> "KeyFile":
        """The same with this account's entry put in or replaced; accounts stand in the order of their ids."""
        others = (each for each in self.accounts if each.account_id != account.account_id)
        in_order = sorted((*others, account), key=lambda each: each.account_id)
        return replace(self, accounts=tuple(in_order))
