"""Keeps what is typed on a page by itself, a few seconds after it was typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services.drafts import KeptDraft, discard_draft, keep_draft, kept_draft
from ui.navigation import Shell

_AFTER_MS = 2_000


class DraftKeeper(QObject):
    """One draft by its key. `content` gives what to keep, None while there is nothing worth keeping."""

    def __init__(self, shell: Shell, content: Callable[[], object | None], parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._content = content
        self.key = ""
        self.case_id: CaseId | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    def touched(self) -> None:
        """Something was typed: keep it soon. Typing on does not put that off."""
        if self.key and not self._timer.isActive():
            self._timer.start()

    @property
    def is_waiting(self) -> bool:
        """Whether something typed is not kept yet."""
        return self._timer.isActive()

    def keep(self) -> bool:
        """Keep it now; whether it is kept (or there was nothing to keep)."""
        self._timer.stop()
        content = self._content()
        if content is None or not self.key:
            return True
        session = self._shell.session
        if not self._shell.succeeds(lambda: keep_draft(session, self.key, content, self.case_id)):
            return False
        self._shell.saved()
        return True

    def found(self) -> KeptDraft | None:
        """The draft that is kept, if there is one."""
        return kept_draft(self._shell.session, self.key)

    def forget(self) -> None:
        """The form was sent, or is left: nothing more is to be kept."""
        self._timer.stop()

    def discard(self) -> bool:
        """Throw the draft away on purpose; whether that went well."""
        self._timer.stop()
        return self._shell.succeeds(lambda: discard_draft(self._shell.session, self.key))
