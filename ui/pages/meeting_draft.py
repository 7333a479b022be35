"""The half-written line of a talk: kept by itself while one types, and through a lock."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer

from allvar_desktop.services import drafts
from ui.pages.meeting_addenda import AddendaPanel
from ui.pages.meeting_desk import MeetingDesk
from ui.pages.meeting_editor import MeetingEditor

_KEEP_AFTER = 3000
"""Milliseconds from a keystroke until what is typed is kept, also while one goes on typing."""


class MeetingDraft:
    """What stands in the boxes; `ask` gives it as the page keeps it."""

    def __init__(
        self,
        desk: MeetingDesk,
        editor: MeetingEditor,
        addenda: AddendaPanel,
        ask: Callable[[], object | None],
    ) -> None:
        self._desk, self._editor, self._addenda, self._ask = desk, editor, addenda, ask
        self.timer = QTimer(editor)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_KEEP_AFTER)
        self.timer.timeout.connect(self.keep)

    def content(self, section: str) -> dict[str, Any] | None:
        """Plain values that JSON can hold; None when nothing is written."""
        line, addendum = self._editor.typed(), self._addenda.box.toPlainText()
        if line is None and not addendum.strip():
            return None
        return {"section": section, "line": line, "addendum": addendum}

    def put_back(self, content: dict[str, Any]) -> None:
        """Put back what `content` gave, where the record still takes it."""
        if content.get("line") and self._desk.may_write:
            self._editor.put_back(content["line"])
        if content.get("addendum") and self._desk.is_locked:
            self._addenda.write()
            self._addenda.box.set_value(content["addendum"])

    def kept(self) -> object | None:
        """What was kept of this talk before, or None."""
        desk = self._desk
        kept = drafts.kept_draft(desk.session, desk.draft_key)
        return kept.content if kept is not None else None

    def typed(self) -> None:
        """Something was typed: it is kept soon."""
        if not self.timer.isActive():
            self.timer.start()

    def keep_waiting(self) -> None:
        """Keep at once what waits to be kept."""
        if self.timer.isActive():
            self.keep()

    def keep(self) -> None:
        """Keep what is typed, or forget it when the boxes are empty."""
        self.timer.stop()
        desk, content = self._desk, self._ask()
        if content is None:
            self.end()
        elif desk.shell.succeeds(
            lambda: drafts.keep_draft(desk.session, desk.draft_key, content, desk.facts.case.id)
        ):
            desk.shell.saved()

    def end(self) -> None:
        """The line is stored, or thrown away."""
        self.timer.stop()
        self._desk.shell.succeeds(lambda: drafts.end_draft(self._desk.session, self._desk.draft_key))

    def stop(self) -> None:
        """Another talk is opened."""
        self.timer.stop()
