"""The whole of the work at the real windows, from the first start to the exit, and its words to look for."""

from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.new_case import NewNotice, NewParty
from allvar_desktop.domain.record import Section
from allvar_desktop.services.example_notices import ExampleNotice, example_notices
from tests.ui.light_session import UNIT, LightKeyWork
from ui.dialogs import ask, bug
from ui.dialogs.contact_dialog import ContactDialog
from ui.dialogs.dialog import Dialog
from ui.opening import Opening
from ui.pages.case_page import CasePage
from ui.pages.first_start_page import AccountPage, FolderPage, UnitPage, WelcomePage
from ui.pages.handover_code import CodePage
from ui.pages.meeting_page import MeetingPage
from ui.pages.new_case_page import NewCasePage
from ui.pages.unlock_page import UnlockPage
from ui.program import Program
from ui.tour import scenes
from ui.tour.camera import settle
from ui.tour.stage import Stage
from ui.tour.typing import type_in

CASE_NUMBER = "HV-2026-0001"
PASSWORD = "fiskmås lykta sjöbod ljung"
SAID = "Kompisen heter Ruben Påhittsson och bor på Låtsasgränd"
ADDED = "Farbror Gösta vet om det sedan påsk"
HALF_WRITTEN = "Mormor Asta svarade i luren"
TYPED_AT_THE_LOCK = "Granne Valter Fantasisson ringde"
NOTE = "Ring moster Tyra Uppdiktad efter klockan fem"


class HandsOn(Stage):
    """The tour's hands on a program of one's own, without a camera."""

    def __init__(self, program: Program, clock: FixedClock) -> None:
        self.clock = clock
        self.session = program.session
        self.shell = program.shell
        self.window = program.window

    def shot(self, name: str) -> None:
        settle()


