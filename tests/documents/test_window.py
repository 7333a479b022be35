"""The recipient and the envelope's window."""

from dataclasses import replace

import pytest

from allvar_desktop.documents import summons
from allvar_desktop.documents.recipient import Delivery, Recipient, missing_in_recipient
from allvar_desktop.documents.window import Overflow, window_check, window_problems
from allvar_desktop.documents.window_test_page import window_test_page
from allvar_desktop.domain.settings import Window
from tests.documents.reading import described, pages_of, text_of
from tests.documents.samples import SARA, SUMMONS

EVA = Recipient("Eva Falk", "Ottosson", "Exempelstigen 3 B", "lgh 0902", "162 70", "Vällingby")
WINDOWS = [Window(), Window(20, 40, 90, 40), Window(110, 45, 90, 35), Window(15, 30, 100, 45)]


def places(pdf: bytes) -> list[tuple[float, float, str]]:
    """Millimetres from the left and the top, and text, of the first page."""
    first = described(pdf).split("— sida 2")[0].splitlines()[1:]
    return [(float(line[:6]), float(line[7:13]), line[20:]) for line in first]


def test_lines_as_on_an_envelope() -> None:
    assert EVA.lines == ("Eva Falk", "c/o Ottosson", "Exempelstigen 3 B lgh 0902", "162 70 Vällingby")
    assert replace(EVA, care_of="c/o Ottosson", apartment="0902").lines == EVA.lines
    assert SARA.lines == ("Sara Bergdahl", "Övningsvägen 4 lgh 1102", "162 60 Vällingby")


def test_by_hand_no_address_is_printed() -> None:
    by_hand = replace(SARA, delivery=Delivery.HAND)
    assert by_hand.lines == ("Sara Bergdahl", "Lämnas personligen")
    assert missing_in_recipient(Recipient("Sara", delivery=Delivery.HAND)) == ()
    said = text_of(summons.build(replace(SUMMONS, recipient=by_hand)))
    assert "Övningsvägen" not in said
    assert "162 60" not in said


def test_by_post_the_address_is_needed() -> None:
    fields = [problem.field for problem in missing_in_recipient(Recipient(" "))]
    assert fields == ["name", "street", "postcode", "town"]


def test_an_address_with_care_of_and_apartment_fits() -> None:
    assert window_check(EVA.lines, Window()) is None


def test_a_long_line_tells_how_far_it_goes_outside() -> None:
    long = replace(SARA, name="Maximiliana-Alexandrina von und zu Övningsvägen-Bergdahl")
    overflow = window_check(long.lines, Window())
    assert overflow is not None
    assert overflow.right_mm > 0
    assert overflow.bottom_mm == 0
    wide_enough = replace(Window(), width_mm=90.0 + overflow.right_mm, x_mm=0.0)
    assert window_check(long.lines, wide_enough) is None
    assert window_check(long.lines, replace(wide_enough, width_mm=wide_enough.width_mm - 1)) is not None


def test_too_many_lines_go_outside_below() -> None:
    assert window_check(EVA.lines, replace(Window(), height_mm=25.0)) == Overflow(right_mm=0, bottom_mm=4)
    assert Overflow(right_mm=3, bottom_mm=5).largest_mm == 5


@pytest.mark.parametrize("window", WINDOWS)
def test_only_the_recipient_stands_in_the_window_with_white_round_it(window: Window) -> None:
    found = places(summons.build(replace(SUMMONS, window=window, recipient=EVA)))
    left, right = window.x_mm - 3, window.x_mm + window.width_mm + 3
    inside = [
        text
        for x, y, text in found
        if left - 70 < x < right
        and window.y_mm - 1 < y < window.y_mm + window.height_mm + 10
        and x > left - 1
    ]
    assert inside == list(EVA.lines)
    below = [y for _, y, text in found if text.startswith("Kallelse")]
    assert below[0] > window.y_mm + window.height_mm + 10


@pytest.mark.parametrize("window", WINDOWS)
def test_the_sender_stays_clear_of_the_window(window: Window) -> None:
    found = places(summons.build(replace(SUMMONS, window=window)))
    for x, y, text in found:
        if text in ("Stockholms stad", "Telefon 08-465 004 00", "27 mars 2026"):
            is_beside = x + 70 < window.x_mm or x > window.x_mm + window.width_mm
            is_over = y < window.y_mm or y > window.y_mm + window.height_mm + 3
            assert is_beside or is_over, text


@pytest.mark.parametrize(
    ("window", "field"),
    [
        (Window(130, 40, 90, 40), "x_mm"),
        (Window(-1, 40, 90, 40), "x_mm"),
        (Window(110, 10, 90, 40), "y_mm"),
        (Window(110, 100, 90, 40), "y_mm"),
        (Window(110, 40, 30, 40), "width_mm"),
        (Window(110, 40, 90, 15), "width_mm"),
    ],
)
def test_an_impossible_window_is_named_and_prints_nothing(window: Window, field: str) -> None:
    assert [problem.field for problem in window_problems(window)] == [field]
    with pytest.raises(ValueError, match="window"):
        summons.build(replace(SUMMONS, window=window))


def test_the_test_page_shows_frame_and_measures() -> None:
    pdf = window_test_page(replace(Window(), x_mm=112.5))
    assert len(pages_of(pdf)) == 1
    said = text_of(pdf)
    assert "112,5 mm från vänster, 40 mm uppifrån" in said
    assert "90 mm × 40 mm" in said
    assert "verklig storlek (100 %)" in said
    assert (117.5, "Förnamn Efternamn") in [(x, text) for x, _, text in places(pdf)]
