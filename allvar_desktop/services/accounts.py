"""Accounts: who may sign in, and as what."""

from dataclasses import replace

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.text_limits import check_text, tidy
from allvar_desktop.errors import StoppedError, WrongPasswordError
from allvar_desktop.services.access import require_administrator
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session
from allvar_desktop.storage.kdf import SHIPPED, KdfSetting
from allvar_desktop.storage.key_slots import Secret, prepare


def derive_secret(password: str, kdf: KdfSetting = SHIPPED) -> Secret:
    """The slow half of a new password; no shared state, call it in any thread."""
    return prepare(password, kdf)


def handlers(session: Session) -> tuple[Account, ...]:
    """Active handlers, by name."""
    found = (account for account in session.tables.accounts.all() if account.is_active and account.is_handler)
    return tuple(sorted(found, key=lambda account: account.name))


def all_accounts(session: Session) -> tuple[Account, ...]:
    """Every account, closed ones too, by id."""
    return session.tables.accounts.all()


def account_of(session: Session, account_id: AccountId) -> Account:
    """One account. LookupError for an unknown id."""
    return session.tables.accounts.get(account_id)


def check_account(account: Account) -> tuple[Problem, ...]:
    """What is wrong with an account as typed."""
    problems = [
        *check_text("name", "Namnet", account.name, text_limits.NAME),
        *check_text("title", "Titeln", account.title, text_limits.SHORT),
        *check_text("phone", "Telefonnumret", account.phone, text_limits.SHORT),
    ]
    if not account.name.strip():
        problems.append(Problem("name", "Skriv kollegans namn."))
    if not account.roles:
        problems.append(Problem("roles", "Välj minst en roll."))
    return tuple(problems)


def add_account(
    session: Session, *, name: str, title: str, phone: str, roles: frozenset[Role], secret: Secret
) -> AccountId:
    """A colleague with an own password; the new key slot and the row stand or fall together."""
    require_administrator(session)
    account = Account(AccountId(0), tidy(name), tidy(title), tidy(phone), roles)
    refuse(check_account(account))
    with session.action(Act.ACCOUNT_ADDED) as entry:
        account_id = session.tables.accounts.add(account)
        entry.result(account, f"account:{account_id}")
        session.register.keys.put_account(account_id, account.name, secret)
    return account_id


def change_account(session: Session, account: Account) -> None:
    """Another name, title, phone, other roles, or an end: an inactive account loses its key slot."""
    require_administrator(session)
    refuse(check_account(account))
    _keep_one_administrator(session, account)
    if account.is_active and session.register.keys.contents.account(account.id) is None:
        words = "Kontot är avslutat och dess lösenord borttaget. Lägg till ett nytt konto åt kollegan."
        refuse([Problem("is_active", words)])
    account = replace(account, name=tidy(account.name), title=tidy(account.title), phone=tidy(account.phone))
    with session.action(Act.ACCOUNT_CHANGED, obj=f"account:{account.id}") as entry:
        session.tables.accounts.save(account)
        entry.result(account)
        if not account.is_active:
            session.register.keys.remove_account(account.id)
        else:
            session.register.keys.rename_account(account.id, account.name)
    if account.id == session.account.id:
        session.account = account


def change_password(session: Session, old_key: bytes, secret: Secret) -> None:
    """Rewrite the own slot.

    `WrongPasswordError` when `old_key`, derived from the old password, does not open it.
    StoppedError in the practice register: its passphrases stand on its unlock page.
    """
    if session.is_practice:
        raise StoppedError(
            "Övningsregistrets lösenord står på dess startsida och ändras inte.",
            "Byt lösenord i det riktiga registret.",
        )
    if not session.register.keys.opens(session.account.id, old_key):
        raise WrongPasswordError
    with session.action(Act.PASSWORD_CHANGED, obj=f"account:{session.account.id}"):
        session.register.keys.put_account(session.account.id, session.account.name, secret)


def _keep_one_administrator(session: Session, changed: Account) -> None:
    others = [a for a in session.tables.accounts.all() if a.id != changed.id and a.is_active]
    if changed.is_active and changed.is_administrator:
        return
    if not any(account.is_administrator for account in others):
        raise StoppedError(
            "Någon måste vara administratör.",
            "Ge en annan kollega rollen först, och ändra sedan det här kontot.",
        )
