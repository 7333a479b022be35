"""The practice register: making it with progress, and its open passphrases."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from allvar_desktop.paths import practice_folder
from allvar_desktop.services.locked_registers import is_register
from ui.pages.start_page import StartPage
from ui.pages.unlock_page import PracticeSignIn


def is_made() -> bool:
    """Whether the practice register lies in its place."""
    return is_register(practice_folder())


def sign_ins() -> tuple[PracticeSignIn, ...]:
    """The three accounts, the handler first."""
    from allvar_desktop.services.practice import PRACTICE_ACCOUNTS

    return tuple(
        PracticeSignIn(account.account_id, account.name, account.role, account.passphrase)
        for account in PRACTICE_ACCOUNTS
    )


class PracticePage(StartPage):
    """Makes the practice register, saying how far it has come."""

    made = Signal()
    progressed = Signal(int, int)
    """So many steps are done, of so many."""

    def __init__(self) -> None:
        super().__init__(
            "Övningsregistret", "Ett påhittat år i en stadsdel. Inga personer finns i verkligheten."
        )
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Hur långt övningsregistret har kommit")
        self.progress.setTextVisible(False)
        self.body.addWidget(self.progress)
        self.progressed.connect(self._show_progress)

    def make(self) -> None:
        """Make the register beside the window; `made` tells when it is there."""
        from allvar_desktop.services.practice import create_practice

        # Emitted in the thread, received in the window's: Qt queues it over.
        self.in_thread(
            "Gör i ordning övningsregistret …",
            lambda: create_practice(practice_folder(), self.progressed.emit),
            lambda _: self.made.emit(),
        )

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)
