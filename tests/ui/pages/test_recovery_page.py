from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.services import registers
from allvar_desktop.services.locked_registers import look_at_register
from tests.ui import walk
from tests.ui.light_session import LIGHT, UNIT, LightKeyWork
from ui.pages.recovery_page import RecoveryPage

NEW = "kajak linjal juvel vante ärta"


@pytest.fixture
def code(tmp_path: Path, fixed_clock: FixedClock) -> str:
    keys = registers.derive_new_keys("vante kajak linjal", LIGHT)
    registers.create(tmp_path / "register", RegisterKind.REAL, UNIT, keys, fixed_clock).register.close()
    return keys.code.text


@pytest.fixture
def page(code: str, tmp_path: Path, fixed_clock: FixedClock, qtbot: QtBot) -> RecoveryPage:
    made = RecoveryPage(look_at_register(tmp_path / "register", fixed_clock), fixed_clock, LightKeyWork())
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def test_the_code_opens_the_register_and_gives_a_new_password(
    page: RecoveryPage, code: str, tmp_path: Path, fixed_clock: FixedClock, qtbot: QtBot
) -> None:
    page.form.set_values({"who": 1, "code": code.lower(), "password": NEW, "again": NEW})
    with qtbot.waitSignal(page.recovered, timeout=5_000) as told:
        page.go_on()
    assert told.args is not None
    session, new_code = told.args
    session.register.close()
    assert new_code.text != code
    key = registers.derive_key(tmp_path / "register", session.account.id, NEW, fixed_clock, LIGHT)
    registers.sign_in(tmp_path / "register", session.account.id, key, fixed_clock).register.close()


@pytest.mark.parametrize(
    ("field", "value"),
    [("who", None), ("code", "4TGH7"), ("password", "kort"), ("again", "något helt annat här")],
)
def test_what_is_missing_stands_at_its_field(
    page: RecoveryPage, code: str, field: str, value: object
) -> None:
    page.form.set_values({"who": 1, "code": code, "password": NEW, "again": NEW} | {field: value})
    page.go_on()
    assert page.form.rows[field].note.text()
    assert not page.is_busy


def test_a_code_of_another_register_is_refused(page: RecoveryPage, qtbot: QtBot) -> None:
    other = registers.derive_new_keys(NEW, LIGHT).code.text
    page.form.set_values({"who": 1, "code": other, "password": NEW, "again": NEW})
    page.go_on()
    qtbot.waitUntil(
        lambda: page.message.text() not in ("", "Prövar koden. Det tar några sekunder …"), timeout=5_000
    )
    assert not page.is_busy


def test_names_and_room(page: RecoveryPage) -> None:
    assert walk.nameless(page) == []
    assert walk.cut(page) == []
