from datetime import UTC, datetime, timedelta, timezone

import pytest

from allvar_desktop.storage.instants import instant_from_text, instant_to_text

INSTANT = datetime(2026, 3, 27, 14, 40, tzinfo=UTC)


def test_an_instant_is_kept_in_utc() -> None:
    assert instant_to_text(INSTANT.astimezone(timezone(timedelta(hours=2)))) == "2026-03-27T14:40:00Z"
    assert instant_from_text("2026-03-27T14:40:00Z") == INSTANT


def test_an_instant_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        instant_to_text(datetime(2026, 3, 27, 14, 40))


@pytest.mark.parametrize("text", ["", "2026-03-27", "2026-03-27T14:40:00+01:00", "igår"])
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="format"):
        instant_from_text(text)
