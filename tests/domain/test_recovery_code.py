import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.recovery_code import RecoveryCode, new_recovery_code, parse_recovery_code

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def code(seed: int = 1) -> RecoveryCode:
    return new_recovery_code(random.Random(seed).choice)


def test_a_code_is_eight_groups_of_five_with_160_bits() -> None:
    made = new_recovery_code()
    assert [len(group) for group in made.groups] == [5] * 8
    assert len(made.secret) * 5 == 160
    assert made != new_recovery_code()
    assert made.text.count("-") == 7


@given(st.integers(), st.sampled_from([" ", "-", "", " - ", "\n"]))
def test_what_is_printed_can_be_typed_back(seed: int, between: str) -> None:
    made = code(seed)
    assert parse_recovery_code(between.join(made.groups)) == (made, [])
    assert parse_recovery_code(made.text.lower()) == (made, [])


def test_signs_that_look_alike_are_read_as_meant() -> None:
    made = next(code(seed) for seed in range(99) if {"0", "1", "V"} <= set(code(seed).text))
    typed = made.text.replace("0", "o").replace("1", "l").replace("V", "U")
    assert parse_recovery_code(typed) == (made, [])
    assert parse_recovery_code(made.text.replace("1", "I"))[0] == made


@given(st.integers(), st.integers(0, 39), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_found_in_its_group(seed: int, place: int, sign: str) -> None:
    signs = list("".join(code(seed).groups))
    if signs[place] == sign:
        return
    signs[place] = sign
    read, (problem,) = parse_recovery_code("".join(signs))
    assert read is None
    assert problem.message == f"Något är fel i grupp {place // 5 + 1}. Läs av papperet igen."


@given(st.integers(), st.integers(0, 7), st.integers(0, 3))
def test_two_neighbours_that_changed_places_are_found(seed: int, group: int, place: int) -> None:
    groups = [list(each) for each in code(seed).groups]
    signs = groups[group]
    if signs[place] == signs[place + 1]:
        return
    signs[place], signs[place + 1] = signs[place + 1], signs[place]
    assert parse_recovery_code("".join(map("".join, groups)))[0] is None


def test_two_groups_that_changed_places_are_found() -> None:
    groups = list(code().groups)
    groups[2], groups[5] = groups[5], groups[2]
    _, (problem,) = parse_recovery_code("-".join(groups))
    assert problem.message == "Något är fel i grupp 3 och 6. Läs av papperet igen."


def test_three_wrong_groups_are_listed() -> None:
    groups = list(code().groups)
    for place in (0, 1, 7):
        groups[place] = "*" * 5
    _, (problem,) = parse_recovery_code("-".join(groups))
    assert problem.message == "Något är fel i grupp 1, 2 och 8. Läs av papperet igen."


@pytest.mark.parametrize("text", ["", "ABC", "x" * 200_000, "4TGH7-"])
def test_a_code_of_another_length_is_told(text: str) -> None:
    read, (problem,) = parse_recovery_code(text)
    assert read is None
    assert "40 tecken" in problem.message
    assert problem.field == "recovery_code"


def test_some_groups_can_be_asked_back() -> None:
    made = code()
    assert made.has_groups({0: made.groups[0].lower(), 6: f" {made.groups[6]} "})
    assert not made.has_groups({0: made.groups[0], 6: made.groups[5]})
    assert not made.has_groups({3: ""})


def test_no_code_shows_in_a_report() -> None:
    assert code().groups[0] not in repr(code())
