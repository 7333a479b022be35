"""From a password to a key (Argon2id), and from the data key to keys for one purpose each (HKDF).

`cryptography` is imported inside the functions: the unlock page is painted before it is needed.
"""

import unicodedata
from typing import NamedTuple

from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import KnownError

KEY_BYTES = 32
SALT_BYTES = 16


class KdfSetting(NamedTuple):
    """How much work one try of a password is: memory in KiB, passes over it, and lanes (threads)."""

    memory_kib: int
    passes: int
    lanes: int

    def is_at_least(self, floor: "KdfSetting") -> bool:
        """Whether a try costs no less than with `floor`; lanes only share the work."""
        return self.memory_kib >= floor.memory_kib and self.passes >= floor.passes

    @property
    def is_bearable(self) -> bool:
        """Whether a computer can do it at all: a forged header must not be able to hang the program."""
        return (
            0 < self.lanes <= 64
            and 8 * self.lanes <= self.memory_kib <= 4 * 1024 * 1024
            and 0 < self.passes <= 64
        )


SHIPPED = KdfSetting(memory_kib=256 * 1024, passes=3, lanes=4)
"""What every register is made with, and the least that is accepted: a second on a plain computer."""
PRACTICE = KdfSetting(memory_kib=19 * 1024, passes=2, lanes=1)
"""What the practice register is made with: its passphrases stand on its unlock page and guard nothing."""


def floor_of(kind: RegisterKind) -> KdfSetting:
    """The least that is accepted of a slot in a register of that kind.

    Who writes another kind into a key file gains nothing: a slot whose header was weakened opens no more, and
    the register itself holds its kind, too.
    """
    return PRACTICE if kind is RegisterKind.PRACTICE else SHIPPED


def derive_key(secret: str, salt: bytes, setting: KdfSetting) -> bytes:
    """The 32-byte key of a password or recovery code; slow on purpose, no shared state, for any thread.

    NFC first, so that å typed on a Mac and å typed on Windows are one letter.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    argon = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=setting.passes,
        lanes=setting.lanes,
        memory_cost=setting.memory_kib,
    )
    try:
        return argon.derive(unicodedata.normalize("NFC", secret).encode())
    except MemoryError:
        raise KnownError(
            "Datorn har för lite ledigt minne för att låsa upp registret.",
            "Stäng andra program och försök igen.",
        ) from None


class SubKeys(NamedTuple):
    """Keys drawn from the data key; none tells anything about another."""

    database: bytes
    log: bytes
    digest: bytes


def sub_keys(data_key: bytes) -> SubKeys:
    """The keys of the register's parts. The labels are part of the file format."""
    return SubKeys(
        database=_draw(data_key, b"allvar/1/database"),
        log=_draw(data_key, b"allvar/1/log"),
        digest=_draw(data_key, b"allvar/1/digest"),
    )


def _draw(data_key: bytes, label: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

    # The data key is already uniformly random, so the extract step of HKDF has nothing to do (RFC 5869 §3.3).
    return HKDFExpand(algorithm=SHA256(), length=KEY_BYTES, info=label).derive(data_key)
