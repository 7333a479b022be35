from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.account import Role
from allvar_desktop.errors import KnownError
from allvar_desktop.services.session import Session
from tests.ui import walk
from tests.ui.gestures import click, shortcut
from tests.ui.keys import press, type_text
from tests.ui.shots import settle
from ui import names, style
from ui.dialogs import ask
from ui.help import texts
from ui.main_window import MainWindow
from ui.navigation import PageEntry, Shell
from ui.pages.base import Page
from ui.widgets.buttons import primary
from ui.widgets.text import Text
from ui.widgets.text_fields import TextField


class FirstPage(Page):
    key: ClassVar[str] = "today"
    nav_key: ClassVar[str] = "today"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.head.set_title("Idag", "fredag 27 mars 2026")
        self.next_button = primary("Nytt ärende", hint="Ctrl N")
        self.head.set_buttons(self.next_button)
        self.field = TextField()
        self.field.setAccessibleName("Ett fält")
        self.name = Text("")
        self.body.addWidget(self.field)
        self.body.addWidget(self.name)
        self.printed = 0

    def refresh(self) -> None:
        self.name.setText(names.shown("Elias Bergdahl"))

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {"print": self.print_it}

    def print_it(self) -> None:
        self.printed += 1

    @classmethod
    def nav_count(cls, session: Session) -> int:  # noqa: ARG003  # what every page is given
        return 3


class SecondPage(Page):
    key: ClassVar[str] = "cases"
    nav_key: ClassVar[str] = "cases"
    is_stubborn = False

    @classmethod
    def nav_count(cls, session: Session) -> int:  # noqa: ARG003  # what every page is given
        return 41

    def open(self, *, case_id: int = 0, **_: object) -> None:
        self.head.set_title(f"Ärende {case_id}")
        if case_id < 0:
            raise KnownError("Ärendet är borttaget.", "Välj ett annat.")

    def may_leave(self) -> bool:
        return not self.is_stubborn


ENTRIES = (
    PageEntry("today", __name__, "FirstPage", "Idag", "sun", "go_today", has_count=True),
    PageEntry("cases", __name__, "SecondPage", "Ärenden", "folder", "go_cases", has_count=True),
)


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    made = MainWindow(Shell(session, ENTRIES), "Hässelby-Vällingby · Ungdomsenheten")
    qtbot.addWidget(made)
    made.shell.go("today")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def here(window: MainWindow) -> str:
    assert window.shell.place is not None
    return window.shell.place.key


def first(window: MainWindow) -> FirstPage:
    page = window.shell.page("today")
    assert isinstance(page, FirstPage)
    return page


def second(window: MainWindow) -> SecondPage:
    page = window.shell.page("cases")
    assert isinstance(page, SecondPage)
    return page


def test_every_focusable_widget_has_a_name(window: MainWindow) -> None:
    assert walk.nameless(window) == []
    assert len(walk.focusable(window)) > 5


def test_nothing_is_cut_at_any_text_size_or_in_the_smallest_window(
    session: Session, qtbot: QtBot, qapp: QApplication
) -> None:
    for percent in (100, 150, 200):
        style.set_text_scale(qapp, percent)
        window = MainWindow(Shell(session, ENTRIES), "Hässelby-Vällingby · Ungdomsenheten")
        qtbot.addWidget(window)
        window.shell.go("today")
        for size in ((1280, 800), (1024, 700)):
            window.resize(*size)
            window.show()
            settle(qapp)
            assert window.size().toTuple() == size
            assert [line for line in walk.cut(window) if "Ungdomsenheten" not in line] == []


def test_navigation_folds_to_icons_with_large_text(
    session: Session, qtbot: QtBot, qapp: QApplication
) -> None:
    style.set_text_scale(qapp, 200)
    window = MainWindow(Shell(session, ENTRIES), "Ungdomsenheten")
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    button = window.nav.buttons()[0]
    assert button.is_folded
    assert button.toolTip() == "Idag (Ctrl 1)"
    assert button.accessibleName() == "Idag"


def test_shortcuts_open_pages_and_escape_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    shortcut("Ctrl+2", window)
    assert here(window) == "cases"
    shortcut("Esc", window)
    assert here(window) == "today"


def test_history_opens_the_page_with_what_it_had(window: MainWindow) -> None:
    window.shell.go("cases", case_id=7)
    window.shell.go("today")
    window.shell.back()
    assert second(window).head.title.text() == "Ärende 7"


def test_a_page_opened_anew_begins_at_its_top(window: MainWindow, qapp: QApplication) -> None:
    window.shell.go("cases", case_id=7)
    page = second(window)
    page.content.setMinimumHeight(5_000)
    settle(qapp)
    bar = page._scroll.verticalScrollBar()
    bar.setValue(900)
    assert bar.value() == 900
    window.shell.go("cases", case_id=8)
    assert bar.value() == 0


