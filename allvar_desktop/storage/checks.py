"""Does everything in the register hold together? What is found is told in sentences; nothing is mended."""

from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from allvar_desktop.errors import KnownError
from allvar_desktop.storage.engine import open_database
from allvar_desktop.storage.kdf import SubKeys
from allvar_desktop.storage.key_contents import Anchor, KeyFile
from allvar_desktop.storage.log import Log
from allvar_desktop.storage.sql_errors import known_sql_errors

LOG_WAS_CUT = (
    "Loggen slutar tidigare än den ska, eller så är registrets fil en äldre. Poster som har funnits saknas."
)


@dataclass(frozen=True, slots=True)
class CopyCheck:
    """What is wrong with a copy: damage makes it worthless; a broken log was broken before it was copied."""

    damage: list[str]
    broken_log: list[str]


def check_file(db: Database) -> list[str]:
    """What is wrong with the file: each page's HMAC, the structure, references. About 15 ms per MB."""
    try:
        with known_sql_errors():
            return [*_pages(db), *_structure(db), *_references(db)]
    except KnownError as error:
        return [error.sentence]


def check_log(log: Log, anchor: Anchor) -> list[str]:
    """What is wrong with the log: the first entry that breaks the chain, or a cut before `anchor`."""
    try:
        with known_sql_errors():
            chain = log.verify()
            if not chain.is_whole:
                return [chain.sentence]
            return [] if log.has(anchor) else [LOG_WAS_CUT]
    except KnownError as error:
        return [error.sentence]


def check_copy(path: Path, keys: SubKeys, contents: KeyFile) -> CopyCheck:
    """What is wrong with a reopened copy of a register; its log must end where its key file says."""
    try:
        db = open_database(path, keys.database)
    except KnownError as error:
        return CopyCheck([error.sentence], [])
    try:
        log = Log(db, keys, contents.register_id)
        damage = check_file(db) or _other_head(log, contents.anchor)
        return CopyCheck(damage, [] if damage else check_log(log, contents.anchor))
    finally:
        db.close()


def _other_head(log: Log, anchor: Anchor) -> list[str]:
    return [] if log.head() == anchor else ["Kopian är gjord vid en annan tid än nyckelfilen säger."]


def _pages(db: Database) -> list[str]:
    # It answers with one row for each bad page, and none when all is well.
    bad = db.execute("PRAGMA cipher_integrity_check").fetchall()
    return [f"{len(bad)} delar av registrets fil är skadade."] if bad else []


def _structure(db: Database) -> list[str]:
    found = db.execute("PRAGMA integrity_check").fetchall()
    return [] if found == [("ok",)] else ["Registrets tabeller hänger inte ihop."]


def _references(db: Database) -> list[str]:
    found = db.execute("PRAGMA foreign_key_check").fetchall()
    return ["Rader i registret hänvisar till rader som saknas."] if found else []
