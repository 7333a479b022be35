"""The gate: what is printed for each thing that somebody can type or paste."""

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allvar_desktop.documents.fonts import Font, advances
from allvar_desktop.documents.text import REPLACEMENT, clean, one_line, together, unsupported_characters


def test_markup_is_plain_text() -> None:
    text = '<img src="/etc/passwd"> A < B & C > D &amp; <b>fet</b>'
    assert clean(text) == text
    assert unsupported_characters(text) == ()


@pytest.mark.parametrize("text", ["Ærø Åsa Öhrn", "Łukasz Żółć", "ŋ đ ŧ š", "Nguyễn", "“citat” – … ’"])
def test_names_of_the_district_are_kept(text: str) -> None:
    assert clean(text) == text
    assert unsupported_characters(text) == ()


@pytest.mark.parametrize("override", list("\u202a\u202b\u202d\u202e\u2066\u2067\u2068"))
def test_direction_overrides_are_shown_and_reported(override: str) -> None:
    assert clean(f"Anna{override}ännA") == f"Anna{REPLACEMENT}ännA"
    assert unsupported_characters(f"Anna{override}ännA") == (override,)


@pytest.mark.parametrize("char", ["\0", "\x07", "\x1b", "\x7f", "\x9b", "\ud800", "\ue000", "😀", "漢", "م"])
def test_what_cannot_be_drawn_is_shown_and_reported(char: str) -> None:
    assert clean(f"a{char}b") == f"a{REPLACEMENT}b"
    assert unsupported_characters(f"a{char}b{char}") == (char,)


def test_signs_that_compose_to_one_the_fonts_lack_are_reported_as_that_one() -> None:
    assert clean("a <\u0338 b") == f"a {REPLACEMENT} b"
    assert unsupported_characters("a <\u0338 b") == ("\u226e",)


def test_reported_in_the_order_met() -> None:
    assert unsupported_characters("😀 a 漢 😀") == ("😀", "漢")


@pytest.mark.parametrize("char", ["\u00ad", "\u200b", "\u200d", "\u200e", "\ufeff", "\ufe0f"])
def test_signs_without_shape_are_taken_away_silently(char: str) -> None:
    assert clean(f"so{char}cial") == "social"
    assert unsupported_characters(char) == ()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_one_line_end(end: str) -> None:
    assert clean(f"a{end}b") == "a\nb"
    assert unsupported_characters(f"a{end}b") == ()


def test_accents_are_composed() -> None:
    assert clean("A\u030asa") == "Åsa"
    assert clean("\u212b") == "Å"


def test_spaces() -> None:
    assert clean("a\tb\u202fc") == "a b\u00a0c"
    assert one_line("  a \n\n b   c ") == "a b c"
    assert together("29 mars") == "29\u00a0mars"


def test_many_empty_lines_become_two() -> None:
    assert clean("a" + "\n" * 9 + "b") == "a\n\n\nb"


@given(st.text())
def test_nothing_leaves_the_gate_that_the_fonts_cannot_draw(text: str) -> None:
    drawable = set(advances(Font.REGULAR)) & set(advances(Font.BOLD)) | {"\n"}
    assert set(clean(text)) <= drawable
    assert clean(clean(text)) == clean(text)


@given(st.text())
@example("\r")
def test_the_mark_is_printed_just_when_something_is_reported(text: str) -> None:
    said = text.replace(REPLACEMENT, "")
    assert (REPLACEMENT in clean(said)) == bool(unsupported_characters(said))


@pytest.mark.parametrize(
    "long",
    ["a" * 200_000, "a" + "\u0316\u0301" * 100_000, "😀" * 200_000, "\u202e" * 200_000, "\n" * 200_000],
)
def test_the_gate_is_linear(long: str) -> None:
    began = time.perf_counter()
    printed = clean(long)
    assert time.perf_counter() - began < 5
    accents = sum(1 for char in printed if unicodedata.combining(char))
    assert accents <= 8
