"""*Idag*: its rows by keys, what their buttons lead to, and what a minute changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.ending import DelayReason
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.paper import PaperState
from allvar_desktop.domain.record_contents import NewCommitment
from allvar_desktop.services import commitments, drafts, papers
from allvar_desktop.services.session import Session
from allvar_desktop.services.summonses import prepare_summonses
from allvar_desktop.services.today import today_view
from allvar_desktop.services.waiting import WaitingItem, WaitingKind
from tests import steps
from tests.ui import walk
from tests.ui.gestures import click
from tests.ui.keys import focused, press
from tests.ui.pages.case_window import words
from ui import names
from ui.dialogs import ask
from ui.main_window import MainWindow
from ui.navigation import PageEntry, Shell
from ui.pages.base import Page
from ui.pages.today_page import TodayPage
from ui.pages.today_rows import clock_pill, due_pill
from ui.widgets.buttons import Button
from ui.widgets.text import RunText

SUNDAY_AT_THREE = datetime(2026, 3, 29, 13, tzinfo=UTC)


class Elsewhere(Page):
    """Remembers what it was opened with, and does the next step of a case when asked."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.done: list[str] = []

    def open(self, **params: Any) -> None:
        self.params = params

    def handlers(self) -> dict[str, Any]:
        return {"next_step": lambda: self.done.append("next_step")}


ENTRIES = (
    PageEntry("today", "ui.pages.today_page", "TodayPage", "Idag", "sun", "go_today"),
    *(PageEntry(key, __name__, "Elsewhere") for key in ("case", "cases", "meeting", "new_case", "settings")),
)


@pytest.fixture
def elias(session: Session) -> CaseId:
    return steps.ready_case(session, 1)


@pytest.fixture
def talk(session: Session, elias: CaseId) -> MeetingId:
    return steps.talk(session, elias, SUNDAY_AT_THREE)


def open_page(session: Session, qtbot: QtBot) -> TodayPage:
    window = MainWindow(Shell(session, ENTRIES), "Ungdomsenheten")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.shell.go("today")
    page = window.shell.page("today")
    assert isinstance(page, TodayPage)
    return page


def place(page: TodayPage) -> tuple[str, dict[str, Any]]:
    assert page.shell.place is not None
    return page.shell.place.key, dict(page.shell.place.params)


def button(page: TodayPage, name: str) -> Button:
    """The visible button whose accessible name begins so."""
    found = [
        each
        for each in page.findChildren(Button)
        if each.accessibleName().startswith(name) and each.isVisibleTo(page)
    ]
    assert found, [each.accessibleName() for each in page.findChildren(Button)]
    return found[0]


def test_a_day_without_anything_says_where_things_will_stand(session: Session, qtbot: QtBot) -> None:
    page = open_page(session, qtbot)
    seen = words(page)
    for sentence in ("Ingen klocka går.", "Inga samtal idag.", "Inget väntar på dig."):
        assert sentence in seen
    page.focus_first()
    assert focused() is page.new_case


def test_every_widget_has_a_name_and_nothing_is_cut(session: Session, talk: MeetingId, qtbot: QtBot) -> None:
    steps.move_clock(session, SUNDAY_AT_THREE - timedelta(hours=5))
    page = open_page(session, qtbot)
    assert walk.nameless(page) == []
    assert walk.traps(page) == []
    assert walk.cut(page) == []


