from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.case_clock import (
    CaseClock,
    ClockDefinition,
    ClockNotice,
    ClockRules,
    ClockStart,
    ClockStop,
    EventSteps,
    case_clocks,
    event_clock,
    first_since,
)
from allvar_desktop.domain.deadlines import Ending, EndReason, State
from allvar_desktop.domain.ending import DelayReason, Pause
from allvar_desktop.domain.ids import AccountId, CaseId, NoticeId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.notice import Arrival, Notice, NoticeKind
from allvar_desktop.domain.office_hours import OfficeHours
from tests.domain.test_deadline_rules import RULES
from tests.domain.test_deadlines import at
from tests.domain.test_moment import moments

OFFICE = OfficeHours()
USUAL = ClockRules(ClockDefinition(), RULES, OFFICE)
NOW = datetime(2026, 6, 2, 13, 0, tzinfo=UTC)
CONCERN = ClockNotice(1, at("2026-06-01 11:30"), name="Orosanmälan")
POLICE = ClockNotice(
    1, at("2026-06-02 14:20"), offence=at("2026-06-01 10:40"), reported=at("2026-06-01 12:10")
)


def by(start: ClockStart, stop: ClockStop = ClockStop.MEETING_HELD) -> ClockRules:
    return replace(USUAL, definition=ClockDefinition(start, stop))


def clock(
    notices: Sequence[ClockNotice],
    steps: EventSteps | None = None,
    rules: ClockRules = USUAL,
    now: datetime = NOW,
) -> CaseClock:
    return event_clock(1, notices, steps or EventSteps(), rules, now)


def test_the_definition_is_told_in_words() -> None:
    assert ClockDefinition().text() == "underrättelse mottagen → samtal hållet, 48 timmar"
    assert by(ClockStart.OFFENCE, ClockStop.FIRST_CONTACT).definition.text() == (
        "händelsen → första kontakt, 48 timmar"
    )
    assert clock([POLICE]).definition_text() == ClockDefinition().text()


def test_the_earliest_notice_that_names_a_suspicion_starts_it_whatever_its_form() -> None:
    result = clock([POLICE, CONCERN])
    assert (result.notice, result.notice_count) == (CONCERN, 2)
    assert result.talk.due == at("2026-06-03 11:30").earliest()


def test_a_notice_that_names_no_suspicion_starts_nothing() -> None:
    silent = replace(CONCERN, names_suspicion=False)
    assert clock([silent, POLICE]).notice is POLICE
    waiting = clock([silent])
    assert (waiting.talk.state, waiting.notice, waiting.notice_count) == (State.WAITING, None, 0)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (ClockStart.OFFENCE, "2026-06-03 10:40"),
        (ClockStart.POLICE_REPORT, "2026-06-03 12:10"),
        (ClockStart.NOTICE_RECEIVED, "2026-06-04 14:20"),
    ],
)
def test_the_unit_chooses_what_starts_it(start: ClockStart, due: str) -> None:
    assert clock([POLICE], rules=by(start)).talk.due == at(due).earliest()


def test_a_start_that_nobody_knows_waits() -> None:
    assert clock([CONCERN], rules=by(ClockStart.OFFENCE)).talk.state is State.WAITING


@pytest.mark.parametrize("stop", list(ClockStop))
def test_the_unit_chooses_what_stops_it(stop: ClockStop) -> None:
    done = at("2026-06-02 15:00")
    steps = {
        ClockStop.FIRST_CONTACT: EventSteps(first_contact=done),
        ClockStop.SUMMONS_ISSUED: EventSteps(summons_issued=done),
        ClockStop.MEETING_HELD: EventSteps(meeting_held=done),
    }
    for other, happened in steps.items():
        state = clock([CONCERN], happened, by(ClockStart.NOTICE_RECEIVED, stop)).talk.state
        assert (state is State.DONE_IN_TIME) == (other is stop)


