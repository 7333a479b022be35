"""The bar at the top of the window and the one at its foot."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui import actions, palette, style
from ui.style import Size
from ui.widgets.buttons import Button, Kind
from ui.widgets.saved_at import SavedAt
from ui.widgets.text import Text, Tone
from ui.widgets.text_fields import TextField


class SearchField(TextField):
    """The search of the whole window, with its shortcut written in it while it is empty."""

    def __init__(self) -> None:
        super().__init__(100, 36, "Sök namn, nummer, ärende")
        self.setAccessibleName("Sök namn, personnummer eller ärendenummer")
        self._hint = actions.action("search").hint
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text():
            return
        painter = QPainter(self)
        painter.setFont(style.font(Size.SMALL))
        painter.setPen(QColor(palette.current().quiet))
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        hint = painter.fontMetrics().horizontalAdvance(self._hint)
        if words + hint + style.step(5) < self.width():
            box = QRectF(self.rect()).adjusted(0, 0, -style.step(1.5), 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._hint)


class _Bar(QWidget):
    """A strip of surface with a hairline at one edge."""

    def __init__(self, *, is_top: bool) -> None:
        super().__init__()
        self._is_top = is_top
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette.current()
        painter.fillRect(self.rect(), QColor(colours.surface))
        line = self.height() - 1 if self._is_top else 0
        painter.fillRect(0, line, self.width(), 1, QColor(colours.hairline))


class TopBar(_Bar):
    """Allvar, the unit, the search, the account and *Lås*."""

    def __init__(self, unit: str, account: str) -> None:
        super().__init__(is_top=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.step(2.5), style.step(1), style.step(2.5), style.step(1))
        row.setSpacing(style.step(2))
        self.brand = Text("Allvar", Size.RECORD, is_bold=True, may_wrap=False)
        self.unit = Text(unit, tone=Tone.QUIET)
        self.unit.setWordWrap(False)
        self.unit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.search = SearchField()
        self.account = Button(account, Kind.LINK, icon="user", name=f"Konto: {account}")
        self.lock = Button("Lås", icon="lock")
        self.lock.setToolTip(f"Lås ({actions.action('lock').hint})")
        self.menu = QMenu(self)
        row.addWidget(self.brand)
        row.addWidget(self.unit, 1)
        row.addWidget(self.search)
        row.addWidget(self.account)
        row.addWidget(self.lock)

    def set_folded(self, *, is_narrow: bool) -> None:
        """Make do with less width: no unit, icons for account and lock."""
        self.account.set_folded(is_narrow)
        self.lock.set_folded(is_narrow)
        self.unit.setVisible(not is_narrow)


class FootBar(_Bar):
    """What the deadline is, and when the text was last saved."""

    def __init__(self, left: str) -> None:
        super().__init__(is_top=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.step(2.5), style.step(0.75), style.step(2.5), style.step(0.75))
        self.words = Text(left, Size.SMALL, Tone.QUIET)
        self.saved_at = SavedAt()
        row.addWidget(self.words, 1)
        row.addWidget(self.saved_at)


class ShownNameOnFocus(QObject):
    """Shows a folded button's name beside it when the keyboard comes there."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget) and watched.toolTip():
            from PySide6.QtWidgets import QToolTip

            corner = watched.mapToGlobal(watched.rect().bottomLeft())
            QToolTip.showText(corner, watched.toolTip(), watched)
        return super().eventFilter(watched, event)
