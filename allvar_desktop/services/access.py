"""Opening the door to a case, and who may go through it."""

from allvar_desktop.domain.access import may_read, without_details
from allvar_desktop.domain.account import Account
from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.errors import NotAllowedError
from allvar_desktop.services.session import Session


def require_casework(session: Session) -> None:
    """NotAllowedError for an account that sees no cases."""
    if not session.account.may_see_cases:
        raise NotAllowedError(
            "Ditt konto ser inga ärenden.",
            "Logga in som handläggare eller gruppledare, eller be om den rollen.",
        )


def require_supervisor(session: Session) -> None:
    """NotAllowedError for anyone but a supervisor."""
    if not session.account.is_supervisor:
        raise NotAllowedError("Det här gör gruppledaren.", "Be gruppledaren att göra det i sitt eget konto.")


def require_administrator(session: Session) -> None:
    """NotAllowedError for anyone but an administrator."""
    if not session.account.is_administrator:
        raise NotAllowedError(
            "Det här gör administratören.", "Be administratören att göra det i sitt eget konto."
        )


def narrowed(session: Session, lines: tuple[CaseLine, ...]) -> tuple[CaseLine, ...]:
    """The lines as this account may see them: a colleague's without details."""
    account: Account = session.account
    return tuple(line if may_read(account, line.handler_id) else without_details(line) for line in lines)
