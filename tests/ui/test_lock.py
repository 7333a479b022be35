import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.act import Act
from allvar_desktop.services import registers
from allvar_desktop.services.session import Session
from allvar_desktop.services.settings import change_settings
from allvar_desktop.storage.new_register import FIRST_ACCOUNT
from tests import steps
from tests.ui.gestures import shortcut
from tests.ui.keys import type_text
from tests.ui.light_session import LIGHT, PASSWORD
from tests.ui.restart_driver import ENTRIES, TYPED, WritingPage
from ui import names
from ui.lock import LockKeeper
from ui.main_window import MainWindow
from ui.navigation import Shell

ROOT = Path(__file__).resolve().parents[2]
Restarts = list[tuple[Path, Sequence[datetime]]]


@pytest.fixture
def restarts() -> Restarts:
    return []


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    made = MainWindow(Shell(session, ENTRIES), "Ungdomsenheten")
    qtbot.addWidget(made)
    made.shell.go("today", case_id=3)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def keeper(window: MainWindow, restarts: Restarts) -> Iterator[LockKeeper]:
    made = LockKeeper(window.shell, window, lambda folder, due: restarts.append((folder, due)))
    yield made
    made.idle.stop()


def page_of(window: MainWindow) -> WritingPage:
    page = window.shell.page("today")
    assert isinstance(page, WritingPage)
    return page


def test_ctrl_l_hides_keeps_closes_and_begins_anew(
    keeper: LockKeeper, window: MainWindow, session: Session, restarts: Restarts
) -> None:
    page_of(window).text.set_value(TYPED)
    shortcut("Ctrl+L", window)
    assert not window.isVisible()
    assert restarts == [(session.register.folder, ())]
    keeper.lock()
    assert len(restarts) == 1
    session.register.close()


def test_a_copy_is_made_at_the_lock_after_changes(
    keeper: LockKeeper, session: Session, tmp_path: Path
) -> None:
    place = tmp_path / "kopior"
    place.mkdir()
    change_settings(session, replace(session.settings, backup_folder=str(place)))
    keeper.lock()
    assert len(list(place.iterdir())) == 1


def test_a_copy_that_cannot_be_made_does_not_hinder_the_lock(
    keeper: LockKeeper, session: Session, restarts: Restarts
) -> None:
    change_settings(session, replace(session.settings, backup_folder="/finns/inte"))
    keeper.lock()
    assert len(restarts) == 1


@pytest.mark.parametrize("at", ["save_draft", "pause"])
def test_a_bug_on_the_way_out_does_not_hinder_the_lock_or_ask_anything(
    keeper: LockKeeper,
    window: MainWindow,
    session: Session,
    restarts: Restarts,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    at: str,
) -> None:
    def fail() -> None:
        window.shell.succeeds(lambda: int(TYPED))
        raise ValueError(TYPED)

    monkeypatch.setattr(page_of(window), at, fail)
    keeper.lock()
    assert restarts == [(session.register.folder, ())]
    with pytest.raises(Exception, match="closed"):
        session.register.db.execute("SELECT 1")
    told = capsys.readouterr().err
    assert told.count("ValueError") == 2
    assert TYPED not in told


def test_the_warning_stands_on_the_page_and_goes_when_somebody_comes(
    keeper: LockKeeper, window: MainWindow
) -> None:
    keeper.idle.warned.emit(20)
    banner = page_of(window).banner
    assert banner.isVisibleTo(window)
    assert "20 s" in banner.message.text()
    keeper.idle.warned.emit(0)
    assert not banner.isVisibleTo(window)


def test_a_talk_makes_the_lock_wait_and_hides_names(keeper: LockKeeper, window: MainWindow) -> None:
    assert keeper.idle.limit_seconds == 300
    window.shell.meeting_toggled.emit(True)
    assert keeper.idle.limit_seconds == 1800
    keeper.idle.names_hidden.emit()
    assert names.screen().is_hiding


def test_hits_that_are_shown_when_it_locks_are_logged(
    keeper: LockKeeper, window: MainWindow, session: Session
) -> None:
    steps.take_in(session, 1)
    window.top.search.setFocus()
    type_text("berg", window.top.search)
    keeper.lock()
    folder, clock = session.register.folder, session.clock
    key = registers.derive_key(folder, FIRST_ACCOUNT, PASSWORD, clock, LIGHT)
    again = registers.sign_in(folder, FIRST_ACCOUNT, key, clock)
    acts = [row[0] for row in again.register.db.execute("SELECT act FROM log")]
    again.register.close()
    assert Act.SEARCHED in acts


BUS = """
import os, sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from ui.system_lock import SystemLock
app = QCoreApplication([])
lock = SystemLock()
lock.locked.connect(lambda: (sys.stdout.write("locked"), sys.stdout.flush(), os._exit(0)))
def tell(is_on):
    path, name = "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
    message = QDBusMessage.createSignal(path, name, "ActiveChanged")
    message.setArguments([is_on])
    QDBusConnection.sessionBus().send(message)
QTimer.singleShot(200, lambda: tell(False))
QTimer.singleShot(500, lambda: tell(True))
QTimer.singleShot(5000, lambda: os._exit(1))
app.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no bus to try it on")
def test_the_systems_own_lock_is_heard(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", BUS],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stdout == "locked", done.stderr
