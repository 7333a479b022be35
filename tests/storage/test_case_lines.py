"""The lines of lists: narrowed, sorted and cut into pages by the register, as the domain means it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from allvar_desktop.domain.case_choice import CaseChoice, DueBy, case_filter
from allvar_desktop.domain.case_line import CaseFilter, CaseOrder, CaseSort
from allvar_desktop.domain.deadline_rules import TALK_48H
from allvar_desktop.domain.deadlines import EndReason, State
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.line_clock import line_clock
from allvar_desktop.storage.tables import Tables
from tests.domain.test_deadline_rules import RULES
from tests.lines import DUE, FRIDA, OMAR, line
from tests.storage.stored import add_case

BY_NUMBER = CaseSort(CaseOrder.NUMBER)
HOUR = timedelta(hours=1)
RULE = RULES.at(TALK_48H, date(2026, 3, 27))
ALL = CaseFilter(is_open=None)
CLOCKS: tuple[dict[str, Any], ...] = (
    *({"clock_due": DUE + hours * HOUR} for hours in (-30, -1, 0, 1, 8, 9, 24, 25, 72, 200)),
    {"clock_due": None},
    {"clock_stopped": DUE},
    {"clock_stopped": DUE + timedelta(seconds=1)},
    {"clock_ended": EndReason.DECLINED.value},
)
"""How the clock of a case may stand: running, waiting, stopped, ended."""


def numbers(
    tables: Tables, chosen: CaseFilter = ALL, sort: CaseSort = BY_NUMBER, limit: int = 100
) -> list[int]:
    """The ids of the cases on the first page, as sorted."""
    return [found.case_id for found in tables.case_lines.page(chosen, sort, offset=0, limit=limit)]


def test_a_line_comes_back_whole_and_a_new_one_takes_its_place(tables: Tables) -> None:
    first = add_case(tables)
    assert tables.case_lines.get(first) == line()
    full = line(
        clock_due=None, clock_stopped=DUE, clock_ended="declined", handler_id=None, is_protected=True,
        is_uncertain=True, is_delay_explained=True, birth_date=None, next_due=date(2026, 4, 1),
        meeting_starts=DUE, is_open=False,
    )  # fmt: skip
    tables.case_lines.save(full)
    assert tables.case_lines.get(first) == full
    assert tables.case_lines.count(ALL) == 1


def test_a_case_without_a_line_is_not_found(tables: Tables) -> None:
    with pytest.raises(LookupError, match="99"):
        tables.case_lines.get(CaseId(99))


def test_some_lines_come_by_number(tables: Tables) -> None:
    ids = [add_case(tables, number) for number in (3, 1, 2)]
    assert [found.case_id for found in tables.case_lines.some([*ids, CaseId(99)])] == [1, 2, 3]
    assert tables.case_lines.some([]) == ()


@pytest.mark.parametrize("now", [DUE, DUE + timedelta(milliseconds=500), DUE - 8 * HOUR])
@pytest.mark.parametrize("state", State)
def test_the_list_narrowed_by_a_state_holds_just_the_clocks_that_stand_so(
    tables: Tables, state: State, now: datetime
) -> None:
    for number, clock in enumerate(CLOCKS, start=1):
        add_case(tables, number, **clock)
    standing = [
        number
        for number, clock in enumerate(CLOCKS, start=1)
        if line_clock(line(number, **clock), RULE, now).state is state
    ]
    assert numbers(tables, case_filter(CaseChoice(state=state), RULE, now)) == standing


def test_the_states_together_are_all_open_cases(tables: Tables) -> None:
    for number, clock in enumerate(CLOCKS, start=1):
        add_case(tables, number, **clock)
    narrowed = [case_filter(CaseChoice(state=state), RULE, DUE) for state in State]
    assert sum(map(tables.case_lines.count, narrowed)) == len(CLOCKS)
    running = case_filter(CaseChoice(is_running=True), RULE, DUE)
    assert numbers(tables, running) == list(range(1, 11))


def test_a_day_narrows_to_running_clocks_that_end_on_it(tables: Tables) -> None:
    # Sunday 29 March 2026 ends at 22 in UTC: summer time has begun.
    for number, due in enumerate((7, 14, 21, 22), start=1):
        add_case(tables, number, clock_due=datetime(2026, 3, 29, due, tzinfo=UTC))
    now = datetime(2026, 3, 29, 8, tzinfo=UTC)
    assert numbers(tables, case_filter(CaseChoice(due=DueBy.TODAY), RULE, now)) == [2, 3]
    assert numbers(tables, case_filter(CaseChoice(due=DueBy.PASSED), RULE, now)) == [1]
    assert numbers(tables, case_filter(CaseChoice(due=DueBy.THREE_DAYS), RULE, now)) == [2, 3, 4]


@pytest.mark.parametrize(
    ("handlers", "found"),
    [((), [1, 2, 3]), ((FRIDA,), [1]), ((None,), [3]), ((OMAR, None), [2, 3]), ((FRIDA, OMAR), [1, 2])],
)
def test_whose_cases(tables: Tables, handlers: tuple[AccountId | None, ...], found: list[int]) -> None:
    for number, handler in enumerate((FRIDA, OMAR, None), start=1):
        add_case(tables, number, handler_id=handler)
    assert numbers(tables, CaseFilter(handlers=handlers)) == found


def test_open_closed_or_both(tables: Tables) -> None:
    add_case(tables, 1)
    add_case(tables, 2, is_open=False)
    assert numbers(tables, CaseFilter()) == [1]
    assert numbers(tables, CaseFilter(is_open=False)) == [2]
    assert numbers(tables, ALL) == [1, 2]
    assert tables.case_lines.count(CaseFilter(is_open=False)) == 1


def test_by_clock_the_least_time_left_comes_first_and_clocks_that_stand_still_last(tables: Tables) -> None:
    clocks: tuple[dict[str, Any], ...] = (
        {"clock_stopped": DUE - 50 * HOUR},
        {"clock_due": None},
        {"clock_due": DUE + HOUR},
        {},
        {"clock_ended": EndReason.MOVED.value},
    )
    for number, clock in enumerate(clocks, start=1):
        add_case(tables, number, **clock)
    assert numbers(tables, sort=CaseSort()) == [4, 3, 2, 1, 5]
    assert numbers(tables, sort=CaseSort(is_descending=True)) == [3, 4, 2, 1, 5]


NAMES = ("Östen Ek", "Åke Ek", "Ärla Ek", "ada ek", "Zoë Ek", "Éva Ek")


def test_by_name_in_swedish_order(tables: Tables) -> None:
    for number, name in enumerate(NAMES, start=1):
        add_case(tables, number, name)
    assert numbers(tables, sort=CaseSort(CaseOrder.NAME)) == [4, 6, 5, 2, 3, 1]
    assert numbers(tables, sort=CaseSort(CaseOrder.NAME, is_descending=True)) == [1, 3, 2, 5, 6, 4]


def test_by_age_the_unknown_come_last_either_way(tables: Tables) -> None:
    for number, year in enumerate((2012, None, 2009, 2014), start=1):
        add_case(tables, number, birth_date=year and date(year, 7, 10))
    assert numbers(tables, sort=CaseSort(CaseOrder.AGE)) == [4, 1, 3, 2]
    assert numbers(tables, sort=CaseSort(CaseOrder.AGE, is_descending=True)) == [3, 1, 4, 2]


@pytest.mark.parametrize("order", [CaseOrder.NAME, CaseOrder.AGE])
@pytest.mark.parametrize("is_descending", [False, True])
def test_where_a_colleagues_case_stands_tells_nothing_of_the_child(
    tables: Tables, order: CaseOrder, is_descending: bool
) -> None:
    add_case(tables, 1, "Bo Ek", birth_date=date(2011, 1, 1))
    add_case(tables, 2, "Ada Ek", birth_date=date(2015, 1, 1), handler_id=OMAR)
    add_case(tables, 3, "Örjan Ek", birth_date=date(2009, 1, 1), handler_id=OMAR)
    add_case(tables, 4, "Cia Ek", birth_date=date(2012, 1, 1), handler_id=None)
    narrow = numbers(tables, sort=CaseSort(order, is_descending=is_descending, reader=FRIDA))
    assert sorted(narrow[:2]) == [1, 4]
    assert narrow[2:] == [2, 3]
    assert set(numbers(tables, sort=CaseSort(order, is_descending=is_descending))[:2]) != {1, 4}


def test_by_handler_as_the_names_are_given_the_unassigned_last(tables: Tables) -> None:
    for number, handler in enumerate((None, FRIDA, OMAR, FRIDA), start=1):
        add_case(tables, number, handler_id=handler)
    by_name = CaseSort(CaseOrder.HANDLER, handlers=(OMAR, FRIDA))
    assert numbers(tables, sort=by_name) == [3, 2, 4, 1]
    assert numbers(tables, sort=CaseSort(CaseOrder.HANDLER)) == [2, 4, 3, 1]
    only_frida = CaseSort(CaseOrder.HANDLER, is_descending=True, handlers=(FRIDA,))
    assert numbers(tables, sort=only_frida) == [3, 2, 4, 1]


@pytest.mark.parametrize("order", CaseOrder)
@pytest.mark.parametrize("is_descending", [False, True])
@pytest.mark.parametrize("reader", [None, FRIDA])
def test_pages_never_overlap_and_leave_nothing_out(
    alike: Tables, order: CaseOrder, is_descending: bool, reader: AccountId | None
) -> None:
    sort = CaseSort(order, is_descending=is_descending, reader=reader, handlers=(OMAR, FRIDA))
    for size in (1, 4, 30):
        paged = [
            found.case_id
            for offset in range(0, 24, size)
            for found in alike.case_lines.page(ALL, sort, offset=offset, limit=size)
        ]
        assert paged == numbers(alike, sort=sort)
        assert sorted(paged) == list(range(1, 22))


@pytest.fixture
def alike(tables: Tables) -> Tables:
    """Twenty-one cases, many of them the same in what they are sorted by."""
    for number in range(1, 22):
        add_case(
            tables,
            number,
            NAMES[number % 2],
            handler_id=(FRIDA, OMAR, None)[number % 3],
            birth_date=date(2012, 1, 1) if number % 4 else None,
            clock_due=DUE if number % 5 else None,
        )
    return tables


def test_own_and_unassigned_clocks_run_on_the_page_of_the_day(tables: Tables) -> None:
    for number, handler in enumerate((FRIDA, OMAR, None, FRIDA, FRIDA, FRIDA, FRIDA), start=1):
        add_case(tables, number, handler_id=handler, clock_due=DUE - number * HOUR)
    for number, still in ((4, {"is_open": False}), (5, {"clock_due": None}), (6, {"clock_stopped": DUE})):
        tables.case_lines.save(line(number, **still))
    tables.case_lines.save(line(7, clock_ended="moved"))

    def running(is_supervisor: bool, limit: int = 10) -> list[int]:
        lines = tables.case_lines.running_for(FRIDA, is_supervisor=is_supervisor, limit=limit)
        return [found.case_id for found in lines]

    assert running(is_supervisor=False) == [3, 1]
    assert running(is_supervisor=True) == [3, 2, 1]
    assert running(is_supervisor=True, limit=1) == [3]


def test_the_unlock_page_gets_instants_of_running_clocks_and_nothing_else(tables: Tables) -> None:
    for number, hours in enumerate((2, 1, 3), start=1):
        add_case(tables, number, clock_due=DUE + hours * HOUR)
    add_case(tables, 4, clock_due=DUE, clock_stopped=DUE)
    assert tables.case_lines.dues(DUE + 2 * HOUR) == (DUE + HOUR, DUE + 2 * HOUR)


def test_case_numbers_go_on_within_their_year_and_prefix(tables: Tables) -> None:
    assert tables.case_lines.next_ordinal("HV", 2026) == 1
    for number in (1, 9, 10):
        add_case(tables, number)
    assert tables.case_lines.next_ordinal("HV", 2026) == 11
    assert tables.case_lines.next_ordinal("HV", 2027) == 1
    assert tables.case_lines.next_ordinal("H", 2026) == 1
    # More than four digits are one more all the same.
    add_case(tables, 10_000)
    assert tables.case_lines.next_ordinal("HV", 2026) == 10_001
