"""Printing the exact bytes of a paper, page by page, from memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject, QRect, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from allvar_desktop.errors import KnownError
from ui.dialogs import ask

JOB_NAME = "Allvar"
"""The name of every print job: it says nothing about anyone."""

_MOST_DOTS_PER_INCH = 600


class PdfInMemory(QObject):
    """A PDF read from bytes: `document` for whoever paints it. KnownError for bytes that are no PDF."""

    def __init__(self, pdf: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._buffer)
        if self.document.error() != QPdfDocument.Error.None_:
            raise KnownError("Brevet går inte att visa.", "Gör om brevet från ärendet.")


class Output(Protocol):
    """Something that prints a PDF."""

    def print(self, pdf: bytes) -> bool:
        """Print it; False when the person chose not to. KnownError when it could not be printed."""
        ...


class SystemPrinter:
    """The system's printer dialog and printers."""

    def print(self, pdf: bytes) -> bool:
        """Ask which printer, then print all pages."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(JOB_NAME)
        printer.setCreator(JOB_NAME)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setFullPage(True)
        printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
        if not ask.printer(printer):
            return False
        printer.setDocName(JOB_NAME)
        paint_pages(PdfInMemory(pdf), printer)
        return True


_outputs: list[Output] = [SystemPrinter()]


def print_pdf(pdf: bytes) -> bool:
    """Print with the printer in use; False when the person chose not to. KnownError when it failed."""
    return _outputs[-1].print(pdf)


@contextmanager
def printing_to(output: Output) -> Iterator[Output]:
    """Use another printer meanwhile."""
    _outputs.append(output)
    try:
        yield output
    finally:
        _outputs.remove(output)


def printer_failed() -> KnownError:
    """The sentence for a printer that does not print."""
    return KnownError(
        "Skrivaren tog inte emot brevet.",
        "Se efter att skrivaren är på och har papper, och skriv ut igen. Brevet finns kvar i ärendet.",
    )


def paint_pages(pdf: PdfInMemory, printer: QPrinter) -> None:
    """All pages at the printer's resolution, each at its true size. KnownError when the printer fails."""
    document = pdf.document
    dots = min(printer.resolution(), _MOST_DOTS_PER_INCH)
    painter = QPainter()
    if not painter.begin(printer):
        raise printer_failed()
    try:
        for number in range(document.pageCount()):
            if number and not printer.newPage():
                raise printer_failed()
            points = document.pagePointSize(number)
            picture = document.render(
                number, QSize(round(points.width() / 72 * dots), round(points.height() / 72 * dots))
            )
            grain = printer.resolution() / 72
            full = QSize(round(points.width() * grain), round(points.height() * grain))
            painter.drawImage(QRect(0, 0, full.width(), full.height()), picture)
    finally:
        if not painter.end() or printer.printerState() == QPrinter.PrinterState.Error:
            raise printer_failed()
