"""The pages before anyone is signed in: hostile text makes a register that opens again, or is told of."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.services.locked_registers import is_register, look_at_register
from allvar_desktop.services.session import Session
from tests.ui.hostile import TEXTS, assert_clean, put_everywhere, sentences, standing
from tests.ui.light_session import LightKeyWork, make_session
from tests.ui.printers import RememberingPrinter
from ui.dialogs import ask, bug
from ui.first_start import FirstStart
from ui.pages.first_start_page import AccountPage, FolderPage, UnitPage
from ui.pages.handover_code import CodePage
from ui.pages.recovery_page import RecoveryPage
from ui.pages.restore_page import RestorePage
from ui.pages.start_page import StartPage
from ui.pages.unlock_page import UnlockPage
from ui.start_window import StartWindow

VALID = {
    "city": "Stockholms stad",
    "district": "Förvaltningen",
    "unit": "Enheten",
    "case_prefix": "HV",
    "postcode": "162 60",
}
PASSPHRASE = "kajak linjal juvel vante"


@pytest.fixture
def bugs(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    met: list[BaseException] = []
    monkeypatch.setattr(bug, "show", met.append)
    return met


@pytest.fixture
def window(qtbot: QtBot) -> StartWindow:
    made = StartWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def refused(page: StartPage, typed: dict[int, str]) -> None:
    """The page says in a sentence what is wrong, and what was typed is still there."""
    assert standing(page) == typed
    assert any(text.endswith(".") for text in sentences(page))


def through_unit(page: UnitPage, window: StartWindow, text: str) -> None:
    typed = put_everywhere(page, text)
    assert_clean(page)
    page.go_on()
    if window.page is page:
        refused(page, typed)
        page.form.set_values(VALID)
        page.go_on()
    assert isinstance(window.page, AccountPage)


def through_account(page: AccountPage, qtbot: QtBot, window: StartWindow, text: str) -> None:
    page.colleague_rows.add()
    typed = put_everywhere(page, text)
    assert_clean(page)
    page.go_on()
    if not page.is_busy:
        refused(page, typed)
        name = page.form.values()["name"] or "Frida Ek"
        page.form.set_values({"name": name, "phone": "", "password": PASSPHRASE, "again": PASSPHRASE})
        page.colleague_rows._rows[0].form.set_values({"phone": ""})
        page.go_on()
    qtbot.waitUntil(lambda: isinstance(window.page, CodePage), timeout=10_000)


def through_code(page: CodePage, window: StartWindow, text: str) -> None:
    typed = put_everywhere(page, text)
    page.go_on()
    assert window.page is page
    refused(page, typed)
    page.print_button.click()
    for number in page.asked:
        page.form.rows[f"group{number}"].as_field.set_value(page._code.groups[number])
    page.go_on()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_register_made_with_hostile_text_opens_again(
    window: StartWindow,
    bugs: list[BaseException],
    printer: RememberingPrinter,
    fixed_clock: FixedClock,
    tmp_path: Path,
    qtbot: QtBot,
    text: str,
) -> None:
    folder = tmp_path / "register"
    start = FirstStart(fixed_clock, window.show_page, LightKeyWork(), folder)
    start.start()
    through_unit(start.unit_page, window, text)
    through_account(start.account_page, qtbot, window, text)
    password = start.account_page.form.values()["password"]
    assert isinstance(window.page, CodePage)
    through_code(window.page, window, text)
    assert isinstance(window.page, FolderPage)
    with qtbot.waitSignal(start.made, timeout=10_000) as told:
        window.page.go_button.click()
    assert told.args is not None
    session = told.args[0]
    assert isinstance(session, Session)
    session.register.close()
    assert printer.printed[0].startswith(b"%PDF")
    page = UnlockPage(look_at_register(folder, fixed_clock), fixed_clock, key_work=LightKeyWork())
    window.show_page(page)
    page.who.set_value(1)
    page.password.set_value(password)
    with qtbot.waitSignal(page.signed_in, timeout=10_000) as told:
        page.unlock()
    assert told.args is not None
    told.args[0].register.close()
    assert bugs == []


@pytest.fixture
def folder(tmp_path: Path, fixed_clock: FixedClock) -> Path:
    """A register that nobody has open."""
    make_session(tmp_path / "register", fixed_clock, RegisterKind.REAL).register.close()
    return tmp_path / "register"


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_hostile_password_opens_nothing_and_is_told_of(
    window: StartWindow,
    bugs: list[BaseException],
    fixed_clock: FixedClock,
    folder: Path,
    qtbot: QtBot,
    text: str,
) -> None:
    page = UnlockPage(look_at_register(folder, fixed_clock), fixed_clock, key_work=LightKeyWork())
    window.show_page(page)
    put_everywhere(page, text)
    assert_clean(page)
    page.unlock()
    qtbot.waitUntil(lambda: not page.is_busy and bool(page.message.text()), timeout=10_000)
    assert page.message.text().endswith(".")
    assert bugs == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_hostile_code_recovers_nothing(
    window: StartWindow,
    bugs: list[BaseException],
    fixed_clock: FixedClock,
    folder: Path,
    qtbot: QtBot,
    text: str,
) -> None:
    before = (folder / "register.keys").read_bytes()
    page = RecoveryPage(look_at_register(folder, fixed_clock), fixed_clock, LightKeyWork())
    window.show_page(page)
    typed = put_everywhere(page, text)
    page.form.set_values({"who": 1})
    page.go_on()
    assert not page.is_busy
    refused(page, typed)
    page.form.set_values({"password": PASSPHRASE, "again": PASSPHRASE})
    page.go_on()
    qtbot.waitUntil(lambda: not page.is_busy, timeout=10_000)
    assert (folder / "register.keys").read_bytes() == before
    assert page.form.rows["code"].note.text().endswith(".")
    assert bugs == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_hostile_password_restores_nothing(
    window: StartWindow,
    bugs: list[BaseException],
    fixed_clock: FixedClock,
    folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    text: str,
) -> None:
    page = RestorePage(tmp_path, fixed_clock, LightKeyWork())
    window.show_page(page)
    target = tmp_path / "nytt"
    put_everywhere(page, text)
    page.go_on()
    assert any(text.endswith(".") for text in sentences(page))
    with ask.scripted([tmp_path, target]):
        page.place_button.click()
        page.target_button.click()
    page.go_on()
    qtbot.waitUntil(lambda: not page.is_busy, timeout=10_000)
    assert not is_register(target)
    assert bugs == []
