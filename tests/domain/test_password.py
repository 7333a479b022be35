import math
import random
import re
import unicodedata

import pytest

from allvar_desktop.domain.password import (
    PASSPHRASE_WORDS,
    check_password,
    make_passphrase,
    shipped_words,
)


@pytest.mark.parametrize(
    "text",
    [
        "vante kajak linjal",
        "åäöåäöåäöåäöåäö1e",
        "correct horse battery staple",
        " blank  i  ändarna ",
        "12345678901234x",
    ],
)
def test_fifteen_characters_are_enough_whatever_they_are(text: str) -> None:
    assert check_password(text) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "0 tecken"),
        ("kort", "4 tecken"),
        ("fjorton tecken", "14 tecken"),
        ("abcde" * 41, "högst 200"),
        ("x" * 200_000, "högst 200"),
        ("vante kajak\x00 linjal", "styrtecken"),
        ("vante kajak\t linjal", "styrtecken"),
        ("vante \u202ekajak linjal", "styrtecken"),
        ("aaaaaaaaaaaaaaaaaaaa", "upprepar"),
        ("ababababababababab", "upprepar"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(text: str, part: str) -> None:
    (problem,) = check_password(text)
    assert problem.field == "password"
    assert part in problem.message
    assert problem.message.endswith(".")


def test_a_composed_letter_is_one_character() -> None:
    assert check_password("a\u030a" * 14 + "x") != []
    assert "14 tecken" in check_password("a\u030a" * 14)[0].message


def test_a_passphrase_is_five_words_that_pass_the_check() -> None:
    chance = random.Random(2026)
    for _ in range(500):
        phrase = make_passphrase(shipped_words(), chance.choice)
        assert len(phrase.split(" ")) == 5
        assert len(phrase) >= 24
        assert check_password(phrase) == []


def test_two_passphrases_differ() -> None:
    assert make_passphrase(shipped_words()) != make_passphrase(shipped_words())


def test_the_word_list_is_plain_swedish_without_doubles() -> None:
    words = shipped_words()
    assert len(words) >= 1024
    assert len(set(words)) == len(words)
    for word in words:
        assert re.fullmatch("[a-zåäöé]{4,8}", word), word
        assert unicodedata.is_normalized("NFC", word)


def test_a_passphrase_is_worth_more_than_52_bits() -> None:
    assert PASSPHRASE_WORDS * math.log2(len(set(shipped_words()))) > 52
