"""*Ärenden*: views, filters, order, search, empty states and keys, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_choice import CaseChoice, DueBy
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.services import cases
from allvar_desktop.services.session import Session
from tests.people import register_child
from tests.ui import walk
from tests.ui.keys import press, type_text
from tests.ui.shots import settle
from ui import names, search_watch, style
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.pages.cases_page import CasesPage


@pytest.fixture
def made(session: Session) -> dict[str, CaseId]:
    """Three cases of Frida's, one of them unassigned."""
    ids = {
        name: register_child(session, f"Test {name}", guardian="Vera Påhitt")
        for name in ("Öst", "Alm", "Berg")
    }
    cases.change_handler(session, ids["Berg"], None)
    return ids


def show(session: Session, qtbot: QtBot, size: tuple[int, int] = (1280, 800)) -> tuple[MainWindow, CasesPage]:
    window = MainWindow(Shell(session), "Ungdomsenheten")
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.shell.go("cases")
    page = window.shell.page("cases")
    assert isinstance(page, CasesPage)
    calm()
    return window, page


def calm() -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(app)


def shown(page: CasesPage) -> list[str]:
    return [page.model.row_at(row).line.name for row in range(page.model.rowCount())]


def acts(session: Session) -> list[tuple[str, str]]:
    return [tuple(row) for row in session.register.db.execute("SELECT act, object FROM log ORDER BY number")]


def test_it_opens_with_ones_own_cases_and_one_entry_in_the_log(
    session: Session, made: dict[str, CaseId], qtbot: QtBot
) -> None:
    before = len(acts(session))
    _, page = show(session, qtbot)
    assert sorted(shown(page)) == ["Test Alm", "Test Öst"]
    assert page.head.subtitle.text() == "2 ärenden"
    page.tick()
    page.refresh()
    assert acts(session)[before:] == [(Act.LIST_OPENED, "cases:2")]


def test_a_view_is_chosen_by_its_chip_and_says_how_many_it_holds(
    session: Session, made: dict[str, CaseId], qtbot: QtBot
) -> None:
    _, page = show(session, qtbot)
    chips = {button.text(): button for button in page.views.chips.buttons()}
    assert list(chips) == [
        "Mina öppna 2", "Alla öppna 3", "Klockan går 3", "Överskridna 0", "Utan handläggare 1", "Avslutade 0",
    ]  # fmt: skip
    chips["Utan handläggare 1"].click()
    assert shown(page) == ["Test Berg"]
    assert page.filters.whose.value() == (None,)


def test_filters_narrow_and_are_cleared_again(
    session: Session, made: dict[str, CaseId], qtbot: QtBot
) -> None:
    _, page = show(session, qtbot)
    page.filters.due.set_value(DueBy.PASSED)
    assert shown(page) == []
    assert page.filters.clear.isVisible()
    page.filters.clear.click()
    assert page.filters.choice() == CaseChoice()
    assert len(shown(page)) == 3
    assert not page.filters.clear.isVisible()


def test_an_empty_list_says_what_would_be_here_and_how_it_comes(session: Session, qtbot: QtBot) -> None:
    _, page = show(session, qtbot)
    assert not page.table.isVisible()
    assert page._nothing.isVisible()
    assert "när det registreras" in " ".join(label.text() for label in page._nothing.findChildren(QLabel))
    page.search("finns inte")
    assert page._no_hits.isVisible()
    assert not page._nothing.isVisible()


def test_a_head_sorts_and_again_the_other_way(
    session: Session, made: dict[str, CaseId], qtbot: QtBot
) -> None:
    _, page = show(session, qtbot)
    page.views.chips.buttons()[1].click()
    head = page.table.horizontalHeader()
    head.sectionClicked.emit(1)
    assert shown(page) == ["Test Alm", "Test Berg", "Test Öst"]
    head.sectionClicked.emit(1)
    assert shown(page) == ["Test Öst", "Test Berg", "Test Alm"]


def test_the_search_of_the_page_is_logged_two_seconds_after_the_last_key_by_numbers_alone(
    session: Session, made: dict[str, CaseId], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = show(session, qtbot)
    assert search_watch.PAUSE == 2000
    timer = page._watch._timer
    assert timer.interval() == search_watch.PAUSE
    before = len(acts(session))
    page.words.setFocus()
    type_text("test alm", page.words)
    assert shown(page) == ["Test Alm"]
    assert page.head.subtitle.text() == "1 träff"
    assert timer.isActive()
    assert acts(session)[before:] == []
    timer.timeout.emit()
    number = session.tables.case_lines.get(made["Alm"]).number
    assert acts(session)[before:] == [(Act.SEARCHED, f"cases:{number}")]
    page._watch.log()
    assert len(acts(session)) == before + 1


def test_keys_alone_lead_to_a_case(session: Session, made: dict[str, CaseId], qtbot: QtBot) -> None:
    window, page = show(session, qtbot)
    assert QApplication.focusWidget() is page.table
    first = page.model.row_at(1).line.case_id
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.shell.place is not None
    assert window.shell.place.key == "case"
    assert window.shell.place.params == {"case_id": first}
    window.do("back")
    assert window.shell.place.key == "cases"


def test_hidden_names_show_in_no_cell(session: Session, made: dict[str, CaseId], qtbot: QtBot) -> None:
    _, page = show(session, qtbot)
    names.screen().set_hiding(True)
    words = [page.model.index(row, column).data() for row in range(2) for column in range(6)]
    assert not any("Alm" in word or "Öst" in word for word in words)


def test_a_colleagues_row_tells_number_and_handler_alone(
    session: Session, made: dict[str, CaseId], qtbot: QtBot
) -> None:
    cases.change_handler(session, made["Alm"], AccountId(1))
    session.account = Account(AccountId(7), "Omar Lind", "", "", frozenset({Role.HANDLER}))
    _, page = show(session, qtbot)
    page.views.chips.buttons()[1].click()
    rows = [
        [page.model.index(row, column).data() for column in range(page.model.columnCount())]
        for row in range(page.model.rowCount())
    ]
    theirs = [row for row in rows if row[1] == "En kollegas ärende"]
    assert len(theirs) == 2
    assert {(row[2], row[4], row[5]) for row in theirs} == {("", "", "F. Ek")}
    assert not any("Alm" in cell or "Öst" in cell for row in rows for cell in row)


@pytest.mark.parametrize(("size", "percent"), [((1280, 800), 100), ((1024, 700), 100), ((1024, 700), 200)])
def test_nothing_is_cut_and_everything_has_a_name(
    session: Session,
    made: dict[str, CaseId],
    qtbot: QtBot,
    qapp: QApplication,
    size: tuple[int, int],
    percent: int,
) -> None:
    style.set_text_scale(qapp, percent)
    window, page = show(session, qtbot, size)
    assert walk.cut(window) == []
    assert walk.nameless(window) == []
    assert page.table.horizontalScrollBar().maximum() == 0
    assert page.fold.isVisible() == (percent == 200)
