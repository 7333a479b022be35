"""Fields to type in. They hold a hard number of characters and tell when something was left out."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from allvar_desktop.domain import text_limits
from ui import style
from ui.style import Size
from ui.widgets.field_frame import clear_ground, field_height, paint_frame
from ui.widgets.scrolling import SlimBar

_CONTROLS_LEFT_OUT = "Osynliga styrtecken togs bort."


def _cleaned(text: str, limit: int, room: int | None = None) -> tuple[str, str]:
    """The text that may stand (in `room`, if given), and the sentence that says what was left out, or ""."""
    most = limit if room is None else max(room, 0)
    kept = _without_refused(text)
    told = "" if kept == text else _CONTROLS_LEFT_OUT
    if len(kept) > most:
        kept, told = kept[:most], _cut_sentence(limit)
    return kept, told


def _cleaned_at(text: str, place: int, limit: int) -> tuple[str, int, str]:
    """The same while one types: what does not fit is left out before the cursor, where it was put in.

    The cursor's place is Qt's, which counts an emoji twice; the limit is of characters, as they are stored.
    """
    units = text.encode("utf-16-le", "surrogatepass")
    before, after = (
        _without_refused(part.decode("utf-16-le", "surrogatepass"))
        for part in (units[: 2 * place], units[2 * place :])
    )
    told = "" if before + after == text else _CONTROLS_LEFT_OUT
    surplus = len(before) + len(after) - limit
    if surplus > 0:
        before, told = before[: max(len(before) - surplus, 0)], _cut_sentence(limit)
    return (before + after)[:limit], _units(before), told


def _without_refused(text: str) -> str:
    return "".join(sign for sign in text if not text_limits.is_refused(sign))


def _units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut_sentence(limit: int) -> str:
    return f"Högst {limit} tecken får plats. Resten togs inte med."


class TextField(QLineEdit):
    """One line of text."""

    value_changed = Signal()
    told = Signal(str, bool)
    """A sentence to show under the field, and whether it tells of something wrong; "" takes it away."""

    def __init__(
        self,
        limit: int = text_limits.LINE,
        chars: int = 24,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self._chars = chars
        self._is_wrong = False
        self._was_told = False
        self.setFrame(False)
        clear_ground(self)
        side = style.step(1.25)
        self.setTextMargins(side, 0, side, 0)
        # Twice, for Qt counts an emoji as two, and one over, so that a cut can be told of.
        self.setMaxLength(2 * (limit + 1))
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._keep_clean)

    def value(self) -> str:
        """What stands there, without blanks at the ends."""
        return text_limits.tidy(self.text())

    def set_value(self, text: str) -> None:
        """Put a text there; the cursor goes last."""
        self.setText(text)
        self.setCursorPosition(0)

    def set_wrong(self, is_wrong: bool) -> None:
        """Show or take away the red edge."""
        self._is_wrong = is_wrong
        self.update()

    def tell(self, sentence: str, *, is_wrong: bool = False) -> None:
        """Show a sentence under the field."""
        self.told.emit(sentence, is_wrong)

    def _keep_clean(self, text: str) -> None:
        line = text.replace("\n", " ").replace("\t", " ")
        kept, at, told = _cleaned_at(line, self._place_in(line), self._limit)
        if kept != text:
            self.blockSignals(True)
            self.setText(kept)
            self.setCursorPosition(at)
            self.blockSignals(False)
        if told:
            self.tell(told, is_wrong=True)
        elif self._was_told:
            self.tell("")
        self._was_told = bool(told)
        self.value_changed.emit()

    def _place_in(self, text: str) -> int:
        """The cursor's place in the text as Python gets it: without half an emoji that Qt cut in two."""
        place, length = self.cursorPosition(), _units(text)
        if length != self.maxLength() - 1:
            return place
        self.end(False)
        halves = self.cursorPosition() - length
        self.setCursorPosition(place)
        return place - halves

    def sizeHint(self) -> QSize:
        return QSize(style.chars(self._chars) + style.step(3), field_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), style.chars(12)), field_height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(self, painter, is_focused=self.hasFocus(), is_wrong=self._is_wrong)
        painter.end()
        super().paintEvent(event)


class LongText(QPlainTextEdit):
    """Several lines of text; Tab leaves the field."""

    value_changed = Signal()
    told = Signal(str, bool)

    def __init__(
        self,
        limit: int = text_limits.NOTE,
        lines: int = 4,
        placeholder: str = "",
        size: Size = Size.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self._lines = lines
        self._size = size
        self._is_wrong = False
        self._was_told = False
        self.setFont(style.font(size))
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        clear_ground(self)
        side = style.step(0.75)
        self.setViewportMargins(side, side, side, side)
        self.setPlaceholderText(placeholder)
        self.setVerticalScrollBar(SlimBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.textChanged.connect(self._keep_clean)

    def value(self) -> str:
        """What stands there, without blanks at the ends."""
        return text_limits.tidy(self.toPlainText())

    def set_value(self, text: str) -> None:
        """Put a text there."""
        kept, told = _cleaned(text, self._limit)
        self.setPlainText(kept)
        self._tell_left_out(told)

    def set_wrong(self, is_wrong: bool) -> None:
        """Show or take away the red edge."""
        self._is_wrong = is_wrong
        self.update()

    def _keep_clean(self) -> None:
        text = self.toPlainText()
        cursor = self.textCursor()
        kept, at, told = _cleaned_at(text, cursor.position(), self._limit)
        if kept != text:
            self.blockSignals(True)
            self.setPlainText(kept)
            cursor.setPosition(at)
            self.setTextCursor(cursor)
            self.blockSignals(False)
        if told or self._was_told:
            self.told.emit(told, bool(told))
        self._was_told = bool(told)
        self.value_changed.emit()

    def _tell_left_out(self, told: str) -> None:
        if told:
            self._was_told = True
            self.told.emit(told, True)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasting and dropping: cut first, for laying out 200,000 letters without a blank takes seconds."""
        room = self._limit - len(self.toPlainText()) + len(self.textCursor().selectedText())
        kept, told = _cleaned(source.text().replace("\r\n", "\n"), self._limit, room)
        self.insertPlainText(kept)
        self._tell_left_out(told)

    def sizeHint(self) -> QSize:
        return QSize(style.chars(40), style.line_height(self._size) * self._lines + style.step(3))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.chars(12), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            paint_frame(self, painter, is_focused=self.hasFocus(), is_wrong=self._is_wrong)
            painter.end()
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)
