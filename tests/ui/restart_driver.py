"""A program for test_restart: signs in, types, opens a dialog and locks; begun anew, it unlocks and reports.

Run with the register's folder. The restart by the lock brings ``--register`` and ``--due-from``.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.services import registers
from allvar_desktop.services.session import Session
from tests.ui.light_session import PASSWORD, LightKeyWork, make_session
from ui import drafts, restart, style
from ui.dialogs import ask
from ui.dialogs.questions import ReasonDialog
from ui.lock import LockKeeper
from ui.main_window import MainWindow
from ui.navigation import PageEntry, Shell
from ui.opening import Opening
from ui.pages.base import Page
from ui.pages.unlock_page import UnlockPage
from ui.widgets.text_fields import LongText

NOW = datetime(2026, 3, 27, 14, 40, tzinfo=UTC)
TYPED = "Han har inte träffat kompisen sedan dess"
ASKED = "Mamman ringde och är sjuk"
DUE = (NOW - timedelta(hours=1), NOW + timedelta(hours=2))


class WritingPage(Page):
    """A page with a text that is not saved."""

    key: ClassVar[str] = "today"
    nav_key: ClassVar[str] = "today"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.text = LongText()
        self.number = 0
        self.body.addWidget(self.text)

    def open(self, *, case_id: int = 0, **_: Any) -> None:
        self.number = case_id

    def save_draft(self) -> object:
        return {"text": self.text.value()}

    def restore_draft(self, draft: object) -> None:
        if isinstance(draft, dict):
            self.text.set_value(draft["text"])


ENTRIES = (PageEntry("today", __name__, "WritingPage", "Idag", "sun", "go_today"),)


def _in_a_moment(work: Callable[[], object]) -> None:
    QTimer.singleShot(50, work)


def first_life(app: QApplication, folder: Path) -> None:
    """Type something, open a dialog, lock."""
    session = make_session(folder, FixedClock(NOW), RegisterKind.REAL)
    shell = Shell(session, ENTRIES)
    window = MainWindow(shell, "Ungdomsenheten")
    keeper = LockKeeper(shell, window)
    real_lock = registers.lock
    registers.lock = lambda session: (*real_lock(session), *DUE)
    shell.go("today", case_id=7)
    window.show()
    page = shell.page("today")
    assert isinstance(page, WritingPage)
    page.text.set_value(TYPED)
    _in_a_moment(lambda: ask.reason("Flytta samtalet", (), yes="Flytta"))
    QTimer.singleShot(300, lambda: _lock_over_the_dialog(keeper))
    app.exec()


def _lock_over_the_dialog(keeper: LockKeeper) -> None:
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, ReasonDialog):
        raise SystemExit("no dialog is open")
    dialog.note.set_value(ASKED)
    keeper.lock()


def second_life(app: QApplication, folder: Path, source: int) -> None:
    """Say what the unlock page shows, unlock, and say where one is."""
    due = restart.received(source)
    opening = Opening(FixedClock(NOW), due, LightKeyWork())
    opening.open_folder(folder)
    opening.window.show()
    report: dict[str, Any] = {}
    report |= {
        "pid": os.getpid(),
        "due": [instant.isoformat() for instant in due],
        "arguments": sys.argv[1:],
        "environment": [name for name in os.environ if "DUE" in name.upper()],
    }

    def signed_in(session: Session) -> None:
        shell = Shell(session, ENTRIES)
        shell.banner_told.connect(lambda text, *_: report.update(told=text))
        report["returned"] = drafts.return_to_place(shell)
        page = shell.page("today")
        assert isinstance(page, WritingPage)
        report.update(text=page.text.value(), number=page.number)
        sys.stdout.write(json.dumps(report) + "\n")
        sys.stdout.flush()
        os._exit(0)

    page = opening.window.page
    assert isinstance(page, UnlockPage)
    page.signed_in.disconnect()
    page.signed_in.connect(signed_in)
    page.password.set_value(PASSWORD)
    _in_a_moment(page.unlock)
    app.exec()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--register", type=Path)
    parser.add_argument("--due-from", type=int)
    given = parser.parse_args()
    app = QApplication([])
    style.prepare(app)
    if given.due_from is None:
        sys.stdout.write(f"{os.getpid()}\n")
        first_life(app, given.folder)
    else:
        second_life(app, given.register, given.due_from)


if __name__ == "__main__":
    main()
