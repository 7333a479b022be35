"""Every dialog with a form, in each field texts that nobody should type: kept as plain text or told of."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui.dialogs
import ui.pages
from allvar_desktop.domain.account import Role
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole, Protection
from allvar_desktop.services import accounts, records
from allvar_desktop.services.registration import add_party
from allvar_desktop.services.session import Session
from tests.steps import assess, move_clock, party, soon, take_in, talk
from tests.ui.hostile import (
    TEXTS,
    WORST,
    assert_clean,
    put,
    put_everywhere,
    rows,
    sentences,
    standing,
    text_fields,
)
from tests.ui.light_session import LIGHT
from ui.dialogs.account_dialog import AccountDialog, PasswordDialog
from ui.dialogs.assessment_dialog import PreliminaryDialog, ProtectionDialog
from ui.dialogs.contact_dialog import ContactDialog
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.notice_dialog import AddNoticeDialog, CorrectNoticeDialog
from ui.dialogs.pair_dialog import PairDialog
from ui.dialogs.party_dialog import AddPartyDialog, CorrectPartyDialog
from ui.dialogs.pause_dialog import PauseDialog
from ui.dialogs.permission_dialog import PermissionDialog
from ui.dialogs.questions import ReasonDialog, TextDialog
from ui.dialogs.told_dialog import ToldDialog
from ui.navigation import Shell
from ui.pages.meeting_desk import MeetingDesk
from ui.pages.meeting_times_dialog import TimesDialog


@dataclass
class Desk:
    """A case with a talk that goes on and somebody from outside."""

    session: Session
    case_id: CaseId
    meeting_id: MeetingId
    shell: Shell

    def times(self) -> FormDialog:
        made = MeetingDesk(self.shell, lambda: None)
        made.meeting_id = self.meeting_id
        made.look()
        return TimesDialog(made)

    def link(self) -> FormDialog:
        module = importlib.import_module("ui.dialogs.link_dialog")
        made: FormDialog = module.LinkDialog(self.session, self.case_id)
        return made


Make = Callable[[Desk], FormDialog]


def _account(desk: Desk) -> FormDialog:
    def keep(name: str, title: str, phone: str, roles: frozenset[Role], _: bool, password: str) -> None:
        secret = accounts.derive_secret(password, LIGHT)
        accounts.add_account(desk.session, name=name, title=title, phone=phone, roles=roles, secret=secret)

    return AccountDialog(None, keep)


def _people(desk: Desk) -> list[tuple[object, str]]:
    return [(each.id, each.name) for each in desk.session.facts(desk.case_id).family]


FORMS: dict[str, Make] = {
    "ContactDialog": lambda d: ContactDialog(d.session, _people(d), (), party_id=None),
    "ProtectionDialog": lambda d: ProtectionDialog(d.session, d.session.facts(d.case_id).notices[0].id, ""),
    "PreliminaryDialog": lambda d: PreliminaryDialog(
        d.session, d.session.facts(d.case_id).notices[0].id, "", is_late=True
    ),
    "PauseDialog": lambda d: PauseDialog(d.session, d.case_id),
    "AddPartyDialog": lambda d: AddPartyDialog(d.session, d.case_id, PartyRole.GUARDIAN),
    "CorrectPartyDialog": lambda d: CorrectPartyDialog(d.session, d.session.facts(d.case_id).guardians[0]),
    "AddNoticeDialog": lambda d: AddNoticeDialog(d.session, d.case_id),
    "CorrectNoticeDialog": lambda d: CorrectNoticeDialog(d.session, d.session.facts(d.case_id).notices[0]),
    "PairDialog": lambda d: PairDialog(d.session, _people(d)),
    "PermissionDialog": lambda d: PermissionDialog(d.session, party(d.session, d.case_id, "Kim")),
    "ToldDialog": lambda d: ToldDialog(d.session, d.session.facts(d.case_id).notices[0].id, ""),
    "AccountDialog": _account,
    "PasswordDialog": lambda _: PasswordDialog(lambda _old, _new: None),
    "TimesDialog": Desk.times,
    "LinkDialog": Desk.link,
}
VALID: dict[str, dict[str, object]] = {
    "ContactDialog": {"who": 2, "channel": "phone", "result": "reached"},
    "ProtectionDialog": {"answer": "not_made", "reason": "Vet inte än."},
    "PreliminaryDialog": {"answer": "no_inquiry", "reason": "Semester."},
    "PauseDialog": {"reason": "other"},
    "CorrectPartyDialog": {"reason": "Felskrivet."},
    "AddNoticeDialog": {"received": "igår 10.00", "is_new_event": True},
    "CorrectNoticeDialog": {"reason": "Felskrivet.", "reference": "5000-K1"},
    "PairDialog": {"reader": 2, "about": 3, "may_know": True},
    "PermissionDialog": {"kind": "consent", "given_by": "Sara", "covers": "att delta"},
    "ToldDialog": {"answer": "yes", "told_by": "Polisen"},
    "AccountDialog": {"name": "Ali Berg", "handler": True, "password": "kajak linjal juvel"},
    "PasswordDialog": {"old": "vante", "new": "kajak linjal juvel", "again": "kajak linjal juvel"},
}


def form_dialogs() -> list[str]:
    """The names of all dialogs with a form that the program has."""
    for package in (ui.dialogs, ui.pages):
        for module in pkgutil.iter_modules(package.__path__):
            if "dialog" in module.name:
                importlib.import_module(f"{package.__name__}.{module.name}")
    return sorted(_leaves(FormDialog))


def _leaves(kind: type[FormDialog]) -> Iterator[str]:
    below = kind.__subclasses__()
    if not below:
        yield kind.__name__
    for each in below:
        yield from _leaves(each)


@pytest.fixture
def desk(session: Session, shell: Shell, qtbot: QtBot) -> Desk:
    (case_id,) = take_in(session, 1)
    assess(session, case_id)
    officer = NewParty(PartyRole.POLICE, "Kim Provare", protection=Protection.NONE)
    add_party(session, case_id, officer)
    meeting_id = talk(session, case_id, soon(session, 2), "Elias", "Sara", "Jonas")
    move_clock(session, soon(session, 2))
    records.begin_meeting(session, meeting_id)
    return Desk(session, case_id, meeting_id, shell)


def made(desk: Desk, name: str, bugs: list[BaseException]) -> FormDialog:
    """The dialog, filled in so that it could be sent."""
    dialog = FORMS[name](desk)
    dialog.on_bug = bugs.append
    dialog.form.set_values(VALID.get(name, {}))
    dialog.show()
    return dialog


def send(desk: Desk, dialog: FormDialog, quiet: list[str], bugs: list[BaseException]) -> None:
    """Send it; either it is accepted, or it says why not, keeps what is typed and stores nothing.

    `quiet` is what could be read before anything was typed.
    """
    before, typed = rows(desk.session), standing(dialog)
    dialog.try_accept()
    assert bugs == []
    if dialog.result() == 0:
        assert rows(desk.session) == before
        assert standing(dialog) == typed
        news = [text for text in sentences(dialog) if text not in quiet]
        assert any(text.rstrip()[-1] in ".?!" for text in news), "it stays open and does not say why"
    assert "party" in rows(desk.session)
    desk.session.facts(desk.case_id)
    dialog.close()
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_every_dialog_with_a_form_is_tried() -> None:
    assert set(form_dialogs()) <= set(FORMS)


@pytest.mark.parametrize("name", form_dialogs())
def test_hostile_text_in_all_fields_at_once_and_the_worst_in_each_alone(desk: Desk, name: str) -> None:
    bugs: list[BaseException] = []
    for text in TEXTS.values():
        dialog = made(desk, name, bugs)
        quiet = sentences(dialog)
        put_everywhere(dialog, text)
        assert_clean(dialog)
        send(desk, dialog, quiet, bugs)
    for number in range(len(list(text_fields(made(desk, name, bugs))))):
        dialog = made(desk, name, bugs)
        quiet = sentences(dialog)
        put(list(text_fields(dialog))[number], WORST)
        assert_clean(dialog)
        send(desk, dialog, quiet, bugs)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_reason_or_a_line_is_kept_plain_or_asked_for_again(qtbot: QtBot, text: str) -> None:
    reason = ReasonDialog("Varför?", "", (), "Spara", "Orsaken")
    line = TextDialog("Rubrik", "Text")
    for dialog in (reason, line):
        qtbot.addWidget(dialog)
        put_everywhere(dialog, text)
        assert_clean(dialog)
        dialog.try_accept()
        is_empty = not any(kept.strip() for kept in standing(dialog).values())
        assert bool(dialog.result()) is not is_empty
