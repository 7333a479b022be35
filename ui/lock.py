"""Locking: the screen goes first, then what is typed is kept, the register closed, the process begun anew."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from allvar_desktop.errors import KnownError
from allvar_desktop.services import backups, registers
from ui import drafts, names, restart
from ui.idle import IdleWatch
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.search_watch import SearchWatch
from ui.system_lock import SystemLock

T = TypeVar("T")
Restart = Callable[[Path, Sequence[datetime]], object]


class LockKeeper(QObject):
    """Locks on demand, when the system locks, and when nobody has been there for a while."""

    def __init__(self, shell: Shell, window: MainWindow, begin_anew: Restart = restart.restart) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self._begin_anew = begin_anew
        self._is_locking = False
        self.idle = IdleWatch(shell.session.settings.idle_minutes, self)
        self.idle.expired.connect(self.lock)
        self.idle.warned.connect(self._warn)
        self.idle.names_hidden.connect(lambda: names.screen().set_hiding(True))
        shell.meeting_toggled.connect(self.idle.set_in_meeting)
        shell.settings_changed.connect(self._take_settings)
        window.lock_requested.connect(self.lock)
        self._system = SystemLock(self)
        # Queued: the answer to a signal of the bus must not be the end of the process that answers.
        self._system.locked.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self.idle.start()

    def lock(self) -> None:
        """Lock now, whatever dialog is open. With the shipped restart it does not come back."""
        if self._is_locking:
            return
        self._is_locking = True
        folder = self._shell.session.register.folder
        due = leave(self._shell, self._window)
        self._begin_anew(folder, due)

    def _take_settings(self) -> None:
        self.idle.set_minutes(self._shell.session.settings.idle_minutes)

    def _warn(self, seconds_left: int) -> None:
        page = self._shell.current
        if page is None:
            return
        if seconds_left:
            self._shell.show_banner(
                f"Allvar låser sig om {seconds_left} s. Rör musen eller en tangent för att fortsätta.",
                state="urgent",
            )
        else:
            page.banner.dismiss()


def leave(shell: Shell, window: MainWindow) -> tuple[datetime, ...]:
    """Hide everything, keep what is typed, copy and close the register; the due instants come back.

    What the disk refuses and what nobody expected are passed over: the register must be closed in any case,
    and nobody is there to answer a dialog.
    """
    shell.on_bug = _write_down
    questions = drafts.open_questions()
    for watch in window.findChildren(SearchWatch):
        watch.log()  # what is shown has been read, though the two seconds are not over
    window.close_for_good()
    for open_window in QApplication.topLevelWidgets():
        open_window.hide()
    _try(lambda: drafts.keep_place(shell, questions))
    # A late timer of a page must not reach the closed register.
    shell.close_pages()
    _try(lambda: backups.back_up_if_changed(shell.session))
    due = _try(lambda: registers.lock(shell.session))
    shell.session.register.close()
    return due or ()


def _try(work: Callable[[], T]) -> T | None:
    """What `work` answers; None when it could not be done."""
    try:
        return work()
    except KnownError:
        return None
    except Exception as error:  # noqa: BLE001 -- a bug on the way out must not keep the register open
        _write_down(error)
        return None


def _write_down(error: BaseException) -> None:
    from ui.dialogs import bug

    sys.stderr.write(bug.report(error) + "\n")
