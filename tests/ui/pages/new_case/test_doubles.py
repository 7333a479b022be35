"""Nytt ärende: children who are likely the same, and what becomes of the notice then."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.case import OpenReason
from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.services import endings
from allvar_desktop.services.cases import close_case
from allvar_desktop.services.session import Session
from tests import steps
from tests.ui.gestures import shortcut
from tests.ui.pages.new_case.form_window import ELIAS, here, new_case, put
from ui import names
from ui.dialogs import ask
from ui.main_window import MainWindow
from ui.pages.new_case_page import NewCasePage


def double(session: Session) -> CaseId:
    return steps.take_in(session, 1)[0]


def type_child(page: NewCasePage, name: str = "Elias Bergdal", number: str = "") -> None:
    page.form.child.form.rows["identity_number"].as_field.set_value(number)
    page.form.child.form.rows["name"].as_field.set_value(name)
    if not number:
        page.form.child.form.rows["birth_date"].as_field.set_value("2013-07-10")


def test_a_likely_double_is_shown_while_typing_with_the_reason(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    double(session)
    page = new_case(window)
    type_child(page)
    strip = page.form.doubles.strips[0]
    qtbot.waitUntil(strip.isVisible)
    assert strip.message.text() == (
        "Finns redan? Elias Bergdahl, 12 år, HV-2026-0001, öppet. Samma födelsedag, liknande namn."
    )
    names.screen().set_hiding(True)
    assert "Bergdahl" not in strip.message.text()


def test_what_a_search_for_doubles_showed_is_logged_once(window: MainWindow, session: Session) -> None:
    double(session)
    page = new_case(window)
    type_child(page)
    page.form.doubles.look()
    page.form.doubles._log()
    page.form.doubles.look()
    assert not page.form.doubles._log_timer.isActive()


def test_the_notice_joins_an_open_case_as_a_new_event(window: MainWindow, session: Session) -> None:
    case_id = double(session)
    page = new_case(window)
    put(page, ELIAS)
    page.form.doubles.look()
    assert "Lägg underrättelsen till ärendet" in page.form.doubles.strips[0].message.text()
    with ask.scripted([lambda dialog: dialog.chips.choose_number(2)]) as asked:
        shortcut("Alt+J")
    assert asked.questions == ["Samma barn?"]
    assert "HV-2026-0001 som en ny händelse" in page.earlier_strip.message.text()
    shortcut("Alt+R")
    assert here(window) == ("case", {"case_id": case_id})
    facts = session.facts(case_id)
    assert [notice.event_no for notice in facts.notices] == [1, 2]
    assert len(facts.parties) == 3


def test_the_choice_of_an_earlier_case_can_be_taken_back(window: MainWindow, session: Session) -> None:
    double(session)
    page = new_case(window)
    put(page, ELIAS)
    page.form.doubles.look()
    with ask.scripted([lambda dialog: dialog.chips.choose_number(1)]):
        page.form.doubles.compare_first()
    page.earlier_strip.button.click()
    assert page.work.earlier is None
    shortcut("Alt+R")
    assert here(window) == ("case", {"case_id": 2})


def test_a_closed_case_gets_a_new_one_linked_to_it(window: MainWindow, session: Session) -> None:
    case_id = double(session)
    endings.end_clock(session, case_id, EndReason.DECLINED, note="Tackade nej.")
    close_case(session, case_id, "")
    page = new_case(window)
    put(page, ELIAS)
    page.form.doubles.look()
    with ask.scripted([lambda dialog: dialog.chips.choose_number(1)]):
        page.form.doubles.compare_first()
    shortcut("Alt+R")
    assert here(window) == ("case", {"case_id": 2})
    assert [link.case_id for link in session.facts(CaseId(2)).links] == [case_id]


def test_a_colleagues_case_tells_no_name_and_asks_why_it_is_opened(
    window: MainWindow, session: Session
) -> None:
    case_id = double(session)
    omar = Account(AccountId(2), "Omar Lind", "socialsekreterare", "", frozenset({Role.HANDLER}))
    session.tables.accounts.add(omar)
    session.tables.cases.change(case_id, handler_id=omar.id)
    session.renew_line(case_id)
    session.opened.clear()
    session.account = replace(session.account, roles=frozenset({Role.HANDLER}))
    page = new_case(window)
    put(page, ELIAS)
    page.form.doubles.look()
    words = page.form.doubles.strips[0].message.text()
    assert words == "Finns redan? HV-2026-0001, öppet, hos en kollega. Samma personnummer."
    with ask.scripted([None]):
        page.form.doubles.compare_first()
    assert case_id not in session.opened
    with ask.scripted([(OpenReason.ON_CALL, ""), lambda dialog: dialog.chips.choose_number(3)]) as asked:
        page.form.doubles.compare_first()
    assert asked.questions == ["En kollega handlägger ärendet", "Samma barn?"]
    assert case_id in session.opened
    assert page.work.earlier is None
