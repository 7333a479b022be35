"""A disk that takes no more or refuses a copy, met on the pages: a sentence, a next step, nothing lost."""

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.contact import Channel, ContactResult
from allvar_desktop.domain.ids import CaseId, PartyId
from allvar_desktop.domain.record import Section
from allvar_desktop.services.session import Session
from allvar_desktop.services.settings import change_settings
from allvar_desktop.storage import backups
from tests.notices import NOTICES
from tests.steps import assess, move_clock, soon, take_in, talk
from tests.ui.full_disk import FULL, READ_ONLY, fill_up, full_disk, raising
from tests.ui.hostile import rows, standing
from tests.ui.pages.new_case.form_window import put
from tests.ui.printers import RememberingPrinter
from ui.dialogs import ask, bug
from ui.dialogs.contact_dialog import ContactDialog
from ui.dialogs.dialog import Dialog
from ui.lock import LockKeeper
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.pages.case_page import CasePage
from ui.pages.meeting_page import MeetingPage
from ui.pages.new_case_page import NewCasePage
from ui.pages.preview_page import PreviewPage
from ui.pages.settings_page import SettingsPage

LONG = "Ord " * 1_000


@pytest.fixture(autouse=True)
def bugs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    met: list[BaseException] = []
    monkeypatch.setattr(bug, "show", met.append)
    yield met
    assert met == []


@pytest.fixture
def window(session: Session, bugs: list[BaseException], qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(Shell(session), "Ungdomsenheten")
    made.shell.on_bug = bugs.append
    made.show()
    qtbot.waitExposed(made)
    made.shell.go("today")
    yield made
    made.shell.close_pages()
    made.close_for_good()


@pytest.fixture
def case_id(session: Session) -> CaseId:
    (made,) = take_in(session, 1)
    assess(session, made)
    return made


def told(window: MainWindow) -> str:
    page = window.shell.current
    assert page is not None
    assert page.banner.isVisible()
    return page.banner.message.text()


def test_nytt_arende_stays_whole_on_a_full_disk_and_is_registered_afterwards(
    window: MainWindow, session: Session, fixed_clock: FixedClock
) -> None:
    fixed_clock.set(NOTICES[1].registered)
    window.shell.go("new_case")
    page = window.shell.current
    assert isinstance(page, NewCasePage)
    form = NOTICES[1].forms[0]
    put(page, replace(form, notice=replace(form.notice, event_text=LONG.strip())))
    typed, before = standing(page), rows(session)
    with full_disk(session):
        assert not page.keeper.keep()
        assert told(window) == FULL
        page.register()
        assert told(window) == FULL
    assert (standing(page), rows(session)) == (typed, before)
    page.register()
    assert isinstance(window.shell.current, CasePage)
    assert session.facts(CaseId(1)).notices[0].event_text == LONG.strip()


def test_a_contact_that_cannot_be_stored_stays_in_its_dialog(
    window: MainWindow, session: Session, case_id: CaseId
) -> None:
    window.shell.go("case", case_id=case_id)
    page = window.shell.current
    assert isinstance(page, CasePage)
    before = rows(session)
    said: list[str] = []

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, ContactDialog)
        dialog.form.set_values({"who": 2, "result": "reached", "note": LONG, "gate_reason": LONG})
        with full_disk(session):
            dialog.try_accept()
        said.extend([dialog.trouble.text(), dialog.note.value()])

    with ask.scripted([fill]):
        page.cards.contacts.write()
    assert said == [FULL, LONG.strip()]
    assert rows(session)["contact_attempt"] == before["contact_attempt"] + 1  # the second try went well


