"""From a folder to a signed-in session: unlock page, first start, recovery, restoring, practice."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from allvar_desktop.clock import Clock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import KnownError
from allvar_desktop.paths import practice_folder
from allvar_desktop.services.locked_registers import LockedRegister, is_register, look_at_register
from allvar_desktop.services.register_place import remember_folder
from ui.key_work import KeyWork
from ui.pages.unlock_page import PracticeSignIn, UnlockPage
from ui.start_window import StartWindow

if TYPE_CHECKING:
    from allvar_desktop.domain.recovery_code import RecoveryCode
    from allvar_desktop.services.session import Session
    from ui.first_start import FirstStart


class Opening(QObject):
    """Shows the pages before the main window, and hands the session over to it."""

    signed_in = Signal(object)
    """The session; the main window is up."""

    def __init__(self, clock: Clock, due: Sequence[datetime] = (), key_work: KeyWork | None = None) -> None:
        super().__init__()
        self._clock = clock
        self._due = tuple(due)
        self._key_work = key_work or KeyWork()
        self._folder = Path()
        self._first_start: FirstStart | None = None
        self.window = StartWindow()
        self.program: Any = None

    def open_folder(self, folder: Path) -> None:
        """The unlock page of the register in `folder`, or the welcome when there is none."""
        self._folder = folder
        if not is_register(folder):
            self._welcome()
            return
        try:
            facts = look_at_register(folder, self._clock)
        except KnownError as error:
            self._welcome()
            if self.window.page is not None:
                self.window.page.show_error(error)
            return
        self._show_unlock(facts)

    def open_practice(self, *, signs_in: bool = False) -> None:
        """The practice register, made first when there is none. `signs_in`: at once, as its handler."""
        from ui.practice import PracticePage, is_made

        if is_made():
            self.open_folder(practice_folder())
            if signs_in and isinstance(self.window.page, UnlockPage):
                self.window.page.sign_in_first()
            return
        page = PracticePage()
        page.made.connect(lambda: self.open_practice(signs_in=signs_in))
        self.window.show_page(page, is_practice=True)
        page.make()

    def _show_unlock(self, facts: LockedRegister) -> None:
        is_practice = facts.kind is RegisterKind.PRACTICE
        practice: tuple[PracticeSignIn, ...] = ()
        if is_practice:
            from ui.practice import sign_ins

            practice = sign_ins()
        page = UnlockPage(facts, self._clock, self._due, practice, self._key_work)
        page.signed_in.connect(self.enter)
        page.recovery_requested.connect(lambda: self._show_recovery(facts))
        page.restore_requested.connect(self._show_restore)
        page.practice_requested.connect(self.open_practice)
        page.other_requested.connect(self._choose_other)
        self.window.show_page(page, is_practice=is_practice)

    def _welcome(self) -> None:
        from ui.pages.first_start_page import WelcomePage

        page = WelcomePage()
        page.create_requested.connect(self._begin_first_start)
        page.practice_requested.connect(self.open_practice)
        page.other_requested.connect(self._choose_other)
        page.restore_requested.connect(self._show_restore)
        self.window.show_page(page)

    def _begin_first_start(self) -> None:
        from ui.first_start import FirstStart

        start = FirstStart(self._clock, self.window.show_page, self._key_work, self._folder, self)
        start.made.connect(self.enter)
        start.left.connect(self._welcome)
        self._first_start = start
        start.start()

    def _show_recovery(self, facts: LockedRegister) -> None:
        from ui.pages.recovery_page import RecoveryPage

        page = RecoveryPage(facts, self._clock, self._key_work)
        page.recovered.connect(self._show_new_code)
        page.went_back.connect(lambda: self.open_folder(facts.folder))
        self.window.show_page(page)

    def _show_new_code(self, session: "Session", code: "RecoveryCode") -> None:
        from ui.pages.handover_code import CodePage

        page = CodePage("Ny återställningskod", code, session.settings, self._clock, "Öppna registret")
        page.checked.connect(lambda: self.enter(session))
        self.window.show_page(page)

    def _show_restore(self) -> None:
        from ui.pages.restore_page import RestorePage

        page = RestorePage(self._folder.parent, self._clock, self._key_work)
        page.went_back.connect(lambda: self.open_folder(self._folder))
        page.restored.connect(self._restored)
        self.window.show_page(page)

    def _restored(self, folder: Path, sentences: list[str]) -> None:
        self._due = ()
        remember_folder(folder)
        self.open_folder(folder)
        page = self.window.page
        if page is not None:
            page.say(
                " ".join(["Kopian är återställd. Lås upp den som vanligt.", *sentences]), _tone(sentences)
            )

    def _choose_other(self) -> None:
        from ui.dialogs import ask

        folder = ask.folder("Mappen med registret", self._folder.parent)
        if folder is None:
            return
        if is_register(folder):
            self._due = ()
            self.open_folder(folder)
        elif self.window.page is not None:
            self.window.page.say("I mappen finns inget register. Välj mappen där register.allvar ligger.")

    def enter(self, session: "Session") -> None:
        """Open the main window for a session."""
        from ui.program import Program

        if not session.is_practice:
            remember_folder(session.register.folder)
        self.program = Program(session)
        self.program.begin()
        self.window.hide()
        self.window.forget_pages()
        self.signed_in.emit(session)


def _tone(sentences: list[str]) -> Any:
    from ui.widgets.text import Tone

    return Tone.WRONG if sentences else Tone.QUIET
