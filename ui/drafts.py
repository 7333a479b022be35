"""Where one was and what was typed there, kept through a lock and brought back to the same person."""

from typing import Any

from allvar_desktop.services.drafts import LAST_PAGE, end_draft, keep_draft, kept_draft
from ui.navigation import Shell


def keep_place(shell: Shell) -> None:
    """Keep the page, what it was opened with, and its draft. Raises `KnownError` when the disk says no."""
    page, place = shell.current, shell.place
    if page is None or place is None:
        return
    page.pause()
    content = {"page": place.key, "params": dict(place.params), "draft": page.save_draft()}
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
    shell.succeeds(lambda: end_draft(shell.session, LAST_PAGE))
    return True