def test_what_is_saved_while_the_key_file_cannot_follow_is_said_to_be_saved(
    window: MainWindow, session: Session, case_id: CaseId, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.shell.go("case", case_id=case_id)
    page = window.shell.current
    assert isinstance(page, CasePage)
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", raising(errno.ENOSPC))
        page.cards.contacts.record(PartyId(2), Channel.PHONE, ContactResult.REACHED)
        qtbot.waitUntil(lambda: told(window).startswith("Det du gjorde är sparat, men nyckelfilen"))
        page.cards.contacts.record(PartyId(3), Channel.PHONE, ContactResult.REACHED)
        qtbot.wait(20)
        assert told(window).startswith("Antecknat:"), "said once"
    assert rows(session)["contact_attempt"] == 2
    page.cards.contacts.record(PartyId(3), Channel.PHONE, ContactResult.REACHED)
    assert session.register.anchor_warning is None


def test_a_line_of_the_record_stays_in_its_box(window: MainWindow, session: Session, case_id: CaseId) -> None:
    meeting_id = talk(session, case_id, soon(session))
    move_clock(session, soon(session))
    window.shell.go("meeting", meeting_id=meeting_id)
    page = window.shell.current
    assert isinstance(page, MeetingPage)
    page.handlers()["next_step"]()
    page.go_to(Section.CHILD)
    page.editor.box.set_value(LONG)
    with full_disk(session):
        page.keep()
        assert told(window) == FULL
    assert page.editor.box.value() == LONG.strip()
    assert rows(session)["statement"] == 0
    page.keep()
    assert rows(session)["statement"] == 1


def test_letters_that_cannot_be_stored_are_not_printed(
    window: MainWindow, session: Session, case_id: CaseId, printer: RememberingPrinter
) -> None:
    window.shell.go("preview", kind="summons", meeting_id=talk(session, case_id, soon(session)))
    page = window.shell.current
    assert isinstance(page, PreviewPage)
    with full_disk(session):
        page.print()
        assert told(window) == FULL
    assert printer.printed == []
    assert rows(session)["paper"] == 0
    with ask.scripted([True, True]):
        page.print()
    assert len(printer.printed) == 2


def test_settings_that_cannot_be_stored_stay_in_their_fields(window: MainWindow, session: Session) -> None:
    window.shell.go("settings")
    page = window.shell.current
    assert isinstance(page, SettingsPage)
    rooms = "\n".join(f"Rum {number} {'x' * 70}" for number in range(25))
    days = "\n".join((date(2026, 1, 1) + timedelta(days=number)).isoformat() for number in range(360))
    page.sections["hours"].form.set_values({"rooms": rooms, "closed_days": days})
    before = session.settings
    with full_disk(session):
        page.handlers()["save"]()
        assert told(window) == FULL
    session.forget_settings()
    assert session.settings == before
    assert page.sections["hours"].form.values()["rooms"] == rooms
    page.handlers()["save"]()
    assert len(session.settings.rooms) == 25


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, FULL), (errno.EROFS, READ_ONLY), (errno.EIO, "Disken svarar inte")],
)
def test_a_copy_that_cannot_be_made_says_why(
    window: MainWindow,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    sentence: str,
) -> None:
    place = tmp_path / "kopior"
    place.mkdir()
    change_settings(session, replace(session.settings, backup_folder=str(place)))
    window.shell.go("settings", section="copies")
    page = window.shell.current
    assert isinstance(page, SettingsPage)
    monkeypatch.setattr(backups, "copy_database", raising(number))
    page.copies.copy_requested.emit()
    assert told(window).startswith(sentence)
    assert list(place.iterdir()) == []
    monkeypatch.undo()
    page.copies.copy_requested.emit()
    assert len(list(place.iterdir())) == 1


def test_the_program_locks_even_when_nothing_more_fits(window: MainWindow, session: Session) -> None:
    window.shell.go("new_case")
    page = window.shell.current
    assert isinstance(page, NewCasePage)
    page.form.notice.form.set_values({"event_text": LONG})
    locked: list[Path] = []
    keeper = LockKeeper(window.shell, window, lambda folder, _due: locked.append(folder))
    fill_up(session)
    keeper.lock()
    assert locked == [session.register.folder]
    assert not window.isVisible()
