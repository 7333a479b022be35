"""Half-written forms: kept by themselves, found again on *Idag*."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services.session import Session
from allvar_desktop.storage.drafts import Draft

LAST_PAGE = "last_page"
"""The draft that remembers where somebody was when the program locked."""


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as its page gave it; `content` is plain JSON values."""

    key: str
    case_id: CaseId | None
    content: Any
    saved: datetime


def keep_draft(session: Session, key: str, content: Any, case_id: CaseId | None = None) -> datetime:
    """Keep what is being typed; the instant of it comes back. Logged when editing begins, not each time."""
    now = session.clock.now()
    draft = Draft(key, case_id, json.dumps(content, ensure_ascii=False), now)
    with session.register.atomic():
        is_new = session.tables.drafts.save(session.account.id, draft)
        if is_new and key != LAST_PAGE:
            with session.action(Act.DRAFT_BEGUN, case_id, f"draft:{key}"):
                pass
    return now


def kept_draft(session: Session, key: str) -> KeptDraft | None:
    """The account's own draft for a page."""
    draft = session.tables.drafts.get(session.account.id, key)
    return _kept(draft) if draft else None


def kept_drafts(session: Session) -> tuple[KeptDraft, ...]:
    """The account's drafts, the latest first."""
    return tuple(
        _kept(draft) for draft in session.tables.drafts.all(session.account.id) if draft.key != LAST_PAGE
    )


def end_draft(session: Session, key: str) -> None:
    """The form was sent: its draft is done with. Nothing happens when there is none."""
    _remove(session, key, Act.DRAFT_ENDED)


def discard_draft(session: Session, key: str) -> None:
    """Throw the draft away on purpose."""
    _remove(session, key, Act.DRAFT_DISCARDED)


def _remove(session: Session, key: str, act: Act) -> None:
    with session.register.atomic():
        if session.tables.drafts.remove(session.account.id, key) and key != LAST_PAGE:
            with session.action(act, obj=f"draft:{key}"):
                pass


def _kept(draft: Draft) -> KeptDraft:
    return KeptDraft(draft.key, draft.case_id, json.loads(draft.payload), draft.saved)
