"""Times that cannot be, and a child that is none, on each page and in each dialog that asks for them."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services import records
from allvar_desktop.services.session import Session
from tests.notices import NOTICES
from tests.steps import assess, begin, move_clock, party, soon, take_in, talk
from tests.ui.hostile import rows, standing
from tests.ui.pages.new_case.form_window import put
from ui.dialogs.assessment_dialog import PreliminaryDialog, ProtectionDialog
from ui.dialogs.contact_dialog import ContactDialog
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.notice_dialog import AddNoticeDialog, CorrectNoticeDialog
from ui.dialogs.party_dialog import CorrectPartyDialog
from ui.dialogs.pause_dialog import PauseDialog
from ui.dialogs.permission_dialog import PermissionDialog
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.pages.booking_page import BookingPage
from ui.pages.meeting_desk import MeetingDesk
from ui.pages.meeting_times_dialog import TimesDialog
from ui.pages.new_case_page import NewCasePage

Make = Callable[[Session, CaseId], FormDialog]


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(Shell(session), "Ungdomsenheten")
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


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("received", "28/3 2026 10.00", "Mottagen ligger i framtiden. Kontrollera datum och klockslag."),
        ("offence", "2026-03-28 01.00", "Händelsen ligger i framtiden. Kontrollera datum och klockslag."),
        ("received", "26/3 2026 10.00", "Mottagen ligger före händelsen. Kontrollera tiderna."),
        ("reported", "27/3 2026 08.00", "Polisanmälan ligger före händelsen. Kontrollera tiderna."),
        ("received", "31/2 10.00", "."),
        ("received", "99999999999999", "."),
    ],
)
def test_nytt_arende_tells_of_a_time_that_cannot_be_at_its_field(
    window: MainWindow, session: Session, fixed_clock: FixedClock, field: str, text: str, sentence: str
) -> None:
    page = new_case(window, fixed_clock)
    page.form.notice.times[field].set_value(text)
    refused(page, session, page.register)
    notes = [row.note.text() for row in page.form.notice.form.rows.values() if row.note.isVisibleTo(page)]
    assert any(note.endswith(sentence) for note in notes)
    assert page.form.notice.times[field].value() == text


def new_case(window: MainWindow, clock: FixedClock) -> NewCasePage:
    clock.set(NOTICES[1].registered)
    window.shell.go("new_case")
    page = window.shell.current
    assert isinstance(page, NewCasePage)
    put(page, NOTICES[1].forms[0])
    return page


def refused(page: NewCasePage, session: Session, work: Callable[[], object]) -> None:
    typed, before = standing(page), rows(session)
    work()
    assert rows(session) == before
    assert standing(page) == typed
    assert page.banner.isVisible()
    assert page.banner.message.text().endswith(".")


@pytest.mark.parametrize("birth", ["2003-03-01", "1950-01-01", "2031-01-01"])
def test_a_child_that_is_none_is_told_of_and_stays_in_the_form(
    window: MainWindow, session: Session, fixed_clock: FixedClock, birth: str
) -> None:
    page = new_case(window, fixed_clock)
    child = page.form.child
    child.show_more(is_shown=True)
    child.form.set_values({"identity_number": "", "birth_date": birth})
    refused(page, session, page.book_and_write)
    assert child.form.rows["birth_date"].note.text().endswith(".")
    assert child.form.rows["birth_date"].note.isVisibleTo(page)


@pytest.mark.parametrize(
    ("make", "values", "field", "words"),
    [
        pytest.param(
            lambda s, _: ContactDialog(s, [(2, "Sara")], (), party_id=None),
            {"who": 2, "result": "reached", "at": "2026-03-29 10.00"},
            "at",
            "ligger i framtiden",
            id="contact-ahead",
        ),
        pytest.param(
            AddNoticeDialog,
            {"received": "2026-03-30 10.00", "is_new_event": True},
            "received",
            "ligger i framtiden",
            id="notice-ahead",
        ),
        pytest.param(
            AddNoticeDialog,
            {"received": "27/3 10.00", "offence": "27/3 11.00", "is_new_event": True},
            "received",
            "ligger före händelsen",
            id="notice-before-the-offence",
        ),
        pytest.param(
            lambda s, c: CorrectNoticeDialog(s, s.facts(c).notices[0]),
            {"received": "2026-03-20 10.00", "reason": "Fel."},
            "received",
            "ligger före händelsen",
            id="corrected-before-the-offence",
        ),
        pytest.param(
            lambda s, c: CorrectPartyDialog(s, party(s, c, "Elias")),
            {"birth_date": "1990-01-01", "reason": "Fel."},
            "birth_date",
            ".",
            id="child-grown-up",
        ),
        pytest.param(
            lambda s, c: ProtectionDialog(s, s.facts(c).notices[0].id, ""),
            {"answer": "no_need", "made": "2026-03-29 10.00"},
            "made",
            "ligger i framtiden",
            id="assessment-ahead",
        ),
        pytest.param(
            lambda s, c: PreliminaryDialog(s, s.facts(c).notices[0].id, "", is_late=False),
            {"answer": "no_inquiry", "made": "2026-03-29 10.00"},
            "made",
            "ligger i framtiden",
            id="decision-ahead",
        ),
        pytest.param(
            PauseDialog,
            {"reason": "other", "begins": "27/3 15.30", "ends": "27/3 10.00"},
            "ends",
            "slutar före den börjar",
            id="pause-backwards",
        ),
        pytest.param(
            lambda s, c: PermissionDialog(s, party(s, c, "Sara")),
            {"kind": "consent", "given_by": "Sara", "covers": "x", "given_at": "2026-03-29 10.00"},
            "given_at",
            "ligger i framtiden",
            id="consent-ahead",
        ),
    ],
)
def test_a_dialog_tells_of_it_at_the_field_and_keeps_what_is_typed(
    session: Session,
    case_id: CaseId,
    qtbot: QtBot,
    make: Make,
    values: dict[str, object],
    field: str,
    words: str,
) -> None:
    dialog = make(session, case_id)
    dialog.form.set_values(values)
    person = getattr(dialog, "person", None)
    if person is not None:
        person.form.set_values(values)
    qtbot.addWidget(dialog)
    dialog.show()
    typed, before = standing(dialog), rows(session)
    dialog.try_accept()
    assert dialog.result() == 0
    assert rows(session) == before
    assert standing(dialog) == typed
    note = {**dialog.form.rows, **(person.form.rows if person else {})}[field].note
    assert words in note.text()
    assert note.isVisibleTo(dialog)


@pytest.mark.parametrize(
    ("began", "ended", "field", "words"),
    [
        ("27/3 10.00", "", "began", "före underrättelsen"),
        ("2026-04-20 10.00", "", "began", "framtiden"),
        ("", "27/3 16.00", "ended", "slutar före det börjar"),
        ("", "2026-04-20 10.00", "ended", "framtiden"),
        ("igår", "", "began", "dag och klockslag"),
    ],
)
def test_a_talk_before_its_notice_or_backwards_is_told_of(
    session: Session, case_id: CaseId, qtbot: QtBot, began: str, ended: str, field: str, words: str
) -> None:
    meeting_id = begin(session, talk(session, case_id, soon(session)))
    move_clock(session, soon(session, 1))
    records.end_meeting(session, meeting_id)
    desk = MeetingDesk(Shell(session), lambda: None)
    desk.meeting_id = meeting_id
    desk.look()
    dialog = TimesDialog(desk)
    qtbot.addWidget(dialog)
    dialog.form.set_values({name: text for name, text in (("began", began), ("ended", ended)) if text})
    dialog.show()
    before = desk.meeting
    dialog.try_accept()
    assert dialog.result() == 0
    assert words in dialog.form.rows[field].note.text()
    desk.look()
    assert desk.meeting == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("26/3 2026 10.00", "före underrättelsen"),
        ("27/3 2026 16.00", "har redan varit"),
        ("2028-01-01 10.00", "mer än ett år fram"),
        ("32/13 99.99", "."),
    ],
)
def test_a_booking_at_a_time_that_cannot_be_is_told_of(
    window: MainWindow, session: Session, case_id: CaseId, text: str, words: str
) -> None:
    move_clock(session, session.clock.now() + timedelta(hours=3))
    window.shell.go("booking", case_id=case_id)
    page = window.shell.current
    assert isinstance(page, BookingPage)
    page.form.time.starts.set_value(text)
    before = rows(session)
    page.book()
    assert window.shell.current is page
    assert rows(session) == before
    assert words in page.banner.message.text()
    assert page.form.time.starts.value() == text
