"""The talk is written down by keys alone, locked, and added to."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.record import Presence, Section, SourceKind, StatementKind
from allvar_desktop.services import drafts
from allvar_desktop.services.cases import open_case
from allvar_desktop.services.session import Session
from tests.steps import assess, move_clock, party, soon, take_in, talk
from tests.ui import walk
from tests.ui.gestures import shortcut
from tests.ui.keys import press, type_text
from ui import names
from ui.dialogs import ask
from ui.drafts import keep_place
from ui.main_window import MainWindow
from ui.navigation import PageEntry, Shell
from ui.pages.base import Page
from ui.pages.meeting_attendance import AttendanceRow
from ui.pages.meeting_page import MeetingPage


class PreviewStandIn(Page):
    key = "preview"
    opened: dict[str, object]

    def open(self, **params: object) -> None:
        self.opened = params


ENTRIES = (
    PageEntry("meeting", "ui.pages.meeting_page", "MeetingPage"),
    PageEntry("preview", __name__, "PreviewStandIn"),
)


@pytest.fixture
def meeting_id(session: Session) -> MeetingId:
    """The first notice, its family called to a talk that begins now."""
    (case_id,) = take_in(session, 1)
    open_case(session, case_id)
    assess(session, case_id)
    made = talk(session, case_id, soon(session, 2))
    move_clock(session, soon(session, 2))
    return made


@pytest.fixture
def window(session: Session, meeting_id: MeetingId, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(Shell(session, ENTRIES), "Ungdomsenheten")
    qtbot.addWidget(made)
    made.shell.go("meeting", meeting_id=meeting_id)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.shell.page("meeting").focus_first()
    yield made
    names.screen().set_hiding(False)
    made.close_for_good()
    made.shell.close_pages()


@pytest.fixture
def page(window: MainWindow) -> MeetingPage:
    found = window.shell.page("meeting")
    assert isinstance(found, MeetingPage)
    return found


@pytest.fixture
def begun(page: MeetingPage) -> MeetingPage:
    """The same page with the talk going on."""
    shortcut("Ctrl+Return")
    return page


def row_of(page: MeetingPage, name: str) -> AttendanceRow:
    return next(row for row in page.attendance.rows if name in row.reason_row.label.text())


def everybody_comes(page: MeetingPage) -> None:
    for row in page.attendance.rows:
        row.chips.setFocus()
        press(Qt.Key.Key_1)


def to_section(page: MeetingPage, section: Section) -> None:
    while page.section != section:
        shortcut("Alt+Down")


def write(page: MeetingPage, section: Section, text: str) -> None:
    to_section(page, section)
    type_text(text)
    shortcut("Ctrl+J")


def statements(page: MeetingPage) -> list[tuple[Section, str, SourceKind, StatementKind]]:
    assert page.desk.contents is not None
    return [(row.section, row.text, row.source, row.kind) for row in page.desk.contents.statements]


def test_before_the_talk_the_page_says_who_is_called_and_begins_it(page: MeetingPage) -> None:
    assert page.head.title.text() == "Samtal med Elias Bergdahl"
    assert "rum Eken" in page.head.subtitle.text()
    assert page.desk.record is None
    told: list[bool] = []
    page.shell.meeting_toggled.connect(told.append)
    shortcut("Ctrl+Return")
    assert page.desk.meeting.state is MeetingState.ONGOING
    assert told == [True]
    assert "pågår sedan 17.45" in page.head.subtitle.text()


def test_attendance_is_noted_by_one_key_each_and_absence_asks_why(begun: MeetingPage, qtbot: QtBot) -> None:
    row_of(begun, "Elias").chips.setFocus()
    press(Qt.Key.Key_1)
    row_of(begun, "Sara").chips.setFocus()
    press(Qt.Key.Key_2)
    row = row_of(begun, "Jonas")
    row.chips.setFocus()
    press(Qt.Key.Key_3)
    contents = begun.desk.contents
    assert contents is not None
    assert len(contents.attendance) == 2
    qtbot.waitUntil(row.reason.hasFocus)
    type_text("Okänd orsak")
    press(Qt.Key.Key_Return)
    assert begun.desk.contents is not None
    assert [(each.presence, each.reason) for each in begun.desk.contents.attendance] == [
        (Presence.CAME, ""),
        (Presence.LATE, ""),
        (Presence.ABSENT, "Okänd orsak"),
    ]
    step = begun.sections.list.buttons()[0].step
    assert (step.state, step.detail) == ("done", "alla utom Jonas")


def test_lines_are_written_with_source_and_kind_by_keys(begun: MeetingPage) -> None:
    to_section(begun, Section.CHILD)
    type_text("Säger att han inte vågade säga nej")
    shortcut("Ctrl+J")
    type_text("Skäms inför farmor")
    shortcut("Alt+2")
    shortcut("Alt+T")
    shortcut("Ctrl+J")
    assert statements(begun) == [
        (Section.CHILD, "Säger att han inte vågade säga nej", SourceKind.PARTY, StatementKind.FACT),
        (Section.CHILD, "Skäms inför farmor", SourceKind.PARTY, StatementKind.VIEW),
    ]
    assert begun.desk.contents is not None
    case_id = begun.desk.facts.case.id
    sources = [row.source_party_id for row in begun.desk.contents.statements]
    assert sources == [party(begun.desk.session, case_id, name).id for name in ("Elias", "Sara")]
    assert begun.editor.box.toPlainText() == ""
    assert begun.editor.box.hasFocus()
    assert begun.sections.list.buttons()[3].step.detail == "2 rader"


def test_each_section_proposes_who_speaks_in_it(begun: MeetingPage) -> None:
    write(begun, Section.REPORTED, "Snatteri i en butik")
    write(begun, Section.LIFE, "Verkar trött")
    to_section(begun, Section.LAST_WORD)
    write(begun, Section.LAST_WORD, "Det var skönt att prata")
    assert [row[2] for row in statements(begun)] == [SourceKind.NOTICE, SourceKind.NOTICE, SourceKind.PARTY]


def test_a_line_is_changed_withheld_removed_and_put_back(begun: MeetingPage) -> None:
    write(begun, Section.SUPPORT, "Behöver stod")
    assert begun.desk.contents is not None
    begun._change_statement(begun.desk.contents.statements[0])
    assert begun.editor.box.hasFocus()
    press(Qt.Key.Key_Backspace, times=2)
    type_text("öd")
    begun.editor.withheld.click()
    begun.editor.box.setFocus()
    shortcut("Ctrl+J")
    row = begun.desk.contents.statements[0]
    assert (row.text, row.is_withheld) == ("Behöver stöd", True)
    begun._change_statement(row)
    begun.editor.remove_button.click()
    assert not statements(begun)
    begun.banner.button.click()
    back = begun.desk.contents.statements[0]
    assert (back.text, back.is_withheld) == ("Behöver stöd", True)


def test_an_empty_line_is_refused_under_the_box(begun: MeetingPage) -> None:
    to_section(begun, Section.WELCOME)
    shortcut("Ctrl+J")
    assert begun.editor.box_row.note.text() == "Skriv något först."
    assert statements(begun) == []


def test_a_line_becomes_a_commitment_with_who_and_day(begun: MeetingPage) -> None:
    to_section(begun, Section.AGREEMENT)
    type_text("Går till butiken och ber om ursäkt")
    shortcut("Ctrl+Space")
    assert begun.editor.promise.isVisibleTo(begun)
    press(Qt.Key.Key_1)
    begun.editor.promise.due.setFocus()
    type_text("10 april")
    press(Qt.Key.Key_Return)
    assert begun.desk.contents is not None
    (row,) = begun.desk.contents.commitments
    child = begun.desk.facts.child
    assert (row.text, row.party_id, row.due) == (
        "Går till butiken och ber om ursäkt",
        child.id,
        date(2026, 4, 10),
    )
    assert not begun.editor.is_promise
    assert begun.column.commitments.isVisibleTo(begun)


def test_a_commitment_without_a_person_is_refused(begun: MeetingPage) -> None:
    to_section(begun, Section.AGREEMENT)
    type_text("Ringer skolan")
    shortcut("Ctrl+Space")
    shortcut("Ctrl+J")
    assert begun.editor.promise.form.rows["who"].note.text() == "Välj vem som ska göra det."
    assert begun.editor.box.toPlainText() == "Ringer skolan"


def test_locking_needs_the_childs_view_or_the_reason_and_then_shows_the_print(begun: MeetingPage) -> None:
    everybody_comes(begun)
    write(begun, Section.GUARDIANS, "Vill hjälpa till")
    shortcut("Ctrl+Return")
    assert begun.problems.isVisibleTo(begun)
    assert begun.desk.is_ongoing
    press(Qt.Key.Key_Space)
    assert begun.section == Section.CHILD
    assert begun.child_view.isVisibleTo(begun)
    begun.child_view.field.setFocus()
    type_text("Vill inte säga något idag")
    with ask.scripted([True]) as asked:
        shortcut("Ctrl+Return")
    assert asked.questions == ["Lås dokumentationen?"]
    assert begun.desk.is_locked
    assert begun.desk.meeting.state is MeetingState.HELD
    preview = begun.shell.page("preview")
    assert isinstance(preview, PreviewStandIn)
    assert preview.opened == {"kind": "summary", "meeting_id": begun.desk.meeting_id}


def test_a_line_left_in_the_box_stops_the_locking(begun: MeetingPage) -> None:
    everybody_comes(begun)
    write(begun, Section.CHILD, "Berättar själv")
    type_text("En rad till")
    shortcut("Ctrl+Return")
    assert "inte tillagd" in begun.editor.box_row.note.text()
    assert not begun.desk.is_locked


@pytest.fixture
def locked(begun: MeetingPage) -> MeetingPage:
    everybody_comes(begun)
    write(begun, Section.CHILD, "Berättar själv")
    with ask.scripted([True]):
        shortcut("Ctrl+Return")
    begun.shell.back()
    return begun


def test_a_locked_record_is_read_only_and_takes_addenda(locked: MeetingPage) -> None:
    locked.go_to(Section.CHILD)
    assert not locked.editor.isVisibleTo(locked)
    locked.addenda.write_button.setFocus()
    press(Qt.Key.Key_Space)
    type_text("Farmor vet nu")
    shortcut("Ctrl+J")
    assert locked.desk.contents is not None
    assert [row.text for row in locked.desk.contents.addenda] == ["Farmor vet nu"]
    assert not locked.addenda.is_writing


def test_the_familys_copies_are_printed_from_a_locked_record(locked: MeetingPage) -> None:
    locked.meeting_head.buttons["family"].click()
    preview = locked.shell.page("preview")
    assert isinstance(preview, PreviewStandIn)
    assert preview.opened["kind"] == "family_copy"


def test_a_half_written_line_is_kept_by_itself_and_found_again(begun: MeetingPage, session: Session) -> None:
    to_section(begun, Section.LIFE)
    type_text("Går i sjuan och")
    shortcut("Alt+T")
    assert begun.draft.timer.isActive()
    begun.draft.timer.timeout.emit()
    kept = drafts.kept_draft(session, begun.desk.draft_key)
    assert kept is not None
    begun.open(meeting_id=begun.desk.meeting_id)
    assert begun.section == Section.LIFE
    assert begun.editor.box.toPlainText() == "Går i sjuan och"
    assert begun.editor.what.value() is StatementKind.VIEW
    begun.editor.box.setFocus()
    shortcut("Ctrl+J")
    assert drafts.kept_draft(session, begun.desk.draft_key) is None


def test_names_are_hidden_in_head_chips_and_lines(begun: MeetingPage) -> None:
    write(begun, Section.CHILD, "Elias tyckte att Sara blev ledsen")
    names.screen().set_hiding(True)
    shown = [label.text() for label in begun.findChildren(QLabel) if label.isVisibleTo(begun)]
    chips = [button.text() for button in begun.editor.who.buttons()]
    assert not [text for text in [*shown, *chips] if "Elias" in text or "Sara" in text]


def test_everything_has_a_name_and_nothing_is_cut(begun: MeetingPage) -> None:
    begun.window().resize(1024, 700)
    for section in (None, Section.CHILD, Section.AGREEMENT):
        if section is not None:
            write(begun, section, "En rad som är lång nog för att räcka över mer än en enda rad i rutan")
        assert walk.nameless(begun) == []
        assert walk.traps(begun) == []
        assert walk.cut(begun) == []


def test_leaving_closes_the_logs_bracket_round_the_writing(begun: MeetingPage, session: Session) -> None:
    write(begun, Section.WELCOME, "Berättade om sekretess")
    assert begun.desk.meeting_id in session.editing
    begun.shell.go("preview", kind="summary", meeting_id=begun.desk.meeting_id)
    assert begun.desk.meeting_id not in session.editing


def test_a_lock_closes_the_logs_bracket_and_keeps_the_line(begun: MeetingPage, session: Session) -> None:
    write(begun, Section.WELCOME, "Berättade om sekretess")
    type_text("Familjen frågar om")
    keep_place(begun.shell)
    assert begun.desk.meeting_id not in session.editing
    kept = drafts.kept_draft(session, drafts.LAST_PAGE)
    assert kept is not None
    assert kept.content["draft"]["line"]["text"] == "Familjen frågar om"
