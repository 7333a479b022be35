"""F1 on *Samtal*: each field that takes the focus has a text of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.record import Presence, Section
from allvar_desktop.services.session import Session
from tests.steps import assess, move_clock, soon, take_in, talk
from tests.ui import walk
from tests.ui.gestures import shortcut
from tests.ui.modal import answering
from tests.ui.pages.new_case.form_window import PlainPage
from ui import help as help_texts
from ui.dialogs.dialog import Dialog
from ui.dialogs.form_dialog import FormDialog
from ui.main_window import MainWindow
from ui.navigation import PageEntry, Shell
from ui.pages.meeting_page import MeetingPage
from ui.widgets.buttons import Button, Kind

ENTRIES = (
    PageEntry("meeting", "ui.pages.meeting_page", "MeetingPage"),
    PageEntry("preview", PlainPage.__module__, "PlainPage"),
)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[MeetingPage]:
    """A talk that goes on."""
    (case_id,) = take_in(session, 1)
    assess(session, case_id)
    meeting_id = talk(session, case_id, soon(session, 2))
    move_clock(session, soon(session, 2))
    window = MainWindow(Shell(session, ENTRIES), "Ungdomsenheten")
    window.shell.go("meeting", meeting_id=meeting_id)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made = window.shell.page("meeting")
    assert isinstance(made, MeetingPage)
    made.handlers()["next_step"]()
    yield made
    window.shell.close_pages()
    window.close_for_good()


def is_field(widget: QWidget) -> bool:
    is_choice = isinstance(widget, Button) and widget.kind is Kind.CHOICE
    return is_choice or isinstance(widget, QLineEdit | QPlainTextEdit)


def unexplained(page: MeetingPage) -> set[str]:
    """Fields that can be reached now and have no text; other buttons say what they do."""
    known = help_texts.texts("meeting")
    fields = [widget for widget in walk.focusable(page) if is_field(widget)]
    assert fields
    return {walk.describe(widget) for widget in fields if walk.topic_of(widget) not in known}


def test_every_field_is_explained(page: MeetingPage) -> None:
    for row in page.attendance.rows:
        row.chips.set_value(Presence.LATE)
    assert unexplained(page) == set()
    for section in Section:
        page.go_to(section)
        assert unexplained(page) == set()
    page.go_to(Section.AGREEMENT)
    page.editor.box.set_value("Ringer skolan")
    page.handlers()["commitment"]()
    assert page.editor.promise.isVisibleTo(page)
    assert unexplained(page) == set()


def test_f1_explains_the_box_and_escape_gives_it_back(page: MeetingPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    page.go_to(Section.CHILD)
    page.editor.box.setFocus()
    shortcut("F1")
    assert window.help_panel.accessibleName().startswith("Ny rad. En rad för varje sak")
    shortcut("Esc")
    assert page.editor.box.hasFocus()


def test_each_way_to_say_who_and_what_has_its_own_text(page: MeetingPage) -> None:
    page.go_to(Section.CHILD)
    first, what = page.editor.who.buttons()[0], page.editor.what.buttons()[0]
    titles = [help_texts.find("meeting", widget).title for widget in (first, what, page.editor.withheld)]
    assert titles == ["Vem?", "Vad?", "Lämnas inte ut till vårdnadshavare"]
    section = page.sections.list.buttons()[0]
    assert help_texts.find("meeting", section).title == "Avsnitt"


def test_the_question_about_the_times_explains_its_fields(page: MeetingPage) -> None:
    told: list[str] = []

    def look(dialog: Dialog) -> None:
        assert isinstance(dialog, FormDialog)
        shortcut("F1", dialog.form.rows["began"].field)
        told.append(dialog.help_text.text())
        dialog.reject()

    with answering(look):
        page.attendance.correct_times()
    assert told[0].startswith("Samtalet började: Dag och klockslag")
