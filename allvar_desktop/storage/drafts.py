"""Half-written forms and texts, kept for the account that writes them."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.storage.instants import instant_from_text, instant_to_text


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody was typing: `key` names the page, `payload` is that page's own JSON."""

    key: str
    case_id: CaseId | None
    payload: str
    saved: datetime


class Drafts:
    """The table of drafts (utkast); one for each account and page."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def save(self, account_id: AccountId, draft: Draft) -> bool:
        """Keep the draft in place of an earlier one; True when there was none before."""
        is_new = self.get(account_id, draft.key) is None
        self._db.execute(
            "INSERT INTO draft (account_id, key, case_id, payload, saved) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (account_id, key) DO UPDATE SET payload = excluded.payload, saved = excluded.saved",
            [account_id, draft.key, draft.case_id, draft.payload, instant_to_text(draft.saved)],
        )
        return is_new

    def get(self, account_id: AccountId, key: str) -> Draft | None:
        rows = self._db.execute(
            "SELECT key, case_id, payload, saved FROM draft WHERE account_id = ? AND key = ?",
            [account_id, key],
        ).fetchall()
        return _draft(rows[0]) if rows else None

    def all(self, account_id: AccountId) -> tuple[Draft, ...]:
        """The account's drafts, the latest first."""
        rows = self._db.execute(
            "SELECT key, case_id, payload, saved FROM draft WHERE account_id = ? "
            "ORDER BY saved DESC, id DESC",
            [account_id],
        ).fetchall()
        return tuple(_draft(row) for row in rows)

    def remove(self, account_id: AccountId, key: str) -> bool:
        """Remove the draft; False when there was none."""
        cursor = self._db.execute("DELETE FROM draft WHERE account_id = ? AND key = ?", [account_id, key])
        return bool(cursor.rowcount)


def _draft(row: tuple[str, int | None, str, str]) -> Draft:
    key, case_id, payload, saved = row
    return Draft(key, CaseId(case_id) if case_id else None, payload, instant_from_text(saved))
