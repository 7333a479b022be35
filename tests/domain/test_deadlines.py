from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.deadline_rules import (
    COMMITMENT,
    PRELIMINARY_ASSESSMENT,
    PROTECTION_ASSESSMENT,
    RECORD_LOCKED,
    STATEMENT,
    TALK_48H,
    DeadlineRule,
    RuleId,
    Unit,
    WorkedExample,
)
from allvar_desktop.domain.deadline_text import left_text, state_word
from allvar_desktop.domain.deadlines import Deadline, Ending, EndReason, State, evaluate
from allvar_desktop.domain.holidays_sweden import is_free_by_law
from allvar_desktop.domain.moment import Moment, local_is_doubled, to_utc
from allvar_desktop.domain.moment_parser import parse_moment
from allvar_desktop.domain.office_hours import OfficeHours
from allvar_desktop.domain.time_text import iso_text
from tests.domain.test_deadline_rules import INQUIRY, RULES
from tests.domain.test_moment import moments

FRIDAY = Moment(date(2026, 3, 27), time(15, 40))
DUE = datetime(2026, 3, 29, 14, 40, tzinfo=UTC)
NOW = FRIDAY.earliest()
EXAMPLES = [(rule, example) for rule in RULES.rows for example in rule.examples]


def at(text: str) -> Moment:
    moment = parse_moment(text, NOW)
    assert isinstance(moment, Moment)
    return moment


def rule(rule_id: RuleId) -> DeadlineRule:
    return RULES.at(rule_id, date(2026, 3, 27))


def talk(now: datetime, **other: Moment | Ending) -> Deadline:
    return evaluate(rule(TALK_48H), FRIDAY, now, **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(("row", "example"), EXAMPLES, ids=[f"{row.id} {one.start}" for row, one in EXAMPLES])
def test_every_worked_example_of_the_table_comes_out(row: DeadlineRule, example: WorkedExample) -> None:
    start = at(example.start)
    set_day = date.fromisoformat(example.set_day) if example.set_day else None
    assert row.is_valid_on(start.day)
    deadline = evaluate(row, start, start.earliest(), set_day=set_day)
    if deadline.due is not None:
        shown = iso_text(Moment.from_instant(deadline.due))
        assert (shown, shown) == (example.strict, example.shifted)
    else:
        assert (str(deadline.strict_day), str(deadline.shifted_day)) == (example.strict, example.shifted)


@given(moments())
def test_the_48_hours_are_48_elapsed_hours_whatever_the_calendar_says(start: Moment) -> None:
    deadline = evaluate(rule(TALK_48H), start, NOW)
    assert deadline.due == start.earliest() + timedelta(hours=48)
    assert deadline.is_uncertain == start.is_uncertain


@given(moments(), st.timedeltas(timedelta(days=-5), timedelta(days=5)))
def test_the_state_follows_from_the_hours_left(start: Moment, passed: timedelta) -> None:
    now = start.earliest() + passed
    left = timedelta(hours=48) - passed
    expected = State.PLENTY
    if left < timedelta():
        expected = State.OVERDUE
    elif left <= timedelta(hours=8):
        expected = State.URGENT
    elif left <= timedelta(hours=24):
        expected = State.WITHIN_DAY
    assert evaluate(rule(TALK_48H), start, now).state is expected


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(RULES.rows))
def test_a_shifted_day_is_never_free_and_never_before_the_strict_one(start: date, row: DeadlineRule) -> None:
    deadline = evaluate(row, Moment(start, time(12)), NOW, set_day=start)
    assert deadline.strict_day is not None
    assert deadline.shifted_day is not None
    assert deadline.shifted_day >= deadline.strict_day
    if row.shift != "none":
        assert not is_free_by_law(deadline.shifted_day)
    assert deadline.due_day in (deadline.strict_day, deadline.shifted_day)


@pytest.mark.parametrize(
    ("hours", "state", "left"),
    [
        (0, State.PLENTY, "48 h kvar"),
        (24, State.WITHIN_DAY, "24 h kvar"),
        (40, State.URGENT, "8 h kvar"),
        (48, State.URGENT, "mindre än 1 min kvar"),
        (51.2, State.OVERDUE, "3 h 12 min för sent"),
    ],
)
def test_the_clock_over_the_change_to_summer_time(hours: float, state: State, left: str) -> None:
    now = NOW + timedelta(hours=hours)
    deadline = talk(now)
    assert (deadline.due, deadline.state, left_text(deadline, now)) == (DUE, state, left)
    assert deadline.is_running


def test_the_last_minute_is_in_time_and_the_next_is_late() -> None:
    now = datetime(2026, 4, 1, tzinfo=UTC)
    assert talk(now, stop=Moment(date(2026, 3, 29), time(16, 40))).state is State.DONE_IN_TIME
    late = talk(now, stop=Moment(date(2026, 3, 29), time(16, 41)))
    assert (late.state, late.is_running, left_text(late, now)) == (State.DONE_LATE, False, "klar för sent")


def test_a_stop_without_an_hour_counts_at_its_earliest_and_is_uncertain() -> None:
    deadline = talk(datetime(2026, 4, 1, tzinfo=UTC), stop=Moment(date(2026, 3, 29)))
    assert (deadline.state, deadline.is_uncertain) == (State.DONE_IN_TIME, True)


def test_a_recorded_reason_makes_it_lapse_neither_late_nor_in_time() -> None:
    now = datetime(2026, 5, 1, tzinfo=UTC)
    ending = Ending(EndReason.NOT_REACHED, at("2026-04-02 10:00"))
    deadline = talk(now, ending=ending)
    assert (deadline.state, deadline.is_running) == (State.LAPSED, False)
    assert left_text(deadline, now) == "utgår (ej nådd)"
    assert talk(now, ending=ending, stop=FRIDAY).state is State.DONE_IN_TIME


