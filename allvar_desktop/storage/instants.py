"""Instants as the register keeps them: UTC, ISO, whole seconds, a Z at the end, so that text order is time order."""

from datetime import UTC, datetime

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def instant_to_text(instant: datetime) -> str:
    """``2026-03-27T14:40:00Z``. ValueError for a naive datetime."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(UTC).strftime(_FORM)


def instant_from_text(text: str) -> datetime:
    """The aware UTC instant. ValueError for anything `instant_to_text` does not write."""
    return datetime.strptime(text, _FORM).replace(tzinfo=UTC)
