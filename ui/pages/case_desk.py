"""What the parts of *Ett ärende* share: the case as shown, its actions, and forms that keep what is typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QTimer

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services import drafts
from allvar_desktop.services.case_views import CaseView
from allvar_desktop.services.session import Session
from ui import actions
from ui.dialogs import ask
from ui.dialogs.form_dialog import FormDialog
from ui.navigation import Shell
from ui.widgets.buttons import Button, Kind

_PAUSE_IN_TYPING = 3000
"""Milliseconds without a keystroke after which what is typed in a dialog is kept."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which form is open, so that it can be opened again: the name of the way to it, and what it needs."""

    name: str
    params: Mapping[str, Any] = field(default_factory=dict)


class CaseDesk:
    """One case on the desk. `renew` shows it anew after a change; `open_part` shows another card."""

    def __init__(self, shell: Shell, renew: Callable[[], object], open_part: Callable[[str], object]) -> None:
        self.shell = shell
        self.renew = renew
        self.open_part = open_part
        self.case_id = CaseId(0)
        self.shown: CaseView | None = None
        self.ways: dict[str, Callable[[], object]] = {}
        """What each action of this page does."""
        self._open_form: tuple[Asked, FormDialog] | None = None

    @property
    def view(self) -> CaseView:
        """The case as it is shown. LookupError before one is opened."""
        if self.shown is None:
            raise LookupError("no case is open")
        return self.shown

    @property
    def facts(self) -> CaseFacts:
        return self.view.facts

    @property
    def session(self) -> Session:
        return self.shell.session

    @property
    def now(self) -> datetime:
        return self.session.clock.now()

    @property
    def is_supervisor(self) -> bool:
        return self.session.account.is_supervisor

    def do(self, action_id: str) -> None:
        """Do one of the page's actions, safely."""
        self.shell.succeeds(self.ways[action_id])

    def button(self, action_id: str, words: str = "", kind: Kind = Kind.PLAIN, name: str = "") -> Button:
        """A button for one of the page's actions, with its key written on it."""
        entry = actions.action(action_id)
        made = Button(words or entry.words, kind, hint=entry.hint, name=name)
        made.clicked.connect(lambda: self.do(action_id))
        return made

    def did(
        self,
        work: Callable[[], object],
        told: str = "",
        undo: Callable[[], object] | None = None,
        *,
        words: str = "Ångra",
    ) -> bool:
        """Call a service; after it the case is shown anew and the banner tells of it."""
        if not self.shell.succeeds(work):
            return False
        self.renew()
        if told:
            self.shell.show_banner(told, undo, words=words)
        return True

    def fill_in(
        self,
        dialog: FormDialog,
        asked: Asked,
        told: str = "",
        draft: dict[str, Any] | None = None,
        undo: Callable[[], object] | None = None,
    ) -> bool:
        """Show a form; what is typed is kept by itself meanwhile, and by a lock. Whether it was sent."""
        dialog.on_bug = self.shell.on_bug
        if draft:
            dialog.put_back(draft)
        self._open_form = (asked, dialog)
        timer = QTimer(dialog)
        timer.setSingleShot(True)
        timer.setInterval(_PAUSE_IN_TYPING)
        timer.timeout.connect(self.keep_form)
        dialog.form.changed.connect(timer.start)
        try:
            was_sent = ask.run(dialog)
        finally:
            timer.stop()
            self._open_form = None
        end = drafts.end_draft if was_sent else drafts.discard_draft
        self.shell.succeeds(lambda: end(self.session, self.draft_key))
        dialog.deleteLater()
        self.renew()
        if was_sent and told:
            self.shell.show_banner(told, undo)
        return was_sent

    @property
    def draft_key(self) -> str:
        """Under which a half-written form of this case is kept."""
        return f"case:{self.case_id}"

    def typed_form(self) -> dict[str, Any] | None:
        """The form that is open and what stands in it, as plain values; None when none is open."""
        if self._open_form is None:
            return None
        asked, dialog = self._open_form
        return {"name": asked.name, "params": dict(asked.params), "values": dialog.typed()}

    def keep_form(self) -> None:
        """Keep what is typed in the open form."""
        content = self.typed_form()
        if content is not None and self.shell.succeeds(
            lambda: drafts.keep_draft(self.session, self.draft_key, content, self.case_id)
        ):
            self.shell.saved()

    def kept_form(self) -> drafts.KeptDraft | None:
        """A form of this case that was begun and not sent."""
        return self.shell.run(lambda: drafts.kept_draft(self.session, self.draft_key))

    def discard_kept_form(self) -> None:
        """Throw the half-written form away."""
        self.did(lambda: drafts.discard_draft(self.session, self.draft_key))
