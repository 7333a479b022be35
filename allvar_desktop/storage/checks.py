"""Does everything in the register hold together? What is found is told in sentences; nothing is mended."""

from sqlite_utils import Database

from allvar_desktop.errors import KnownError
from allvar_desktop.storage.disk_errors import known_sql_errors
from allvar_desktop.storage.key_contents import Anchor
from allvar_desktop.storage.log import Log

LOG_WAS_CUT = (
    "Loggen slutar tidigare än den ska, eller så är registrets fil en äldre. Poster som har funnits saknas."
)


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
