"""Frozen values as rows: every type of field comes back as it was, and each table holds what it is for."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from allvar_desktop.domain.ids import CaseId, PartyId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.party import Protection
from allvar_desktop.storage.rows import Rows
from allvar_desktop.storage.tables import Tables
from tests.domain.test_moment import moments


@dataclass(frozen=True, slots=True)
class Sample:
    """One field of each type that a row may hold."""

    id: int
    case_id: CaseId
    party_id: PartyId | None
    text: str
    note: str | None
    is_good: bool
    choice: Protection
    maybe_choice: Protection | None
    day: date | None
    instant: datetime
    maybe_instant: datetime | None
    moment: Moment
    maybe_moment: Moment | None


FULL = Sample(
    0, CaseId(4), PartyId(5), "Åsa 'DROP' \U0001f642", "", True, Protection.NONE, Protection.UNKNOWN,
    date(2026, 3, 29), datetime(2026, 3, 29, 1, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC),
    Moment(date(2026, 3, 27), time(15, 40)), Moment(date(2026, 3, 27)),
)  # fmt: skip
BARE = replace(
    FULL, party_id=None, note=None, maybe_choice=None, day=None, maybe_instant=None, maybe_moment=None
)


@pytest.fixture(scope="module")
def samples() -> Iterator[Rows[Sample]]:
    """A table for samples, in memory."""
    db = Database(dbapi2.connect(":memory:"))
    columns = ", ".join(field.name for field in fields(Sample) if field.name != "id")
    db.execute(f"CREATE TABLE sample (id INTEGER PRIMARY KEY, {columns})")
    yield Rows(db, "sample", Sample)
    db.close()


@pytest.mark.parametrize("value", [FULL, BARE, replace(FULL, is_good=False)])
def test_a_value_comes_back_as_it_was_with_its_id(samples: Rows[Sample], value: Sample) -> None:
    row_id = samples.add(value)
    assert samples.get(row_id) == replace(value, id=row_id)


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"])), moment=moments())
def test_any_text_and_any_moment_come_back(samples: Rows[Sample], text: str, moment: Moment) -> None:
    row_id = samples.add(replace(FULL, text=text, moment=moment))
    assert (samples.get(row_id).text, samples.get(row_id).moment) == (text, moment)


def test_a_value_may_bring_its_id(samples: Rows[Sample]) -> None:
    assert samples.add(replace(FULL, id=4711)) == 4711
    with pytest.raises(dbapi2.IntegrityError):
        samples.add(replace(FULL, id=4711))


def test_only_the_named_fields_of_one_row_are_changed(samples: Rows[Sample]) -> None:
    first, second = samples.add(FULL), samples.add(FULL)
    changed = samples.change(first, text="ny", maybe_choice=None)
    assert changed == replace(FULL, id=first, text="ny", maybe_choice=None) == samples.get(first)
    assert samples.get(second) == replace(FULL, id=second)


def test_a_row_that_is_removed_is_gone_and_the_others_stay(samples: Rows[Sample]) -> None:
    first, second = samples.add(FULL), samples.add(FULL)
    samples.remove(first)
    with pytest.raises(LookupError, match=f"sample has no row {first}"):
        samples.get(first)
    with pytest.raises(LookupError):
        samples.change(first, text="ny")
    assert samples.get(second).id == second


def test_rows_are_asked_for_by_a_condition_in_an_order(samples: Rows[Sample]) -> None:
    low, high = samples.add(replace(FULL, text="ordna b")), samples.add(replace(FULL, text="ordna a"))
    found = samples.where("text LIKE ?", "ordna %")
    assert [row.id for row in found] == [low, high]
    assert [row.id for row in samples.where("text LIKE ?", "ordna %", order="text")] == [high, low]


def test_a_type_without_a_column_is_a_mistake_at_once(samples: Rows[Sample]) -> None:
    @dataclass(frozen=True, slots=True)
    class Wrong:
        id: int
        share: float

    with pytest.raises(TypeError, match="float"):
        Rows(samples._db, "wrong", Wrong)


def test_each_table_has_just_the_columns_of_its_values(tables: Tables) -> None:
    rows = [value for name in dir(Tables) if isinstance(value := getattr(tables, name, None), Rows)]
    assert len(rows) > 20
    for each in rows:
        stored = {column.name for column in tables.db[each._table].columns}
        assert stored == set(each._codecs), each._table
