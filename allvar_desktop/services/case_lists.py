"""*Ärenden*: the list of cases, sorted and narrowed by work, never by what a person is or did."""

from dataclasses import dataclass
from datetime import datetime

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_line import CaseFilter, CaseLine, CaseOrder
from allvar_desktop.services.access import narrowed, require_casework
from allvar_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class SavedView:
    """A named filter with how many cases it holds."""

    name: str
    chosen: CaseFilter
    count: int


def open_list(session: Session, chosen: CaseFilter) -> int:
    """How many cases the list holds; opening it by hand is logged with that number (design.md §3)."""
    require_casework(session)
    count = session.tables.case_lines.count(chosen)
    with session.action(Act.LIST_OPENED, obj=f"cases:{count}"):
        pass
    return count


def count_cases(session: Session, chosen: CaseFilter) -> int:
    """How many cases a filter leaves; a number alone leaves no entry."""
    return session.tables.case_lines.count(chosen) if session.account.may_see_cases else 0


def case_page(
    session: Session, chosen: CaseFilter, order: CaseOrder, *, is_descending: bool, offset: int, limit: int
) -> tuple[CaseLine, ...]:
    """Rows `offset` to `offset + limit` (exclusive); colleagues' cases without details.

    Sorted by name, colleagues' cases cannot be placed without telling it: only own and unassigned cases then.
    """
    require_casework(session)
    rows = session.tables.case_lines.page(
        chosen, order, is_descending=is_descending, offset=offset, limit=limit
    )
    return narrowed(session, rows)


def saved_views(session: Session, now: datetime) -> tuple[SavedView, ...]:
    """The views that are always at hand, each with its count."""
    own = session.account.id
    filters = (
        ("Mina öppna", CaseFilter(handler_id=own)),
        ("Alla öppna", CaseFilter()),
        ("Klockan går", CaseFilter(has_running_clock=True)),
        ("Överskridna", CaseFilter(overdue_at=now)),
        ("Utan handläggare", CaseFilter(only_unassigned=True)),
        ("Avslutade", CaseFilter(is_open=False)),
    )
    return tuple(SavedView(name, chosen, count_cases(session, chosen)) for name, chosen in filters)
