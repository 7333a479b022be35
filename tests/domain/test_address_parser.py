"""An address typed on one line is taken apart as on the envelope, and nothing of it is lost."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.address_parser import LONGEST, Address, parse_address


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        (
            "Övningsvägen 4 lgh 1102, 162 60 Vällingby",
            Address("", "Övningsvägen 4", "lgh 1102", "162 60", "Vällingby"),
        ),
        (
            "c/o Ottosson, Exempelstigen 3 B lgh 0902, 162 70 Vällingby",
            Address("Ottosson", "Exempelstigen 3 B", "lgh 0902", "162 70", "Vällingby"),
        ),
        ("Provgatan 19, 165 73 Hässelby", Address("", "Provgatan 19", "", "165 73", "Hässelby")),
        ("Provgatan 19 16573 Hässelby", Address("", "Provgatan 19", "", "165 73", "Hässelby")),
        ("Provgatan 19, SE-165 73, Hässelby", Address("", "Provgatan 19", "", "165 73", "Hässelby")),
        (
            "Kursgränd 7, Lgh. 1301, 162 65 Vällingby",
            Address("", "Kursgränd 7", "lgh 1301", "162 65", "Vällingby"),
        ),
        ("Kursgränd 7 lägenhet 12, 162 65 X", Address("", "Kursgränd 7", "lgh 12", "162 65", "X")),
        ("Testbacken 11, 2 tr, 165 64 Hässelby", Address("", "Testbacken 11", "2 tr", "165 64", "Hässelby")),
        ("Provgatan 19\n165 73 Hässelby", Address("", "Provgatan 19", "", "165 73", "Hässelby")),
        (
            "C/O Eva Berg Mallvägen 2 165 60 Hässelby",
            Address("Eva Berg", "Mallvägen 2", "", "165 60", "Hässelby"),
        ),
        (
            "Exempelstigen 3, c/o Falk, 162 70 Vällingby",
            Address("Falk", "Exempelstigen 3", "", "162 70", "Vällingby"),
        ),
        ("c/o Falk", Address("Falk")),
        ("c/o Falk, Mallvägen 2", Address("Falk", "Mallvägen 2")),
        ("c/o Falk, Stora gården", Address("Falk", "Stora gården")),
        ("Mallvägen 2, Hässelby", Address("", "Mallvägen 2", "", "", "Hässelby")),
        ("Mallvägen 2", Address("", "Mallvägen 2")),
        ("Box 12345, 101 20 Stockholm", Address("", "Box 12345", "", "101 20", "Stockholm")),
        ("c/o Falk Box 12345 101 20 Stockholm", Address("Falk", "Box 12345", "", "101 20", "Stockholm")),
        ("Box 12345", Address("", "Box 12345")),
        ("165 73 Hässelby", Address("", "", "", "165 73", "Hässelby")),
        ("Gården, Södra byn, 123 45 Byn", Address("", "Gården, Södra byn", "", "123 45", "Byn")),
        ("adress lämnas ej ut", Address("", "adress lämnas ej ut")),
        ("", Address()),
        (" , ,", Address()),
    ],
)
def test_an_address_is_understood(typed: str, parts: Address) -> None:
    assert parse_address(typed) == parts


@pytest.mark.parametrize(
    "typed",
    [
        "Övningsvägen 4 lgh 1102, 162 60 Vällingby",
        "c/o Ottosson, Exempelstigen 3 B lgh 0902, 162 70 Vällingby",
        "Mallvägen 2",
        "165 73 Hässelby",
    ],
)
def test_what_was_understood_reads_back_the_same(typed: str) -> None:
    address = parse_address(typed)
    assert parse_address(address.text) == address
    assert address.text == typed


def test_an_address_is_empty_only_when_nothing_of_it_was_said() -> None:
    assert parse_address("").is_empty
    assert not parse_address("c/o Falk").is_empty


def test_a_text_that_is_too_long_is_kept_as_it_is() -> None:
    text = "A" * (LONGEST + 1)
    assert parse_address(text).street == text


@given(st.text(max_size=LONGEST))
def test_no_letter_or_figure_is_ever_lost(typed: str) -> None:
    def signs(text: str) -> str:
        return "".join(sorted(sign for sign in text.casefold() if sign.isalnum()))

    plain = unicodedata.normalize("NFC", typed)
    if re.search(r"(?i)c/o|lägenhet|lgh|se?[- ]?[0-9]", plain):
        return  # words that stand for something are written in their usual form
    assert signs(parse_address(typed).text) == signs(plain)
