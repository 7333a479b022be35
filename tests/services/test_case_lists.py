"""*Ärenden*: sorted and narrowed by work; the place of a colleague's case in a list gives nothing away."""

from datetime import date, timedelta

import pytest

from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_choice import CaseChoice, DueBy
from allvar_desktop.domain.case_line import CaseOrder
from allvar_desktop.domain.deadlines import EndReason, State
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.errors import NotAllowedError
from allvar_desktop.services import case_lists, cases, endings
from allvar_desktop.services.session import Session
from tests.people import register_child
from tests.steps import move_clock


@pytest.fixture
def mixed(session: Session, colleague: Session) -> dict[str, CaseId]:
    """Two of Omar's own cases among two of Frida's, whose names and ages lie around them."""
    return {
        "Alm": register_child(session, "Test Alm", born=date(2009, 1, 1)),
        "Berg": register_child(colleague, "Test Berg", born=date(2011, 1, 1)),
        "Öst": register_child(session, "Test Öst", born=date(2013, 1, 1)),
        "Dal": register_child(colleague, "Test Dal", born=date(2010, 1, 1)),
    }


def page(
    session: Session,
    order: CaseOrder = CaseOrder.NUMBER,
    choice: CaseChoice | None = None,
    *,
    down: bool = False,
) -> list[CaseId]:
    lines = case_lists.case_page(
        session, choice or CaseChoice(), order, is_descending=down, offset=0, limit=50
    )
    return [line.case_id for line in lines]


@pytest.mark.parametrize(
    ("order", "down", "own"),
    [
        (CaseOrder.NAME, False, ["Berg", "Dal"]),
        (CaseOrder.NAME, True, ["Dal", "Berg"]),
        (CaseOrder.AGE, False, ["Berg", "Dal"]),
        (CaseOrder.AGE, True, ["Dal", "Berg"]),
    ],
)
def test_by_name_and_age_colleagues_cases_come_last_by_number(
    colleague: Session, mixed: dict[str, CaseId], order: CaseOrder, down: bool, own: list[str]
) -> None:
    assert page(colleague, order, down=down) == [mixed[name] for name in (*own, "Alm", "Öst")]


def test_a_supervisor_has_all_in_one_order(session: Session, mixed: dict[str, CaseId]) -> None:
    assert page(session, CaseOrder.NAME) == [mixed[name] for name in ("Alm", "Berg", "Dal", "Öst")]
    assert page(session, CaseOrder.AGE) == [mixed[name] for name in ("Öst", "Berg", "Dal", "Alm")]
    assert page(session, CaseOrder.HANDLER) == [mixed[name] for name in ("Alm", "Öst", "Berg", "Dal")]
    assert page(session, CaseOrder.NUMBER, down=True) == [
        mixed[name] for name in ("Dal", "Öst", "Berg", "Alm")
    ]


def test_of_a_colleagues_case_the_list_has_number_clock_and_handler(
    colleague: Session, mixed: dict[str, CaseId]
) -> None:
    lines = case_lists.case_page(
        colleague, CaseChoice(), CaseOrder.NUMBER, is_descending=False, offset=0, limit=50
    )
    theirs = next(line for line in lines if line.case_id == mixed["Alm"])
    assert (theirs.name, theirs.name_key, theirs.birth_date, theirs.next_text) == ("", "", None, "")
    assert theirs.number
    assert theirs.clock_due is not None
    assert theirs.handler_id == AccountId(1)
    assert next(line for line in lines if line.case_id == mixed["Berg"]).name == "Test Berg"


def test_pages_neither_overlap_nor_leave_out(session: Session) -> None:
    made = [register_child(session, "Test Lika") for _ in range(7)]
    pages = [
        line.case_id
        for offset in range(0, 8, 2)
        for line in case_lists.case_page(
            session, CaseChoice(), CaseOrder.NAME, is_descending=True, offset=offset, limit=2
        )
    ]
    assert sorted(pages) == sorted(made)
    assert len(set(pages)) == len(pages)


