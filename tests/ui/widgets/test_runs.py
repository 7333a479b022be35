"""Runs of text in lines: broken between words, never wider than their room, whatever was typed."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui import style
from ui.style import Size
from ui.widgets import text
from ui.widgets.text import Run, bold, natural_width, paint_runs, quiet, runs_height

HOSTILE = (
    "",
    " ",
    "\n\t\r",
    "a" * 200_000,
    "\u202eomvänt \u202c",
    "👩‍👩‍👧 emoji",
    "x\0y",
    "سارة العبدالله",
    "A < B & C",
)


def lines(runs: tuple[Run, ...], width: float) -> list[str]:
    flowed = text._flowed(runs, width)
    found = [""] * flowed.lines
    for stretch in flowed.stretches:
        found[stretch.line] += stretch.words
    return found


def test_what_fits_is_one_line_and_what_does_not_breaks_between_words(qtbot: QtBot) -> None:
    runs = (bold("Elias Bergdahl"), quiet(" 12 år, ring vårdnadshavarna"))
    wide = natural_width(runs)
    assert lines(runs, wide) == ["Elias Bergdahl 12 år, ring vårdnadshavarna"]
    narrow = lines(runs, wide / 2)
    assert len(narrow) > 1
    assert " ".join(line.strip() for line in narrow) == "Elias Bergdahl 12 år, ring vårdnadshavarna"
    assert runs_height(runs, wide / 2) == len(narrow) * style.line_height()


def test_a_word_whose_look_changes_inside_it_stays_whole(qtbot: QtBot) -> None:
    runs = (quiet("Ring "), bold("Sara"), quiet(", hon väntar"))
    room = natural_width((quiet("Ring "), bold("Sara")))
    first, second, *_ = lines(runs, room)
    assert first.strip() == "Ring"
    assert second.startswith("Sara,")


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_is_typed_goes_beyond_its_room_or_gets_lost(qtbot: QtBot, words: str) -> None:
    runs, width = (bold(words), quiet(" slut")), style.chars(20)
    for stretch in text._flowed(runs, width).stretches:
        shown = text._advance(stretch.run, stretch.words)
        assert stretch.left + shown <= width + 1 or len(stretch.words.strip()) <= 1
    assert "".join("".join(lines(runs, width)).split()) == "".join((words + "slut").split())


def test_no_room_at_all_ends_too(qtbot: QtBot) -> None:
    assert len(lines((quiet("två ord"),), 0)) >= 2
    assert lines((), 100) == []
    assert natural_width(()) == 0


def test_larger_looks_make_higher_lines_and_painting_stays_in_its_box(qtbot: QtBot) -> None:
    small, large = Run("Ord", size=Size.SMALL), Run("Ord", size=Size.TITLE)
    assert runs_height((small,), 500) < runs_height((large,), 500)
    picture = QImage(200, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    paint_runs(painter, (bold("Ett mycket långt namn som inte ryms här"),), QRectF(20, 20, 60, 20))
    painter.end()
    inked = {(x, y) for x in range(200) for y in range(60) if picture.pixelColor(x, y).lightness() < 200}
    assert inked
    assert all(20 <= x < 80 and 20 <= y < 40 for x, y in inked)
