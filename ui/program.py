"""The signed-in program: main window, lock, and the way out."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from allvar_desktop.services.backups import backup_warning
from allvar_desktop.services.registers import unit_name
from allvar_desktop.services.session import Session
from ui import drafts, restart
from ui.dialogs import bug
from ui.lock import LockKeeper, Restart, leave
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.pages.preview_work import ask_about_unanswered


class Program(QObject):
    """Holds the window of one session together."""

    def __init__(self, session: Session, begin_anew: Restart = restart.restart) -> None:
        super().__init__()
        self.session = session
        self.shell = Shell(session, parent=self)
        self.shell.on_bug = bug.show
        self.window = MainWindow(self.shell, unit_name(session.settings))
        self.keeper = LockKeeper(self.shell, self.window, begin_anew)
        self.window.quit_requested.connect(self.quit)

    def begin(self) -> None:
        """Open the page where the person was, or the first one."""
        if not drafts.return_to_place(self.shell):
            self.shell.go("today" if self.session.account.may_see_cases else "settings")
        self._warn()
        self.window.show()
        self.window.activateWindow()
        QTimer.singleShot(0, self, self._ask_about_papers)

    def _warn(self) -> None:
        """Tell what must be told; before the window is shown, so that it is laid out once."""
        warning = self.session.register.opening_warning
        if warning is not None:
            self.shell.show_problem(warning)
            return
        page = self.shell.current
        is_told = page is not None and page.banner.isVisibleTo(page)
        late_copy = self.shell.run(lambda: backup_warning(self.session))
        if late_copy and not is_told:  # a text that the lock kept stands there: the copy is told of on Idag
            self.shell.show_banner(
                late_copy, lambda: self.shell.go("settings"), words="Öppna Inställningar", state="urgent"
            )

    def _ask_about_papers(self) -> None:
        """Whether papers came out right that the program was stopped at before it had the answer."""
        if self.session.account.may_see_cases:
            self.shell.succeeds(lambda: ask_about_unanswered(self.session))

    def quit(self) -> None:
        """Keep what is typed, copy and close the register, and end the program."""
        leave(self.shell, self.window)
        self.shell.close_pages()
        QApplication.quit()