class WholeSession:
    """One register's first days. Every step leaves the program as a person would."""

    def __init__(self, folder: Path, clock: FixedClock, qtbot: QtBot) -> None:
        self.folder = folder
        self.copies = folder.parent / "kopior"
        self.clock = clock
        self.qtbot = qtbot
        self.notice: ExampleNotice = example_notices()[0]
        self.code = ""
        self.restarts: list[tuple[Path, Sequence[datetime]]] = []
        self.case_id = CaseId(0)

    def secrets(self) -> set[str]:
        """Every text of the session that says something about anyone, and every key to it."""
        case = self.notice.form
        typed = {PASSWORD, self.code, SAID, ADDED, HALF_WRITTEN, TYPED_AT_THE_LOCK, NOTE, CASE_NUMBER}
        typed |= {
            "Ruben Påhittsson",
            "Låtsasgränd",
            "Valter Fantasisson",
            "Tyra Uppdiktad",
            "farmor ska få veta",
        }
        typed |= {"ber om ursäkt", "201307102390", "20130710-2390", "130710-2390", "0701740605"}
        texts: list[NewNotice | NewParty] = [case.notice, case.child, *case.adults]
        for form in texts:
            values = [getattr(form, field.name) for field in fields(form)]
            typed |= {value for value in values if type(value) is str and len(value) > 5}
        typed |= {word for form in (case.child, *case.adults) for word in form.name.split() if len(word) > 4}
        return typed - {"", "Vällingby", "Hässelby", "162 60"}  # the unit's own address holds them as well

    def play(self) -> None:
        """All of it."""
        program = self.first_start()
        self.keep_copies(program)
        stage = HandsOn(program, self.clock)
        self.register(stage)
        scenes.elias(stage, self.case_id)
        self.add_to_the_record(stage)
        self.search(stage)
        self.meet_a_bug()
        self.lock_with_a_half_written_form(program)
        again = self.sign_in()
        self.look_at_everything(HandsOn(again, self.clock))
        again.window.quit_requested.emit()

    def opening(self) -> Opening:
        made = Opening(self.clock, (), LightKeyWork())
        made.open_folder(self.folder)
        made.window.show()
        return made

    def first_start(self) -> Program:
        """A register with its first account, the code printed and typed back."""
        opening = self.opening()
        window = opening.window
        assert isinstance(window.page, WelcomePage)
        window.page.create_requested.emit()
        assert isinstance(window.page, UnitPage)
        window.page.form.set_values(asdict(UNIT.settings.letterhead))
        window.page.go_on()
        assert isinstance(window.page, AccountPage)
        account = {"name": "Frida Ek", "title": "socialsekreterare", "phone": "08-465 004 10"}
        window.page.form.set_values(account | {"password": PASSWORD, "again": PASSWORD})
        window.page.go_on()
        self.qtbot.waitUntil(lambda: isinstance(window.page, CodePage), timeout=10_000)
        page = window.page
        assert isinstance(page, CodePage)
        page.print_button.click()
        groups = page._code.groups
        self.code = "-".join(groups)
        for number in page.asked:
            page.form.rows[f"group{number}"].as_field.set_value(groups[number])
        page.go_on()
        assert isinstance(window.page, FolderPage)
        return self._signed_in(opening, window.page.go_button.click)

    def _signed_in(self, opening: Opening, press: Any) -> Program:
        with self.qtbot.waitSignal(opening.signed_in, timeout=10_000):
            press()
        program = opening.program
        assert isinstance(program, Program)
        program.keeper.idle.stop()
        program.keeper._begin_anew = lambda folder, due: self.restarts.append((folder, due))
        opening.window.deleteLater()
        settle()
        return program

    def sign_in(self) -> Program:
        """The same person comes back after the lock."""
        opening = self.opening()
        page = opening.window.page
        assert isinstance(page, UnlockPage)
        page.password.set_value("fel lösenord " + PASSWORD)
        page.unlock()
        self.qtbot.waitUntil(lambda: "stämmer inte" in page.message.text(), timeout=10_000)
        page.password.set_value(PASSWORD)
        return self._signed_in(opening, page.unlock)

    def keep_copies(self, program: Program) -> None:
        """Rooms and a place for copies."""
        from allvar_desktop.services.settings import change_settings

        self.copies.mkdir()
        session = program.session
        change_settings(
            session, replace(session.settings, rooms=("Eken", "Björken"), backup_folder=str(self.copies))
        )

    def register(self, stage: Stage) -> None:
        """The notice, left half-written once and found again."""
        stage.at(self.notice.registered)
        page = stage.go("new_case")
        assert isinstance(page, NewCasePage)
        type_in(page.form, self.notice.form)
        assert page.keeper.keep()
        stage.go("today")
        stage.go("new_case")
        assert not page.form.is_empty()
        page.discard_button.setFocus()
        stage.press("register")
        assert isinstance(stage.page, CasePage)
        self.case_id = CaseId(stage.page.desk.case_id)

    def add_to_the_record(self, stage: Stage) -> None:
        """A note of a contact, and an addendum to the locked record."""
        page = stage.go("case", case_id=self.case_id)
        assert isinstance(page, CasePage)

        def fill_in(dialog: ContactDialog) -> None:
            dialog.form.set_values({"note": NOTE, "result": "no_answer"})
            child = next(party for party in page.desk.facts.family if party.role.value == "guardian")
            dialog.form.set_values({"who": child.id})

        with ask.scripted([fill_in]):
            page.cards.contacts.write()
        (meeting,) = stage.session.facts(self.case_id).meetings
        meeting_page = stage.go("meeting", meeting_id=MeetingId(meeting.id))
        assert isinstance(meeting_page, MeetingPage)
        meeting_page.go_to(Section.LIFE)
        meeting_page.addenda.write_button.click()
        meeting_page.addenda.box.set_value(f"{ADDED}. {SAID}")
        stage.press("keep_statement")
        stage.go("preview", kind="summary", meeting_id=meeting.id)

    def search(self, stage: Stage) -> None:
        """A name in the search of the top bar, looked at for long enough to be logged."""
        field = stage.window.top.search
        field.setFocus()
        QTest.keyClicks(field, "Elias Berg")
        assert stage.window.hits.model.rowCount() == 1
        stage.window.hits._watch.log()
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()

    def meet_a_bug(self) -> None:
        """An error whose words quote what was typed: the report goes to standard error."""
        with ask.scripted([True]):
            bug.show(ValueError(f"{SAID} {self.notice.form.child.name}"))

    def lock_with_a_half_written_form(self, program: Program) -> None:
        """Ctrl+L in the middle of Nytt ärende; another form lies half-written from before."""
        stage = HandsOn(program, self.clock)
        self.clock.advance(timedelta(minutes=3))
        page = stage.go("case", case_id=self.case_id)
        assert isinstance(page, CasePage)

        def type_and_keep(dialog: Dialog) -> None:
            assert isinstance(dialog, ContactDialog)
            dialog.note.set_value(HALF_WRITTEN)
            page.desk.keep_form()

        with ask.scripted([type_and_keep]):
            page.cards.contacts.write()
        new_case = stage.go("new_case")
        assert isinstance(new_case, NewCasePage)
        new_case.form.notice.form.set_values({"event_text": TYPED_AT_THE_LOCK})
        program.window.lock_requested.emit()
        assert len(self.restarts) == 1

    def look_at_everything(self, stage: Stage) -> None:
        """Back where one was, with the text, and once through the pages."""
        page = stage.page
        assert isinstance(page, NewCasePage)
        assert page.form.notice.form.values()["event_text"] == TYPED_AT_THE_LOCK
        for key in ("today", "cases", "settings"):
            stage.go(key)
        stage.go("case", case_id=self.case_id)
