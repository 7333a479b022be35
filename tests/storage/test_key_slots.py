from dataclasses import replace

import pytest

from allvar_desktop.domain.ids import AccountId
from allvar_desktop.errors import DamagedRegisterError
from allvar_desktop.storage.kdf import SHIPPED, KdfSetting
from allvar_desktop.storage.key_slots import Slot, SlotKind, derive, prepare, unwrap, wrap
from tests.storage.light_register import LIGHT

DATA_KEY = bytes(range(32))


def slot(password: str = "vante kajak linjal") -> Slot:
    return wrap(
        DATA_KEY,
        prepare(password, LIGHT),
        register_id="r",
        kind=SlotKind.PASSWORD,
        account_id=AccountId(7),
    )


def test_the_right_password_opens_a_slot() -> None:
    made = slot()
    assert unwrap(made, derive("vante kajak linjal", made, LIGHT)) == DATA_KEY


def test_a_wrong_password_opens_nothing() -> None:
    made = slot()
    assert unwrap(made, derive("vante kajak linjaL", made, LIGHT)) is None


def test_two_slots_of_one_password_have_nothing_in_common() -> None:
    first, second = slot(), slot()
    assert first.header.salt != second.header.salt
    assert first.wrapped != second.wrapped


@pytest.mark.parametrize(
    "change",
    [
        {"register_id": "s"},
        {"kind": SlotKind.RECOVERY},
        {"account_id": AccountId(8)},
        {"account_id": None},
        {"salt": bytes(16)},
        {"kdf": KdfSetting(65, 1, 1)},
        {"kdf": KdfSetting(64, 2, 1)},
    ],
)
def test_every_part_of_the_header_is_authenticated(change: dict[str, object]) -> None:
    made = slot()
    key = derive("vante kajak linjal", made, LIGHT)
    changed = replace(made, header=replace(made.header, **change))  # type: ignore[arg-type]
    assert unwrap(changed, key) is None


def test_a_weaker_header_is_refused_before_the_password_is_used() -> None:
    with pytest.raises(DamagedRegisterError) as caught:
        derive("vante kajak linjal", slot(), SHIPPED)
    assert "sämre" in caught.value.sentence


def test_a_header_that_would_hang_the_computer_is_refused() -> None:
    made = slot()
    monstrous = replace(made, header=replace(made.header, kdf=KdfSetting(1 << 40, 3, 4)))
    with pytest.raises(DamagedRegisterError):
        derive("vante kajak linjal", monstrous, LIGHT)


def test_no_secret_shows_in_a_report() -> None:
    secret = prepare("vante kajak linjal", LIGHT)
    assert secret.key.hex() not in repr(secret)
    assert repr(secret.key) not in repr(secret)
