"""*Inställningar*, driven as the administrator does."""

import json
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import Clock
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.errors import DiskFullError
from allvar_desktop.services import accounts
from allvar_desktop.services.accounts import derive_secret
from allvar_desktop.services.registers import derive_key, sign_in
from allvar_desktop.services.session import Session
from allvar_desktop.storage.key_slots import Secret, derive
from allvar_desktop.storage.new_register import FIRST_ACCOUNT
from tests.ui.light_session import LIGHT, PASSWORD
from tests.ui.printers import RememberingPrinter
from tests.ui.walk import nameless, traps
from ui.dialogs import ask
from ui.dialogs.account_dialog import AccountDialog, PasswordDialog
from ui.key_work import KeyWork
from ui.lock import LockKeeper
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.pages.settings_page import SettingsPage
from ui.widgets.text import Text

NEW = "sjunga bastu klocka grind"


class LightWork(KeyWork):
    """The same derivations, done lightly."""

    def secret(self, password: str) -> Secret:
        return derive_secret(password, LIGHT)

    def derive(self, folder: Path, account_id: AccountId, password: str, clock: Clock) -> bytes:
        return derive_key(folder, account_id, password, clock, LIGHT)


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> SettingsPage:
    shell.go("settings")
    made = shell.current
    assert isinstance(made, SettingsPage)
    made.key_work = LightWork()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def put(page: SettingsPage, section: str, **values: object) -> None:
    page.sections[section].form.set_values(values)


def test_every_field_has_a_name(page: SettingsPage) -> None:
    for key in page.sections:
        page.show_section(key)
        assert nameless(page) == []
        assert traps(page) == []


def test_what_is_typed_is_stored_and_shown_again(page: SettingsPage, session: Session) -> None:
    put(page, "unit", phone="08-465 004 77")
    put(page, "hours", **{"rooms": "Eken\nLinden", "office_hours.4": "8–15", "closed_days": "2026-05-15"})
    put(page, "clock", idle_minutes=10)
    put(page, "window", x_mm="108,5")
    page.save()
    settings = session.settings
    assert settings.letterhead.phone == "08-465 004 77"
    assert settings.rooms == ("Eken", "Linden")
    assert settings.office.week[4] == (time(8), time(15))
    assert settings.office.closed_days == {date(2026, 5, 15)}
    assert settings.idle_minutes == 10
    assert settings.window.x_mm == 108.5
    assert page.sections["hours"].form.values()["office_hours.4"] == "08.00–15.00"
    assert page.may_leave()


