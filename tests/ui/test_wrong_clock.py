"""A computer whose clock is wrong, or a register opened many years later: every page still shows."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.services.session import Session
from tests.steps import all_came, assess, begin, hear_child, lock, move_clock, soon, take_in, talk
from ui.main_window import MainWindow
from ui.navigation import Shell


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(Shell(session), "Ungdomsenheten")
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.shell.close_pages()
    made.close_for_good()


@pytest.fixture
def meetings(session: Session) -> tuple[MeetingId, MeetingId]:
    """A talk that was held and is locked, and one that is booked."""
    (first,) = take_in(session, 1)
    assess(session, first)
    held = begin(session, talk(session, first, soon(session)))
    all_came(session, held)
    hear_child(session, held)
    lock(session, held)
    (second,) = take_in(session, 3)
    assess(session, second)
    return held, talk(session, second, soon(session))


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 3, 1, 9, tzinfo=UTC),
        datetime(1980, 1, 1, 0, 0, tzinfo=UTC),
        datetime(2031, 2, 28, 23, 30, tzinfo=UTC),
        datetime(2126, 12, 31, 23, 30, tzinfo=UTC),
        datetime(2198, 6, 15, 12, tzinfo=UTC),
    ],
    ids=lambda now: str(now.year),
)
def test_every_page_opens_whatever_the_computer_says_the_time_is(
    window: MainWindow,
    session: Session,
    meetings: tuple[MeetingId, MeetingId],
    now: datetime,
) -> None:
    held, booked = meetings
    move_clock(session, now)
    for key in ("today", "cases", "settings", "new_case"):
        assert window.shell.go(key), key
    for case_id in (CaseId(1), CaseId(2)):
        assert window.shell.go("case", case_id=case_id)
        assert window.shell.go("booking", case_id=case_id)
    for meeting_id in (held, booked):
        assert window.shell.go("meeting", meeting_id=meeting_id)
    assert window.shell.go("preview", kind="summons", meeting_id=booked)
    assert window.shell.go("preview", kind="summary", meeting_id=held)
    assert window.shell.go("preview", kind="family_copy", meeting_id=held)
    page = window.shell.current
    assert page is not None
    page.tick()
