"""Line breaking."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.documents.fonts import Font, width
from allvar_desktop.documents.text import clean, together
from allvar_desktop.documents.wrap import wrap

ROOM = 200.0


def lines(text: str, room: float = ROOM, indent: float = 0.0) -> list[str]:
    return [str(line) for line in wrap(clean(text), Font.REGULAR, 11.0, room, indent=indent)]


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=400), st.floats(40, 400))
def test_no_line_is_wider_than_its_room_and_no_sign_is_lost(text: str, room: float) -> None:
    broken = lines(text, room)
    assert all(width(line, Font.REGULAR, 11.0) <= room + 0.01 for line in broken)
    kept = "".join(broken).replace(" ", "")
    assert kept == clean(text).replace(" ", "").replace("\u00a0", "").replace("\n", "")


def test_breaks_at_spaces_and_keeps_paragraphs() -> None:
    assert lines("ett två\n\ntre") == ["ett två", "", "tre"]
    assert lines("") == [""]


def test_breaks_after_a_hyphen_between_words_but_not_in_numbers() -> None:
    room = width("vid Hässelby-Väll", Font.REGULAR, 11.0)
    assert lines("vid Hässelby-Vällingby", room) == ["vid Hässelby-", "Vällingby"]
    room = width("telefon 070-", Font.REGULAR, 11.0)
    assert lines("telefon 070-174", room) == ["telefon", "070-174"]
    assert lines("med en e-postadress", width("med en e-", Font.REGULAR, 11.0))[1].startswith("e-")


def test_a_date_stays_together_and_prints_with_plain_spaces() -> None:
    room = width("den sista dagen 29", Font.REGULAR, 11.0)
    assert lines(f"den sista dagen {together('29 mars')}", room) == ["den sista dagen", "29 mars"]


def test_the_first_line_leaves_its_indent_free() -> None:
    room = width("ett två", Font.REGULAR, 11.0)
    assert lines("ett två", room) == ["ett två"]
    assert lines("ett två", room, indent=10) == ["ett", "två"]
    assert lines("ett två", room, indent=room) == ["", "ett två"]


def test_an_accent_stays_with_its_letter() -> None:
    letters = "x\u0323" * 100
    assert all(not line.startswith("\u0323") for line in lines(letters, 50))


@pytest.mark.parametrize("text", ["a" * 200_000, "abcd-" * 40_000, "\u00a0" * 200_000, "a b" * 70_000])
def test_long_runs_take_linear_time(text: str) -> None:
    began = time.perf_counter()
    lines(text)
    assert time.perf_counter() - began < 5
