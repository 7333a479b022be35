"""Tab follows the layout."""

from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import tab
from ui.dialogs.dialog import Dialog
from ui.tab_order import in_layout_order, put_in_order


def field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


def names(widgets: list[QWidget]) -> list[str]:
    return [widget.accessibleName() for widget in widgets if isinstance(widget, QLineEdit)]


def chain(window: QWidget, first: QWidget) -> list[str]:
    """The names of the fields as Qt chains them, without putting them in order first."""
    found, widget = [first], first.nextInFocusChain()
    while widget is not None and widget is not first:
        found.append(widget)
        widget = widget.nextInFocusChain()
    return names(found)


def test_what_was_put_in_the_middle_later_comes_in_the_middle(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, last = field("first"), field("last")
    column.addWidget(first)
    column.addWidget(last)
    column.insertWidget(1, field("middle"))
    window.show()
    assert chain(window, first) == ["first", "last", "middle"]
    put_in_order(window)
    assert chain(window, first) == ["first", "middle", "last"]


def test_nested_layouts_and_scrolled_parts_come_in_their_place(qtbot: QtBot) -> None:
    window, scrolled, area = QWidget(), QWidget(), QScrollArea()
    qtbot.addWidget(window)
    QVBoxLayout(scrolled).addWidget(field("scrolled"))
    area.setWidget(scrolled)
    column, inner = QVBoxLayout(window), QVBoxLayout()
    inner.addWidget(field("inner"))
    loose = field("loose")
    loose.setParent(window)
    column.addWidget(area)
    column.addLayout(inner)
    column.addWidget(field("last"))
    window.show()
    assert names(list(in_layout_order(window))) == ["scrolled", "inner", "last", "loose"]


def test_what_is_hidden_is_passed_by(qtbot: QtBot) -> None:
    window, hidden = QWidget(), QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(hidden).addWidget(field("hidden"))
    column = QVBoxLayout(window)
    column.addWidget(hidden)
    column.addWidget(field("shown"))
    hidden.hide()
    window.show()
    assert names(list(in_layout_order(window))) == ["shown"]


def test_a_dialog_goes_through_its_questions_before_its_buttons(qtbot: QtBot) -> None:
    dialog = Dialog("Varför?")
    qtbot.addWidget(dialog)
    why = field("why")
    dialog.body.addWidget(why)
    dialog.show()
    dialog.activateWindow()
    why.setFocus()
    visited = []
    for _ in range(3):
        tab()
        visited.append(dialog.focusWidget())
    assert visited == [dialog.no_button, dialog.yes_button, why]
