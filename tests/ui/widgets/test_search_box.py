"""The search of the top bar: hits come while one types, by keys or a click one opens, and Esc leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services import searches
from allvar_desktop.services.session import Session
from tests.people import register_child
from tests.ui import walk
from tests.ui.gestures import shortcut
from tests.ui.keys import press, type_text
from tests.ui.shots import settle
from ui import style
from ui.main_window import MainWindow
from ui.navigation import Shell


@pytest.fixture
def made(session: Session) -> dict[str, CaseId]:
    return {
        name: register_child(session, f"Test {name}", guardian="Vera Påhitt")
        for name in ("Alm", "Berg", "Dal")
    }


def show(session: Session, qtbot: QtBot, size: tuple[int, int] = (1280, 800)) -> MainWindow:
    window = MainWindow(Shell(session), "Ungdomsenheten")
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.shell.go("today")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(app)
    return window


def acts(session: Session) -> list[str]:
    return [row[0] for row in session.register.db.execute("SELECT act FROM log ORDER BY number")]


def hits(window: MainWindow) -> list[str]:
    model = window.hits.model
    return [model.row_at(row).line.name for row in range(model.rowCount())]


def test_ctrl_f_says_what_can_be_searched_and_keys_open_a_hit(
    session: Session, made: dict[str, CaseId], qtbot: QtBot
) -> None:
    window = show(session, qtbot)
    before = len(acts(session))
    shortcut("Ctrl+F", window)
    assert window.hits.isVisible()
    assert window.hits.note.text() == searches.SEARCHABLE
    type_text("test")
    assert hits(window) == ["Test Alm", "Test Berg", "Test Dal"]
    press(Qt.Key.Key_Down)
    assert window.top.search.accessibleDescription().startswith("2 av 3: Test Berg")
    press(Qt.Key.Key_Return)
    assert window.shell.place is not None
    assert window.shell.place.params == {"case_id": made["Berg"]}
    assert not window.hits.isVisible()
    assert window.top.search.text() == ""
    assert acts(session)[before:].count(Act.SEARCHED) == 1


def test_arrows_stop_at_both_ends(session: Session, made: dict[str, CaseId], qtbot: QtBot) -> None:
    window = show(session, qtbot)
    window.top.search.setFocus()
    type_text("test")
    press(Qt.Key.Key_Up)
    assert window.hits.table.current_row() == 0
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_Down)
    assert window.hits.table.current_row() == 2


def test_a_click_opens_a_hit(session: Session, made: dict[str, CaseId], qtbot: QtBot) -> None:
    window = show(session, qtbot)
    window.top.search.setFocus()
    type_text("dal")
    table = window.hits.table
    where = table.visualRect(window.hits.model.index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert window.shell.place is not None
    assert window.shell.place.params == {"case_id": made["Dal"]}


def test_esc_takes_the_hits_away_and_leads_back_to_the_page(
    session: Session, made: dict[str, CaseId], qtbot: QtBot
) -> None:
    window = show(session, qtbot)
    window.top.search.setFocus()
    type_text("alm")
    press(Qt.Key.Key_Escape)
    assert not window.hits.isVisible()
    assert window.top.search.text() == ""
    assert not window.top.search.hasFocus()
    assert window.shell.place is not None
    assert window.shell.place.key == "today"


def test_what_finds_nothing_says_so_and_enter_does_nothing(session: Session, qtbot: QtBot) -> None:
    window = show(session, qtbot)
    window.top.search.setFocus()
    type_text("finns inte")
    assert window.hits.note.text().startswith("Inget ärende hittades.")
    assert not window.hits.table.isVisible()
    press(Qt.Key.Key_Return)
    assert window.shell.place is not None
    assert window.shell.place.key == "today"


def test_what_was_shown_is_logged_once_two_seconds_after_the_last_key(
    session: Session, made: dict[str, CaseId], qtbot: QtBot
) -> None:
    window = show(session, qtbot)
    window.top.search.setFocus()
    before = acts(session)
    type_text("test")
    watch = window.hits._watch
    assert watch._timer.isActive()
    assert acts(session) == before
    watch._timer.timeout.emit()
    watch.log()
    assert acts(session) == [*before, Act.SEARCHED]


@pytest.mark.parametrize(("size", "percent"), [((1280, 800), 100), ((1024, 700), 100), ((1024, 700), 200)])
def test_the_hits_lie_within_the_window_and_nothing_is_cut(
    session: Session,
    made: dict[str, CaseId],
    qtbot: QtBot,
    qapp: QApplication,
    size: tuple[int, int],
    percent: int,
) -> None:
    style.set_text_scale(qapp, percent)
    window = show(session, qtbot, size)
    window.top.search.setFocus()
    type_text("vera")
    settle(qapp)
    assert window.rect().contains(window.hits.geometry())
    assert walk.cut(window.hits) == []
    table = window.hits.table
    assert table.horizontalScrollBar().maximum() == 0
    assert table.height() == 3 * table.verticalHeader().defaultSectionSize()
