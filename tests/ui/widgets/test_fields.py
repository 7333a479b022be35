from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.moment import Moment
from tests.ui.gestures import click, shortcut
from tests.ui.keys import type_text
from ui.widgets.choices import ChoiceChips, ChoiceField, Tick
from ui.widgets.password_field import PasswordField
from ui.widgets.special_fields import MomentField, NumberField, PhoneField
from ui.widgets.text_fields import LongText, TextField

NOW = datetime(2026, 3, 27, 14, 40, tzinfo=UTC)
HOSTILE = '<img src="/etc/passwd"> A < B \'; DROP TABLE party; -- 👩‍👧'


@pytest.fixture
def told() -> list[tuple[str, bool]]:
    return []


def listen(field: TextField | LongText, told: list[tuple[str, bool]]) -> None:
    field.told.connect(lambda sentence, is_wrong: told.append((sentence, is_wrong)))


def test_a_line_holds_so_many_characters_and_says_what_was_left_out(
    qtbot: QtBot, told: list[tuple[str, bool]]
) -> None:
    field = TextField(10)
    qtbot.addWidget(field)
    listen(field, told)
    field.setText("x" * 200_000)
    assert field.value() == "x" * 10
    assert told == [("Högst 10 tecken får plats. Resten togs inte med.", True)]
    field.setText("kort")
    assert told[-1] == ("", False)


@pytest.mark.parametrize("make", [TextField, LongText])
def test_an_emoji_is_one_character(
    make: type[TextField] | type[LongText], qtbot: QtBot, told: list[tuple[str, bool]]
) -> None:
    field = make(10)
    qtbot.addWidget(field)
    listen(field, told)
    field.set_value("🙂" * 10)
    assert (field.value(), [sentence for sentence, _ in told if sentence]) == ("🙂" * 10, [])
    field.set_value("🙂" * 9 + "åäö")
    assert (field.value(), told[-1]) == (
        "🙂" * 9 + "å",
        ("Högst 10 tecken får plats. Resten togs inte med.", True),
    )


@pytest.mark.parametrize("added", ["x", "x" * 8, "x" * 200_000, "👩" * 50])
def test_what_no_longer_fits_never_pushes_out_what_stood_there(
    added: str, qtbot: QtBot, told: list[tuple[str, bool]]
) -> None:
    field = TextField(10)
    qtbot.addWidget(field)
    listen(field, told)
    field.set_value("🙂🙂🙂åäöabcd")
    field.setCursorPosition(6)
    field.insert(added)
    assert (field.value(), field.cursorPosition()) == ("🙂🙂🙂åäöabcd", 6)
    assert told[-1] == ("Högst 10 tecken får plats. Resten togs inte med.", True)
    field.backspace()
    field.insert("\u202eö")
    assert (field.value(), field.cursorPosition()) == ("🙂🙂öåäöabcd", 5)


def test_the_cursor_of_a_long_text_stays_where_it_was(qtbot: QtBot) -> None:
    field = LongText(10)
    qtbot.addWidget(field)
    field.set_value("🙂🙂🙂åäöabcd")
    cursor = field.textCursor()
    cursor.setPosition(6)
    field.setTextCursor(cursor)
    field.insertPlainText("xyz")
    assert (field.value(), field.textCursor().position()) == ("🙂🙂🙂åäöabcd", 6)


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x07", "\x00"])
def test_control_characters_are_taken_out_in_sight(
    sign: str, qtbot: QtBot, told: list[tuple[str, bool]]
) -> None:
    for field in (TextField(), LongText()):
        qtbot.addWidget(field)
        listen(field, told)
        field.set_value(f"ab{sign}cd")
        assert field.value() == "abcd" or field.value() == "ab cd"
    if sign != "\x00":
        assert ("Osynliga styrtecken togs bort.", True) in told


@pytest.mark.parametrize("make", [TextField, LongText])
def test_hostile_text_stands_as_it_was_typed(make: type[TextField] | type[LongText], qtbot: QtBot) -> None:
    field = make()
    qtbot.addWidget(field)
    field.set_value(HOSTILE)
    assert field.value() == HOSTILE


def test_a_long_text_holds_so_many_characters(qtbot: QtBot, told: list[tuple[str, bool]]) -> None:
    field = LongText(1_000)
    qtbot.addWidget(field)
    listen(field, told)
    field.set_value("å" * 200_000)
    assert field.value() == "å" * 1_000
    assert told[-1][1]


