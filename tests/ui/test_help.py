import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.paths import resources
from allvar_desktop.services.session import Session
from tests import steps
from tests.ui.gestures import shortcut
from tests.ui.light_session import UNIT, keys
from ui import help as helping
from ui.dialogs.account_dialog import AccountDialog, PasswordDialog
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.notice_dialog import AddNoticeDialog, CorrectNoticeDialog
from ui.dialogs.party_dialog import AddPartyDialog, CorrectPartyDialog
from ui.navigation import PAGES, Shell
from ui.pages.first_start_page import AccountPage, UnitPage
from ui.pages.handover_code import CodePage
from ui.pages.restore_page import RestorePage
from ui.pages.settings_page import SettingsPage
from ui.widgets.form import Form
from ui.widgets.text_fields import TextField

FILES = sorted((resources() / "help").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_help_text_has_a_title_and_whole_sentences(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert path.stem in {"common", "start", *(page.key for page in PAGES)}
    for entry in table.values():
        assert set(entry) == {"title", "text"}
        assert entry["title"]
        assert entry["text"].strip().endswith((".", "?", "!"))


def test_a_field_without_help_gets_the_pages_or_the_common_one(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert helping.find("finns inte", widget) == helping.texts("common")["common"]
    assert helping.find("today", None).title == "Idag"


def test_every_page_tells_what_it_is_for() -> None:
    assert [page.key for page in PAGES if page.key not in helping.texts(page.key)] == []
    assert "start" in helping.texts("start")


def unexplained(page: str, *forms: Form) -> list[str]:
    """Fields for which F1 knows nothing of their own."""
    general = (helping.texts(page).get(page), helping.texts("common")["common"])
    rows = {name: row for form in forms for name, row in form.rows.items()}
    return [name for name, row in rows.items() if helping.find(page, row.field) in general]


def test_every_setting_is_explained(shell: Shell) -> None:
    page = SettingsPage(shell)
    assert unexplained("settings", *(section.form for section in page.sections.values())) == []
    assert helping.find("settings", page.accounts.add_button).title == "Konton"
    accounts = AccountDialog(None, lambda *_: None), AccountDialog(shell.session.account, lambda *_: None)
    passwords = PasswordDialog(lambda *_: None)
    dialogs: list[FormDialog] = [*accounts, passwords]
    assert {dialog.help_page for dialog in dialogs} == {"settings"}
    assert unexplained("settings", *(dialog.form for dialog in dialogs)) == []


def test_every_field_of_a_case_is_explained(session: Session, qtbot: QtBot) -> None:
    case_id = steps.take_in(session, 1)[0]
    facts = session.facts(case_id)
    add = AddPartyDialog(session, case_id, PartyRole.GUARDIAN)
    correct = CorrectPartyDialog(session, facts.child)
    notice = CorrectNoticeDialog(session, facts.notices[0])
    later = AddNoticeDialog(session, case_id)
    for dialog in (add, correct, notice, later):
        qtbot.addWidget(dialog)
    forms = [add.person.form, correct.person.form, correct.form, notice.form, later.form]
    assert unexplained("case", *forms) == []


def test_f1_before_signing_in_explains_the_field(fixed_clock: FixedClock, qtbot: QtBot) -> None:
    code = CodePage("Kod", keys().code, UNIT.settings, fixed_clock, "Vidare")
    for page in (UnitPage(), AccountPage(), code, RestorePage(Path(), fixed_clock)):
        qtbot.addWidget(page)
        assert unexplained("start", page.form) == []
    unit = UnitPage()
    qtbot.addWidget(unit)
    unit.show()
    unit.activateWindow()
    unit.focus_first()
    shortcut("F1", unit.form.rows["district"].field)
    assert unit.message.text().startswith("Stadsdelsförvaltning: ")


def test_the_field_itself_comes_first(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    form = Form()
    row = form.row("received", "Mottagen", TextField())
    qtbot.addWidget(row)
    mine = helping.Help("Mottagen", "När den kom.")
    monkeypatch.setattr(helping, "texts", lambda page: {"received": mine} if page == "new_case" else {})
    assert helping.find("new_case", row.field) is mine
