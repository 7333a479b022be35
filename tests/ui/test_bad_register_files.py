"""Register files that are damaged, missing, read-only or open elsewhere, met before anyone is signed in."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.services.backups import back_up
from allvar_desktop.services.locked_registers import is_register, look_at_register
from allvar_desktop.services.session import Session
from allvar_desktop.services.settings import change_settings
from allvar_desktop.storage import new_register
from tests.ui.full_disk import DAMAGED, FULL, READ_ONLY, raising
from tests.ui.light_session import PASSWORD, LightKeyWork, make_session
from ui.dialogs import ask, bug
from ui.opening import Opening
from ui.pages.first_start_page import WelcomePage
from ui.pages.restore_page import RestorePage
from ui.pages.unlock_page import UnlockPage


@pytest.fixture(autouse=True)
def bugs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    met: list[BaseException] = []
    monkeypatch.setattr(bug, "show", met.append)
    yield met
    assert met == []


@pytest.fixture
def opening(fixed_clock: FixedClock, qtbot: QtBot) -> Opening:
    made = Opening(fixed_clock, (), LightKeyWork())
    qtbot.addWidget(made.window)
    made.window.show()
    return made


@pytest.fixture
def folder(tmp_path: Path, fixed_clock: FixedClock) -> Path:
    """A register that nobody has open."""
    make_session(tmp_path / "register", fixed_clock, RegisterKind.REAL).register.close()
    return tmp_path / "register"


def unlock(opening: Opening, folder: Path, qtbot: QtBot) -> str:
    """Try the right password; what the page says then."""
    opening.open_folder(folder)
    page = opening.window.page
    assert isinstance(page, UnlockPage)
    page.password.set_value(PASSWORD)
    page.unlock()
    qtbot.waitUntil(lambda: not page.is_busy and bool(page.message.text()), timeout=10_000)
    assert page.password.value() == PASSWORD
    return page.message.text()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scratch(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5_000] ^= 1
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("harm", [cut, scratch, lambda path: path.write_bytes(b"x" * 9_000)])
def test_a_damaged_register_is_told_of_and_left_as_it_is(
    opening: Opening, folder: Path, qtbot: QtBot, harm: Callable[[Path], object]
) -> None:
    file = folder / "register.allvar"
    harm(file)
    before = file.read_bytes()
    assert unlock(opening, folder, qtbot).endswith(DAMAGED)
    assert file.read_bytes() == before


def test_a_missing_register_is_told_of(opening: Opening, folder: Path, qtbot: QtBot) -> None:
    (folder / "register.allvar").unlink()
    assert "Lägg tillbaka filen register.allvar" in unlock(opening, folder, qtbot)
    assert not (folder / "register.allvar").exists()


def test_a_damaged_key_file_leads_to_the_copies(opening: Opening, folder: Path) -> None:
    scratch_at = folder / "register.keys"
    scratch_at.write_bytes(scratch_at.read_bytes()[:-20])
    opening.open_folder(folder)
    page = opening.window.page
    assert isinstance(page, WelcomePage)
    assert page.message.text().endswith(DAMAGED)


def test_a_read_only_folder_is_told_of_at_the_unlock_page(
    opening: Opening, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(path: object, flags: int, *mode: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, "…")
        return real(path, flags, *mode)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    said = unlock(opening, folder, qtbot)
    monkeypatch.undo()
    assert said.startswith(READ_ONLY)


@pytest.mark.parametrize(("number", "sentence"), [(errno.ENOSPC, FULL), (errno.EACCES, READ_ONLY)])
def test_a_register_that_cannot_be_made_says_why_and_is_made_at_the_next_try(
    opening: Opening,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    sentence: str,
) -> None:
    from ui.first_start import FirstStart
    from ui.pages.first_start_page import FolderPage, NewAccount

    target = tmp_path / "nytt"
    start = FirstStart(opening._clock, opening.window.show_page, LightKeyWork(), target)
    start._account = NewAccount("Frida Ek", "", "", PASSWORD)
    start._keys = LightKeyWork().new_keys(PASSWORD)
    start._show_folder()
    page = opening.window.page
    assert isinstance(page, FolderPage)
    made: list[QObject] = []
    start.made.connect(made.append)
    with monkeypatch.context() as patch:
        patch.setattr(new_register, "write_key_file", raising(number))
        page.go_button.click()
    assert page.message.text().startswith(sentence)
    assert made == []
    assert not is_register(target)
    page.go_button.click()
    (session,) = made
    assert isinstance(session, Session)
    session.register.close()
    assert is_register(target)


def restore_page(tmp_path: Path, clock: FixedClock, qtbot: QtBot) -> tuple[RestorePage, Path, Path]:
    place = tmp_path / "kopior"
    place.mkdir()
    session = make_session(tmp_path / "gammalt", clock, RegisterKind.REAL)
    change_settings(session, replace(session.settings, backup_folder=str(place)))
    back_up(session)
    session.register.close()
    page = RestorePage(tmp_path, clock, LightKeyWork())
    qtbot.addWidget(page)
    page.show()
    target = tmp_path / "nytt"
    with ask.scripted([place, target]):
        page.place_button.click()
        page.target_button.click()
    page.form.set_values({"password": PASSWORD})
    (copy,) = place.iterdir()
    return page, copy, target


def test_a_damaged_copy_is_not_restored(tmp_path: Path, fixed_clock: FixedClock, qtbot: QtBot) -> None:
    page, copy, target = restore_page(tmp_path, fixed_clock, qtbot)
    scratch(copy / "register.allvar")
    page.go_on()
    qtbot.waitUntil(lambda: not page.is_busy and bool(page.message.text()), timeout=10_000)
    assert "skadad" in page.message.text()
    assert page.message.text().endswith(".")
    assert not is_register(target)


def test_a_copy_that_does_not_fit_leaves_nothing_half_made(
    tmp_path: Path, fixed_clock: FixedClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, _, target = restore_page(tmp_path, fixed_clock, qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", raising(errno.ENOSPC))
        page.go_on()
        qtbot.waitUntil(lambda: not page.is_busy and bool(page.message.text()), timeout=10_000)
    assert page.message.text() == FULL
    assert not is_register(target)
    with qtbot.waitSignal(page.restored, timeout=10_000):
        page.go_on()
    assert is_register(target)


def test_the_second_start_is_told_who_has_it_open(
    opening: Opening, tmp_path: Path, fixed_clock: FixedClock, qtbot: QtBot
) -> None:
    first = make_session(tmp_path / "delat", fixed_clock, RegisterKind.REAL)
    said = unlock(opening, tmp_path / "delat", qtbot)
    assert "Frida Ek" in said
    assert said.endswith(".")
    first.register.close()
    assert isinstance(opening.window.page, UnlockPage)
    assert look_at_register(tmp_path / "delat", fixed_clock).accounts
