"""The valid numbers are Skatteverket's published test numbers; the others are made wrong on purpose."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.identity_number import (
    IdentityKind,
    IdentityNumber,
    age_on,
    first_digits,
    parse_identity,
)

TODAY = date(2026, 3, 27)
TEST_NUMBERS = (
    *("201307102390", "198410142387", "197710152393", "201210162382", "197812112386", "197705112394"),
    *("201010292397", "198111242387", "201203052392", "197709072388", "201204052391", "198608292382"),
    *("198003232397", "201008062380", "198105172384", "197911252398", "195001182046", "202412312387"),
)
NUMBERS = st.sampled_from(TEST_NUMBERS)


def messages(text: str, today: date = TODAY) -> list[str]:
    return [problem.message for problem in parse_identity(text, today).warnings]


@pytest.mark.parametrize(
    "text",
    [
        "201307102390",
        "20130710-2390",
        "20130710 2390",
        "2013 07 10 - 2390",
        "1307102390",
        "130710-2390",
        "130710–2390",
        "  130710 2390\t",
        "２０１３０７１０-２３９０",
    ],
)
def test_any_usual_way_of_writing_is_stored_as_twelve_digits(text: str) -> None:
    parsed = parse_identity(text, TODAY)
    assert parsed.number == IdentityNumber("201307102390")
    assert parsed.is_clean


@given(NUMBERS, st.sampled_from(["{}", "{}-", "{} ", " {} - "]))
def test_what_is_shown_is_read_back_as_the_same_number(stored: str, form: str) -> None:
    number = IdentityNumber(stored)
    written = form.format(stored[:8]) + stored[8:]
    assert parse_identity(written, TODAY).number == number
    assert parse_identity(number.display(), TODAY).is_clean


@given(NUMBERS, st.integers(2025, 2140))
def test_the_ten_digit_form_means_the_same_person_for_two_centuries(stored: str, year: int) -> None:
    sign = "+" if year - int(stored[:4]) >= 100 else "-"
    short = f"{stored[2:8]}{sign}{stored[8:]}"
    assert parse_identity(short, date(year, 12, 31)).number == IdentityNumber(stored)


def test_the_sign_changes_in_the_year_in_which_the_person_turns_100() -> None:
    number = IdentityNumber("195001182046")
    assert parse_identity("500118-2046", date(2049, 12, 31)).number == number
    assert parse_identity("500118-2046", date(2050, 1, 1)).number != number
    assert parse_identity("500118+2046", date(2050, 1, 1)).number == number


@given(NUMBERS, st.integers(8, 11), st.integers(1, 9))
def test_one_wrong_digit_in_the_last_four_warns_and_can_be_kept(stored: str, place: int, step: int) -> None:
    wrong = stored[:place] + str((int(stored[place]) + step) % 10) + stored[place + 1 :]
    parsed = parse_identity(wrong, TODAY)
    assert parsed.number == IdentityNumber(wrong)
    assert [problem.field for problem in parsed.warnings] == ["identity_number"]
    assert "Kontrollsiffran stämmer inte." in parsed.warnings[0].message
    assert not parsed.is_clean


def test_a_number_whose_date_does_not_exist_is_kept_as_another_number() -> None:
    parsed = parse_identity("20131310-2390", TODAY)
    assert parsed.number is not None
    assert (parsed.number.kind, parsed.number.display()) == (IdentityKind.OTHER, "20131310-2390")
    assert messages("20131310-2390")[0].startswith("Datumet i numret finns inte.")
    assert messages("00000000-0000")[0].startswith("Datumet i numret finns inte.")


def test_a_number_from_the_future_warns() -> None:
    assert messages("202412312387", date(2024, 12, 30))[0].startswith("Datumet i numret ligger i framtiden.")
    assert messages("202412312387", date(2024, 12, 31)) == []


def test_day_plus_sixty_is_a_samordningsnummer() -> None:
    parsed = parse_identity("20130770-2390", TODAY)  # its check digit is wrong on purpose
    assert parsed.number is not None
    assert parsed.number.kind is IdentityKind.COORDINATION
    assert parsed.number.number_date == date(2013, 7, 10)
    assert "Kontrollsiffran" in parsed.warnings[0].message
    assert IdentityNumber("201307102390").kind is IdentityKind.PERSONAL


@pytest.mark.parametrize("text", ["20130710-TF12", "T 4711", "res 2026/17"])
def test_local_numbers_with_letters_are_valid_as_another_number(text: str) -> None:
    parsed = parse_identity(text, TODAY)
    assert parsed.is_clean
    assert parsed.number == IdentityNumber(text.upper())
    assert parsed.number.kind is IdentityKind.OTHER
    assert parsed.number.display() == text.upper()
    assert parsed.number.number_date is None


@pytest.mark.parametrize("text", ["", "  ", "okänt", "Okänd", "-"])
def test_nobody_needs_a_number(text: str) -> None:
    parsed = parse_identity(text, TODAY)
    assert parsed.number == IdentityNumber("")
    assert parsed.number.kind is IdentityKind.UNKNOWN
    assert (parsed.number.display(), parsed.is_clean) == ("okänt", True)


@pytest.mark.parametrize(
    "text", ["2012", "13071", "20130710239", "abc", "<img src=x>", "'; DROP TABLE party"]
)
def test_what_looks_like_no_number_warns_and_can_be_kept(text: str) -> None:
    parsed = parse_identity(text, TODAY)
    assert parsed.number is not None
    assert messages(text)[0].startswith("Ett personnummer har tio eller tolv siffror.")


@pytest.mark.parametrize("text", ["1" * 200_000, "20130710\0002390", "\u202e0932-01703102"])
def test_a_hostile_text_cannot_be_kept(text: str) -> None:
    parsed = parse_identity(text, TODAY)
    assert parsed.number is None
    assert not parsed.is_clean
    assert [problem.field for problem in parsed.warnings] == ["identity_number"]


@given(st.text(max_size=45), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_no_text_at_all_breaks_the_parser(text: str, today: date) -> None:
    parsed = parse_identity(text, today)
    assert parsed.number is not None or parsed.warnings
    if parsed.number is not None:
        assert parse_identity(parsed.number.text, today).number == parsed.number


def test_each_kind_has_its_swedish_word() -> None:
    assert [kind.text for kind in IdentityKind] == [
        "personnummer",
        "samordningsnummer",
        "annat nummer",
        "okänt",
    ]


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2013, 7, 10), date(2026, 7, 9), 12),
        (date(2013, 7, 10), date(2026, 7, 10), 13),
        (date(2012, 2, 29), date(2026, 2, 28), 13),
        (date(2012, 2, 29), date(2026, 3, 1), 14),
        (date(2026, 3, 28), TODAY, -1),
    ],
)
def test_age_is_counted_on_the_day(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("130710", "130710"),
        ("130710–2", "1307102"),
        ("20130710 -23", "2013071023"),
        ("201307102390", "201307102390"),
        ("123", ""),
        ("2013abc", ""),
        ("1" * 13, ""),
    ],
)
def test_a_number_is_searched_by_its_first_digits_however_they_are_written(text: str, digits: str) -> None:
    assert first_digits(text) == digits
