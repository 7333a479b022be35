"""The bare counterpart of the storage: what SQL was sent, sent again through a plain cursor."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

REGISTER = "register.allvar"


@contextmanager
def remembered() -> Iterator[list[str]]:
    """Every statement that connections opened meanwhile are sent, with its values in it."""
    sent: list[str] = []
    connect = dbapi2.connect

    def listening(*words: Any, **named: Any) -> Any:
        connection = connect(*words, **named)
        connection.set_trace_callback(sent.append)
        return connection

    dbapi2.connect = listening
    try:
        yield sent
    finally:
        dbapi2.connect = connect


def each_once(sent: list[str]) -> list[str]:
    """The same without what was sent before: its answer is at hand (and triggers repeat theirs)."""
    known: set[str] = set()
    kept = []
    for statement in sent:
        if statement in ("BEGIN", "COMMIT") or statement not in known:
            kept.append(statement)
        known.add(statement)
    return kept


def send(folder: Path, statements: list[str]) -> Any:
    """Open the register of `folder` with a plain connection, and read every answer to its end."""
    connection = dbapi2.connect(str(folder / REGISTER), isolation_level=None)
    for statement in statements:
        connection.execute(statement).fetchall()
    return connection
