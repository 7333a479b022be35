"""The whole of notice 1 by keyboard alone: from the empty form to a booked talk and its letters."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.notice import ProtectionResult
from allvar_desktop.services import drafts
from allvar_desktop.services.session import Session
from tests.ui import walk
from tests.ui.gestures import shortcut
from tests.ui.keys import ctrl, focused, press, tab, type_text
from tests.ui.pages.new_case.form_window import ELIAS, NOTICE_1, fill, here, new_case, open_window, to
from ui import help as help_texts

MOST_TABS = 60
"""On the practised way: at one key stroke in 0.15 s, notice 1 takes about 80 s."""


def test_notice_1_goes_from_empty_form_to_letters_by_keys_alone(
    session: Session, fixed_clock: FixedClock, qtbot: QtBot
) -> None:
    fixed_clock.advance(timedelta(minutes=5))
    window = open_window(session, qtbot, "today")
    ctrl(Qt.Key.Key_N)
    assert focused().accessibleName() == "Slag"
    fill(*NOTICE_1)
    shortcut("Alt+T")
    press(Qt.Key.Key_Down, times=2)
    shortcut("Ctrl+Return")
    key, params = here(window)
    assert key == "preview"
    facts = session.facts(CaseId(1))
    (meeting,) = facts.meetings
    assert params == {"kind": "summons", "meeting_id": meeting.id}
    assert meeting.starts == datetime(2026, 3, 28, 7, 0, tzinfo=UTC)
    assert meeting.state is MeetingState.BOOKED
    assert [party.name for party in facts.participants_of(meeting.id)] == [
        "Elias Bergdahl",
        "Sara Bergdahl",
        "Jonas Wik",
    ]
    assert facts.protection_assessments[0].result is ProtectionResult.NO_NEED
    assert drafts.kept_draft(session, "new_case") is None


def test_what_is_stored_is_what_the_notice_says(
    session: Session, fixed_clock: FixedClock, qtbot: QtBot
) -> None:
    fixed_clock.advance(timedelta(minutes=5))
    window = open_window(session, qtbot, "new_case")
    fill(*NOTICE_1)
    shortcut("Alt+R")
    assert here(window) == ("case", {"case_id": 1})
    facts = session.facts(CaseId(1))
    (notice,) = facts.notices
    for field in ("kind", "arrival", "received", "reported", "offence", "sender", "reference", "event_text"):
        assert getattr(notice, field) == getattr(ELIAS.notice, field), field
    assert (notice.may_be_told, notice.is_interview_held) == (ELIAS.notice.may_be_told, True)
    for stored, typed in zip(facts.family, (ELIAS.child, *ELIAS.adults), strict=True):
        for field in ("role", "name", "identity_number", "phone", "protection", "is_living_with_child"):
            assert getattr(stored, field) == getattr(typed, field), (typed.name, field)
    sara, jonas = facts.guardians
    assert sara.address_lines == ("Övningsvägen 4 lgh 1102", "162 60 Vällingby")
    assert jonas.address_lines == ("Provgatan 19", "165 73 Hässelby")
    # Elias lives with Sara alone, so her address is his; he is born when his number says.
    assert facts.child.address_lines == sara.address_lines
    assert facts.child.birth_date == ELIAS.child.birth_date
    assert facts.child.organisation == "Övningsskolan"


def test_the_practised_way_takes_few_keys(session: Session, fixed_clock: FixedClock, qtbot: QtBot) -> None:
    fixed_clock.advance(timedelta(minutes=5))
    open_window(session, qtbot, "new_case")
    tabs = 0
    for name, text in NOTICE_1:
        while focused().accessibleName() != name:
            tab()
            tabs += 1
        if text == "+":
            press(Qt.Key.Key_Space)
        else:
            type_text(text)
    assert tabs <= MOST_TABS
    keys = tabs + sum(len(text) for _, text in NOTICE_1) + 8
    assert keys * 0.2 < 120, "five keys a second take notice 1 past two minutes"


def test_tab_reaches_everything_in_the_order_it_is_heard(session: Session, qtbot: QtBot) -> None:
    window = open_window(session, qtbot, "new_case")
    page = new_case(window)
    assert walk.nameless(page) == []
    assert walk.traps(page) == []
    reached = [widget.accessibleName() for widget in walk.tab_order(window, most=5_000)]
    assert reached[-1] == "Slag"
    wanted = [name for name, _ in NOTICE_1]
    places = [reached.index(name) for name in wanted]
    assert places == sorted(places)


def test_an_adult_more_comes_with_a_key_and_in_its_place(session: Session, qtbot: QtBot) -> None:
    window = open_window(session, qtbot, "new_case")
    shortcut("Alt+A")
    assert focused().accessibleName() == "Annan vuxen 1: Namn"
    type_text("Dawit")
    shortcut("Alt+V")
    assert focused().accessibleName() == "Vårdnadshavare 3: Namn"
    to("Vårdnadshavare 3: ta bort raden")
    press(Qt.Key.Key_Space)
    new_case(window).form.focus_first()
    reached = [widget.accessibleName() for widget in walk.tab_order(window, most=5_000)]
    assert "Vårdnadshavare 3: Namn" not in reached
    third, fourth = reached.index("Annan vuxen 1: Namn"), reached.index("Lägg till vårdnadshavare")
    assert reached.index("Vårdnadshavare 2: Språk") < third < fourth
    assert fourth < reached.index("Får familjen underrättas?: Ja, polisen säger ja")
    assert [adult.name for adult in new_case(window).form.family.adults()] == ["Dawit"]


def test_f1_explains_the_field(session: Session, qtbot: QtBot) -> None:
    window = open_window(session, qtbot, "new_case")
    to("Mottagen av enheten")
    shortcut("F1")
    assert window.help_panel.accessibleName().startswith("Mottagen av enheten.")


def test_each_field_has_a_help_text_of_its_own(session: Session, qtbot: QtBot) -> None:
    window = open_window(session, qtbot, "new_case")
    page = new_case(window)
    for fields in (page.form.child, *page.form.family.rows()):
        fields.show_more(is_shown=True)
    missing = {
        walk.topic_of(widget)
        for widget in walk.focusable(page.form)
        if walk.topic_of(widget) not in help_texts.texts("new_case")
    }
    assert missing <= {""}  # buttons that say what they do
