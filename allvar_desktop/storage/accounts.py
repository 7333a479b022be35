"""Accounts as rows; passwords are not here but in the key slots beside the register."""

from sqlite_utils import Database

from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.errors import KnownError, NotAllowedError

_COLUMNS = "id, name, title, phone, roles, is_active"


class Accounts:
    """The table of accounts (konton)."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, account: Account) -> AccountId:
        """Insert; an id of 0 asks the database for the next one."""
        cursor = self._db.execute(
            f"INSERT INTO account ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
            [account.id or None, *_cells(account)],
        )
        return AccountId(int(cursor.lastrowid or 0))

    def save(self, account: Account) -> None:
        """Replace an account that is there."""
        self._db.execute(
            "UPDATE account SET name = ?, title = ?, phone = ?, roles = ?, is_active = ? WHERE id = ?",
            [*_cells(account), account.id],
        )

    def get(self, account_id: AccountId) -> Account:
        """The account. LookupError when there is none."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM account WHERE id = ?", [account_id]).fetchone()
        if row is None:
            raise LookupError(f"no account {account_id}")
        return _account(row)

    def active(self, account_id: AccountId) -> Account:
        """The account that signs in. A `KnownError` if it ended, or if it has a key slot but no row."""
        try:
            account = self.get(account_id)
        except LookupError:
            # A crash between the slot and the row leaves that of a colleague who was just added.
            raise KnownError(
                "Kontot finns bland nycklarna men inte i registret.",
                "Logga in med ett annat konto och lägg till kontot igen. "
                "Finns inget annat konto: återställ den senaste säkerhetskopian.",
            ) from None
        if not account.is_active:
            raise NotAllowedError("Kontot är avslutat.", "Fråga er administratör.")
        return account

    def all(self) -> tuple[Account, ...]:
        """All accounts, also those no longer active, by id."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM account ORDER BY id").fetchall()
        return tuple(_account(row) for row in rows)


def _cells(account: Account) -> list[str | int]:
    roles = " ".join(role for role in Role if role in account.roles)
    return [account.name, account.title, account.phone, roles, int(account.is_active)]


def _account(row: tuple[int, str, str, str, str, int]) -> Account:
    row_id, name, title, phone, roles, is_active = row
    return Account(
        AccountId(row_id), name, title, phone, frozenset(map(Role, roles.split())), bool(is_active)
    )
