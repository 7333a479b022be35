import errno
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import DamagedRegisterError, MissingPlaceError, NewerRegisterError, ReadOnlyError
from allvar_desktop.storage.key_contents import Anchor, CopyMark, KeyFile
from allvar_desktop.storage.key_file import KEY_FILE_NAME, has_register, read_key_file, write_key_file
from allvar_desktop.storage.key_text import key_file_from_text, key_file_to_text
from allvar_desktop.storage.newer import SCHEMA_VERSION
from allvar_desktop.storage.tries import Tries
from tests.storage.light_register import LIGHT, NAME

NOW = datetime(2026, 3, 27, 14, 40, tzinfo=UTC)

WRITTEN_BY_VERSION_1 = """{
 "accounts": [
  {
   "account": 3,
   "argon2id": {
    "lanes": 4,
    "memory_kib": 262144,
    "passes": 3,
    "salt": "000102030405060708090a0b0c0d0e0f"
   },
   "failed": 2,
   "failed_at": "2026-03-27T14:40:00Z",
   "name": "Påhittad Provsson",
   "nonce": "000000000000000000000000",
   "opens_with": "password",
   "wrapped": "ff"
  }
 ],
 "copy": {
  "at": "2026-03-27T14:40:00Z",
  "mac": "bb",
  "number": 16
 },
 "format": 1,
 "kind": "practice",
 "log": {
  "mac": "aa",
  "number": 17
 },
 "recovery": {
  "account": null,
  "argon2id": {
   "lanes": 4,
   "memory_kib": 262144,
   "passes": 3,
   "salt": "000102030405060708090a0b0c0d0e0f"
  },
  "failed": 0,
  "failed_at": null,
  "nonce": "000000000000000000000000",
  "opens_with": "recovery",
  "wrapped": "ee"
 },
 "register": "f00d",
 "schema": 2,
 "unit": "Prövostad"
}
"""


def write_text(folder: Path, text: str) -> None:
    """The text with a checksum that fits."""
    body = text.encode()
    line = b"allvar-keys sha256:" + hashlib.sha256(body).hexdigest().encode()
    (folder / KEY_FILE_NAME).write_bytes(line + b"\n" + body)


def test_a_key_file_of_version_1_is_read_for_ever(tmp_path: Path) -> None:
    write_text(tmp_path, WRITTEN_BY_VERSION_1)
    contents = read_key_file(tmp_path)
    (account,) = contents.accounts
    assert (account.account_id, account.display_name, account.tries) == (3, NAME, Tries(2, NOW))
    assert account.slot.header.kdf.memory_kib == 262144
    assert (contents.register_id, contents.kind, contents.unit_name) == (
        "f00d",
        RegisterKind.PRACTICE,
        "Prövostad",
    )
    assert contents.anchor == Anchor(17, "aa")
    assert contents.last_copy == CopyMark(NOW, Anchor(16, "bb"))
    assert key_file_to_text(contents) == WRITTEN_BY_VERSION_1


def test_what_is_written_is_read_again(closed: Path) -> None:
    contents = replace(read_key_file(closed), last_copy=CopyMark(NOW, Anchor(5, "cc")), unit_name='"å\n')
    write_key_file(closed, contents)
    assert read_key_file(closed) == contents


def test_the_file_names_its_accounts_without_a_password(closed: Path) -> None:
    assert [each.display_name for each in read_key_file(closed).accounts] == [NAME]
    assert read_key_file(closed).account(AccountId(2)) is None


def test_every_flipped_bit_is_noticed(closed: Path) -> None:
    path = closed / KEY_FILE_NAME
    whole = path.read_bytes()
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1 << (place % 8)
        path.write_bytes(changed)
        with pytest.raises(DamagedRegisterError):
            read_key_file(closed)


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda whole: whole[:-1],
        lambda whole: whole + b" ",
        lambda whole: whole + bytes(2_000_000),
        lambda whole: whole.replace(b"sha256:", b"sha256:A", 1),
    ],
)
def test_a_file_of_another_length_is_noticed(closed: Path, change: Callable[[bytes], bytes]) -> None:
    path = closed / KEY_FILE_NAME
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(DamagedRegisterError) as caught:
        read_key_file(closed)
    assert "säkerhetskopian" in caught.value.next_step
    assert path.exists()


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ('"kind": "practice"', '"kind": "other"'),
        ('"account": 3', '"account": null'),
        ('"accounts": [', '"accounts": [1,'),
        ('"unit"', '"enhet"'),
        ('"wrapped": "ff"', '"wrapped": "f"'),
        ('"failed_at": "2026-03-27T14:40:00Z"', '"failed_at": "igår"'),
        ('"format": 1', '"format": null'),
        ("{", "[{"),
    ],
)
def test_another_shape_is_damage_even_with_a_fitting_checksum(tmp_path: Path, what: str, other: str) -> None:
    assert what in WRITTEN_BY_VERSION_1
    write_text(tmp_path, WRITTEN_BY_VERSION_1.replace(what, other, 1))
    with pytest.raises(DamagedRegisterError):
        read_key_file(tmp_path)


@pytest.mark.parametrize(
    ("what", "other", "found", "known"),
    [
        ('"format": 1', '"format": 2', "format 2", "format 1"),
        ('"schema": 2', '"schema": 9', "version 9", f"version {SCHEMA_VERSION}"),
    ],
)
def test_a_newer_file_is_refused_naming_both_versions(
    tmp_path: Path, what: str, other: str, found: str, known: str
) -> None:
    write_text(tmp_path, WRITTEN_BY_VERSION_1.replace(what, other))
    before = (tmp_path / KEY_FILE_NAME).read_bytes()
    with pytest.raises(NewerRegisterError) as caught:
        read_key_file(tmp_path)
    assert found in caught.value.sentence
    assert known in caught.value.sentence
    assert (tmp_path / KEY_FILE_NAME).read_bytes() == before


def test_no_file_is_no_register(tmp_path: Path, closed: Path) -> None:
    assert has_register(closed)
    assert not has_register(tmp_path)
    with pytest.raises(MissingPlaceError):
        read_key_file(tmp_path)


def test_a_folder_that_cannot_be_written_keeps_the_old_file(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = read_key_file(closed)

    def refuse(*_: object) -> int:
        raise OSError(errno.EROFS, "…")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ReadOnlyError):
        write_key_file(closed, replace(contents, unit_name="another"))
    monkeypatch.undo()
    assert read_key_file(closed) == contents


def test_accounts_stand_in_the_order_of_their_ids(closed: Path) -> None:
    contents = read_key_file(closed)
    (first,) = contents.accounts
    later = replace(first, account_id=AccountId(9))
    middle = replace(first, account_id=AccountId(4))
    ids = [each.account_id for each in contents.with_account(later).with_account(middle).accounts]
    assert ids == [1, 4, 9]
    assert contents.with_account(replace(first, display_name="Ny")).accounts[0].display_name == "Ny"


def test_the_unlock_page_reads_it_without_loading_what_is_slow() -> None:
    script = (
        "import sys, allvar_desktop.storage.key_file\n"
        "print([each for each in ('sqlite_utils', 'cryptography', 'click') if each in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_light_setting_of_the_tests_is_kept_in_the_file(closed: Path) -> None:
    contents: KeyFile = read_key_file(closed)
    assert [contents.accounts[0].slot.header.kdf, contents.recovery.slot.header.kdf] == [LIGHT, LIGHT]


def test_text_of_another_form_is_an_error() -> None:
    with pytest.raises(ValueError, match="account"):
        key_file_from_text(WRITTEN_BY_VERSION_1.replace('"account": 3', '"account": null'))
