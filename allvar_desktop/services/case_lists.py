"""*Ärenden*: the list of cases, sorted and narrowed by work, never by what a person is or did."""

from dataclasses import dataclass
from datetime import datetime

from allvar_desktop.domain.account import Account
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_choice import CaseChoice, DueBy, case_filter
from allvar_desktop.domain.case_line import CaseFilter, CaseLine, CaseOrder, CaseSort
from allvar_desktop.domain.deadline_rules import TALK_48H, DeadlineRule
from allvar_desktop.domain.deadlines import Deadline
from allvar_desktop.domain.line_clock import line_clock
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.search_key import fold
from allvar_desktop.services.access import narrowed, require_casework
from allvar_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class SavedView:
    """A named choice of filters with how many cases it holds; `key` names it for good."""

    key: str
    name: str
    choice: CaseChoice
    count: int


def open_list(session: Session, choice: CaseChoice) -> int:
    """How many cases the list holds; opening it by hand is logged with that number (design.md §3)."""
    require_casework(session)
    count = count_cases(session, choice)
    with session.action(Act.LIST_OPENED, obj=f"cases:{count}"):
        pass
    return count


def count_cases(session: Session, choice: CaseChoice, now: datetime | None = None) -> int:
    """How many cases the filters leave; a number alone leaves no entry. 0 for who sees no cases."""
    if not session.account.may_see_cases:
        return 0
    return session.tables.case_lines.count(_filter(session, choice, now))


def case_page(
    session: Session,
    choice: CaseChoice,
    order: CaseOrder,
    *,
    is_descending: bool,
    offset: int,
    limit: int,
    now: datetime | None = None,
) -> tuple[CaseLine, ...]:
    """Rows `offset` to `offset + limit` (exclusive) as the filters were at `now`.

    Colleagues' cases come without details.
    By name or age, colleagues' cases come last in the order of their numbers: their place must not tell more.
    """
    require_casework(session)
    chosen = _filter(session, choice, now)
    rows = session.tables.case_lines.page(
        chosen, _sort(session, order, is_descending=is_descending), offset=offset, limit=limit
    )
    return narrowed(session, rows)


def default_view(session: Session) -> str:
    """The key of the view that the page begins with: a handler's own cases, for others the unit's."""
    return "mine" if session.account.is_handler else "open"


def choice_of(session: Session, key: str) -> CaseChoice:
    """The filters of a saved view. KeyError for an unknown key."""
    return {view_key: choice for view_key, _, choice in _views(session)}[key]


def saved_views(session: Session) -> tuple[SavedView, ...]:
    """The views that are always at hand, each with its count."""
    return tuple(
        SavedView(key, name, choice, count_cases(session, choice)) for key, name, choice in _views(session)
    )


def handlers(session: Session) -> tuple[Account, ...]:
    """The accounts that handle cases or have done, by name."""
    accounts = (account for account in session.tables.accounts.all() if account.may_see_cases)
    return tuple(sorted(accounts, key=lambda account: fold(account.name)))


def clock_of(session: Session, line: CaseLine) -> Deadline:
    """How the 48 hours of a line stand now."""
    return line_clock(line, talk_rule(session), session.clock.now())


def talk_rule(session: Session) -> DeadlineRule:
    """The rule of the 48 hours as it is today."""
    return session.rules.at(TALK_48H, to_local(session.clock.now()).date())


def _views(session: Session) -> tuple[tuple[str, str, CaseChoice], ...]:
    own = session.account.id
    mine = CaseChoice(handlers=(own,))
    # The same clocks as on Idag: a handler's own and unassigned ones, the whole unit's for a supervisor.
    near = () if session.account.is_supervisor else (own, None)
    views = (
        ("mine", "Mina öppna", mine),
        ("open", "Alla öppna", CaseChoice()),
        ("running", "Klockan går", CaseChoice(handlers=near, is_running=True)),
        ("overdue", "Överskridna", CaseChoice(handlers=near, due=DueBy.PASSED)),
        ("unassigned", "Utan handläggare", CaseChoice(handlers=(None,))),
        ("closed", "Avslutade", CaseChoice(is_open=False)),
    )
    return views if session.account.is_handler else views[1:]


def _filter(session: Session, choice: CaseChoice, now: datetime | None) -> CaseFilter:
    return case_filter(choice, talk_rule(session), now or session.clock.now())


def _sort(session: Session, order: CaseOrder, *, is_descending: bool) -> CaseSort:
    reader = None if session.account.is_supervisor else session.account.id
    by_name = tuple(account.id for account in handlers(session)) if order is CaseOrder.HANDLER else ()
    return CaseSort(order, is_descending, reader, by_name)