def test_the_next_step_of_a_row_is_done_on_the_page_of_its_case(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    page = open_page(session, qtbot)
    page.focus_first()
    assert focused().accessibleName() == "Ring: HV-2026-0001"
    press(Qt.Key.Key_Space)
    assert place(page) == ("case", {"case_id": elias})
    case = page.shell.page("case")
    assert isinstance(case, Elsewhere)
    assert case.done == ["next_step"]


def test_a_talk_of_the_day_is_opened(session: Session, talk: MeetingId, qtbot: QtBot) -> None:
    steps.move_clock(session, SUNDAY_AT_THREE - timedelta(hours=5))
    page = open_page(session, qtbot)
    assert page.head.subtitle.text() == "söndag 29 mars 2026 · jour · 10.00"
    assert "Rum Eken · Polis ej bokad · båda vårdnadshavarna" in words(page.meetings)
    assert "2026-03-29 15:00" in [text.toolTip() for text in page.meetings.findChildren(RunText)]
    click(button(page, "Öppna samtalet: 15.00, HV-2026-0001"))
    assert place(page) == ("meeting", {"meeting_id": talk})


def test_a_reason_for_lateness_is_given_in_the_row(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    steps.move_clock(session, session.clock.now() + timedelta(hours=60))
    page = open_page(session, qtbot)
    page.focus_first()
    assert focused().accessibleName() == "Ange orsak: HV-2026-0001"
    press(Qt.Key.Key_Space)
    assert focused().accessibleName().startswith("Orsak till förseningen i HV-2026-0001")
    press(Qt.Key.Key_1)
    (delay,) = session.facts(elias).delays
    assert delay.reason is DelayReason.NOT_REACHED
    qtbot.waitUntil(lambda: focused().accessibleName() == "Ring: HV-2026-0001")


def test_another_reason_asks_which_and_none_changes_nothing(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    steps.move_clock(session, session.clock.now() + timedelta(hours=60))
    page = open_page(session, qtbot)
    click(button(page, "Ange orsak"))
    with ask.scripted([None]):
        press(Qt.Key.Key_8)
    assert session.facts(elias).delays == ()
    click(button(page, "Avbryt"))
    assert focused().accessibleName() == "Ange orsak: HV-2026-0001"
    click(focused())
    with ask.scripted(["Strömavbrott på kontoret"]):
        press(Qt.Key.Key_8)
    assert [delay.note for delay in session.facts(elias).delays] == ["Strömavbrott på kontoret"]


def test_a_paper_is_answered_for_in_its_row(
    session: Session, elias: CaseId, talk: MeetingId, qtbot: QtBot
) -> None:
    papers.issue(session, prepare_summonses(session, talk)[0])
    page = open_page(session, qtbot)
    with ask.scripted([True]) as asked:
        click(button(page, "Svara: HV-2026-0001"))
    assert asked.questions == ["Kom den ut rätt ur skrivaren?"]
    assert [paper.state for paper in papers.papers_of(session, elias)] == [PaperState.PRINTED]
    assert "ur skrivaren" not in words(page.waiting)


def test_what_was_promised_is_done_and_taken_back(session: Session, talk: MeetingId, qtbot: QtBot) -> None:
    steps.move_clock(session, SUNDAY_AT_THREE)
    steps.begin(session, talk)
    due = (SUNDAY_AT_THREE + timedelta(days=3)).date()
    commitments.add_commitment(
        session, talk, NewCommitment("Ringer skolan", account_id=session.account.id, due=due)
    )
    page = open_page(session, qtbot)
    assert "Du lovade: Ringer skolan." in words(page.waiting)
    click(button(page, "Klart: HV-2026-0001"))
    assert "Ringer skolan" not in words(page.waiting)
    page.banner.button.click()
    assert "Ringer skolan" in words(page.waiting)


@pytest.mark.parametrize(
    ("key", "leads_to"),
    [
        ("new_case", ("new_case", {})),
        ("case:1", ("case", {"case_id": 1})),
        ("meeting:1", ("meeting", {"meeting_id": 1})),
        ("booking:1", ("booking", {"case_id": 1, "meeting_id": 7})),
    ],
)
def test_a_draft_leads_to_where_it_was_begun(
    session: Session,
    talk: MeetingId,
    qtbot: QtBot,
    key: str,
    leads_to: tuple[str, dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case_id = None if key == "new_case" else CaseId(1)
    drafts.keep_draft(session, key, {"text": "halvskrivet", "moves": 7}, case_id)
    page = open_page(session, qtbot)
    went: list[tuple[str, dict[str, Any]]] = []

    def go(wanted: str, **params: Any) -> bool:
        went.append((wanted, params))
        return True

    monkeypatch.setattr(page.shell, "go", go)
    click(button(page, "Fortsätt"))
    assert went == [leads_to]


def test_a_missing_copy_is_told_of_with_the_way_to_one(session: Session, qtbot: QtBot) -> None:
    page = open_page(session, qtbot)
    assert page.copy_banner.isVisibleTo(page)
    assert page.copy_banner.button.text() == "Välj plats"
    page.copy_banner.button.click()
    assert place(page)[0] == "settings"


def test_a_minute_later_the_time_left_is_another_and_the_rows_the_same(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    page = open_page(session, qtbot)
    before = button(page, "Ring")
    head = session.register.log.head()
    steps.move_clock(session, session.clock.now() + timedelta(hours=20))
    page.tick()
    assert button(page, "Ring") is before
    assert page._pills[0].pill.words.startswith("27 h")
    assert session.register.log.head() == head, "a tick leaves no entry"


def test_hidden_names_are_hidden_in_every_list(session: Session, talk: MeetingId, qtbot: QtBot) -> None:
    steps.move_clock(session, SUNDAY_AT_THREE - timedelta(hours=5))
    page = open_page(session, qtbot)
    names.screen().set_hiding(True)
    page.refresh()
    assert "Bergdahl" not in words(page)
    assert "Wik" not in words(page)


@pytest.mark.parametrize("kind", sorted(set(WaitingKind) - {WaitingKind.RECORD}))
def test_what_waits_without_a_day_says_what_it_is(kind: WaitingKind, session: Session, qtbot: QtBot) -> None:
    pill = due_pill(WaitingItem(kind, None), session.clock.now())  # a record to lock always has its day
    qtbot.addWidget(pill)
    assert pill.pill.words


def test_a_clock_that_counts_from_an_uncertain_time_says_so(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    row = today_view(session).clocks[0]
    for is_uncertain in (True, False):
        pill = clock_pill(
            replace(row, line=replace(row.line, is_uncertain=is_uncertain)), session.clock.now()
        )
        qtbot.addWidget(pill)
        assert pill.pill.words.startswith("Ca ") is is_uncertain
