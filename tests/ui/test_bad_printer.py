"""A printer that fails, wherever the program prints: a sentence, the next step, and printing again works."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.paper import PaperState
from allvar_desktop.domain.recovery_code import new_recovery_code
from allvar_desktop.services import papers
from allvar_desktop.services.session import Session
from tests.steps import assess, soon, take_in, talk
from tests.ui.light_session import UNIT
from tests.ui.printers import RememberingPrinter
from ui.dialogs import ask
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.pages.handover_code import CodePage
from ui.pages.preview_page import PreviewPage
from ui.pages.settings_page import SettingsPage

SAID = "Skrivaren tog inte emot brevet. Se efter att skrivaren är på och har papper"


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(Shell(session), "Ungdomsenheten")
    made.show()
    qtbot.waitExposed(made)
    made.shell.go("today")
    yield made
    made.shell.close_pages()
    made.close_for_good()


def told(window: MainWindow) -> str:
    page = window.shell.current
    assert page is not None
    assert page.banner.isVisible()
    return page.banner.message.text()


def preview(window: MainWindow) -> PreviewPage:
    page = window.shell.current
    assert isinstance(page, PreviewPage)
    return page


def test_the_recovery_code_is_still_there_to_be_printed(
    fixed_clock: FixedClock, qtbot: QtBot, printer: RememberingPrinter
) -> None:
    page = CodePage("Kod", new_recovery_code(), UNIT.settings, fixed_clock, "Nästa")
    qtbot.addWidget(page)
    page.show()
    printer.fails = True
    page.print_button.click()
    assert page.message.text().startswith(SAID)
    printer.fails = False
    page.print_button.click()
    assert len(printer.printed) == 1


def test_a_letter_stays_and_is_asked_about_and_its_stored_bytes_are_printed_again(
    window: MainWindow, session: Session, printer: RememberingPrinter
) -> None:
    (case_id,) = take_in(session, 1)
    assess(session, case_id)
    window.shell.go("preview", kind="summons", meeting_id=talk(session, case_id, soon(session)))
    printer.fails = True
    preview(window).print()
    assert told(window).startswith(SAID)
    (paper,) = papers.papers_of(session, CaseId(1))
    assert paper.state is PaperState.ISSUED
    printer.fails = False
    window.shell.go("preview", paper_id=paper.id)
    stored = papers.open_paper(session, paper.id)
    with ask.scripted([True]):
        preview(window).print()
    assert printer.printed == [stored]


def test_a_reprint_that_fails_says_so(
    window: MainWindow, session: Session, printer: RememberingPrinter
) -> None:
    (case_id,) = take_in(session, 1)
    assess(session, case_id)
    window.shell.go("preview", kind="summons", meeting_id=talk(session, case_id, soon(session)))
    with ask.scripted([True, True]):
        preview(window).print()
    paper = papers.papers_of(session, case_id)[0]
    window.shell.go("preview", paper_id=paper.id)
    printer.fails = True
    preview(window).print()
    assert told(window).startswith(SAID)
    assert papers.papers_of(session, case_id)[0].state is PaperState.PRINTED


def test_the_test_page_of_the_envelope_says_so_too(window: MainWindow, printer: RememberingPrinter) -> None:
    window.shell.go("settings", section="window")
    page = window.shell.current
    assert isinstance(page, SettingsPage)
    printer.fails = True
    page.window_section.test_button.click()
    assert told(window).startswith(SAID)
