"""Search terms: words of names, identity numbers and case numbers, and nothing else (förordning 2001:637, 15 §)."""

from collections.abc import Sequence

from sqlite_utils import Database

from allvar_desktop.domain.ids import CaseId, PartyId

# The last character there is: a prefix range ends just before it.
_AFTER_ALL = "\U0010ffff"


class SearchTerms:
    """The stored, indexed terms. A hit is a case; several parties of one case make one hit."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def replace(self, party_id: PartyId, case_id: CaseId, terms: Sequence[str]) -> None:
        """Let exactly these terms lead to the party."""
        self._db.execute("DELETE FROM search_term WHERE party_id = ?", [party_id])
        for term in sorted(set(terms)):
            self._db.execute(
                "INSERT INTO search_term (term, party_id, case_id) VALUES (?, ?, ?)", [term, party_id, case_id]
            )

    def find(self, words: Sequence[str], limit: int) -> tuple[CaseId, ...]:
        """Cases where each word begins some term of one and the same party, in the order of case lines' names.

        At most `limit` cases.
        """
        if not words:
            return ()
        first, *others = sorted(words, key=len, reverse=True)
        conditions = " AND EXISTS (SELECT 1 FROM search_term o WHERE o.party_id = s.party_id AND o.term >= ? AND o.term < ?)"
        parameters: list[str | int] = [first, first + _AFTER_ALL]
        for word in others:
            parameters += [word, word + _AFTER_ALL]
        rows = self._db.execute(
            "SELECT DISTINCT s.case_id FROM search_term s WHERE s.term >= ? AND s.term < ?"
            + conditions * len(others)
            + " LIMIT ?",
            [*parameters, limit],
        ).fetchall()
        return tuple(CaseId(row[0]) for row in rows)
