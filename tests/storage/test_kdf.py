import hmac

import pytest
from cryptography.hazmat.primitives.kdf import argon2

from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import KnownError
from allvar_desktop.storage.kdf import PRACTICE, SHIPPED, KdfSetting, derive_key, floor_of, sub_keys
from tests.storage.light_register import LIGHT

SALT = bytes(range(16))


def test_the_shipped_setting_is_no_weaker_than_promised() -> None:
    assert SHIPPED.is_at_least(KdfSetting(memory_kib=256 * 1024, passes=3, lanes=1))
    assert SHIPPED.is_bearable


def test_the_shipped_setting_derives_a_key_of_256_bits() -> None:
    assert len(derive_key("vante kajak linjal", SALT, SHIPPED)) == 32


@pytest.mark.parametrize(
    ("weaker", "is_enough"),
    [
        (KdfSetting(256 * 1024, 3, 1), True),
        (KdfSetting(512 * 1024, 4, 8), True),
        (KdfSetting(256 * 1024 - 1, 3, 4), False),
        (KdfSetting(256 * 1024, 2, 4), False),
    ],
)
def test_a_setting_is_weighed_by_memory_and_passes(weaker: KdfSetting, is_enough: bool) -> None:
    assert weaker.is_at_least(SHIPPED) is is_enough


@pytest.mark.parametrize(
    "setting",
    [
        KdfSetting(1 << 40, 3, 4),
        KdfSetting(256 * 1024, 10_000, 4),
        KdfSetting(256 * 1024, 0, 4),
        KdfSetting(256 * 1024, 3, 0),
        KdfSetting(256 * 1024, 3, 1000),
        KdfSetting(31, 3, 4),
    ],
)
def test_a_setting_that_no_computer_can_do_is_known(setting: KdfSetting) -> None:
    assert not setting.is_bearable


def test_composed_and_decomposed_letters_are_one_password() -> None:
    assert derive_key("på en ö", SALT, LIGHT) == derive_key("pa\u030a en o\u0308", SALT, LIGHT)


def test_salt_password_and_setting_all_matter() -> None:
    one = derive_key("abc", SALT, LIGHT)
    others = [
        derive_key("abd", SALT, LIGHT),
        derive_key("abc", bytes(16), LIGHT),
        derive_key("abc", SALT, KdfSetting(64, 2, 1)),
    ]
    assert one not in others


def test_the_keys_drawn_from_one_data_key_differ_and_come_back_the_same() -> None:
    keys = sub_keys(bytes(32))
    assert len({keys.database, keys.log, keys.digest, bytes(32)}) == 4
    assert keys == sub_keys(bytes(32))


def test_the_labels_of_the_drawn_keys_are_the_file_format() -> None:
    # HKDF-Expand for one block, RFC 5869 §2.3, written out.
    keys = sub_keys(bytes(32))
    assert keys.database == hmac.digest(bytes(32), b"allvar/1/database\x01", "sha256")
    assert keys.log == hmac.digest(bytes(32), b"allvar/1/log\x01", "sha256")
    assert keys.digest == hmac.digest(bytes(32), b"allvar/1/digest\x01", "sha256")


def test_a_practice_register_alone_may_be_guarded_lightly() -> None:
    assert floor_of(RegisterKind.REAL) == SHIPPED
    assert floor_of(RegisterKind.PRACTICE) == PRACTICE
    assert PRACTICE.memory_kib < SHIPPED.memory_kib


def test_too_little_memory_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class Starved:
        def __init__(self, **_: object) -> None: ...

        def derive(self, _: bytes) -> bytes:
            raise MemoryError

    monkeypatch.setattr(argon2, "Argon2id", Starved)
    with pytest.raises(KnownError) as caught:
        derive_key("abc", SALT, LIGHT)
    assert "minne" in caught.value.sentence
