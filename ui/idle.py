"""Notices when nobody has touched keyboard or mouse for a while."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

WARNING_SECONDS = 20
MEETING_MINUTES = 30
"""How long the lock waits while *Samtalet pågår*."""
MEETING_HIDES_NAMES_MINUTES = 5

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Counts the seconds since the last sign of life in any window of the program."""

    warned = Signal(int)
    """So many seconds are left before the lock; 0 when somebody came back in time."""
    names_hidden = Signal()
    expired = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._is_in_meeting = False
        self._is_warning = False
        self._has_hidden = False
        self._since = QElapsedTimer()
        self._since.start()
        self._beat = QTimer(self)
        self._beat.setInterval(1000)
        self._beat.timeout.connect(self.look)
        app = QGuiApplication.instance()
        # Input reaches a window before its widgets: a filter there sees a few events, one on the whole
        # application would see all of them.
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen_to)
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    def start(self) -> None:
        """Begin to count."""
        self._since.restart()
        self._beat.start()

    def stop(self) -> None:
        """Count no more."""
        self._beat.stop()

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes."""
        self._minutes = minutes

    def set_in_meeting(self, is_in_meeting: bool) -> None:
        """Wait longer while *Samtalet pågår*."""
        self._is_in_meeting = is_in_meeting
        self._has_hidden = False

    @property
    def limit_seconds(self) -> int:
        """After how many quiet seconds it locks."""
        return 60 * (MEETING_MINUTES if self._is_in_meeting else self._minutes)

    def touch(self) -> None:
        """Somebody is there."""
        self._since.restart()
        self._has_hidden = False
        if self._is_warning:
            self._is_warning = False
            self.warned.emit(0)

    def quiet_seconds(self) -> int:
        """Whole seconds since the last sign of life."""
        return int(self._since.elapsed() // 1000)

    def look(self) -> None:
        """Compare with the limits; called every second."""
        quiet = self.quiet_seconds()
        left = self.limit_seconds - quiet
        if left <= 0:
            self.stop()
            self.expired.emit()
            return
        if left <= WARNING_SECONDS:
            self._is_warning = True
            self.warned.emit(left)
        is_time_to_hide = quiet >= 60 * MEETING_HIDES_NAMES_MINUTES
        if self._is_in_meeting and is_time_to_hide and not self._has_hidden:
            self._has_hidden = True
            self.names_hidden.emit()

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self.touch()
        return False
