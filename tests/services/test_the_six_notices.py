"""The six notices come in through the services, and each leaves what its catch needs."""

from datetime import UTC, datetime

import pytest

from allvar_desktop.domain.case_deadlines import case_deadlines
from allvar_desktop.services.session import Session
from tests.notices import NOTICES
from tests.steps import take_in


@pytest.mark.parametrize("number", NOTICES)
def test_each_notice_becomes_a_case_for_each_child(session: Session, number: int) -> None:
    cases = take_in(session, number)
    assert [session.facts(case).child.name for case in cases] == [f.child.name for f in NOTICES[number].forms]


@pytest.mark.parametrize(
    ("number", "due"),
    [
        (1, datetime(2026, 3, 29, 14, 40, tzinfo=UTC)),
        (3, datetime(2026, 4, 16, 14, 55, tzinfo=UTC)),
        (5, datetime(2026, 6, 3, 9, 30, tzinfo=UTC)),
        (6, datetime(2026, 12, 25, 22, 10, tzinfo=UTC)),
    ],
)
def test_the_clock_of_each_ends_when_its_catch_says(session: Session, number: int, due: datetime) -> None:
    case_id = take_in(session, number)[0]
    found = case_deadlines(session.facts(case_id), session.rules, session.settings, session.clock.now())
    assert [clock.talk.due for clock in found.clocks] == [due]


def test_two_children_of_one_event_are_linked_for_the_worker(session: Session) -> None:
    first, second = take_in(session, 4)
    assert [link.other_id for link in session.facts(first).links] == [second]
    assert len(session.facts(second).links) == 1


def test_two_notices_about_one_event_are_one_case(session: Session) -> None:
    (case_id,) = take_in(session, 5)
    assert [notice.event_no for notice in session.facts(case_id).notices] == [1, 1]
