from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.services.backups import back_up
from allvar_desktop.services.locked_registers import is_register
from allvar_desktop.services.settings import change_settings
from tests.ui import walk
from tests.ui.light_session import PASSWORD, LightKeyWork, make_session
from ui.dialogs import ask
from ui.pages.restore_page import RestorePage


@pytest.fixture
def copies(tmp_path: Path, fixed_clock: FixedClock) -> Path:
    place = tmp_path / "kopior"
    place.mkdir()
    session = make_session(tmp_path / "register", fixed_clock, RegisterKind.REAL)
    change_settings(session, replace(session.settings, backup_folder=str(place)))
    back_up(session)
    session.register.close()
    return place


@pytest.fixture
def page(tmp_path: Path, fixed_clock: FixedClock, qtbot: QtBot) -> RestorePage:
    made = RestorePage(tmp_path, fixed_clock, LightKeyWork())
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def choose(page: RestorePage, copies: Path, target: Path) -> None:
    with ask.scripted([copies, target]):
        page.place_button.click()
        page.target_button.click()


def test_a_copy_becomes_a_register_in_a_new_folder_and_the_old_one_stays(
    page: RestorePage, copies: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    before = (tmp_path / "register" / "register.allvar").read_bytes()
    target = tmp_path / "nytt"
    choose(page, copies, target)
    assert page.copies.value() is not None
    assert page.who.value() == 1
    page.form.set_values({"password": PASSWORD})
    with qtbot.waitSignal(page.restored, timeout=10_000) as told:
        page.go_on()
    assert told.args == [target, []]
    assert is_register(target)
    assert (tmp_path / "register" / "register.allvar").read_bytes() == before


def test_a_copys_own_folder_may_be_chosen(page: RestorePage, copies: Path, tmp_path: Path) -> None:
    choose(page, next(copies.iterdir()), tmp_path / "nytt")
    assert page.copies.value() == next(copies.iterdir())


def test_a_wrong_password_leaves_nothing_behind(
    page: RestorePage, copies: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(page, copies, tmp_path / "nytt")
    page.form.set_values({"password": "något helt annat"})
    page.go_on()
    qtbot.waitUntil(lambda: "Lösenordet" in page.message.text(), timeout=5_000)
    assert not is_register(tmp_path / "nytt")


def test_a_folder_without_copies_is_told_of(page: RestorePage, tmp_path: Path) -> None:
    empty = tmp_path / "tom"
    empty.mkdir()
    with ask.scripted([empty]):
        page.place_button.click()
    assert "inga säkerhetskopior" in page.message.text()
    page.go_on()
    assert page.form.rows["copy"].note.text()


def test_names_and_room(page: RestorePage) -> None:
    assert walk.nameless(page) == []
    assert walk.cut(page) == []
