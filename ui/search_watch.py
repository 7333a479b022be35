"""When a search is logged: when a hit is opened, or two seconds after the last keystroke (design.md §3)."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services import searches
from ui.navigation import Shell

PAUSE = 2000
"""Milliseconds."""


class SearchWatch(QObject):
    """Remembers which cases the latest hits are of, never the words; each search is logged once."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._shown: tuple[CaseId, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.log)

    def typed(self, shown: Sequence[CaseId]) -> None:
        """A key was typed, and these are the cases that are shown after it."""
        self._shown = tuple(shown)
        if shown:
            self._timer.start()
        else:
            self._timer.stop()

    def log(self) -> None:
        """Log what is shown, unless that has been done; call it when a hit is opened."""
        self._timer.stop()
        shown, self._shown = self._shown, ()
        if shown:
            self._shell.succeeds(lambda: searches.log_search(self._shell.session, shown))
