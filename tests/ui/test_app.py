import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import DiskFullError
from allvar_desktop.services.register_place import remember_folder, remembered_folder
from tests.ui.light_session import PASSWORD, LightKeyWork, make_session
from ui import app, translation
from ui.dialogs import ask
from ui.opening import Opening
from ui.pages.first_start_page import UnitPage, WelcomePage
from ui.pages.recovery_page import RecoveryPage
from ui.pages.restore_page import RestorePage
from ui.pages.unlock_page import UnlockPage

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = {
    "PySide6",
    "shiboken6",
    "shibokensupport",
    "sqlcipher3",
    "pysqlite3",
    "allvar_desktop",
    "ui",
    "main",
}
QT_ITSELF = {"__feature__", "signature_bootstrap"}
SURROUNDINGS = {"__main__", "__mp_main__", "sitecustomize", "usercustomize", "_distutils_hack", "sphinxify"}

LOOK = """
import sys
from argparse import Namespace
from pathlib import Path
import os
from ui import app
def look(*_):
    tops = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
    sys.stdout.write(" ".join(sorted(tops)))
    sys.stdout.flush()
    os._exit(0)
app.load_the_rest = look
app.main(Namespace(register=Path(sys.argv[1])))
"""


@pytest.fixture
def opening(fixed_clock: FixedClock, qtbot: QtBot) -> Opening:
    made = Opening(fixed_clock, (), LightKeyWork())
    qtbot.addWidget(made.window)
    made.window.show()
    return made


@pytest.fixture
def folder(tmp_path: Path, fixed_clock: FixedClock) -> Path:
    make_session(tmp_path / "register", fixed_clock, RegisterKind.REAL).register.close()
    return tmp_path / "register"


def test_only_qt_sqlcipher_and_our_own_are_imported_before_the_unlock_page(folder: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = {name for name in done.stdout.split() if not name.startswith("_sysconfigdata")}
    assert loaded - ALLOWED - QT_ITSELF - SURROUNDINGS == set()
    assert {"PySide6", "ui"} <= loaded


def test_a_register_shows_its_unlock_page_and_none_the_welcome(
    opening: Opening, folder: Path, tmp_path: Path
) -> None:
    opening.open_folder(folder)
    assert isinstance(opening.window.page, UnlockPage)
    opening.open_folder(tmp_path / "tom")
    assert isinstance(opening.window.page, WelcomePage)
    opening.window.page.create_requested.emit()
    assert isinstance(opening.window.page, UnitPage)


def test_damaged_keys_are_told_of_with_ways_out(opening: Opening, folder: Path) -> None:
    (folder / "register.keys").write_bytes(b"\x00" * 100)
    opening.open_folder(folder)
    assert isinstance(opening.window.page, WelcomePage)
    assert opening.window.page.message.text()


def unlock_page_of(opening: Opening) -> UnlockPage:
    page = opening.window.page
    assert isinstance(page, UnlockPage)
    return page


def test_the_ways_from_the_unlock_page(opening: Opening, folder: Path) -> None:
    opening.open_folder(folder)
    page = unlock_page_of(opening)
    page.recovery_requested.emit()
    assert isinstance(opening.window.page, RecoveryPage)
    opening.window.page.went_back.emit()
    page = unlock_page_of(opening)
    page.restore_requested.emit()
    assert isinstance(opening.window.page, RestorePage)
    opening.window.page.went_back.emit()
    assert unlock_page_of(opening).isVisible()


def test_another_register_can_be_opened(opening: Opening, folder: Path, tmp_path: Path) -> None:
    opening.open_folder(tmp_path / "tom")
    assert isinstance(opening.window.page, WelcomePage)
    with ask.scripted([tmp_path, folder]):
        opening.window.page.other_requested.emit()
        assert "inget register" in opening.window.page.message.text()
        opening.window.page.other_requested.emit()
    assert isinstance(opening.window.page, UnlockPage)


def test_signing_in_opens_the_main_window_and_remembers_the_place(
    opening: Opening, folder: Path, qtbot: QtBot
) -> None:
    opening.open_folder(folder)
    page = unlock_page_of(opening)
    page.password.set_value(PASSWORD)
    with qtbot.waitSignal(opening.signed_in, timeout=10_000):
        page.unlock()
    program = opening.program
    qtbot.addWidget(program.window)
    assert program.window.isVisible()
    assert not opening.window.isVisible()
    assert program.shell.place.key == "today"
    assert remembered_folder() == folder
    program.keeper.idle.stop()
    program.window.close_for_good()
    program.shell.close_pages()
    program.session.register.close()


def test_the_place_of_the_register_is_remembered(tmp_path: Path) -> None:
    default = remembered_folder()
    assert default.name == "register"
    remember_folder(tmp_path / "någon annanstans")
    assert remembered_folder() == tmp_path / "någon annanstans"


def test_qts_own_words_are_swedish(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication, QDialogButtonBox

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert translation.speak_swedish(app)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Avbryt"


def test_the_tour_is_played_by_its_own_module(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import ui.tour
    from ui import app

    monkeypatch.setattr(ui.tour, "play", lambda folder: 7 if folder == tmp_path else 1)
    assert app.main(Namespace(tour=tmp_path)) == 7


def test_what_no_page_caught_is_told_in_its_own_sentence_or_as_a_bug(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    with ask.scripted([True, True]) as asked:
        app._show_bug(DiskFullError, DiskFullError("Disken är full.", "Frigör utrymme."), None)
        app._show_bug(ValueError, ValueError("Elias"), None)
    assert asked.questions == ["Disken är full.", "Ett fel i programmet"]
    assert "Elias" not in capsys.readouterr().err
