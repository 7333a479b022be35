"""The open register: one encrypted file, one connection, one log (registret)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import KnownError
from allvar_desktop.storage.checks import check_file, check_log
from allvar_desktop.storage.key_contents import CopyMark
from allvar_desktop.storage.keyring import Keyring
from allvar_desktop.storage.log import Log
from allvar_desktop.storage.register_lock import RegisterLock
from allvar_desktop.storage.sql_errors import known_sql_errors


class Register:
    """What `opening` hands out. Use it in the thread that opened it, and `close` it.

    `opening_warning` says what a person must know about the register that was just opened (its log was cut),
    or None. `anchor_warning` is why the log's head could not be kept outside after the last action, or None.
    """

    def __init__(self, folder: Path, db: Database, keys: Keyring, lock: RegisterLock) -> None:
        self.folder = folder
        self.db = db
        self.keys = keys
        self.log = Log(db, keys.sub_keys, keys.contents.register_id)
        self.opening_warning: KnownError | None = None
        self.anchor_warning: KnownError | None = None
        self._lock = lock
        self._is_in_action = False
        self._undone = 0

    @property
    def kind(self) -> RegisterKind:
        return self.keys.contents.kind

    @property
    def last_copy(self) -> CopyMark | None:
        """When the last verified backup was made, if ever."""
        return self.keys.contents.last_copy

    @property
    def has_changed_since_copy(self) -> bool:
        """Whether anything was logged after the last backup but the making of backups.

        Reading counts: its entries must not be lost either.
        """
        mark = self.last_copy
        return (
            mark is None or not self.log.has(mark.head) or self.log.has_other_than(Act.COPY_MADE, mark.head)
        )

    @property
    def changes(self) -> tuple[int, int]:
        """Two counts that stay the same as long as no row is written and nothing written is undone."""
        return self.db.conn.total_changes, self._undone

    @property
    def is_in_action(self) -> bool:
        """Whether an `atomic()` is under way."""
        return self._is_in_action

    @contextmanager
    def atomic(self) -> Iterator[Database]:
        """One user action: everything in it stands or falls together; within another one it is a savepoint.

        On disk when the outermost ends. Raises `KnownError` for what the disk does; everything is undone
        then.
        """
        is_outermost = not self._is_in_action
        if is_outermost and self.db.conn.in_transaction:
            raise RuntimeError("a transaction was begun outside of atomic(), and would swallow this one")
        self._is_in_action = True
        keys_before = self.keys.contents
        try:
            with known_sql_errors(), self.db.atomic():
                yield self.db
        except BaseException:
            self._undone += 1
            self.keys.put_back(keys_before)
            raise
        finally:
            if is_outermost:
                self._is_in_action = False
        if is_outermost:
            self.keep_head_outside()

    def keep_head_outside(self) -> None:
        """Write the log's head into the key file, if it moved; `anchor_warning` tells if that failed."""
        # The action is on disk already. If the head cannot follow, it stays behind on the chain, which
        # opening accepts; to raise here would call a saved action unsaved.
        try:
            self.keys.anchor(self.log.head())
            self.anchor_warning = None
        except KnownError as error:
            self.anchor_warning = error

    def verify_all(self) -> list[str]:
        """Everything that does not hold together, in sentences; empty when all is well.

        Reads the whole file.
        """
        return check_file(self.db) or check_log(self.log, self.keys.contents.anchor)

    def close(self) -> None:
        """Close the file and let others open it. May be called twice."""
        if self._lock.is_held:
            self.db.close()
            self._lock.release()
