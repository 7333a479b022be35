"""Where one was and what was typed there, kept through a lock and brought back to the same person."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QApplication

from allvar_desktop.services.drafts import LAST_PAGE, end_draft, keep_draft, kept_draft
from ui.dialogs.dialog import Dialog
from ui.navigation import Shell


def open_questions() -> list[dict[str, str]]:
    """The small dialogs that are open and written in; to be asked before they are hidden."""
    return [
        {"title": dialog.windowTitle(), "text": dialog.written()}
        for dialog in QApplication.topLevelWidgets()
        if isinstance(dialog, Dialog) and dialog.isVisible() and dialog.written()
    ]


def keep_place(shell: Shell, questions: Sequence[dict[str, str]] = ()) -> None:
    """Keep the page, what it was opened with, its draft, and what was written in `open_questions`.

    Raises `KnownError` when the disk says no.
    """
    page, place = shell.current, shell.place
    if page is None or place is None:
        return
    page.pause()
    content = {"page": place.key, "params": dict(place.params), "draft": page.save_draft()}
    content["questions"] = list(questions)
    keep_draft(shell.session, LAST_PAGE, content)


def return_to_place(shell: Shell) -> bool:
    """Open the kept page with its text; False when there is none, or it cannot be opened any more."""
    kept = shell.run(lambda: kept_draft(shell.session, LAST_PAGE))
    if kept is None:
        return False
    content: dict[str, Any] = kept.content
    if content.get("page") not in shell.entries or not shell.go(content["page"], **content["params"]):
        return False
    draft, page = content.get("draft"), shell.current
    if draft is not None and page is not None:
        shell.succeeds(lambda: page.restore_draft(draft))
    _tell_of(content.get("questions", []), shell)
    shell.succeeds(lambda: end_draft(shell.session, LAST_PAGE))
    return True


def _tell_of(questions: Sequence[dict[str, str]], shell: Shell) -> None:
    """The dialog is gone with the process it stood in; its text is not."""
    told = [
        f"”{question['title']}” är inte besvarat. Du hade skrivit: {question['text']}"
        for question in questions
    ]
    if told:
        shell.show_banner(" ".join(told), state="urgent")