@pytest.mark.parametrize(
    ("section", "field", "text"),
    [
        ("hours", "office_hours.0", "åtta till fem"),
        ("hours", "office_hours.1", "16–8"),
        ("hours", "closed_days", "i maj"),
        ("window", "x_mm", "mitten"),
        ("window", "x_mm", "nan"),
        ("window", "x_mm", "400"),
        ("unit", "city", ""),
        ("unit", "case_prefix", "H4"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field_and_kept(
    page: SettingsPage, session: Session, section: str, field: str, text: str
) -> None:
    before = session.settings
    put(page, section, **{field: text})
    page.save()
    row = page.sections[section].form.rows[field]
    assert row.isVisibleTo(page)
    assert row.note.text()
    assert row.as_field.value() == text
    assert session.settings == before


def test_leaving_with_unsaved_changes_asks(page: SettingsPage) -> None:
    put(page, "unit", phone="1")
    with ask.scripted([False]):
        assert not page.may_leave()


def test_what_is_typed_comes_back_after_a_lock(page: SettingsPage, shell: Shell) -> None:
    assert page.save_draft() is None
    put(page, "unit", phone="08-465 004 77")
    put(page, "clock", idle_minutes=10)
    page.copies.set_folder("/media/usb")
    draft = json.loads(json.dumps(page.save_draft()))
    page.open()
    assert page.sections["unit"].form.values()["phone"] == "08-465 004 00"
    page.restore_draft(draft)
    assert page.sections["unit"].form.values()["phone"] == "08-465 004 77"
    assert page.sections["clock"].form.values()["idle_minutes"] == 10
    page.save()
    assert shell.session.settings.backup_folder == "/media/usb"


def test_hiding_names_leaves_what_is_typed(page: SettingsPage) -> None:
    put(page, "unit", phone="08-465 004 77")
    page.refresh()
    assert page.sections["unit"].form.values()["phone"] == "08-465 004 77"
    assert page.save_draft() is not None


def test_saved_settings_hold_at_once_in_the_whole_window(session: Session, qtbot: QtBot) -> None:
    window = MainWindow(Shell(session), "Ungdomsenheten")
    qtbot.addWidget(window)
    keeper = LockKeeper(window.shell, window, lambda _folder, _due: None)
    window.shell.go("settings")
    page = window.shell.current
    assert isinstance(page, SettingsPage)
    put(page, "unit", unit="Enheten för unga")
    put(page, "clock", idle_minutes=10, clock_start="offence")
    page.save_button.click()
    assert keeper.idle.limit_seconds == 600
    assert window.top.unit.text().endswith("Enheten för unga")
    assert window.foot.words.text() == "Frist: händelsen till samtal hållet, 48 timmar"
    keeper.idle.stop()
    window.close_for_good()
    window.shell.close_pages()


def test_what_the_disk_refuses_is_told_on_the_page(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFullError("Disken är full.", "Frigör utrymme.")

    told: list[str] = []
    page.shell.banner_told.connect(lambda text, *_: told.append(text))
    monkeypatch.setattr("ui.pages.settings_page.change_settings", refuse)
    put(page, "unit", phone="08-465 004 77")
    page.save_button.click()
    assert told == ["Disken är full. Frigör utrymme."]
    assert page.sections["unit"].form.values()["phone"] == "08-465 004 77"


def test_no_words_need_a_sign_that_the_font_has_not(page: SettingsPage) -> None:
    page.show_section("clock")
    assert not [text.text() for text in page.findChildren(Text) if "→" in text.text()]


def test_a_colleague_gets_an_account_and_can_sign_in(page: SettingsPage, session: Session) -> None:
    def fill(dialog: AccountDialog) -> None:
        dialog.form.set_values(
            {"name": "Omar Lind", "title": "socialsekreterare", "handler": True, "password": NEW}
        )

    with ask.scripted([fill]):
        page.accounts.add_button.click()
    omar = session.tables.accounts.get(AccountId(2))
    assert omar.roles == {Role.HANDLER}
    folder, clock = session.register.folder, session.clock
    key = own_key(session, NEW, omar.id)
    session.register.close()
    again = sign_in(folder, omar.id, key, clock)
    assert again.account.name == "Omar Lind"
    again.register.close()


def test_a_short_password_is_told_and_nothing_is_stored(page: SettingsPage, session: Session) -> None:
    def fill(dialog: AccountDialog) -> None:
        dialog.form.set_values({"name": "Omar Lind", "handler": True, "password": "kort"})

    with ask.scripted([fill]):
        page.accounts.add_button.click()
    assert len(session.tables.accounts.all()) == 1


def test_an_ended_account_cannot_come_back_without_a_password(page: SettingsPage, session: Session) -> None:
    secret = derive_secret(NEW, LIGHT)
    roles = frozenset({Role.HANDLER})
    omar = accounts.add_account(session, name="Omar Lind", title="", phone="", roles=roles, secret=secret)
    told: list[str] = []

    def use_again(dialog: AccountDialog) -> None:
        dialog.form.set_values({"is_active": True})
        dialog.try_accept()
        told.append(dialog.form.rows["is_active"].note.text())

    with ask.scripted([lambda dialog: dialog.form.set_values({"is_active": False}), use_again]):
        page.accounts.change_requested.emit(omar)
        assert session.register.keys.contents.account(omar) is None
        page.accounts.change_requested.emit(omar)
    assert "Lägg till ett nytt konto" in told[0]
    assert not session.tables.accounts.get(omar).is_active


def test_the_last_administrator_stays(page: SettingsPage, session: Session) -> None:
    with ask.scripted([lambda dialog: dialog.form.set_values({"administrator": False})]):
        page.accounts.change_requested.emit(1)
    assert session.tables.accounts.get(FIRST_ACCOUNT).is_administrator


def test_the_own_password_is_changed_with_the_old_one(page: SettingsPage, session: Session) -> None:
    def fill(old: str) -> Callable[[PasswordDialog], None]:
        return lambda dialog: dialog.form.set_values({"old": old, "new": NEW, "again": NEW})

    with ask.scripted([fill("fel lösenord helt")]):
        page.accounts.password_button.click()
    assert session.register.keys.opens(FIRST_ACCOUNT, own_key(session, PASSWORD))
    with ask.scripted([fill(PASSWORD)]):
        page.accounts.password_button.click()
    assert session.register.keys.opens(FIRST_ACCOUNT, own_key(session, NEW))


def own_key(session: Session, password: str, account_id: AccountId = FIRST_ACCOUNT) -> bytes:
    account = session.register.keys.contents.account(account_id)
    assert account is not None
    return derive(password, account.slot, LIGHT)


def test_a_copy_is_made_in_the_chosen_folder(page: SettingsPage, session: Session, tmp_path: Path) -> None:
    place = tmp_path / "kopior"
    place.mkdir()
    with ask.scripted([place]):
        page.copies.folder_button.click()
    page.copies.copy_button.click()
    assert session.register.last_copy is not None
    assert len(list(place.iterdir())) == 1


def test_the_register_is_checked_and_the_first_broken_entry_is_named(
    page: SettingsPage, session: Session
) -> None:
    page.show_section("copies")
    page.copies.check_button.click()
    assert page.copies._found.text().startswith("Registret är helt")
    for _ in range(3):
        with session.action(Act.LIST_OPENED, obj="cases:0"):
            pass
    session.register.db.execute("DROP TRIGGER log_is_not_changed")
    session.register.db.execute("UPDATE log SET object = 'cases:1' WHERE number = 2")
    page.copies.check_button.click()
    assert "Loggens post 2 är ändrad" in page.copies._found.text()
    assert "gruppledare" in page.copies._found.text()


def test_a_cut_that_was_found_before_is_told_of_at_each_check(page: SettingsPage, session: Session) -> None:
    with session.action(Act.LOG_BROKEN, obj="log:2"):
        pass
    page.copies.check_button.click()
    told = "Poster saknades i loggen när registret öppnades fredag 27 mars 2026 kl. 15.40."
    assert told in page.copies._found.text()


def test_the_test_page_is_printed_with_the_measures_in_the_fields(
    page: SettingsPage, printer: RememberingPrinter
) -> None:
    put(page, "window", x_mm="20")
    page.window_section.test_button.click()
    assert printer.printed[0].startswith(b"%PDF")


def test_a_handler_reads_and_changes_only_the_own_password(page: SettingsPage, session: Session) -> None:
    session.account = Account(FIRST_ACCOUNT, "Frida Ek", "", "", frozenset({Role.HANDLER}))
    page.refresh()
    assert not page.save_button.isVisibleTo(page)
    assert not page.accounts.add_button.isVisibleTo(page.accounts)
    assert not page.sections["unit"].form.rows["phone"].field.isEnabled()
    assert accounts.handlers(session)
