"""The window with *Ett ärende* open, and stand-ins for the pages that it leads to."""

from typing import ClassVar

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services.session import Session
from tests.ui.shots import settle
from ui.main_window import MainWindow
from ui.navigation import PageEntry, Shell
from ui.pages.base import Page
from ui.pages.case_page import CasePage
from ui.widgets.buttons import Button
from ui.widgets.text import RunText, Text


class StandIn(Page):
    """Remembers what it was opened with."""

    opened: dict[str, object]

    def open(self, **params: object) -> None:
        self.opened = params


class BookingStandIn(StandIn):
    key: ClassVar[str] = "booking"


class MeetingStandIn(StandIn):
    key: ClassVar[str] = "meeting"


class PreviewStandIn(StandIn):
    key: ClassVar[str] = "preview"


class TodayStandIn(StandIn):
    key: ClassVar[str] = "today"


ENTRIES = (
    PageEntry("case", "ui.pages.case_page", "CasePage"),
    PageEntry("today", __name__, "TodayStandIn"),
    PageEntry("booking", __name__, "BookingStandIn"),
    PageEntry("meeting", __name__, "MeetingStandIn"),
    PageEntry("preview", __name__, "PreviewStandIn"),
)


def show(session: Session, case_id: CaseId, qtbot: QtBot, size: tuple[int, int] = (1280, 800)) -> MainWindow:
    """The window, with the case open."""
    window = MainWindow(Shell(session, ENTRIES), "Ungdomsenheten")
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.shell.go("today")
    window.shell.go("case", case_id=case_id)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(app)
    return window


def case_page(window: MainWindow) -> CasePage:
    page = window.shell.page("case")
    assert isinstance(page, CasePage)
    return page


def words(root: QWidget) -> str:
    """Everything that can be read on a widget."""
    parts = [*root.findChildren(Text), *root.findChildren(RunText), *root.findChildren(Button)]
    seen = [
        part.text() for part in parts if isinstance(part, Text | RunText | Button) and part.isVisibleTo(root)
    ]
    pills = [
        pill.pill.words
        for pill in root.findChildren(QWidget)
        if hasattr(pill, "pill") and pill.isVisibleTo(root)
    ]
    return " | ".join([*seen, *pills])


def opened_with(window: MainWindow) -> tuple[str, dict[str, object]]:
    """Which page is shown, and what it was opened with."""
    place = window.shell.place
    assert place is not None
    return place.key, dict(place.params)


def button(page: CasePage, name: str) -> Button:
    """The visible button on the open card whose accessible name begins so."""
    found = [
        each
        for each in page.findChildren(Button)
        if each.accessibleName().startswith(name) and each.isVisibleTo(page)
    ]
    assert found, f"no button {name!r} among {[b.accessibleName() for b in page.findChildren(Button)]}"
    return found[0]
