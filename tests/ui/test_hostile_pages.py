"""Every page of the signed-in window with hostile text: typed into it, and shown by it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.new_case import NewCase
from allvar_desktop.domain.record import Presence, Section
from allvar_desktop.domain.text_limits import is_refused
from allvar_desktop.services.session import Session
from allvar_desktop.services.settings import change_settings
from tests.documents.reading import text_of
from tests.notices import NOTICES, Incoming
from tests.steps import assess, move_clock, soon, take_in_this, talk
from tests.ui.hostile import TEXTS, assert_clean, put_everywhere, rows, sentences, standing
from tests.ui.printers import RememberingPrinter
from ui.dialogs import ask
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.pages.base import Page
from ui.pages.booking_page import BookingPage
from ui.pages.case_page import CasePage
from ui.pages.cases_page import CasesPage
from ui.pages.meeting_page import MeetingPage
from ui.pages.preview_page import PreviewPage
from ui.pages.settings_page import SettingsPage

SPOKEN = {name: TEXTS[name] for name in ("huge", "image", "emoji", "nul")}
"""A whole case of each takes seconds; the other texts are tried page by page."""
Bugs = list[BaseException]
Shown = TypeVar("Shown", bound=Page)


@pytest.fixture
def bugs() -> Bugs:
    return []


@pytest.fixture
def window(session: Session, bugs: Bugs, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(Shell(session), "Ungdomsenheten")
    made.shell.on_bug = bugs.append
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.shell.close_pages()
    made.close_for_good()
    assert bugs == []


def as_stored(text: str, limit: int) -> str:
    """What a field of one line makes of a text."""
    plain = text.replace("\n", " ").replace("\t", " ")
    return "".join(sign for sign in plain if not is_refused(sign))[:limit].strip()


def hostile_case(text: str) -> NewCase:
    """Notice 1 with the text wherever something can be written freely."""
    known = NOTICES[1].forms[0]
    short, line = as_stored(text, 80), as_stored(text, 200)
    notice = replace(known.notice, event_text=line, sender=line, reference=short, told_by=short)
    people = [
        replace(person, name=f"{number} {short}", note=line, language=short, organisation=short)
        for number, person in enumerate((known.child, *known.adults))
    ]
    return replace(known, notice=notice, child=people[0], adults=tuple(people[1:]))


def case_with(session: Session, text: str) -> CaseId:
    (case_id,) = take_in_this(session, Incoming(NOTICES[1].registered, (hostile_case(text),)))
    assess(session, case_id)
    return case_id


def page_of(window: MainWindow, kind: type[Shown]) -> Shown:
    page = window.shell.current
    assert isinstance(page, kind)
    return page


def everything(root: QWidget) -> str:
    return " ".join(" ".join(sentences(root)).split())


@pytest.mark.parametrize("text", SPOKEN.values(), ids=SPOKEN)
def test_a_case_of_hostile_texts_goes_the_whole_way_and_its_papers_hold_them_as_text(
    window: MainWindow, session: Session, printer: RememberingPrinter, text: str
) -> None:
    case_id = case_with(session, text)
    for key in ("today", "cases"):
        assert window.shell.go(key)
    assert window.shell.go("case", case_id=case_id)
    case = page_of(window, CasePage)
    for part in case.cards.keys:
        case.open_part(part)
    meeting_id = talk(session, case_id, soon(session))
    assert window.shell.go("preview", kind="summons", meeting_id=meeting_id)
    page_of(window, PreviewPage)
    _print_what_nothing_stops(window)
    _hold_the_talk(window, session, meeting_id, text)
    assert window.shell.go("preview", kind="summary", meeting_id=meeting_id)
    _print_what_nothing_stops(window)
    assert window.shell.go("preview", kind="family_copy", meeting_id=meeting_id)
    _print_what_nothing_stops(window)
    assert "root:" not in " ".join(text_of(pdf) for pdf in printer.printed)
    if text.isascii() and not any(is_refused(sign) for sign in text) and len(text) < 50:
        plain = "".join(as_stored(text, 80).split())
        assert any(plain in "".join(text_of(pdf).split()) for pdf in printer.printed)


def _print_what_nothing_stops(window: MainWindow) -> None:
    page = page_of(window, PreviewPage)
    for one in page.prepared:
        assert (one.pdf is None) == one.is_stopped
        if one.is_stopped:
            assert all(check.label and check.detail for check in one.checks if check.is_stop)
    ready = sum(not one.is_stopped for one in page.prepared)
    with ask.scripted([True] * ready):
        page.print()


def _hold_the_talk(window: MainWindow, session: Session, meeting_id: MeetingId, text: str) -> None:
    move_clock(session, soon(session))
    assert window.shell.go("meeting", meeting_id=meeting_id)
    page = page_of(window, MeetingPage)
    page.handlers()["next_step"]()
    for row in page.attendance.rows:
        row.chips.set_value(Presence.ABSENT)
        row.reason.setText(text)
        row.keep()
    page.attendance.rows[0].chips.set_value(Presence.CAME)
    for section in Section:
        page.go_to(section)
        put_everywhere(page.editor.box_row, text)
        put_everywhere(page.child_view, text)
        assert_clean(page)
        page.keep()
    page.child_view.field.set_value("")  # the child has had its say
    page.child_view.keep()
    put_everywhere(page.editor.box_row, text)
    page.handlers()["commitment"]()
    put_everywhere(page.editor.promise, text)
    page.keep()
    page.editor.empty()
    move_clock(session, soon(session, 1))
    with ask.scripted([True]):
        page.handlers()["next_step"]()
    assert page.desk.is_locked, everything(page)
    window.shell.go("meeting", meeting_id=meeting_id)
    page.addenda.write_button.click()
    put_everywhere(page.addenda, text)
    page.keep()
    assert page.desk.contents is not None
    assert len(page.desk.contents.addenda) == 1


@pytest.mark.parametrize("is_move", [False, True], ids=["book", "move"])
def test_a_booking_is_stored_whole_or_told_of_and_still_there(
    window: MainWindow, session: Session, *, is_move: bool
) -> None:
    for number, text in enumerate(TEXTS.values()):
        case_id = case_with(session, "Snatteri")
        moved = {"meeting_id": talk(session, case_id, soon(session, 24 + 2 * number))} if is_move else {}
        assert window.shell.go("booking", case_id=case_id, **moved)
        page = page_of(window, BookingPage)
        page.form.outside.add()
        typed, before = put_everywhere(page, text), rows(session)
        assert_clean(page)
        page.look()
        page.book_only()
        if window.shell.current is page:
            assert page.banner.isVisible()
            assert page.banner.message.text().endswith("Inget är bokat än, och det du har skrivit är kvar.")
            assert rows(session) == before
            assert standing(page) == typed
        else:
            assert rows(session)["meeting"] == before["meeting"] + 1


def test_settings_are_kept_or_told_of_at_their_field_and_letters_still_come(
    window: MainWindow, session: Session
) -> None:
    case_id = case_with(session, "Snatteri")
    meeting_id = talk(session, case_id, soon(session))
    for text in TEXTS.values():
        assert window.shell.go("settings")
        page = page_of(window, SettingsPage)
        for key, section in page.sections.items():
            page.show_section(key)
            before, typed = session.settings, put_everywhere(section, text)
            assert_clean(section)
            page.handlers()["save"]()
            told = [*sentences(section), page.banner.message.text()]
            assert any(said.endswith(".") for said in told)
            if session.settings == before:
                assert typed == standing(section), f"what was typed in {key} is gone"
                page.refresh()
        session.forget_settings()
        assert session.settings.letterhead.city
        with ask.scripted([True]):  # what was refused is still typed there: one leaves it
            assert window.shell.go("preview", kind="summons", meeting_id=meeting_id)
        for one in page_of(window, PreviewPage).prepared:
            assert one.pdf is not None or one.is_stopped


def test_a_letters_choices_take_any_text_or_stop_it(window: MainWindow, session: Session) -> None:
    case_id = case_with(session, "Snatteri")
    window.shell.go("preview", kind="summons", meeting_id=talk(session, case_id, soon(session)))
    page = page_of(window, PreviewPage)
    page._choices.names_suspicion.click()
    for text in TEXTS.values():
        put_everywhere(page._choices, text)
        assert_clean(page)
        page.refresh()
        assert len(page.prepared) == 2
        for one in page.prepared:
            assert (one.pdf is None) == one.is_stopped


def test_a_search_for_anything_finds_or_says_that_nothing_is_found(
    window: MainWindow, session: Session
) -> None:
    case_with(session, TEXTS["image"])
    field = window.top.search
    for text in TEXTS.values():
        window.shell.go("today")
        field.setFocus()
        field.clear()
        field.insert(text)
        window.hits.search()
        assert_clean(window.top)
        assert window.hits.model.rowCount() or window.hits.note.text().strip().endswith(".")
        window.hits.leave()
        window.shell.go("cases")
        page = page_of(window, CasesPage)
        put_everywhere(page, text)
        page.search(page.words.text())
        assert_clean(page)


def test_the_name_of_the_unit_may_be_markup_and_is_shown_as_signs(
    window: MainWindow, session: Session
) -> None:
    head = replace(session.settings.letterhead, unit="<b>Enhet</b>")
    change_settings(session, replace(session.settings, letterhead=head, rooms=("<i>Eken</i>",)))
    window.show_settings()
    assert "<b>Enhet</b>" in everything(window.top)
