"""The printed bytes themselves, apart from their row so that lists never read them."""

from sqlite_utils import Database

from allvar_desktop.domain.ids import PaperId


class PaperBytes:
    """The table of stored PDF bytes; added to, never changed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, paper_id: PaperId, pdf: bytes) -> None:
        self._db.execute("INSERT INTO paper_bytes (paper_id, pdf) VALUES (?, ?)", [paper_id, pdf])

    def get(self, paper_id: PaperId) -> bytes:
        """The bytes as they were printed. LookupError when there are none."""
        row = self._db.execute("SELECT pdf FROM paper_bytes WHERE paper_id = ?", [paper_id]).fetchone()
        if row is None:
            raise LookupError(f"no bytes for paper {paper_id}")
        return bytes(row[0])