def test_tab_leaves_a_long_text(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    text, after = LongText(), TextField()
    column.addWidget(text)
    column.addWidget(after)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert text.value() == ""


def test_a_time_is_understood_as_it_is_typed(qtbot: QtBot, told: list[tuple[str, bool]]) -> None:
    field = MomentField(lambda: NOW)
    qtbot.addWidget(field)
    listen(field, told)
    type_text("27/3 15.40", field)
    moment = field.moment()
    assert moment is not None
    assert moment.earliest() == datetime(2026, 3, 27, 14, 40, tzinfo=UTC)
    assert told[-1] == ("fredag 27 mars 2026 kl. 15.40", False)
    assert field.problem("received") is None
    field.set_value("i framtiden nån gång")
    assert field.moment() is None
    problem = field.problem("received")
    assert problem is not None
    assert problem.field == "received"
    field.set_value("")
    assert field.problem("received") is None


def test_a_time_that_is_put_back_means_the_same(qtbot: QtBot) -> None:
    field = MomentField(lambda: NOW)
    qtbot.addWidget(field)
    moment = Moment.from_instant(datetime(2026, 3, 29, 13, 0, tzinfo=UTC))
    field.set_moment(moment)
    assert field.moment() == moment
    field.set_moment(None)
    assert field.value() == ""


def test_a_phone_number_with_letters_is_told_of(qtbot: QtBot, told: list[tuple[str, bool]]) -> None:
    field = PhoneField()
    qtbot.addWidget(field)
    listen(field, told)
    field.set_value("070-174 06 05")
    assert told[-1] == ("", False)
    field.set_value("ring mamma")
    assert told[-1][1]


@pytest.mark.parametrize(
    ("text", "number"),
    [("5", 5), ("2,5", 2.5), ("2.5", 2.5), ("1", None), ("16", None), ("x", None), ("nan", None)],
)
def test_a_number_keeps_within_its_bounds(text: str, number: float | None, qtbot: QtBot) -> None:
    field = NumberField(2, 15, "minuter")
    qtbot.addWidget(field)
    field.set_value(text)
    assert field.number() == number
    assert (field.problem("idle") is None) == (number is not None)


def test_scrolling_the_page_changes_no_choice(qtbot: QtBot) -> None:
    field = ChoiceField([(1, "ett"), (2, "två")])
    qtbot.addWidget(field)
    field.set_value(1)
    from PySide6.QtCore import QPoint, QPointF

    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    assert field.value() == 1


def test_a_choice_begins_empty_and_can_be_emptied(qtbot: QtBot) -> None:
    field = ChoiceField([(1, "ett"), (None, "vet inte")])
    qtbot.addWidget(field)
    assert field.currentIndex() == -1
    field.set_value(1)
    field.set_value("finns inte")
    assert field.currentIndex() == -1


def test_chips_are_chosen_by_number_keys(qtbot: QtBot) -> None:
    chips = ChoiceChips([("yes", "Ja"), ("no", "Nej"), ("later", "Vänta")])
    qtbot.addWidget(chips)
    chips.show()
    chips.name_buttons("Får familjen underrättas?")
    changes: list[object] = []
    chips.value_changed.connect(lambda: changes.append(chips.value()))
    chips.buttons()[0].setFocus()
    shortcut("2", chips.buttons()[0])
    assert chips.value() == "no"
    shortcut("9", chips.buttons()[0])
    assert chips.value() == "no"
    click(chips.buttons()[2])
    assert changes == ["no", "later"]
    assert chips.buttons()[1].accessibleName() == "Får familjen underrättas?: Nej"
    chips.set_value(None)
    assert chips.value() is None


def test_new_options_leave_nothing_chosen(qtbot: QtBot) -> None:
    chips = ChoiceChips([(1, "ett")])
    qtbot.addWidget(chips)
    chips.set_value(1)
    chips.set_options([(2, "två"), (3, "tre")])
    assert chips.value() is None
    assert [button.text() for button in chips.buttons()] == ["två", "tre"]


def test_a_tick_is_ticked_by_the_space_bar(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tick = Tick("Familjen vill ha tolk")
    QVBoxLayout(window).addWidget(tick)
    window.show()
    changes: list[bool] = []
    tick.value_changed.connect(lambda: changes.append(tick.value()))
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert changes == [True]
    assert tick.accessibleName() == "Familjen vill ha tolk"


def test_a_password_is_hidden_until_one_wants_to_see_it(qtbot: QtBot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    field.line.setText("  vante kajak ")
    assert field.value() == "  vante kajak "
    assert field.line.displayText() == "●" * 14
    field.show_tick.set_value(True)
    assert field.line.displayText() == "  vante kajak "


def test_caps_lock_gives_itself_away(qtbot: QtBot, told: list[tuple[str, bool]]) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    listen(field.line, told)
    type_text("A", into=field.line)
    assert told == []
    shouted = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A")
    QApplication.sendEvent(field.line, shouted)
    assert "Caps Lock" in told[-1][0]
    QTest.keyClick(field.line, Qt.Key.Key_B)
    assert told[-1] == ("", False)
