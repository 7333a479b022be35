from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.account import Role
from allvar_desktop.errors import DiskFullError
from allvar_desktop.services.locked_registers import look_at_register
from allvar_desktop.services.session import Session
from tests.ui import walk
from tests.ui.gestures import click
from tests.ui.light_session import LightKeyWork
from tests.ui.printers import RememberingPrinter
from tests.ui.shots import settle
from ui import style
from ui.dialogs import ask
from ui.first_start import FirstStart
from ui.pages.first_start_page import AccountPage, FolderPage, WelcomePage
from ui.pages.handover_code import CodePage
from ui.start_window import StartWindow

UNIT = {"district": "Hässelby-Vällingby stadsdelsförvaltning", "unit": "Ungdomsenheten", "case_prefix": "hv"}


@pytest.fixture
def window(qtbot: QtBot) -> StartWindow:
    made = StartWindow()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def start(window: StartWindow, fixed_clock: FixedClock, tmp_path: Path) -> FirstStart:
    made = FirstStart(fixed_clock, window.show_page, LightKeyWork(), tmp_path / "register")
    made.start()
    return made


def fill_account(start: FirstStart) -> None:
    page = start.account_page
    page.form.set_values({"name": "Frida Ek", "title": "socialsekreterare", "phone": "08-465 004 10"})
    page.offer()


def code_page(start: FirstStart, window: StartWindow, qtbot: QtBot) -> CodePage:
    start.unit_page.form.set_values(UNIT)
    click(start.unit_page.go_button)
    fill_account(start)
    start.account_page.go_on()
    qtbot.waitUntil(lambda: isinstance(window.page, CodePage), timeout=5_000)
    assert isinstance(window.page, CodePage)
    return window.page


def type_back(page: CodePage) -> None:
    for number in page.asked:
        page.form.rows[f"group{number}"].as_field.set_value(page._code.groups[number].lower())


def test_four_steps_make_a_register(
    start: FirstStart, window: StartWindow, qtbot: QtBot, fixed_clock: FixedClock, tmp_path: Path
) -> None:
    start.unit_page.form.set_values(UNIT)
    start.unit_page.go_on()
    fill_account(start)
    start.account_page.colleague_rows.add()
    row = start.account_page.colleague_rows._rows[0]
    row.form.set_values({"name": "Ali Berg"})
    start.account_page.go_on()
    qtbot.waitUntil(lambda: isinstance(window.page, CodePage), timeout=5_000)
    page = window.page
    assert isinstance(page, CodePage)
    type_back(page)
    page.go_on()
    assert isinstance(window.page, FolderPage)
    with qtbot.waitSignal(start.made, timeout=5_000) as told:
        click(window.page.go_button)
    assert told.args is not None
    session = told.args[0]
    assert isinstance(session, Session)
    assert session.account.roles >= {Role.SUPERVISOR, Role.ADMINISTRATOR}
    assert session.settings.case_prefix == "HV"
    session.register.close()
    names = [account.name for account in look_at_register(tmp_path / "register", fixed_clock).accounts]
    assert names == ["Frida Ek", "Ali Berg"]


