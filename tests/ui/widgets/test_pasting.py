"""Pasting more than fits: cut before it is laid out, and told of."""

import time

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from ui.widgets.text_fields import LongText


@pytest.fixture
def field(qtbot: QtBot) -> LongText:
    made = LongText(1_000)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def paste(field: LongText, text: str) -> list[tuple[str, bool]]:
    told: list[tuple[str, bool]] = []
    field.told.connect(lambda sentence, is_wrong: told.append((sentence, is_wrong)))
    pasted = QMimeData()
    pasted.setText(text)
    field.insertFromMimeData(pasted)
    field.told.disconnect()
    return told


def test_a_long_word_is_cut_before_it_is_laid_out(field: LongText) -> None:
    begun = time.perf_counter()
    told = paste(field, "A" * 200_000)
    assert time.perf_counter() - begun < 1.5  # laying it out took five seconds
    assert field.value() == "A" * 1_000
    assert told[-1] == ("Högst 1000 tecken får plats. Resten togs inte med.", True)


def test_only_as_much_is_pasted_as_there_is_room_for(field: LongText) -> None:
    field.set_value("B" * 990)
    cursor = field.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(10, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    told = paste(field, "C" * 20)
    assert field.value() == "B" * 5 + "C" * 15 + "B" * 980
    assert told[-1][1]
    field.set_value("kort")
    assert paste(field, "\u202ebra\r\ndå")[-1] == ("Osynliga styrtecken togs bort.", True)
    assert field.value() == "kortbra\ndå" or field.value() == "bra\ndåkort"


def test_what_is_put_there_from_a_draft_is_cut_and_told_of_too(field: LongText) -> None:
    told: list[tuple[str, bool]] = []
    field.told.connect(lambda sentence, is_wrong: told.append((sentence, is_wrong)))
    field.set_value("A" * 200_000)
    assert field.value() == "A" * 1_000
    assert told[-1][1]
    field.set_value("kort")
    assert told[-1] == ("", False)
