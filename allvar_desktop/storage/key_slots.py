"""Key slots: the register's data key, wrapped once for each account and once for the recovery code.

A slot is the data key encrypted (AES-256-GCM) with a key derived from a password. Its header — cost of the
derivation, salt, whose it is, in which register — is authenticated with it, so that nobody can weaken the
cost or put a slot in another's name without the slot refusing to open.
"""

import json
import os
from dataclasses import dataclass
from enum import StrEnum

from allvar_desktop.domain.ids import AccountId
from allvar_desktop.errors import DamagedRegisterError
from allvar_desktop.storage.kdf import SALT_BYTES, KdfSetting, derive_key

_NONCE_BYTES = 12


class SlotKind(StrEnum):
    """What opens a slot. One-time passphrases will be a third kind."""

    PASSWORD = "password"  # noqa: S105  # a word of the file format
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class SlotHeader:
    """What is authenticated together with the wrapped key. `account_id` is None for the recovery code."""

    register_id: str
    kind: SlotKind
    account_id: AccountId | None
    kdf: KdfSetting
    salt: bytes

    def to_bytes(self) -> bytes:
        """The one canonical form; part of the file format."""
        fields = {
            "account": self.account_id,
            "kind": self.kind.value,
            "lanes": self.kdf.lanes,
            "memory_kib": self.kdf.memory_kib,
            "passes": self.kdf.passes,
            "register": self.register_id,
            "salt": self.salt.hex(),
        }
        return json.dumps(fields, separators=(",", ":"), sort_keys=True).encode()


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the data key (nyckelplats)."""

    header: SlotHeader
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A password already derived, ready to be wrapped with: the slow part, made off the GUI thread."""

    kdf: KdfSetting
    salt: bytes
    key: bytes


def prepare(password: str, kdf: KdfSetting) -> Secret:
    """Derive a new password or recovery code with a fresh salt.

    Slow, no shared state: call it in any thread.
    """
    salt = os.urandom(SALT_BYTES)
    return Secret(kdf, salt, derive_key(password, salt, kdf))


def derive(password: str, slot: Slot, floor: KdfSetting) -> bytes:
    """The key that should open `slot`. Slow, no shared state: call it in any thread.

    Raises `DamagedRegisterError` before any work if the slot asks for less than `floor`, or for more than a
    computer can bear.
    """
    kdf = slot.header.kdf
    if not kdf.is_at_least(floor) or not kdf.is_bearable:
        raise DamagedRegisterError(
            "Nyckelfilen har ändrats så att lösenordet skyddas sämre än det ska.",
            "Kontakta IT innan någon skriver in sitt lösenord. Återställ den senaste säkerhetskopian.",
        )
    return derive_key(password, slot.header.salt, kdf)


def wrap(
    data_key: bytes, secret: Secret, *, register_id: str, kind: SlotKind, account_id: AccountId | None
) -> Slot:
    """A slot that opens with `secret`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header = SlotHeader(register_id, kind, account_id, secret.kdf, secret.salt)
    nonce = os.urandom(_NONCE_BYTES)
    return Slot(header, nonce, AESGCM(secret.key).encrypt(nonce, data_key, header.to_bytes()))


def unwrap(slot: Slot, key: bytes) -> bytes | None:
    """The data key, or None: a wrong password and a changed slot cannot be told apart."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(slot.nonce, slot.wrapped, slot.header.to_bytes())
    except InvalidTag:
        return None
