"""What the page of a case shows, how it is opened, and that it keeps what is typed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.contact import Channel, ContactResult
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.meeting import AskedBy
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.services import bookings, cases, contacts, parties
from allvar_desktop.services.session import Session
from tests.steps import assess, move_clock, party, soon, take_in, talk
from tests.ui import walk
from tests.ui.gestures import click, shortcut
from tests.ui.modal import answering
from tests.ui.pages.case_window import button, case_page, opened_with, show, words
from tests.ui.shots import settle
from ui import style
from ui.dialogs.dialog import Dialog
from ui.dialogs.questions import ReasonDialog
from ui.pages.case_head import ShieldMark
from ui.widgets.pill import Pill

PARTS = ("notice", "contact", "summons", "meeting", "summary", "follow_up", "people", "matter")


@pytest.fixture
def elias(session: Session) -> CaseId:
    (case_id,) = take_in(session, 1)
    return case_id


def colleague_of(session: Session) -> Session:
    """Omar, a handler only, at the same register."""
    omar = Account(AccountId(2), "Omar Lind", "socialsekreterare", "", frozenset({Role.HANDLER}))
    with session.register.atomic():
        session.tables.accounts.add(omar)
    return Session(session.register, omar, session.clock)


def test_the_head_says_who_how_old_and_how_long_there_is(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    page = case_page(show(session, elias, qtbot))
    assert page.head.title.text() == "Elias Bergdahl"
    assert page.head.subtitle.text() == "HV-2026-0001 · 20130710-2390 · 12 år (12 vid händelsen)"
    pill = page.head.findChildren(Pill)[0]
    assert pill.pill.words == "47 h 55 min kvar"
    assert "2026-03-29 16:40" in pill.toolTip()


def test_a_child_without_a_name_or_number_is_said_to_be_unknown(session: Session, qtbot: QtBot) -> None:
    (case_id,) = take_in(session, 6)
    parties.correct_party(
        session,
        session.facts(case_id).child.id,
        NewParty(PartyRole.CHILD),
        "Namnet var fel.",
    )
    page = case_page(show(session, case_id, qtbot))
    assert page.head.title.text() == "Okänt namn"
    assert "personnummer okänt · ålder okänd" in page.head.subtitle.text()
    assert [shield.accessibleName() for shield in page.findChildren(ShieldMark)][:1] == ["Skydd okänt"]


def test_protection_stands_in_the_head(session: Session, qtbot: QtBot) -> None:
    (case_id,) = take_in(session, 2)
    page = case_page(show(session, case_id, qtbot))
    shields = [shield.accessibleName() for shield in page.findChildren(ShieldMark)]
    assert shields == ["Skyddad folkbokföring", "Skydd för annan i ärendet"]


def test_a_minute_later_only_the_clock_has_changed(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    page = case_page(show(session, elias, qtbot))
    card, pill = page.card, page.head.findChildren(Pill)[0]
    entries = session.register.log.head()
    move_clock(session, session.clock.now() + timedelta(minutes=1))
    page.tick()
    assert page.card is card
    assert pill.pill.words == "47 h 54 min kvar"
    assert session.register.log.head() == entries, "a tick leaves no entry"


def test_a_step_of_the_way_opens_its_card(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    page = case_page(show(session, elias, qtbot))
    titles = []
    for step in page.path.steps.buttons():
        click(step)
        titles.append(page.card.title)
    assert titles == [
        "Underrättelse 34 § LUL",
        "Nå vårdnadshavarna",
        "Kallelser",
        "Samtal",
        "Sammanfattning",
        "Uppföljning",
    ]


def test_each_event_is_a_readable_line_with_a_signature(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    assess(session, elias)
    contacts.record_contact(
        session, party(session, elias, "Jonas").id, Channel.PHONE, ContactResult.NO_ANSWER
    )
    said = words(case_page(show(session, elias, qtbot)))
    assert "idag 15.45 | Ringde Jonas Wik, inget svar. | F. Ek" in said


def test_linked_cases_are_said_to_be_linked_for_the_worker(session: Session, qtbot: QtBot) -> None:
    melker, ali = take_in(session, 4)
    window = show(session, melker, qtbot)
    page = case_page(window)
    assert "Länkade ärenden, länkade för handläggaren" in words(page)
    assert "Ali Al-Rashid, samma händelse" in words(page)
    click(button(page, "Öppna ärende HV-2026-0002"))
    assert opened_with(window) == ("case", {"case_id": ali})


def test_a_colleagues_case_asks_why(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    omar = colleague_of(session)

    def cover(dialog: Dialog) -> None:
        assert isinstance(dialog, ReasonDialog)
        shortcut("1", dialog.chips)
        shortcut("Ctrl+Return", dialog)

    with answering(cover) as titles:
        window = show(omar, elias, qtbot)
    assert titles == ["En kollega handlägger ärendet"]
    assert opened_with(window)[0] == "case"
    (opening,) = session.tables.case_openings.where("case_id = ?", elias)
    assert opening.reason.text == "täcker upp"


def test_a_colleagues_case_stays_closed_without_a_reason(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    omar = colleague_of(session)
    with answering("Esc"):
        window = show(omar, elias, qtbot)
    assert opened_with(window)[0] == "today"
    assert session.tables.case_openings.where("case_id = ?", elias) == ()


def test_names_are_hidden_everywhere(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    assess(session, elias)
    contacts.record_contact(
        session, party(session, elias, "Jonas").id, Channel.PHONE, ContactResult.REACHED, note="Elias kommer."
    )
    talk(session, elias, soon(session))
    window = show(session, elias, qtbot)
    page = case_page(window)
    shortcut("F9", window)
    for part in PARTS:
        page.open_part(part)
        said = words(page)
        hidden = [
            name for name in ("Elias", "Bergdahl", "Sara", "Jonas", "070-174", "20130710") if name in said
        ]
        assert hidden == [], part
    shortcut("F9", window)
    assert "Elias Bergdahl" in words(page)


def test_the_keyboard_reaches_everything_and_everything_has_a_name(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    assess(session, elias)
    talk(session, elias, soon(session))
    window = show(session, elias, qtbot)
    page = case_page(window)
    for part in PARTS:
        page.open_part(part)
        assert walk.nameless(page) == [], part
        reached = walk.tab_order(window, 5000)
        assert [w.accessibleName() for w in walk.focusable(page.card) if w not in reached] == [], part
    assert {widget.focusPolicy() for widget in page.path.steps.buttons()} == {Qt.FocusPolicy.StrongFocus}


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_in_the_smallest_window(
    session: Session, elias: CaseId, qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    assess(session, elias)
    talk(session, elias, soon(session))
    style.set_text_scale(qapp, percent)
    page = case_page(show(session, elias, qtbot, (1024, 700)))
    for part in PARTS:
        page.open_part(part)
        settle(qapp)
        assert walk.cut(page) == [], part


def test_after_a_move_the_banner_leads_back(
    session: Session, elias: CaseId, qtbot: QtBot, fixed_clock: FixedClock
) -> None:
    assess(session, elias)
    old = talk(session, elias, soon(session))
    facts = session.facts(elias)
    later = bookings.booking_of(facts, facts.meeting(old))
    moved = replace(later, starts=soon(session, 26))
    new = bookings.move(session, old, moved, asked_by=AskedBy.FAMILY, reason="Arbetar.")
    window = show(session, elias, qtbot)
    page = case_page(window)
    assert window.shell.go("case", case_id=elias, moved=new)
    qtbot.waitUntil(page.banner.isVisible)
    click(page.banner.button)
    (meeting,) = session.facts(elias).coming_meetings(1)
    assert meeting.starts == soon(session)


def test_a_handler_sees_no_choice_that_is_the_supervisors(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    omar = colleague_of(session)
    cases.open_case(session, elias)
    cases.change_handler(session, elias, AccountId(2))
    window = show(omar, elias, qtbot)
    seen: list[str] = []

    def read(dialog: Dialog) -> None:
        seen.append(words(dialog))
        dialog.reject()

    with answering(read):
        shortcut("U", window)
    assert "Ej nådd" not in seen[0]
    assert "Tackade nej" in seen[0]
