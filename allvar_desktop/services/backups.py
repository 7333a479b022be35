"""*Säkerhetskopior*: made at lock and exit after changes, and by hand; restored into a new folder."""

from datetime import datetime, timedelta
from pathlib import Path

from allvar_desktop.clock import Clock
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.errors import KnownError
from allvar_desktop.services.session import Session
from allvar_desktop.storage.backups import Copy, list_copies, make_copy
from allvar_desktop.storage.key_file import read_key_file
from allvar_desktop.storage.opening import account_key
from allvar_desktop.storage.restoring import restore_copy

OLDEST = timedelta(hours=24)


def back_up(session: Session) -> datetime:
    """A verified copy in the chosen place; when it was made comes back. Raises `KnownError`."""
    place = session.settings.backup_folder
    if not place:
        raise KnownError(
            "Ingen plats för säkerhetskopior är vald.", "Välj en mapp i Inställningar, Säkerhetskopior."
        )
    with session.action(Act.COPY_MADE, obj="register"):
        pass
    return make_copy(session.register, Path(place), session.clock, session.settings.backups_kept).at


def back_up_if_changed(session: Session) -> datetime | None:
    """A copy when anything happened since the last one and a place is chosen; for lock and exit."""
    if not session.settings.backup_folder or not session.register.has_changed_since_copy:
        return None
    return back_up(session)


def backup_warning(session: Session) -> str:
    """A sentence when the last copy is older than 24 hours or there is none; empty otherwise."""
    if session.is_practice:
        return ""
    if not session.settings.backup_folder:
        return "Ingen plats för säkerhetskopior är vald."
    last = session.register.last_copy
    if last is None:
        return "Ingen säkerhetskopia är gjord än."
    if session.clock.now() - last.at > OLDEST:
        return "Den senaste säkerhetskopian är äldre än ett dygn."
    return ""


def copies_in(place: Path) -> list[Copy]:
    """The finished copies under a place, the newest first; for the unlock page."""
    return list_copies(place)


def restore(copy: Path, new_folder: Path, account_id: AccountId, key: bytes, clock: Clock) -> list[str]:
    """Make `new_folder` a register again; the replaced register stays.

    `key` is what `derive_key` made of the copy.
    What comes back are sentences about a log that was broken before it was copied, mostly none.
    """
    return restore_copy(copy, new_folder, account_key(read_key_file(copy), account_id), key, clock)
