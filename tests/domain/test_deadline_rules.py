from datetime import date

import pytest

from allvar_desktop.domain.deadline_rules import (
    PRELIMINARY_ASSESSMENT,
    TALK_48H,
    Basis,
    RuleId,
    RuleTableError,
    Unit,
    load_rules,
    parse_rules,
)
from allvar_desktop.paths import resources

TABLE = (resources() / "rules" / "deadlines.toml").read_text(encoding="utf-8")
RULES = load_rules(TABLE)
INQUIRY = RuleId("inquiry")
"""A rule that is not yet on any page: of months, with a shift that binds."""
ROW = """
[[deadline]]
id = "a"
name = "frist"
start = "notice_received"
stop = "done"
limit = 14
unit = "days"
shift = "none"
basis = "own"
source = "Enhetens egen frist."
is_source_settled = true
valid_from = 2020-01-01
soon = 3
urgent = 0
[[deadline.example]]
start = "2026-03-27"
strict = "2026-04-10"
shifted = "2026-04-10"
"""


def faults(text: str) -> dict[str, str]:
    return {problem.field: problem.message for problem in parse_rules(text)[1]}


def test_the_shipped_table_holds_every_deadline_of_the_work() -> None:
    assert {row.id for row in RULES.rows} == {
        *(
            "talk_48h",
            "contact_48h",
            "protection_assessment",
            "preliminary_assessment",
            "inquiry",
            "statement",
        ),
        *("record_locked", "follow_up_1", "follow_up_3", "follow_up_6", "follow_up_12", "commitment"),
    }


def test_the_48_hours_are_nobodys_law_and_change_at_24_and_8() -> None:
    rule = RULES.at(TALK_48H, date(2026, 3, 27))
    assert (rule.limit, rule.unit, rule.basis, rule.soon, rule.urgent) == (48, Unit.HOURS, Basis.OWN, 24, 8)
    assert "§" not in rule.source_text()


def test_the_row_that_was_valid_on_the_day_is_chosen() -> None:
    assert "2025:400" in RULES.at(PRELIMINARY_ASSESSMENT, date(2025, 7, 1)).source_text()
    assert "2025:400" not in RULES.at(PRELIMINARY_ASSESSMENT, date(2025, 6, 30)).source_text()


def test_no_paragraph_is_printed_for_an_open_source() -> None:
    for rule in RULES.rows:
        if not rule.is_source_settled:
            assert "§" not in rule.source_text()
            assert rule.source_text().endswith("Paragrafen är inte fastställd i programmet.")
    assert not RULES.at(INQUIRY, date(2026, 1, 1)).is_source_settled


def test_a_day_before_all_rows_has_no_rule() -> None:
    rules = load_rules(ROW)
    assert rules.at(rules.rows[0].id, date(2020, 1, 1)).name == "frist"
    with pytest.raises(KeyError):
        rules.at(rules.rows[0].id, date(2019, 12, 31))


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("limit = 14", 'limit = "14"', "1.limit"),
        ("limit = 14", "limit = true", "1.limit"),
        ("limit = 14", "limit = -1", "1.soon"),
        ("limit = 14", "", "1.limit"),
        ("soon = 3", "soon = 3\nlater = 4", "1.later"),
        ('unit = "days"', 'unit = "weeks"', "1.unit"),
        ('unit = "days"', 'unit = "same_day"', "1.late_from"),
        ("soon = 3", "soon = 3\nlate_from = 16:00:00", "1.late_from"),
        ("urgent = 0", "urgent = 4", "1.soon"),
        ("valid_from = 2020-01-01", "valid_from = 2020-01-01\nvalid_to = 2019-01-01", "1.valid_to"),
        ("valid_from = 2020-01-01", "valid_from = 2020-01-01 10:00:00", "1.valid_from"),
        ('strict = "2026-04-10"', "", "1.example"),
        ('strict = "2026-04-10"', 'strict = "2026-04-10"\nextra = 1', "1.example"),
    ],
)
def test_each_fault_in_a_row_is_named(old: str, new: str, field: str) -> None:
    assert old in ROW
    assert field in faults(ROW.replace(old, new))


def test_an_example_must_be_a_row_of_its_own() -> None:
    head = ROW.split("[[deadline.example]]", maxsplit=1)[0]
    assert "1.example" in faults(head + "example = []\n")
    assert "1.example" in faults(head + 'example = ["2026-03-27"]\n')


def test_the_good_rows_are_read_beside_the_bad_ones() -> None:
    rules, problems = parse_rules(ROW + ROW.replace('"a"', '"b"').replace("limit = 14", ""))
    assert [row.id for row in rules.rows] == ["a"]
    assert [problem.field for problem in problems] == ["2.limit"]


def test_two_rows_with_one_name_may_not_both_be_valid() -> None:
    assert "a" in faults(ROW + ROW)
    assert faults(ROW + ROW.replace("2020-01-01", "2020-01-01\nvalid_to = 2021-01-01"))
    earlier = ROW.replace("2020-01-01", "2019-01-01\nvalid_to = 2019-12-31")
    assert faults(earlier + ROW) == {}
    assert faults(ROW + earlier) == {}
    assert faults(ROW + ROW.replace('"a"', '"b"')) == {}


def test_a_broken_table_is_told_and_nothing_is_half_read() -> None:
    rules, problems = parse_rules("[[deadline")
    assert rules.rows == ()
    assert problems[0].message.startswith("Tabellen går inte att läsa")
    with pytest.raises(RuleTableError, match=r"1\.limit"):
        load_rules(ROW.replace("limit = 14", ""))