def test_a_colleague_who_got_no_account_is_told_of_in_the_register_that_was_made(
    start: FirstStart, window: StartWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DiskFullError("Disken är full.", "Frigör utrymme.")

    start.account_page.colleague_rows.add()
    start.account_page.colleague_rows._rows[0].form.set_values({"name": "Ali Berg"})
    page = code_page(start, window, qtbot)
    type_back(page)
    page.go_on()
    monkeypatch.setattr("allvar_desktop.services.accounts.add_account", refuse)
    assert isinstance(window.page, FolderPage)
    with qtbot.waitSignal(start.made, timeout=5_000) as told:
        click(window.page.go_button)
    assert told.args is not None
    session = told.args[0]
    warning = session.register.opening_warning
    session.register.close()
    assert "alla kollegor fick inget konto. Disken är full." in warning.sentence


def test_missing_fields_hold_the_first_step(start: FirstStart, window: StartWindow) -> None:
    start.unit_page.go_on()
    assert window.page is start.unit_page
    assert start.unit_page.form.rows["district"].note.text() == "Stadsdelen saknas."
    assert start.unit_page.form.rows["district"].field.hasFocus()


@pytest.mark.parametrize(
    ("password", "again", "field"),
    [("för kort", "för kort", "password"), ("vante kajak linjal", "vante kajak linja", "again")],
)
def test_a_weak_or_mistyped_password_holds_the_second(
    start: FirstStart, window: StartWindow, password: str, again: str, field: str
) -> None:
    start.unit_page.form.set_values(UNIT)
    start.unit_page.go_on()
    start.account_page.form.set_values({"name": "Frida Ek", "password": password, "again": again})
    start.account_page.go_on()
    assert window.page is start.account_page
    assert start.account_page.form.rows[field].note.text()
    assert field in [problem.field for problem in start.account_page.problems()]


def test_the_code_must_be_typed_back_from_the_paper(
    start: FirstStart, window: StartWindow, qtbot: QtBot
) -> None:
    page = code_page(start, window, qtbot)
    assert len(page.asked) == 2
    page.go_on()
    assert window.page is page
    for number in page.asked:
        page.form.rows[f"group{number}"].as_field.set_value("XXXXX")
    page.go_on()
    assert "stämmer inte" in page.form.rows[f"group{page.asked[0]}"].note.text()
    type_back(page)
    page.go_on()
    assert isinstance(window.page, FolderPage)


def test_the_code_is_printed_from_memory(
    start: FirstStart, window: StartWindow, qtbot: QtBot, printer: RememberingPrinter, tmp_path: Path
) -> None:
    page = code_page(start, window, qtbot)
    click(page.print_button)
    assert printer.printed[0].startswith(b"%PDF")
    assert list(tmp_path.rglob("*.pdf")) == []


def test_another_folder_can_be_chosen(window: StartWindow, tmp_path: Path) -> None:
    page = FolderPage(tmp_path / "förslag")
    window.show_page(page)
    with ask.scripted([None, tmp_path / "annan"]):
        click(page.choose_button)
        assert page.folder == tmp_path / "förslag"
        click(page.choose_button)
    assert page.place.text() == str(tmp_path / "annan")


def test_a_folder_that_is_in_use_is_told_of_and_nothing_is_lost(
    start: FirstStart, window: StartWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "register").mkdir()
    (tmp_path / "register" / "annat.txt").write_text("x", encoding="utf-8")
    page = code_page(start, window, qtbot)
    type_back(page)
    page.go_on()
    assert isinstance(window.page, FolderPage)
    window.page.go_button.click()
    if (
        window.page.message.text()
    ):  # a folder with other files may be refused or used, but never silently broken
        assert (tmp_path / "register" / "annat.txt").read_text(encoding="utf-8") == "x"


def test_every_step_has_names_and_keeps_tab_moving(
    start: FirstStart, window: StartWindow, qtbot: QtBot
) -> None:
    for page in (WelcomePage(), start.unit_page, start.account_page, FolderPage(Path("/x"))):
        window.show_page(page)
        assert walk.nameless(window) == []
        assert walk.traps(window) == []
        assert walk.cut(window) == []


def test_what_is_said_is_scrolled_to_with_large_text(
    start: FirstStart, window: StartWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    style.set_text_scale(qapp, 200)
    page = AccountPage()
    window.resize(1024, 700)
    window.show_page(page)
    settle(qapp)
    page.say("Disken är full.")

    def is_seen() -> bool:
        top = page.message.mapTo(window, page.message.rect().topLeft()).y()
        return top >= 0 and top + page.message.height() <= window.height()

    qtbot.waitUntil(is_seen, timeout=1_000)
