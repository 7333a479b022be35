"""The signed-in window that the tour plays on, with a clock that it moves."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.domain.settings import Letterhead, UnitSettings
from allvar_desktop.services import registers
from allvar_desktop.services.session import Session
from ui import style
from ui.dialogs import ask
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.shown_page import ShownPage
from ui.tour.camera import Camera, settle

PASSPHRASE = "kajak linjal molnet vante sommar"
UNIT = registers.NewUnit(
    UnitSettings(
        letterhead=Letterhead(
            district="Hässelby-Vällingby stadsdelsförvaltning",
            unit="Ungdomsenheten",
            street="Hässelbyplan 3",
            postcode="165 73",
            town="Hässelby",
            phone="08-465 004 00",
            emergency_phone="08-465 004 99",
        ),
        rooms=("Eken", "Björken"),
    ),
    "Frida Ek",
    "socialsekreterare",
    "08-465 004 10",
)


class Stage:
    """Does what hands would do: opens pages, presses keys, answers questions, takes pictures."""

    def __init__(self, register: Path, clock: FixedClock, camera: Camera) -> None:
        self.clock = clock
        self.camera = camera
        keys = registers.derive_new_keys(PASSPHRASE)
        self.session: Session = registers.create(register, RegisterKind.PRACTICE, UNIT, keys, clock)
        self.shell = Shell(self.session)
        self.window = MainWindow(self.shell, registers.unit_name(self.session.settings))
        self.window.show()
        settle()

    def at(self, instant: datetime) -> None:
        """It is now this instant."""
        self.clock.set(instant)

    def go(self, key: str, **params: Any) -> ShownPage:
        """Open a page. RuntimeError when it does not open."""
        if not self.shell.go(key, **params):
            raise RuntimeError(f"the page {key} did not open")
        settle()
        return self.page

    @property
    def page(self) -> ShownPage:
        """The page that is shown."""
        page = self.shell.current
        if page is None:
            raise RuntimeError("no page is shown")
        return page

    def press(self, action: str, *answers: Any) -> None:
        """Do an action of the page; questions that come are answered with these, all of them."""
        with ask.scripted(answers) as script:
            self.page.handlers()[action]()
            settle()
        if script.answers:
            raise RuntimeError(f"{action} asked fewer questions than the tour answers")

    def shot(self, name: str) -> None:
        """A picture of the window."""
        self.camera.take(self.window, name)

    def dark(self, *, is_dark: bool) -> None:
        """Turn the light out, or on."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            style.set_scheme(app, "dark" if is_dark else "light")
            settle()

    def close(self) -> None:
        """Close window and register."""
        self.shell.close_pages()
        self.window.close_for_good()
        self.window.deleteLater()
        settle()
        self.session.register.close()


def expect(*, holds: bool, words: str) -> None:
    """RuntimeError with the words when something the tour relies on does not hold."""
    if not holds:
        raise RuntimeError(words)
