"""A paper beside what belongs to it, or below that where there is little room."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from allvar_desktop.documents.window_test_page import window_test_page
from allvar_desktop.domain.settings import Window
from allvar_desktop.errors import KnownError
from tests.ui.keys import press
from tests.ui.shots import settle
from ui import names, style
from ui.widgets.buttons import Button
from ui.widgets.pdf_preview import PdfPreview, _Sheets
from ui.widgets.scrolling import UpDown


@pytest.fixture
def side() -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(Button("Sara Bergdahl"))
    return made


@pytest.fixture
def preview(side: QWidget, qtbot: QtBot) -> PdfPreview:
    made = PdfPreview(side)
    qtbot.addWidget(made)
    made.show_pdf(window_test_page(Window()))
    made.show()
    return made


def at_width(preview: PdfPreview, chars: int) -> None:
    preview.resize(style.chars(chars), 400)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(app)


def corners(preview: PdfPreview, side: QWidget) -> tuple[QPoint, QPoint]:
    """Where the side and the paper lie in the preview."""
    sheets = preview.findChild(_Sheets)
    assert sheets is not None
    return side.mapTo(preview, QPoint(0, 0)), sheets.mapTo(preview, QPoint(0, 0))


def test_the_side_stands_beside_the_paper_and_above_it_where_there_is_little_room(
    preview: PdfPreview, side: QWidget
) -> None:
    for _ in range(2):
        at_width(preview, 100)
        beside, paper = corners(preview, side)
        assert paper.x() > beside.x() + side.width()
        at_width(preview, 50)
        above, paper = corners(preview, side)
        assert paper.y() >= above.y() + side.height()
        assert paper.x() == above.x() == 0


def test_a_stored_paper_has_no_side_at_any_width(preview: PdfPreview, side: QWidget) -> None:
    preview.show_side(is_shown=False)
    for chars in (100, 50, 100):
        at_width(preview, chars)
        assert not side.isVisibleTo(preview)
        assert corners(preview, side)[1].x() == 0


def test_keys_scroll_the_paper(preview: PdfPreview) -> None:
    at_width(preview, 100)
    area = next(area for area in preview.findChildren(UpDown) if area.accessibleName())
    preview.activateWindow()
    area.setFocus()
    press(Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    preview.show_pdf(window_test_page(Window()))
    assert area.verticalScrollBar().value() == 0, "another paper begins at its top"


def test_words_stand_in_the_place_of_a_paper_that_is_not_there(preview: PdfPreview) -> None:
    preview.show_words("Brevet är stoppat.")
    assert (preview.page_count, preview.words) == (0, "Brevet är stoppat.")
    preview.show_pdf(window_test_page(Window()))
    assert (preview.page_count, preview.words) == (1, "")


def test_bytes_that_are_no_paper_are_told_of(preview: PdfPreview) -> None:
    with pytest.raises(KnownError, match="går inte att visa"):
        preview.show_pdf(b"%PDF-1.7 nothing more")


def test_nothing_of_a_paper_is_seen_while_names_are_hidden(preview: PdfPreview) -> None:
    at_width(preview, 100)
    sheets = preview.findChild(_Sheets)
    assert sheets is not None
    shown = sheets.grab().toImage()
    names.screen().set_hiding(True)
    hidden = sheets.grab().toImage()
    preview.show_pdf(window_test_page(Window(x_mm=30)))
    assert sheets.grab().toImage() == hidden
    preview.show_pdf(window_test_page(Window()))
    names.screen().set_hiding(False)
    assert sheets.grab().toImage() == shown != hidden
