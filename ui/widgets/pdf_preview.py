"""The pages of a paper as they will be printed, painted from the bytes themselves."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import names, palette, style
from ui.printing import PdfInMemory
from ui.widgets.scrolling import UpDown
from ui.widgets.text import Text, Tone

_NAME = "Brevet som det skrivs ut"
HIDDEN = "Namn är dolda. F9 visar brevet igen."
_SIDE_BY_SIDE_FROM = 72
"""Characters of width from which a line of the paper can be read beside the side column."""


class _Sheets(QWidget):
    """The pages under each other, as wide as there is room, at most twice their true size."""

    def __init__(self) -> None:
        super().__init__()
        self._pdf: PdfInMemory | None = None
        self._images: dict[tuple[int, int], QImage] = {}
        names.screen().toggled.connect(self.update)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pdf(self, pdf: PdfInMemory | None) -> None:
        """Paint the pages of another PDF."""
        old, self._pdf = self._pdf, pdf
        if pdf is not None:
            pdf.setParent(self)
        if old is not None:
            old.deleteLater()
        self._images.clear()
        self.updateGeometry()
        self.update()

    @property
    def page_count(self) -> int:
        """The number of pages shown."""
        return self._pdf.document.pageCount() if self._pdf else 0

    def _sizes(self, width: int) -> list[QSize]:
        if self._pdf is None:
            return []
        room = max(width - 2 * style.step(2), 1)
        sizes = []
        for number in range(self.page_count):
            points = self._pdf.document.pagePointSize(number)
            wide = min(room, round(points.width() / 72 * 96 * 2))
            sizes.append(QSize(wide, round(wide * points.height() / points.width())))
        return sizes

    def _image(self, number: int, size: QSize) -> QImage:
        key = (number, size.width())
        if key not in self._images and self._pdf is not None:
            ratio = self.devicePixelRatioF()
            fine = QSize(round(size.width() * ratio), round(size.height() * ratio))
            self._images = {k: v for k, v in self._images.items() if k[1] == size.width()}
            self._images[key] = self._pdf.document.render(number, fine)
        return self._images[key]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        gap = style.step(2)
        return sum(size.height() + gap for size in self._sizes(width)) + gap

    def sizeHint(self) -> QSize:
        width = style.chars(80)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.chars(24), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette.current()
        painter.fillRect(self.rect(), QColor(colours.navigation))
        top = style.step(2)
        for number, size in enumerate(self._sizes(self.width())):
            box = QRect((self.width() - size.width()) // 2, top, size.width(), size.height())
            if box.intersects(event.rect()):
                painter.fillRect(box, QColor(Qt.GlobalColor.white))  # paper is white in the dark, too
                self._paint_page(painter, box, number)
                painter.setPen(QColor(colours.hairline))
                painter.drawRect(box.adjusted(-1, -1, 0, 0))
            top += size.height() + style.step(2)

    def _paint_page(self, painter: QPainter, box: QRect, number: int) -> None:
        if not names.screen().is_hiding:
            painter.drawImage(box, self._image(number, box.size()))
            return
        # A paper is made of names: while they are hidden none of it is shown. It is printed all the same.
        painter.setFont(style.font())
        painter.setPen(QColor(palette.LIGHT.text))
        words = box.adjusted(style.step(2), style.step(6), -style.step(2), 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, HIDDEN)


class PdfPreview(QWidget):
    """A paper to look at, with what belongs to it at its left, or above it where there is little room.

    Page Up, Page Down and the arrows scroll the paper.
    """

    def __init__(self, side: QWidget) -> None:
        super().__init__()
        self._side = side
        self._is_wide = True
        self._has_side = True
        self._sheets = _Sheets()
        self._stopped = Text("", tone=Tone.QUIET)
        self._stopped.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stopped.hide()
        self._side_area, self._area = UpDown(), UpDown()
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(style.step(2))
        self._page.addWidget(self._stopped, 1)
        self._page.addWidget(self._sheets)
        self._side_area.setWidget(self._side)
        self._side_area.setMinimumWidth(style.chars(26))
        self._side_area.setMaximumWidth(style.chars(42))
        self._area.setWidget(page)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(_NAME)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.step(2))
        row.addWidget(self._side_area, 1)
        row.addWidget(self._area, 1)

    def show_side(self, *, is_shown: bool) -> None:
        """Show or hide what belongs to the paper."""
        self._has_side = is_shown
        self._side.setVisible(is_shown)
        self._side_area.setVisible(is_shown and self._is_wide)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes; the first page is on top. KnownError for bytes that are no PDF."""
        self._sheets.show_pdf(PdfInMemory(pdf))
        self._sheets.show()
        self._stopped.hide()
        count = self._sheets.page_count
        self._area.setAccessibleDescription(f"{count} {'sida' if count == 1 else 'sidor'}")
        self._area.verticalScrollBar().setValue(0)

    def show_words(self, words: str) -> None:
        """Say why there is no paper to show; "" shows nothing at all."""
        self._sheets.show_pdf(None)
        self._sheets.hide()
        self._stopped.setText(words)
        self._stopped.setVisible(bool(words))

    @property
    def page_count(self) -> int:
        """The number of pages shown."""
        return self._sheets.page_count

    @property
    def words(self) -> str:
        """What stands where there is no paper to show."""
        return "" if self._stopped.isHidden() else self._stopped.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= style.chars(_SIDE_BY_SIDE_FROM)
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        if is_wide:
            self._side_area.setWidget(self._side)
        else:
            self._side_area.takeWidget()
            self._page.insertWidget(0, self._side)
        self.show_side(is_shown=self._has_side)