def test_views_say_how_many_they_hold_and_a_handler_begins_with_the_own_ones(
    session: Session, colleague: Session, mixed: dict[str, CaseId]
) -> None:
    counts = {view.key: view.count for view in case_lists.saved_views(colleague)}
    assert counts == {"mine": 2, "open": 4, "running": 2, "overdue": 0, "unassigned": 0, "closed": 0}
    assert case_lists.default_view(colleague) == "mine"
    for view in case_lists.saved_views(session):
        assert view.count == len(page(session, choice=view.choice))


def test_a_closed_case_moves_to_the_closed_ones(session: Session, mixed: dict[str, CaseId]) -> None:
    endings.end_clock(session, mixed["Alm"], EndReason.DECLINED)
    cases.close_case(session, mixed["Alm"], "")
    assert page(session, choice=CaseChoice(is_open=False)) == [mixed["Alm"]]
    assert mixed["Alm"] not in page(session)


def test_states_and_deadlines_narrow_by_the_clock(session: Session) -> None:
    case_id = register_child(session, "Test Tid")
    due = session.tables.case_lines.get(case_id).clock_due
    assert due is not None
    for hours, state, is_due in (
        (30, State.PLENTY, {DueBy.THREE_DAYS}),
        (20, State.WITHIN_DAY, {DueBy.THREE_DAYS}),
        (7, State.URGENT, {DueBy.THREE_DAYS, DueBy.TODAY}),
        (-1, State.OVERDUE, {DueBy.PASSED}),
    ):
        move_clock(session, due - timedelta(hours=hours))
        matching = {one for one in State if page(session, choice=CaseChoice(state=one))}
        assert matching == {state}
        assert {one for one in DueBy if page(session, choice=CaseChoice(due=one))} == is_due
    assert page(session, choice=CaseChoice(is_running=True)) == [case_id]


def test_opening_a_list_is_logged_with_its_length_and_looking_again_is_not(
    session: Session, mixed: dict[str, CaseId]
) -> None:
    count = len(acts(session))
    assert case_lists.open_list(session, CaseChoice()) == 4
    page(session)
    case_lists.count_cases(session, CaseChoice())
    assert acts(session)[count:] == [(Act.LIST_OPENED, "cases:4")]


def acts(session: Session) -> list[tuple[str, str]]:
    return [tuple(row) for row in session.register.db.execute("SELECT act, object FROM log ORDER BY number")]


def test_an_account_that_sees_no_cases_gets_no_list_and_no_numbers(session: Session) -> None:
    register_child(session, "Test Hemlig")
    session.account = Account(session.account.id, "Ada Berg", "", "", frozenset({Role.ADMINISTRATOR}))
    assert case_lists.count_cases(session, CaseChoice()) == 0
    with pytest.raises(NotAllowedError):
        page(session)
    with pytest.raises(NotAllowedError):
        case_lists.open_list(session, CaseChoice())


@pytest.mark.parametrize("order", list(CaseOrder))
@pytest.mark.parametrize(
    "choice", [CaseChoice(handlers=(AccountId(1),)), CaseChoice(is_running=True), CaseChoice(due=DueBy.TODAY)]
)
def test_lists_are_read_through_indexes(session: Session, order: CaseOrder, choice: CaseChoice) -> None:
    """Which rows they are is told by an index alone; a table is never gone through."""
    sent: list[str] = []
    session.register.db.conn.set_trace_callback(sent.append)
    page(session, order, choice)
    session.register.db.conn.set_trace_callback(None)
    assert_uses_indexes(session, [sql for sql in sent if "FROM case_line" in sql])


def test_a_search_is_answered_through_indexes(session: Session) -> None:
    sent: list[str] = []
    session.register.db.conn.set_trace_callback(sent.append)
    for words in (("elias",), ("elias", "berg", "2013")):
        session.tables.search_terms.hits(words, AccountId(2), 50)
        session.tables.search_terms.find(words, 50)
    session.register.db.conn.set_trace_callback(None)
    assert_uses_indexes(session, sent)


def assert_uses_indexes(session: Session, statements: list[str]) -> None:
    assert statements
    for sql in statements:
        plan = [row[3] for row in session.register.db.execute(f"EXPLAIN QUERY PLAN {sql}")]
        scans = [step for step in plan if step.startswith("SCAN") and "USING" not in step]
        tables = [
            step for step in scans if step.split()[1] in {"case_line", "l", "p", "party", "search_term"}
        ]
        assert tables == [], (plan, sql)
