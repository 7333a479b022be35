"""Accounts and what their roles let them do (handläggare, gruppledare, administratör)."""

from dataclasses import dataclass
from enum import StrEnum

from allvar_desktop.domain.ids import AccountId


class Role(StrEnum):
    """What an account may do; one account may have several."""

    HANDLER = "handler"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"

    @property
    def text(self) -> str:
        return _ROLE_TEXTS[self]


_ROLE_TEXTS = {
    Role.HANDLER: "handläggare",
    Role.SUPERVISOR: "gruppledare",
    Role.ADMINISTRATOR: "administratör",
}


@dataclass(frozen=True, slots=True)
class Account:
    """A colleague who signs in (konto)."""

    id: AccountId
    name: str
    title: str
    phone: str
    roles: frozenset[Role]
    is_active: bool = True

    @property
    def is_handler(self) -> bool:
        return Role.HANDLER in self.roles

    @property
    def is_supervisor(self) -> bool:
        return Role.SUPERVISOR in self.roles

    @property
    def is_administrator(self) -> bool:
        return Role.ADMINISTRATOR in self.roles

    @property
    def may_see_cases(self) -> bool:
        """The administrator alone sees no cases (domain.md §7)."""
        return self.is_handler or self.is_supervisor

    @property
    def signature(self) -> str:
        """The short form at a timeline line: ``F. Ek``."""
        first, _, rest = self.name.strip().partition(" ")
        return f"{first[:1]}. {rest}" if rest else first