def test_contact_is_shown_beside_it_unless_it_is_the_stop_itself() -> None:
    result = clock([CONCERN], EventSteps(first_contact=at("2026-06-02 15:00")))
    assert result.contact is not None
    assert (result.contact.state, result.talk.state) == (State.DONE_IN_TIME, State.WITHIN_DAY)
    assert clock([CONCERN], rules=by(ClockStart.NOTICE_RECEIVED, ClockStop.FIRST_CONTACT)).contact is None


def test_a_new_event_runs_a_clock_of_its_own() -> None:
    second = ClockNotice(2, at("2026-06-02 09:00"))
    steps = {1: EventSteps(meeting_held=at("2026-06-02 08:00"))}
    first, other = case_clocks([second, CONCERN], steps, USUAL, NOW)
    assert (first.event_no, first.talk.state) == (1, State.DONE_IN_TIME)
    assert (other.event_no, other.talk.due) == (2, at("2026-06-04 09:00").earliest())


def test_a_case_without_notices_has_no_clock() -> None:
    assert case_clocks([], {}, USUAL, NOW) == ()


def test_an_ending_makes_both_lapse() -> None:
    result = clock([CONCERN], EventSteps(ending=Ending(EndReason.OTHER_MEASURE, at("2026-06-02 10:00"))))
    assert result.contact is not None
    assert (result.talk.state, result.contact.state) == (State.LAPSED, State.LAPSED)


@given(moments(), st.timedeltas(timedelta(), timedelta(days=9)), st.booleans())
def test_a_pause_changes_nothing_of_the_clock(received: Moment, passed: timedelta, has_ended: bool) -> None:
    now = received.earliest() + passed
    notices = [ClockNotice(1, received)]
    ends = received if has_ended else None
    pause = Pause(1, CaseId(1), 1, DelayReason.POLICE_ASKED_TO_WAIT, received, ends, AccountId(1))
    paused = clock(notices, EventSteps(pauses=(pause,)), now=now)
    plain = clock(notices, now=now)
    assert (paused.talk, paused.contact) == (plain.talk, plain.contact)
    assert paused.pauses == (pause,)


@given(st.lists(moments(), min_size=1, max_size=5))
def test_the_start_is_never_after_any_notice(received: list[Moment]) -> None:
    result = clock([ClockNotice(1, moment) for moment in received])
    assert result.talk.due is not None
    assert result.talk.due == min(moment.earliest() for moment in received) + timedelta(hours=48)


def test_what_happened_before_an_event_does_not_stop_its_clock() -> None:
    before, after, later = at("2026-06-01 09:00"), at("2026-06-02 09:00"), at("2026-06-02 10:00")
    start = at("2026-06-01 11:30")
    assert first_since(start, [later, before, after]) == after
    assert first_since(None, [later, before]) == before
    assert first_since(start, [before]) is None


def test_a_contact_on_the_day_of_the_notice_counts_when_nobody_noted_its_hour() -> None:
    start, unknown_hour = at("2026-06-01 11:30"), Moment(date(2026, 6, 1))
    assert first_since(start, [unknown_hour]) == unknown_hour
    assert first_since(start, [Moment(date(2026, 5, 31))]) is None


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (NoticeKind.SECTION_34, "Underrättelsen"),
        (NoticeKind.CONCERN, "Orosanmälan"),
        (NoticeKind.OTHER, "Uppgiften"),
    ],
)
def test_the_clock_takes_its_part_of_a_stored_notice(kind: NoticeKind, name: str) -> None:
    stored = Notice(
        NoticeId(1),
        CaseId(1),
        2,
        kind,
        Arrival.POST,
        Moment(date(2026, 4, 15), time(8)),
        is_first_emptying=True,
        offence=Moment(date(2026, 4, 13)),
        reported=at("2026-04-14 15:10"),
    )
    taken = ClockNotice.of(stored)
    assert taken == ClockNotice(
        2,
        stored.received,
        is_first_emptying=True,
        offence=stored.offence,
        reported=stored.reported,
        name=name,
    )
    assert taken.counted(OFFICE) == Moment(date(2026, 4, 14), time(8), is_approximate=True)
