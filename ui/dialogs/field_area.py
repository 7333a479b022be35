"""Room for the fields of a dialog: as high as they are while the window has room, then they scroll."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui import style
from ui.widgets.scrolling import UpDown


def room_for_fields(inside: QWidget) -> QSize:
    """What the screen has, or the window if that is smaller, less the head and the foot of a dialog."""
    screen = QApplication.primaryScreen()
    room = screen.availableGeometry().size() if screen else QSize(1024, 700)
    around = inside.window().parentWidget()
    if around is not None:
        room = room.boundedTo(around.window().size())
    height = max(room.height() - style.step(31), style.line_height() * 5)
    return QSize(room.width() - style.step(10), height)


class FieldArea(UpDown):
    """Put rows into `fields`."""

    def __init__(self) -> None:
        super().__init__()
        self._content = QWidget()
        self._taken = 0
        self.fields = QVBoxLayout(self._content)
        self.fields.setContentsMargins(0, 0, style.step(0.5), 0)
        self.fields.setSpacing(style.step(1.5))
        self.setWidget(self._content)
        self._content.installEventFilter(self)

    def wide_enough(self) -> int:
        """Pixels across that let the fields stand side by side, as far as there is room."""
        width = max(self._content.sizeHint().width() + style.step(2), style.chars(48))
        return min(width, style.chars(90), room_for_fields(self).width())

    def leave_room(self, pixels: int) -> None:
        """Make do with so much less height than there is, for what is said below the fields."""
        self._taken = pixels
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        room, width = room_for_fields(self), self.wide_enough()
        is_flowing = self.fields.hasHeightForWidth()
        height = self.fields.heightForWidth(width) if is_flowing else self._content.sizeHint().height()
        return QSize(width, min(height + 2, max(room.height() - self._taken, style.line_height() * 4)))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.chars(24), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