def test_a_missing_start_waits_and_can_still_lapse() -> None:
    waiting = evaluate(rule(TALK_48H), None, NOW)
    assert (waiting.state, waiting.due, waiting.due_day) == (State.WAITING, None, None)
    assert left_text(waiting, NOW) == "väntar på uppgift"
    ended = evaluate(rule(TALK_48H), None, NOW, ending=Ending(EndReason.MOVED, FRIDAY))
    assert (ended.state, state_word(ended)) == (State.LAPSED, "Utgår (flyttad)")


def test_a_local_closed_day_does_not_move_the_48_hours() -> None:
    office = OfficeHours(closed_days=frozenset({date(2026, 3, 29)}))
    assert evaluate(rule(TALK_48H), FRIDAY, NOW, office=office).due == DUE


@pytest.mark.parametrize(
    ("today", "state", "word", "left"),
    [
        (date(2026, 4, 6), State.PLENTY, "Gott om tid", "4 dagar kvar"),
        (date(2026, 4, 7), State.WITHIN_DAY, "Inom tre dagar", "inom tre dagar"),
        (date(2026, 4, 9), State.WITHIN_DAY, "Inom tre dagar", "imorgon"),
        (date(2026, 4, 10), State.URGENT, "Idag", "idag"),
        (date(2026, 4, 11), State.OVERDUE, "Överskriden", "1 dag för sent"),
    ],
)
def test_due_today_is_not_overdue(today: date, state: State, word: str, left: str) -> None:
    now = to_utc(today, time(23, 59))
    deadline = evaluate(rule(PRELIMINARY_ASSESSMENT), FRIDAY, now)
    assert (deadline.state, state_word(deadline), left_text(deadline, now)) == (state, word, left)
    assert deadline.due_day == date(2026, 4, 10)


def test_the_strict_day_is_warned_on_and_the_shifted_one_shown() -> None:
    deadline = evaluate(
        rule(PRELIMINARY_ASSESSMENT), at("2026-06-05 10:00"), to_utc(date(2026, 6, 20), time(9))
    )
    assert (deadline.strict_day, deadline.shifted_day) == (date(2026, 6, 19), date(2026, 6, 22))
    assert (deadline.due_day, deadline.state) == (date(2026, 6, 19), State.OVERDUE)


def test_a_statutory_shift_binds() -> None:
    deadline = evaluate(rule(INQUIRY), Moment(date(2026, 10, 31)), to_utc(date(2027, 3, 1), time(9)))
    assert (deadline.due_day, deadline.state) == (date(2027, 3, 1), State.URGENT)


def test_a_dated_decision_replaces_the_counted_day() -> None:
    longer = date(2027, 5, 2)
    deadline = evaluate(rule(INQUIRY), Moment(date(2026, 10, 31)), NOW, extended_to=longer)
    assert (deadline.due_day, deadline.strict_day) == (longer, longer)
    assert evaluate(rule(TALK_48H), FRIDAY, NOW, extended_to=longer).due == DUE
    assert evaluate(rule(INQUIRY), None, NOW, extended_to=longer).due_day is None


@pytest.mark.parametrize(
    ("received", "due"),
    [("2026-03-27 15:59", 27), ("2026-03-27 16:00", 28), ("2026-03-27 23:10", 28), ("2026-03-27", 27)],
)
def test_what_comes_late_in_the_day_may_be_assessed_the_day_after(received: str, due: int) -> None:
    deadline = evaluate(rule(PROTECTION_ASSESSMENT), at(received), NOW)
    assert deadline.due_day == date(2026, 3, due)
    assert deadline.is_uncertain == (received == "2026-03-27")


def test_a_day_set_by_others_waits_until_it_is_known() -> None:
    assert evaluate(rule(STATEMENT), FRIDAY, NOW).state is State.WAITING
    assert evaluate(rule(COMMITMENT), FRIDAY, NOW, set_day=date(2026, 3, 27)).state is State.URGENT


def test_the_units_closed_days_do_not_count_as_working_days() -> None:
    office = OfficeHours(closed_days=frozenset({date(2026, 3, 30)}))
    assert evaluate(rule(RECORD_LOCKED), FRIDAY, NOW, office=office).due_day == date(2026, 4, 2)


def test_the_last_whole_day_is_in_time() -> None:
    for day, state in ((10, State.DONE_IN_TIME), (11, State.DONE_LATE)):
        stop = Moment(date(2026, 4, day), time(23, 59))
        assert evaluate(rule(PRELIMINARY_ASSESSMENT), FRIDAY, NOW, stop=stop).state is state


def test_days_are_uncertain_only_where_the_day_is() -> None:
    for start, is_uncertain in (
        (Moment(date(2026, 3, 27)), False),
        (Moment(date(2026, 3, 27), time(8), is_approximate=True), False),
        (Moment(date(2026, 3, 27), is_approximate=True), True),
    ):
        assert evaluate(rule(PRELIMINARY_ASSESSMENT), start, NOW).is_uncertain is is_uncertain


@given(moments())
def test_a_doubled_hour_is_told_as_uncertain_only_by_the_hours(start: Moment) -> None:
    deadline = evaluate(rule(TALK_48H), start, NOW)
    if start.at is not None and local_is_doubled(start.day, start.at) and not start.is_second_pass:
        assert deadline.is_uncertain
    assert deadline.rule.unit is Unit.HOURS


def test_every_reason_and_state_has_its_words() -> None:
    assert [reason.text for reason in EndReason][:2] == ["tackade nej", "annan åtgärd i stället"]
    assert all(reason.text for reason in EndReason)
