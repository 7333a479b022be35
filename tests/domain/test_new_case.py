"""What is wrong with a new case as typed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.new_case import NewNotice, NewParty, check_notice, check_party
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.domain.problem import Problem
from tests.facts import moment

NOW = datetime(2026, 3, 27, 15, tzinfo=UTC)
TODAY = date(2026, 3, 27)
GOOD = NewNotice(received=moment(27, 15, 40), reported=moment(27, 13, 5), offence=moment(27, 11, 50))
CHILD = NewParty(PartyRole.CHILD, "Elias Bergdahl", "20130710-2390", birth_date=date(2013, 7, 10))


def fields(problems: Iterable[Problem]) -> list[str]:
    return [problem.field for problem in problems]


def test_a_good_form_has_no_problems() -> None:
    assert check_notice(GOOD, NOW) == ()
    assert check_party(CHILD, TODAY) == ()


def test_when_it_was_received_is_never_assumed() -> None:
    assert fields(check_notice(replace(GOOD, received=None), NOW)) == ["received"]


@pytest.mark.parametrize("field", ["received", "reported", "offence"])
def test_nothing_has_happened_in_the_future(field: str) -> None:
    future: dict[str, Any] = {field: moment(28, 9)}
    later = replace(GOOD, **future)
    assert field in fields(check_notice(later, NOW))


def test_a_report_before_the_offence_is_told() -> None:
    assert fields(check_notice(replace(GOOD, reported=moment(27, 11)), NOW)) == ["reported"]
    assert fields(check_notice(replace(GOOD, received=moment(27, 11), reported=None), NOW)) == ["received"]


def test_an_unknown_hour_leaves_room_within_the_day() -> None:
    unsure = replace(GOOD, offence=Moment(date(2026, 3, 27)))
    assert check_notice(unsure, NOW) == ()
    assert fields(check_notice(replace(GOOD, offence=Moment(date(2026, 3, 28))), NOW.replace(day=30))) == [
        "reported",
        "received",
    ]


def test_a_wrong_number_warns_and_is_kept_with_a_reason() -> None:
    wrong = replace(CHILD, identity_number="20130710-2391")
    assert fields(check_party(wrong, TODAY)) == ["identity_number"]
    assert check_party(replace(wrong, identity_reason="Så står det i underrättelsen."), TODAY) == ()
    absurd = replace(CHILD, identity_number="9" * 500, identity_reason="Vet inte.")
    assert "identity_number" in fields(check_party(absurd, TODAY))


@pytest.mark.parametrize(
    ("postcode", "is_good"), [("162 60", True), ("16260", True), ("", True), ("16 26", False)]
)
def test_a_postcode_has_five_digits(postcode: str, is_good: bool) -> None:
    assert (check_party(replace(CHILD, postcode=postcode), TODAY) == ()) is is_good


def test_nobody_is_born_tomorrow_and_a_child_is_under_21() -> None:
    assert fields(check_party(replace(CHILD, birth_date=date(2026, 3, 28)), TODAY)) == ["birth_date"]
    assert fields(check_party(replace(CHILD, birth_date=date(2005, 3, 27)), TODAY)) == ["birth_date"]
    assert check_party(replace(CHILD, birth_date=date(2005, 3, 28)), TODAY) == ()
    assert check_party(NewParty(PartyRole.GUARDIAN, birth_date=date(1980, 1, 1)), TODAY) == ()
    assert check_party(replace(CHILD, birth_date=None), TODAY) == ()


@pytest.mark.parametrize("text", ["x" * 200_000, "a\x00b", "\u202eoken"])
def test_hostile_text_is_told_at_its_field(text: str) -> None:
    assert fields(check_party(replace(CHILD, name=text), TODAY)) == ["name"]
    assert fields(check_notice(replace(GOOD, sender=text), NOW)) == ["sender"]


@pytest.mark.parametrize(
    "text", ['<img src="/etc/passwd">', "A < B", "'; DROP TABLE party; --", "Åsa 🙂", "O’Hara"]
)
def test_odd_but_harmless_text_is_just_text(text: str) -> None:
    assert check_party(replace(CHILD, name=text), TODAY) == ()
