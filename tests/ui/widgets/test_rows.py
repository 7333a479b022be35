from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import walk
from ui import style
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.path_list import PathList, Step
from ui.widgets.pill import Pill, PillText
from ui.widgets.rows import Col, RowList
from ui.widgets.text import RunText, Text, bold, quiet


def make_rows(qtbot: QtBot, width: int) -> tuple[QWidget, RowList]:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    rows = RowList([Col(), Col(grows=True), Col(is_right=True)], "Klockan går")
    rows.set_rows(
        [
            [
                Pill(PillText("urgent", "6 h 20 min kvar")),
                Text("Jonas Wik inte nådd, två försök."),
                Button("Ring"),
            ],
            [
                Pill(PillText("plenty", "41 h 50 min kvar")),
                Text("Polisen ber oss vänta."),
                Button("Fråga polisen"),
            ],
        ]
    )
    column.addWidget(rows)
    column.addStretch(1)
    box.resize(width, 400)
    box.show()
    return box, rows


def lefts(rows: RowList, kind: type[QWidget]) -> list[int]:
    return [cell.x() for cell in rows.findChildren(kind)]


def test_cells_line_up_and_buttons_end_at_the_right(qtbot: QtBot) -> None:
    _, rows = make_rows(qtbot, 1000)
    assert len(set(lefts(rows, Text))) == 1
    assert {button.geometry().right() for button in rows.findChildren(Button)} == {rows.width() - 1}
    heights = {round(style.line_height() * 2.2), rows.findChildren(Button)[0].height() + 2 * style.step(0.75)}
    assert rows.height() == 2 * (max(heights) + 1)


def test_rows_fold_to_two_lines_where_there_is_little_room(qtbot: QtBot) -> None:
    box, rows = make_rows(qtbot, 330)
    assert walk.cut(box) == []
    text, pill = rows.findChildren(Text)[0], rows.findChildren(Pill)[0]
    assert text.y() > pill.y()
    assert text.width() == rows.width()


def test_a_cell_that_grows_makes_the_rows_anew(qtbot: QtBot) -> None:
    box, rows = make_rows(qtbot, 1000)
    before = lefts(rows, Text)[0]
    rows.findChildren(Pill)[0].show_pill(PillText("overdue", "3 h 12 min för sent, orsak saknas"))
    qtbot.waitUntil(lambda: lefts(rows, Text)[0] > before)
    assert walk.cut(box) == []


def test_new_rows_take_the_place_of_the_old(qtbot: QtBot) -> None:
    _, rows = make_rows(qtbot, 1000)
    rows.set_rows([])
    qtbot.waitUntil(lambda: rows.findChildren(Button) == [])
    assert rows.heightForWidth(500) == 0


def test_a_flow_breaks_lines_and_shares_what_is_left(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = Flow(box)
    first, second, third = Button("Ja, polisen säger ja"), Button("Nej, vänta"), Text("ett fält")
    flow.add(first, second)
    flow.add(third, weight=1)
    box.resize(first.sizeHint().width() + second.sizeHint().width() + style.step(1), 300)
    box.show()
    assert second.y() == first.y()
    assert third.y() > first.y()
    assert third.width() == box.width()
    assert flow.heightForWidth(2000) < flow.heightForWidth(box.width())


def test_mixed_text_wraps_and_is_read_whole(qtbot: QtBot) -> None:
    text = RunText(bold("Elias Bergdahl"), quiet(" 12 år <b>inte fetstil</b>"))
    qtbot.addWidget(text)
    assert text.accessibleName() == text.text() == "Elias Bergdahl 12 år <b>inte fetstil</b>"
    assert text.heightForWidth(100) > text.heightForWidth(2000)
    text.resize(100, 200)
    assert not text.grab().isNull()


def test_labels_never_read_html(qtbot: QtBot) -> None:
    label = Text('<img src="/etc/passwd">')
    qtbot.addWidget(label)
    assert label.text() == '<img src="/etc/passwd">'
    assert label.sizeHint().width() > style.chars(10)


def test_a_path_tells_where_one_is(qtbot: QtBot) -> None:
    path = PathList("Ärendets väg")
    qtbot.addWidget(path)
    path.set_steps(
        [
            Step("a", "Underrättelse", "fre 27 mars", "done"),
            Step("b", "Kontakt", "", "next"),
            Step("c", "Kallelse"),
        ],
        "b",
    )
    path.show()
    assert [button.accessibleName() for button in path.buttons()] == [
        "Underrättelse, klart, fre 27 mars",
        "Kontakt, nästa steg",
        "Kallelse, återstår",
    ]
    chosen: list[str] = []
    path.chosen.connect(chosen.append)
    path.buttons()[2].click()
    assert chosen == ["c"]
    assert walk.nameless(path) == []


def test_folded_cells_never_lie_on_each_other(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    rows = RowList([Col(), Col(grows=True), Col(is_right=True), Col(is_right=True)], "Konton")
    rows.set_rows(
        [[Pill(PillText("urgent", "Brådskar")), Text("Ett namn"), Button("Ändra"), Button("Ta bort")]]
    )
    column.addWidget(rows)
    for width in range(150, 700, 25):
        box.resize(width, 400)
        box.show()
        cells = [cell for cell in rows.findChildren(QWidget) if cell.parent() is rows]
        assert len(cells) == 4
        for n, cell in enumerate(cells):
            assert not any(cell.geometry().intersects(other.geometry()) for other in cells[n + 1 :]), width


def test_the_buttons_of_folded_rows_stand_under_each_other_on_the_same_line(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    rows = RowList([Col(), Col(grows=True), Col(is_right=True)])
    words = Text("Orsak till förseningen saknas.")
    long, short = (
        Text("Anna Bergpåhitt Falkprov Ekövning 16 år", may_wrap=False),
        Text("Bo Ek", may_wrap=False),
    )
    other = Text("Orsak till förseningen saknas.")
    rows.set_rows([[long, words, Button("Ange orsak")], [short, other, Button("Ange orsak")]])
    column.addWidget(rows)
    box.resize(long.sizeHint().width() + style.chars(8), 400)
    box.show()
    for text, button in zip((words, other), rows.findChildren(Button), strict=True):
        assert abs(text.geometry().center().y() - button.geometry().center().y()) <= 1
