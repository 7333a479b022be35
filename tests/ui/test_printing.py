import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.recovery_code import new_recovery_code
from allvar_desktop.errors import KnownError
from allvar_desktop.services.recovery_sheets import recovery_sheet
from tests.ui.light_session import UNIT
from tests.ui.printers import RememberingPrinter
from ui import printing
from ui.dialogs import ask
from ui.printing import PdfInMemory, printing_to


@pytest.fixture
def paper(fixed_clock: FixedClock) -> bytes:
    return recovery_sheet(UNIT.settings, new_recovery_code(), fixed_clock)


def test_a_pdf_is_read_from_memory(paper: bytes, qtbot: QtBot) -> None:
    pdf = PdfInMemory(paper)
    assert pdf.document.pageCount() == 1
    points = pdf.document.pagePointSize(0)
    assert (round(points.width()), round(points.height())) == (595, 842)


def test_what_is_no_pdf_is_refused_in_a_sentence(qtbot: QtBot) -> None:
    with pytest.raises(KnownError, match="går inte att visa"):
        PdfInMemory(b"inget brev")


def test_the_job_that_reaches_the_printer_is_named_for_nobody(
    paper: bytes, tmp_path: object, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    made: list[QPrinter] = []

    def take(printer: QPrinter) -> bool:
        made.append(printer)
        return False

    monkeypatch.setattr(ask, "printer", take)
    assert printing.print_pdf(paper) is False
    assert made[0].docName() == "Allvar"
    assert made[0].outputFileName() == ""


def test_pages_are_painted_at_their_true_size(paper: bytes, tmp_path: object, qtbot: QtBot) -> None:
    target = f"{tmp_path}/printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(target)
    printer.setFullPage(True)
    printer.setResolution(150)
    printing.paint_pages(PdfInMemory(paper), printer)
    with open(target, "rb") as file:  # noqa: PTH123
        printed = PdfInMemory(file.read())
    original = PdfInMemory(paper)
    first, again = (each.document.render(0, QSize(300, 424)) for each in (original, printed))
    assert printed.document.pageCount() == 1
    assert _darkness(first) == pytest.approx(_darkness(again), rel=0.15)
    assert _darkness(first) > 0


def test_a_printer_that_fails_says_what_to_do(paper: bytes, qtbot: QtBot) -> None:
    with printing_to(RememberingPrinter(fails=True)), pytest.raises(KnownError, match="Skrivaren"):
        printing.print_pdf(paper)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_says_what_to_do(paper: bytes, qtbot: QtBot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/nonexistent/x.pdf")
    with pytest.raises(KnownError, match="Skrivaren"):
        printing.paint_pages(PdfInMemory(paper), printer)


def test_the_remembering_printer_keeps_the_exact_bytes(paper: bytes) -> None:
    printer = RememberingPrinter()
    with printing_to(printer):
        assert printing.print_pdf(paper)
    assert printer.printed == [paper]
    with printing_to(RememberingPrinter(is_cancelled=True)):
        assert not printing.print_pdf(paper)


def _darkness(image: QImage) -> int:
    grey = image.convertToFormat(QImage.Format.Format_ARGB32)
    white = QImage(grey.size(), QImage.Format.Format_ARGB32)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, grey)
    painter.end()
    return sum(
        255 - white.pixelColor(x, y).lightness()
        for x in range(0, white.width(), 2)
        for y in range(0, white.height(), 2)
    )
