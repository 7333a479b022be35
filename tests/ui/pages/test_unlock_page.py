from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.services.locked_registers import LockedAccount, LockedRegister, look_at_register
from allvar_desktop.services.session import Session
from tests.ui import walk
from tests.ui.gestures import click, shortcut
from tests.ui.light_session import PASSWORD, LightKeyWork, make_session
from ui.pages.unlock_page import PracticeSignIn, UnlockPage
from ui.widgets.choices import ChoiceField
from ui.widgets.pill import Pill
from ui.widgets.text import Text

Make = Callable[..., UnlockPage]


@pytest.fixture
def facts(tmp_path: Path, fixed_clock: FixedClock) -> LockedRegister:
    make_session(tmp_path / "register", fixed_clock, RegisterKind.REAL).register.close()
    return look_at_register(tmp_path / "register", fixed_clock)


@pytest.fixture
def make(facts: LockedRegister, fixed_clock: FixedClock, qtbot: QtBot) -> Make:
    def build(known: LockedRegister = facts, **more: Any) -> UnlockPage:
        page = UnlockPage(known, fixed_clock, key_work=LightKeyWork(), **more)
        qtbot.addWidget(page)
        page.resize(1024, 700)
        page.show()
        qtbot.waitExposed(page)
        page.focus_first()
        return page

    return build


def opened_by(page: UnlockPage, qtbot: QtBot, press: Callable[[], object]) -> Session:
    with qtbot.waitSignal(page.signed_in, timeout=5_000) as told:
        press()
    assert told.args is not None
    session = told.args[0]
    assert isinstance(session, Session)
    session.register.close()
    return session


def test_the_right_password_opens_the_register_by_keyboard_alone(make: Make, qtbot: QtBot) -> None:
    page = make()
    page.password.set_value(PASSWORD)
    session = opened_by(page, qtbot, lambda: shortcut("Return", page.password.line))
    assert session.account.name == "Frida Ek"
    assert page.password.value() == ""


def test_a_wrong_password_is_told_of_and_can_be_typed_again(make: Make, qtbot: QtBot) -> None:
    page = make()
    page.password.set_value("något helt annat")
    click(page.unlock_button)
    is_busy = page.is_busy
    assert is_busy
    qtbot.waitUntil(lambda: "Lösenordet stämmer inte" in page.message.text(), timeout=5_000)
    assert not page.is_busy
    page.password.set_value(PASSWORD)
    opened_by(page, qtbot, lambda: click(page.unlock_button))


def test_after_several_wrong_ones_the_wait_is_counted_down(make: Make, qtbot: QtBot) -> None:
    page = make()
    page._start_wait(2)
    assert page.message.text() == "Du kan försöka igen om 2 s."
    assert not page.unlock_button.isEnabled()
    page._count_down()
    page._count_down()
    assert page.message.text() == ""
    assert page.unlock_button.isEnabled()


def test_nothing_is_tried_without_a_name_and_a_password(
    make: Make, facts: LockedRegister, qtbot: QtBot
) -> None:
    more = (*facts.accounts, LockedAccount(AccountId(2), "Ali Berg", 30))
    page = make(facts._replace(accounts=more))
    page.unlock()
    assert page.message.text() == "Välj vem du är."
    page.who.set_value(1)
    page.unlock()
    assert page.message.text() == "Skriv ditt lösenord."
    page.who.set_value(2)
    assert page.message.text() == "Du kan försöka igen om 30 s."


def test_a_wait_is_that_of_the_account_alone(make: Make, facts: LockedRegister) -> None:
    more = (*facts.accounts, LockedAccount(AccountId(2), "Ali Berg", 30))
    page = make(facts._replace(accounts=more))
    page.who.set_value(2)
    assert not page.unlock_button.isEnabled()
    page.who.set_value(1)
    assert page.unlock_button.isEnabled()
    assert page.message.text() == ""
    page._count_down()
    assert page.unlock_button.isEnabled()


def test_the_only_account_waits_from_the_start_when_it_must(make: Make, facts: LockedRegister) -> None:
    page = make(facts._replace(accounts=(LockedAccount(AccountId(1), "Frida Ek", 30),)))
    assert page.message.text() == "Du kan försöka igen om 30 s."
    assert not page.unlock_button.isEnabled()


def test_many_accounts_fold_into_a_list(make: Make, facts: LockedRegister) -> None:
    many = tuple(LockedAccount(AccountId(number), f"Kollega {number}", 0) for number in range(1, 13))
    page = make(facts._replace(accounts=many))
    assert isinstance(page.who, ChoiceField)


def test_it_tells_that_deadlines_fall_and_nothing_of_whose(
    make: Make, fixed_clock: FixedClock, qtbot: QtBot
) -> None:
    now = fixed_clock.now()
    page = make(due=(now - timedelta(hours=1), now + timedelta(hours=3)))
    words = [pill.pill.words for pill in page.findChildren(Pill)]
    assert words == ["En frist har gått ut", "En frist går ut kl. 18.40"]
    fixed_clock.advance(timedelta(hours=4))
    page._look_at_due()

    def seen() -> list[str]:
        return [pill.pill.words for pill in page.findChildren(Pill) if pill.isVisibleTo(page)]

    qtbot.waitUntil(lambda: seen() == ["2 frister har gått ut"])


def test_the_practice_register_shows_its_passphrases_and_opens_with_one_press(
    make: Make, facts: LockedRegister, qtbot: QtBot
) -> None:
    page = make(practice=(PracticeSignIn(AccountId(1), "Frida Ek", "handläggare", PASSWORD),))
    assert PASSWORD in [text.text() for text in page.findChildren(Text)]
    opened_by(page, qtbot, page.sign_in_first)


def test_a_register_that_is_open_elsewhere_is_told_of(
    make: Make, facts: LockedRegister, qtbot: QtBot
) -> None:
    page = make()
    page.password.set_value(PASSWORD)
    with qtbot.waitSignal(page.signed_in, timeout=5_000) as told:
        page.unlock()
    assert told.args is not None
    again = make()
    again.password.set_value(PASSWORD)
    again.unlock()
    qtbot.waitUntil(lambda: "redan öppet" in again.message.text(), timeout=5_000)
    told.args[0].register.close()


def test_every_widget_has_a_name_and_nothing_is_cut(make: Make) -> None:
    page = make()
    assert walk.nameless(page) == []
    assert walk.cut(page) == []
