"""Half-written forms: one for each account and page."""

from datetime import UTC, datetime, timedelta

from allvar_desktop.storage.drafts import Draft
from allvar_desktop.storage.tables import Tables
from tests.lines import FRIDA, OMAR
from tests.storage.stored import add_case

NOW = datetime(2026, 3, 27, 14, 40, tzinfo=UTC)
NEW_CASE = Draft("new_case", None, '{"name": "Åsa"}', NOW)


def test_a_draft_comes_back_as_it_was(tables: Tables) -> None:
    of_case = Draft("meeting:7", add_case(tables), "{}", NOW)
    assert tables.drafts.save(FRIDA, NEW_CASE)
    assert tables.drafts.save(FRIDA, of_case)
    assert tables.drafts.get(FRIDA, "new_case") == NEW_CASE
    assert tables.drafts.get(FRIDA, "meeting:7") == of_case
    assert tables.drafts.get(FRIDA, "meeting:8") is None


def test_a_later_draft_of_the_same_page_takes_the_place_of_the_first(tables: Tables) -> None:
    tables.drafts.save(FRIDA, NEW_CASE)
    later = Draft("new_case", None, "{}", NOW + timedelta(seconds=5))
    assert not tables.drafts.save(FRIDA, later)
    assert tables.drafts.all(FRIDA) == (later,)


def test_nobody_sees_a_colleagues_draft(tables: Tables) -> None:
    tables.drafts.save(FRIDA, NEW_CASE)
    assert tables.drafts.get(OMAR, "new_case") is None
    assert tables.drafts.all(OMAR) == ()
    assert not tables.drafts.remove(OMAR, "new_case")
    assert tables.drafts.all(FRIDA) == (NEW_CASE,)


def test_the_latest_draft_stands_first(tables: Tables) -> None:
    for key, seconds in (("a", 2), ("b", 3), ("c", 1), ("d", 3)):
        tables.drafts.save(FRIDA, Draft(key, None, "{}", NOW + timedelta(seconds=seconds)))
    assert [draft.key for draft in tables.drafts.all(FRIDA)] == ["d", "b", "a", "c"]


def test_a_draft_is_removed_once(tables: Tables) -> None:
    tables.drafts.save(FRIDA, NEW_CASE)
    assert tables.drafts.remove(FRIDA, "new_case")
    assert not tables.drafts.remove(FRIDA, "new_case")
    assert tables.drafts.get(FRIDA, "new_case") is None
