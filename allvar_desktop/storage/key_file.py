"""The file beside the register: key slots, the accounts for the unlock page, the log's head.

It holds no personal data but the names of the colleagues who sign in. Reading it needs nothing but the
standard library: it is read before the unlock page is painted.
"""

import hashlib
from pathlib import Path

from allvar_desktop.storage.atomic_file import replace_file
from allvar_desktop.storage.disk_errors import damaged_keys, known_file_errors
from allvar_desktop.storage.key_contents import KeyFile
from allvar_desktop.storage.key_text import key_file_from_text, key_file_to_text

KEY_FILE_NAME = "register.keys"
_FIRST_LINE = b"allvar-keys sha256:"
_LARGEST = 1_000_000


def has_register(folder: Path) -> bool:
    """Whether a register lies in the folder, whole or not."""
    return (folder / KEY_FILE_NAME).exists()


def read_key_file(folder: Path) -> KeyFile:
    """What ``register.keys`` in `folder` says.

    Raises `DamagedRegisterError` if one byte of it is wrong, `NewerRegisterError` if a newer program wrote
    it, `MissingPlaceError` if it is not there. Changes nothing.
    """
    with known_file_errors(), (folder / KEY_FILE_NAME).open("rb") as file:
        content = file.read(_LARGEST)
    first, _, body = content.partition(b"\n")
    # Compared as bytes: a hexadecimal letter that turned into a capital is a flipped bit too.
    if first != _FIRST_LINE + hashlib.sha256(body).hexdigest().encode():
        raise damaged_keys()
    try:
        return key_file_from_text(body.decode())
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise damaged_keys() from error


def write_key_file(folder: Path, keys: KeyFile) -> None:
    """Replace ``register.keys`` whole: after a power cut the old or the new one is there.

    Raises `KnownError`.
    """
    body = key_file_to_text(keys).encode()
    content = _FIRST_LINE + hashlib.sha256(body).hexdigest().encode() + b"\n" + body
    with known_file_errors():
        replace_file(folder / KEY_FILE_NAME, content)
