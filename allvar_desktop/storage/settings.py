"""The unit's settings as one JSON text per group, so that a new setting needs no new column."""

import json
from typing import Any

from sqlite_utils import Database


class Settings:
    """The table of settings: plain JSON values by key."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str) -> Any:
        """The stored value, None when there is none."""
        row = self._db.execute("SELECT value FROM setting WHERE key = ?", [key]).fetchone()
        return None if row is None else json.loads(row[0])

    def set(self, key: str, value: Any) -> None:
        self._db.execute(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, json.dumps(value, ensure_ascii=False, sort_keys=True)],
        )
