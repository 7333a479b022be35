"""The main job by keys alone, on the program's own pages: from the empty form to a printed summary."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.paper import PaperKind, PaperState
from allvar_desktop.domain.record import Section
from allvar_desktop.services import papers
from allvar_desktop.services.session import Session
from tests.documents.reading import text_of
from tests.ui.gestures import shortcut
from tests.ui.keys import ctrl, focused, press, type_text
from tests.ui.modal import answering
from tests.ui.pages.new_case.form_window import NOTICE_1, fill, here
from tests.ui.printers import RememberingPrinter
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.pages.meeting_page import MeetingPage

CASE = CaseId(1)


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    """The program as it opens: at *Idag*."""
    made = MainWindow(Shell(session), "Hässelby-Vällingby · Ungdomsenheten")
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.shell.go("today")
    return made


def type_the_notice_and_book() -> None:
    ctrl(Qt.Key.Key_N)
    fill(*NOTICE_1)
    shortcut("Alt+T")
    press(Qt.Key.Key_Down, times=2)
    shortcut("Ctrl+Return")


def print_what_is_shown(*, papers_shown: int) -> list[str]:
    """Print, and say with Enter of each paper that it came out right."""
    with answering(*["Return"] * papers_shown) as titles:
        shortcut("Ctrl+P")
    return titles


def write_the_talk(page: MeetingPage) -> None:
    for _ in page.attendance.rows:
        press(Qt.Key.Key_1)
        press(Qt.Key.Key_Tab)
    for section in Section:
        while page.section != section:
            shortcut("Alt+Down")
        if section is Section.AGREEMENT:
            type_text("Elias ber butiken om ursäkt.")
            shortcut("Ctrl+Space")
            press(Qt.Key.Key_1)  # who: Elias
            shortcut("Ctrl+Space")
        else:
            type_text(f"Sagt under {section.value}.")
            shortcut("Ctrl+J")


def test_from_the_empty_form_to_the_printed_letters(
    window: MainWindow, session: Session, fixed_clock: FixedClock, printer: RememberingPrinter
) -> None:
    fixed_clock.advance(timedelta(minutes=5))
    type_the_notice_and_book()
    assert here(window)[0] == "preview"
    titles = print_what_is_shown(papers_shown=2)
    assert len(titles) == 2
    assert here(window) == ("case", {"case_id": CASE})
    assert [paper.state for paper in papers.papers_of(session, CASE)] == [PaperState.PRINTED] * 2
    readers = [text_of(pdf) for pdf in printer.printed]
    assert ["Sara Bergdahl" in readers[0], "Jonas Wik" in readers[1]] == [True, True]
    assert all("Lördag 28 mars 2026 klockan 08.00–09.00" in letter for letter in readers)


def test_from_the_talk_to_the_locked_and_printed_summary(
    window: MainWindow, session: Session, fixed_clock: FixedClock, printer: RememberingPrinter
) -> None:
    fixed_clock.advance(timedelta(minutes=5))
    type_the_notice_and_book()
    print_what_is_shown(papers_shown=2)
    (meeting,) = session.facts(CASE).meetings
    fixed_clock.set(meeting.starts)
    press(Qt.Key.Key_O)
    page = window.shell.current
    assert isinstance(page, MeetingPage)
    shortcut("Ctrl+Return")
    write_the_talk(page)
    fixed_clock.advance(timedelta(minutes=50))
    with answering("Return"):
        shortcut("Ctrl+Return")
    assert here(window) == ("preview", {"kind": "summary", "meeting_id": meeting.id})
    assert session.facts(CASE).meetings[0].state is MeetingState.HELD
    print_what_is_shown(papers_shown=1)
    summary = papers.papers_of(session, CASE)[-1]
    assert (summary.kind, summary.state) == (PaperKind.SUMMARY, PaperState.PRINTED)
    assert "Elias ber butiken om ursäkt." in text_of(printer.printed[-1])
    assert focused().window() is window


def test_a_letter_that_came_out_wrong_is_voided_by_keys(
    window: MainWindow, session: Session, fixed_clock: FixedClock, printer: RememberingPrinter
) -> None:
    fixed_clock.advance(timedelta(minutes=5))
    type_the_notice_and_book()
    with answering("Escape", "Return", "Return"):
        shortcut("Ctrl+P")
    states = [paper.state for paper in papers.papers_of(session, CASE)]
    assert states == [PaperState.VOIDED, PaperState.PRINTED]
    assert here(window)[0] == "case"
