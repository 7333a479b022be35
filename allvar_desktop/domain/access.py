"""Who may see what (domain.md §7): own and unassigned cases; of others number, state and handler."""

from dataclasses import replace

from allvar_desktop.domain.account import Account
from allvar_desktop.domain.case_line import CaseLine, NextStep
from allvar_desktop.domain.ids import AccountId


def may_read(account: Account, handler_id: AccountId | None) -> bool:
    """Whether the account reads a case with this handler without giving a reason."""
    if account.is_supervisor:
        return True
    return account.is_handler and handler_id in (None, account.id)


def without_details(line: CaseLine) -> CaseLine:
    """A colleague's case in a list: number, state of the clock and handler, and nothing about the child."""
    return replace(
        line,
        name="",
        name_key="",
        birth_date=None,
        is_protected=False,
        next_step=NextStep.NOTHING,
        next_text="",
        next_due=None,
        meeting_starts=None,
    )
