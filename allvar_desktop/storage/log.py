"""The log: one entry for each thing a person did, chained to the one before by HMAC."""

import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from allvar_desktop.domain.ids import AccountId
from allvar_desktop.storage.canonical import canonical
from allvar_desktop.storage.instants import instant_from_text, instant_to_text
from allvar_desktop.storage.kdf import SubKeys
from allvar_desktop.storage.key_contents import Anchor

_FIELDS = "number, at, account_id, act, case_number, object, digest"


@dataclass(frozen=True, slots=True)
class LogCheck:
    """What reading the chain showed: `broken_at` is the number of the first entry that does not fit."""

    entries: int
    broken_at: int | None = None
    sentence: str = ""

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None


class Log:
    """The chain of entries in an open register (logg)."""

    def __init__(self, db: Database, keys: SubKeys, register_id: str) -> None:
        self._db = db
        self._keys = keys
        self._start = hmac.digest(keys.log, b"allvar log of " + register_id.encode(), "sha256").hex()

    def append(
        self, *, at: datetime, account_id: AccountId, act: str, case_number: str | None, obj: str, digest: str
    ) -> Anchor:
        """Write one entry in the caller's transaction; the new head comes back.

        No names, no free text in `obj`.
        """
        if not self._db.conn.in_transaction:
            raise RuntimeError("a log entry is written in the transaction of what it tells of")
        before = self.head()
        fields = (before.number + 1, instant_to_text(at), int(account_id), str(act), case_number, obj, digest)
        mac = self._mac(before.mac, fields)
        self._db.execute(f"INSERT INTO log ({_FIELDS}, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*fields, mac))
        return Anchor(before.number + 1, mac)

    def digest(self, row: object) -> str:
        """What an entry keeps of the row that came out of the act: keyed, so that no row can be guessed."""
        return hmac.digest(self._keys.digest, canonical(row), "sha256").hex()

    def head(self) -> Anchor:
        """Number and HMAC of the last entry; number 0 and the chain's start if there is none."""
        row = self._db.execute("SELECT number, mac FROM log ORDER BY number DESC LIMIT 1").fetchone()
        return Anchor(*row) if row else Anchor(0, self._start)

    def latest(self) -> datetime | None:
        """When the last entry was written (UTC); None if there is none."""
        row = self._db.execute("SELECT at FROM log ORDER BY number DESC LIMIT 1").fetchone()
        return instant_from_text(row[0]) if row else None

    def has(self, anchor: Anchor) -> bool:
        """Whether the chain goes through `anchor`: if not, it was cut, or an older file was put back."""
        return self._mac_of(anchor.number) == anchor.mac

    def has_other_than(self, act: str, after: Anchor) -> bool:
        """Whether something else than `act` was logged after that head."""
        query = "SELECT EXISTS (SELECT 1 FROM log WHERE number > ? AND act <> ?)"
        return bool(self._db.execute(query, (after.number, str(act))).fetchone()[0])

    def latest_of(self, act: str) -> datetime | None:
        """When that was last logged (UTC); None if it never was."""
        query = "SELECT max(at) FROM log WHERE act = ?"
        at = self._db.execute(query, (str(act),)).fetchone()[0]
        return instant_from_text(at) if at else None

    def verify(self, after: Anchor | None = None) -> LogCheck:
        """Read the chain from its start (or from a head known to be right) and say where it first breaks."""
        known = after or Anchor(0, self._start)
        number, mac = known.number, known.mac
        for row in self._db.execute(
            f"SELECT {_FIELDS}, mac FROM log WHERE number > ? ORDER BY number", (known.number,)
        ):
            number += 1
            if row[0] != number:
                return _broken(number, f"Loggens post {number} saknas.")
            mac = self._mac(mac, row[:-1])
            if mac != row[-1]:
                return _broken(number, f"Loggens post {number} är ändrad, eller något före den är borttaget.")
        return LogCheck(entries=number)

    def _mac_of(self, number: int) -> str | None:
        if number == 0:
            return self._start
        row = self._db.execute("SELECT mac FROM log WHERE number = ?", (number,)).fetchone()
        return row[0] if row else None

    def _mac(self, before: str, fields: tuple[Any, ...]) -> str:
        return hmac.digest(self._keys.log, before.encode() + canonical(fields), "sha256").hex()


def _broken(number: int, sentence: str) -> LogCheck:
    return LogCheck(entries=number - 1, broken_at=number, sentence=sentence)
