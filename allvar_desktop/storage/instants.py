"""Instants as the register keeps them: UTC, ISO, whole seconds and a Z, so that text order is time order."""

import re
from datetime import UTC, datetime
from functools import lru_cache

_FORM = "%Y-%m-%dT%H:%M:%SZ"
_STORED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


def instant_to_text(instant: datetime) -> str:
    """``2026-03-27T14:40:00Z``. ValueError for a naive datetime."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(UTC).strftime(_FORM)


@lru_cache(maxsize=4096)  # the same rows are read again and again; `strptime` takes ten times as long
def instant_from_text(text: str) -> datetime:
    """The aware UTC instant. ValueError for anything `instant_to_text` does not write."""
    if not _STORED.fullmatch(text):
        raise ValueError("not in the format of a stored instant")
    return datetime.fromisoformat(text)
