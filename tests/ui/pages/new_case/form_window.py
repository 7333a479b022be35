"""The window with *Nytt ärende* open and plain pages round it, and notice 1 typed by keys."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.new_case import NewCase
from allvar_desktop.services.session import Session
from tests.notices import NOTICES
from tests.ui.keys import focused, press, tab, type_text
from ui.main_window import MainWindow
from ui.navigation import PageEntry, Shell
from ui.pages.base import Page
from ui.pages.booking_page import BookingPage
from ui.pages.new_case_page import NewCasePage
from ui.widgets.buttons import Button


class PlainPage(Page):
    """Remembers what it was opened with, and has one thing that takes the focus."""

    key: ClassVar[str] = "plain"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.body.addWidget(Button("En knapp"))

    def open(self, **params: Any) -> None:
        self.params = params


ENTRIES = (
    PageEntry("today", __name__, "PlainPage", "Idag", "sun", "go_today"),
    PageEntry("cases", __name__, "PlainPage", "Ärenden", "folder", "go_cases"),
    PageEntry("case", __name__, "PlainPage"),
    PageEntry("preview", __name__, "PlainPage"),
    PageEntry("new_case", "ui.pages.new_case_page", "NewCasePage"),
    PageEntry("booking", "ui.pages.booking_page", "BookingPage"),
)


def open_window(session: Session, qtbot: QtBot, key: str, **params: Any) -> MainWindow:
    """The window at a page."""
    window = MainWindow(Shell(session, ENTRIES), "Hässelby-Vällingby · Ungdomsenheten")
    qtbot.addWidget(window)
    window.shell.go("today")
    window.show()
    window.activateWindow()
    window.shell.go(key, **params)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return window


def new_case(window: MainWindow) -> NewCasePage:
    page = window.shell.page("new_case")
    assert isinstance(page, NewCasePage)
    return page


def booking(window: MainWindow) -> BookingPage:
    page = window.shell.page("booking")
    assert isinstance(page, BookingPage)
    return page


def here(window: MainWindow) -> tuple[str, dict[str, Any]]:
    """The key of the page that is shown and what it was opened with."""
    assert window.shell.place is not None
    return window.shell.place.key, dict(window.shell.place.params)


def to(name: str, most: int = 60) -> None:
    """Press Tab until the widget with this accessible name has the focus."""
    for _ in range(most):
        if focused().accessibleName() == name:
            return
        tab()
    raise AssertionError(f"Tab does not reach {name!r}; it is at {focused().accessibleName()!r}")


def fill(*lines: tuple[str, str]) -> None:
    """Go to each field by Tab and type into it; ``+`` alone ticks or presses it, a digit alone chooses."""
    for name, text in lines:
        to(name)
        if text == "+":
            press(Qt.Key.Key_Space)
        else:
            type_text(text)


ELIAS, NORA = NOTICES[1].forms[0], NOTICES[2].forms[0]

NOTICE_1 = (
    ("Kom in via", "bu"),
    ("Mottagen av enheten", "27/3 15.40"),
    ("Polisanmälan", "27/3 13.05"),
    ("Händelse", "27/3 11.50"),
    ("Vad som har hänt, kort", "Snatteri, Vällingby centrum"),
    ("Avsändare", "Polisregion Stockholm, lok"),
    ("Diarienummer", "5000-K310412-26"),
    ("Barnet: Personnummer", "201307102390"),
    ("Barnet: Namn", "Elias Bergdahl"),
    ("Barnet: Skyddade uppgifter", "i"),
    ("Barnet: Skola", "Övningsskolan"),
    ("Vårdnadshavare 1: Namn", "Sara Bergdahl"),
    ("Vårdnadshavare 1: Personnummer", "198410142387"),
    ("Vårdnadshavare 1: Telefon", "070-174 06 05"),
    ("Vårdnadshavare 1: Adress på en rad", "Övningsvägen 4 lgh 1102, 162 60 Vällingby"),
    ("Vårdnadshavare 1: Skyddade uppgifter", "i"),
    ("Vårdnadshavare 1: Barnet bor här", "+"),
    ("Vårdnadshavare 2: Namn", "Jonas Wik"),
    ("Vårdnadshavare 2: Personnummer", "197710152393"),
    ("Vårdnadshavare 2: Telefon", "070-174 06 11"),
    ("Vårdnadshavare 2: Adress på en rad", "Provgatan 19, 165 73 Hässelby"),
    ("Vårdnadshavare 2: Skyddade uppgifter", "i"),
    ("Får familjen underrättas?: Ja, polisen säger ja", "1"),
    ("Förhör är hållet", "+"),
    ("Vem på polisen som svarade", "Polisen i underrättelsen"),
    ("Omedelbar skyddsbedömning: Inget omedelbart skyddsbehov", "1"),
)


def put(page: NewCasePage, case: NewCase) -> None:
    """The notice as typed into the form, without the keys."""
    notice, fields = case.notice, page.form.notice
    fields.kind.set_value(notice.kind)
    fields.arrival.set_value(notice.arrival)
    for name, field in fields.times.items():
        field.set_moment(getattr(notice, name))
    fields.form.set_values({name: getattr(notice, name) for name in ("event_text", "sender", "reference")})
    page.form.child.set_party(case.child)
    for row, adult in zip(page.form.family.rows(), case.adults, strict=False):
        row.set_party(adult)
    page.form.told.told.set_value(notice.may_be_told)
    pause(page)


def pause(page: NewCasePage) -> None:
    """Stop typing for as long as the page waits before it looks for free times."""
    page.refresh()


def note_of(page: NewCasePage, name: str) -> str:
    row = page.form.notice.form.rows[name]
    return row.note.text() if row.note.isVisibleTo(page) else ""
