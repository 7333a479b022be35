"""Strips over pages."""

from allvar_desktop.documents.blocks import Style, heading, paragraph
from allvar_desktop.documents.flow import Column, Page, Strip, lay_down
from allvar_desktop.documents.ink import Text
from allvar_desktop.documents.tables import Cell, Col, table
from allvar_desktop.documents.text import clean, one_line

# Room for five lines of twenty points on page one and for ten on the others.
COLUMN = Column(left=10.0, first_top=100.0, top=0.0, bottom=200.0)


def strip(name: str, **rest: object) -> Strip:
    return Strip(20.0, (Text(0.0, 10.0, one_line(name)),), **rest)  # type: ignore[arg-type]


def names(page: Page) -> list[str]:
    return [str(item.text) for _, _, item in page if isinstance(item, Text)]


def test_strips_fill_a_page_and_go_on_at_the_top_of_the_next() -> None:
    pages = lay_down([strip(str(n)) for n in range(7)], COLUMN)
    assert [names(page) for page in pages] == [["0", "1", "2", "3", "4"], ["5", "6"]]
    assert [y for _, y, _ in pages[0]] == [100, 120, 140, 160, 180]
    assert [y for _, y, _ in pages[1]] == [0, 20]
    assert {x for page in pages for x, _, _ in page} == {10.0}


def test_no_strips_are_one_empty_page() -> None:
    assert lay_down([], COLUMN) == [[]]


def test_space_before_is_left_out_at_the_top() -> None:
    pages = lay_down([strip(str(n), before=30.0) for n in range(3)], COLUMN)
    assert [[y for _, y, _ in page] for page in pages] == [[100, 150], [0]]


def test_a_heading_goes_with_what_follows() -> None:
    strips = [strip(str(n)) for n in range(4)] + [strip("rubrik", is_kept_with_next=True), strip("text")]
    assert [names(page) for page in lay_down(strips, COLUMN)] == [["0", "1", "2", "3"], ["rubrik", "text"]]


def test_a_chain_longer_than_a_page_breaks_where_the_page_ends() -> None:
    strips = [strip(str(n), is_kept_with_next=True) for n in range(30)]
    assert [len(page) for page in lay_down(strips, COLUMN)] == [5, 10, 10, 5]


def test_a_strip_taller_than_a_page_does_not_hang() -> None:
    assert len(lay_down([strip("a"), Strip(900.0), strip("b")], COLUMN)) == 3


def test_what_comes_back_on_a_new_page_is_laid_down_first() -> None:
    head = strip("huvud")
    strips = [strip(str(n), on_new_page=(head,)) for n in range(6)]
    pages = lay_down(strips, COLUMN)
    assert names(pages[1]) == ["huvud", "5"]
    assert [y for _, y, _ in pages[1]] == [0, 20]


def test_no_line_of_a_paragraph_is_left_alone() -> None:
    style = Style(leading=20.0)
    before = [strip(str(n)) for n in range(4)]
    lines = paragraph(clean("a\nb\nc\nd"), style, 100.0)
    assert [names(page) for page in lay_down(before + lines, COLUMN)] == [
        ["0", "1", "2", "3"],
        ["a", "b", "c", "d"],
    ]
    lines = paragraph(clean("a\nb\nc\nd\ne\nf"), style, 100.0)
    assert [names(page)[-2:] for page in lay_down(lines, COLUMN)] == [["c", "d"], ["e", "f"]]


def test_a_heading_stays_with_two_lines() -> None:
    style = Style(leading=20.0)
    strips = [strip(str(n)) for n in range(3)]
    strips += heading(one_line("rubrik"), style, 100.0) + paragraph(clean("a\nb\nc\nd"), style, 100.0)
    assert names(lay_down(strips, COLUMN)[1]) == ["rubrik", "a", "b", "c", "d"]


def test_a_tables_head_comes_back_and_short_rows_stay_whole() -> None:
    columns = (Col(one_line("Vem"), 100.0), Col(one_line("Vad"), 100.0))
    rows = [(Cell(one_line(f"rad{n}")), Cell(clean("a\nb\nc"), "urgent")) for n in range(9)]
    pages = lay_down(table(columns, rows), COLUMN)
    assert len(pages) > 2
    for page in pages:
        assert names(page)[:2] == ["Vem", "Vad"]
        assert sum(name.startswith("rad") for name in names(page)) * 3 == names(page).count("a") * 3
        assert names(page).count("a") == names(page).count("c")


def test_a_row_longer_than_a_page_breaks() -> None:
    columns = (Col(one_line("Vem"), 100.0), Col(one_line("Vad"), 100.0))
    pages = lay_down(table(columns, [(Cell(one_line("x")), Cell(clean("rad\n" * 40)))]), COLUMN)
    assert len(pages) > 3
    assert sum(names(page).count("rad") for page in pages) == 40


def test_a_table_without_rows_is_nothing() -> None:
    assert table((Col(one_line("Vem"), 100.0),), []) == []
