"""Finished words are looked through: numbers however grouped, names however broken, and no false alarm."""

from datetime import date

import pytest

from allvar_desktop.domain.letter_scan import (
    ScannedText,
    Secret,
    SecretKind,
    found_in,
    identity_numbers_in,
    name_words,
)

TODAY = date(2026, 4, 1)
PHONE = Secret(SecretKind.PHONE, "070-174 06 11")
IDENTITY = Secret(SecretKind.IDENTITY, "201307102390")


def is_found(words: str, secret: Secret, *allowed: str) -> bool:
    return found_in(words, [secret], allowed) == (secret,)


@pytest.mark.parametrize(
    "written",
    ["070-174 06 11", "0701740611", "070 174 06 11", "070\u00a0174\u00a006\u00a011", "+46 70 174 06 11",
     "+46 (0)70-174 06 11", "0046701740611", "070–174 06 11", "070/174.06.11", "(070) 1740611"],
)  # fmt: skip
def test_a_phone_number_is_found_however_it_is_grouped(written: str) -> None:
    assert is_found(f"Ring {written} i morgon.", PHONE)


@pytest.mark.parametrize("written", ["070-174 06 12", "70-174", "kl. 07.01 och 74 06 11 gånger"])
def test_another_number_is_not_taken_for_it(written: str) -> None:
    assert not is_found(f"Ring {written}.", PHONE)


@pytest.mark.parametrize(
    "written", ["20130710-2390", "201307102390", "130710-2390", "130710+2390", "130710 2390"]
)
def test_a_known_identity_number_is_found_in_every_form(written: str) -> None:
    assert is_found(f"Nummer {written}.", IDENTITY)


def test_a_local_number_is_found_as_a_text() -> None:
    assert is_found("Har numret T123-45 hos oss.", Secret(SecretKind.IDENTITY, "t123-45"))


@pytest.mark.parametrize(
    ("words", "secret"),
    [
        ("Hos oss på provgatan 19, nere.", "Provgatan 19"),
        ("Provgatan\u00a019", "Provgatan 19"),
        ("hos Falk- Ottosson hemma", "Falk-Ottosson"),
        ("A\u030asa kommer", "Åsa"),
        ("ÅSA KOMMER", "Åsa"),
        ("på 162 60 någonstans", "162 60"),
    ],
)
def test_an_address_or_a_name_is_found_whatever_its_letters_or_lines(words: str, secret: str) -> None:
    assert is_found(words, Secret(SecretKind.ADDRESS, secret))


@pytest.mark.parametrize(
    ("words", "secret"),
    [("Provgatan 190", "Provgatan 19"), ("Aprovgatan 19", "Provgatan 19"), ("Alice", "Ali"), ("hej", "")],
)
def test_a_part_of_another_word_is_not_a_find(words: str, secret: str) -> None:
    assert not is_found(words, Secret(SecretKind.ADDRESS, secret))


def test_a_word_of_a_name_counts_only_with_a_capital() -> None:
    secret = Secret(SecretKind.OTHER_FAMILY, "Liv", is_word=True)
    assert not is_found("fara för någons liv, ring 112", secret)
    assert is_found("hälsa Liv", secret)
    assert is_found("hälsa LIV", secret)


def test_a_letter_that_grows_when_it_is_folded_hides_nothing() -> None:
    secret = Secret(SecretKind.OTHER_FAMILY, "Ali", is_word=True)
    assert is_found("Straße, hos Ali", secret)


def test_what_everybody_is_told_is_no_secret() -> None:
    assert not is_found("Kom till Hässelby", Secret(SecretKind.WHEREABOUTS, "Hässelby"), "Enheten, Hässelby")
    assert not is_found("Ring 070-174 06 11", PHONE, "0701740611")


def test_nothing_is_found_across_two_allowed_texts() -> None:
    text = ScannedText.of("Provgatan", "19")
    assert not text.holds(Secret(SecretKind.ADDRESS, "Provgatan 19"))


def test_each_find_is_told_once() -> None:
    assert found_in("Ring 0701740611 eller 070-174 06 11", [PHONE, PHONE], []) == (PHONE,)


def test_any_identity_number_is_seen_by_its_form_and_check_digit() -> None:
    text = "Födda 20130710-2390, 130710-2390 och 130710-2391; ring 08-465 004 10, dnr 5000-K310412-26."
    assert identity_numbers_in(text, TODAY) == ("20130710-2390", "130710-2390")


def test_the_units_own_phone_number_is_not_taken_for_an_identity_number() -> None:
    assert identity_numbers_in("Ring 1307102390.", TODAY) == ("1307102390",)
    assert identity_numbers_in("Ring 1307102390.", TODAY, ["130710 2390"]) == ()


def test_a_name_is_split_into_the_words_that_tell_of_it() -> None:
    assert name_words("Ali Al-Rashid") == ("Ali", "Al-Rashid", "Rashid")
    assert name_words("Öhrn, Melker J.") == ("Öhrn", "Melker")
    assert name_words("") == ()


@pytest.mark.parametrize("size", [200_000])
def test_a_very_long_text_is_looked_through_all_the_same(size: int) -> None:
    assert is_found("1 " * size + " Ring 070-174 06 11", Secret(SecretKind.PHONE, "070-174 06 11"))
    assert not is_found("x" * size, PHONE)


def test_each_kind_has_a_sentence_without_a_full_stop() -> None:
    assert all(kind.text and not kind.text.endswith(".") for kind in SecretKind)