def test_a_page_that_will_not_be_left_stays_and_keeps_its_light(window: MainWindow, qtbot: QtBot) -> None:
    window.shell.go("cases")
    second(window).is_stubborn = True
    click(window.nav.buttons()[0])
    assert here(window) == "cases"
    assert [button.isChecked() for button in window.nav.buttons()] == [False, True]


def test_a_page_that_cannot_open_says_why_and_leaves_one_where_one_was(window: MainWindow) -> None:
    assert not window.shell.go("cases", case_id=-1)
    assert here(window) == "today"
    assert first(window).banner.message.text() == "Ärendet är borttaget. Välj ett annat."


def test_the_page_answers_for_actions_that_it_knows(window: MainWindow, qtbot: QtBot) -> None:
    shortcut("Ctrl+P", window)
    assert first(window).printed == 1
    assert not window.do("save")


def test_f9_masks_names_on_the_page(window: MainWindow, qtbot: QtBot) -> None:
    shortcut("F9", window)
    assert first(window).name.text() == "E. B."
    shortcut("F9", window)
    assert first(window).name.text() == "Elias Bergdahl"


def test_typing_in_the_search_shows_hits_over_the_page(window: MainWindow, qtbot: QtBot) -> None:
    shortcut("Ctrl+F", window)
    assert window.top.search.hasFocus()
    type_text("berg", window.top.search)
    assert window.hits.isVisible()
    assert window.top.search.hasFocus()
    assert here(window) == "today"


def test_the_banner_undoes_once(window: MainWindow, qtbot: QtBot) -> None:
    undone = []
    window.shell.show_banner("Tiden är flyttad.", lambda: undone.append(1))
    banner = first(window).banner
    assert banner.isVisible()
    click(banner.button)
    assert undone == [1]
    assert not banner.isVisible()


def _breaks() -> str:
    return dict[str, str]()["saknas"]


def test_an_unknown_error_is_shown_as_a_bug_and_what_was_typed_stays(window: MainWindow) -> None:
    shown: list[BaseException] = []
    window.shell.on_bug = shown.append
    first(window).field.set_value("halvskrivet")
    assert window.shell.run(_breaks) is None
    assert isinstance(shown[0], KeyError)
    assert first(window).field.value() == "halvskrivet"


def test_the_list_of_actions_does_what_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    window.shell.go("cases")
    with ask.scripted([lambda dialog: dialog.field.set_value("gå till idag")]) as asked:
        shortcut("Ctrl+K", window)
    assert asked.questions == ["Alla åtgärder"]
    assert here(window) == "today"


def test_f1_explains_and_escape_gives_the_focus_back(window: MainWindow, qtbot: QtBot) -> None:
    field = first(window).field
    field.setFocus()
    shortcut("F1", window)
    assert window.help_panel.isVisible()
    shortcut("Esc")
    assert not window.help_panel.isVisible()
    assert field.hasFocus()
    assert here(window) == "today"


def test_counts_stand_at_the_names_of_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.nav.buttons()[0].accessibleName() == "Idag, 3")
    assert window.nav.buttons()[1].accessibleName() == "Ärenden, 41"  # also before it is opened


def test_saving_shows_when(window: MainWindow) -> None:
    window.shell.saved()
    assert window.foot.saved_at.text() == "Sparat 15.40"


@pytest.mark.parametrize(("percent", "page", "is_long"), [(200, "case", True), (100, "case", False)])
def test_a_help_text_that_is_longer_than_the_window_scrolls_by_the_arrows(
    session: Session, qtbot: QtBot, qapp: QApplication, percent: int, page: str, is_long: bool
) -> None:
    style.set_text_scale(qapp, percent)
    window = MainWindow(Shell(session, ENTRIES), "Ungdomsenheten")
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    window.activateWindow()
    panel = window.help_panel
    panel.show_help(texts(page)[page], None)
    settle(qapp)
    bar, text = panel._area.verticalScrollBar(), panel._text
    assert text.height() >= text.heightForWidth(text.width())
    assert (bar.maximum() > 0) == is_long
    press(Qt.Key.Key_Down)
    assert (bar.value() > 0) == is_long
    window.do("back")
    assert not panel.isVisibleTo(window)


def test_an_administrator_alone_finds_no_door_to_the_cases(session: Session, qtbot: QtBot) -> None:
    session.account = replace(session.account, roles=frozenset({Role.ADMINISTRATOR}))
    window = MainWindow(Shell(session), "Ungdomsenheten")
    qtbot.addWidget(window)
    window.show()
    window.shell.go("settings")
    assert [button.accessibleName() for button in window.nav.buttons()] == ["Inställningar"]
    assert not window.top.search.isVisibleTo(window)
    for wanted in ("new_case", "search", "go_today", "go_cases"):
        assert not window.do(wanted)
    window.do("back")
    assert here(window) == "settings"
    window.close_for_good()
    window.shell.close_pages()
