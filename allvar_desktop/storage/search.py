"""Search terms: words of names, identity and case numbers, nothing else (förordning 2001:637, 15 §)."""

from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from allvar_desktop.domain.ids import AccountId, CaseId, PartyId
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.domain.search_hit import SearchHit, SearchHits
from allvar_desktop.storage.case_lines import COLUMNS, line_of

# The last character there is: a prefix range ends just before it.
_AFTER_ALL = "\U0010ffff"

# A common first letter leads to some ten thousand terms. Only so many of them are looked at, so that a
# keystroke takes no longer in a large register than in a small one.
_MOST_TERMS_ALONE = 2_000
_MOST_TERMS_TOGETHER = 12_000

_LINE = ", ".join(f"l.{name}" for name in COLUMNS)
_RANGE = "FROM search_term WHERE term >= ? AND term < ? LIMIT ?"


class SearchTerms:
    """The stored, indexed terms. A hit is a case; several parties of one case make one hit."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def replace(self, party_id: PartyId, case_id: CaseId, terms: Sequence[str]) -> None:
        """Let exactly these terms lead to the party."""
        self._db.execute("DELETE FROM search_term WHERE party_id = ?", [party_id])
        for term in sorted(set(terms)):
            self._db.execute(
                "INSERT INTO search_term (term, party_id, case_id) VALUES (?, ?, ?)",
                [term, party_id, case_id],
            )

    def find(self, words: Sequence[str], limit: int) -> tuple[CaseId, ...]:
        """Cases where each word begins some term of one and the same party; at most `limit`, in no order."""
        if not words:
            return ()
        found, parameters, _ = _parties(words)
        rows = self._db.execute(f"SELECT DISTINCT case_id FROM ({found}) LIMIT ?", [*parameters, limit])
        return tuple(CaseId(row[0]) for row in rows.fetchall())

    def hits(self, words: Sequence[str], reader: AccountId | None, limit: int) -> SearchHits:
        """The same with what a list shows of them, by the child's name.

        Only what `reader` reads without a reason is placed by name, the others come after it by number. None
        for a supervisor, who reads all.
        """
        if not words:
            return SearchHits()
        found, parameters, most = _parties(words)
        own = "1" if reader is None else "(l.handler_id = ? OR l.handler_id IS NULL)"
        keys = [] if reader is None else [reader, reader]
        order = f"NOT {own}, CASE WHEN {own} THEN l.name_key END, l.number"
        # First which ones they are, then what is shown of those few.
        places = (
            "SELECT f.case_id AS case_id, f.party_id AS party_id "
            f"FROM (SELECT case_id, min(party_id) AS party_id FROM ({found}) GROUP BY case_id) f "
            f"JOIN case_line l ON l.case_id = f.case_id ORDER BY {order} LIMIT ?"
        )
        rows = self._db.execute(
            f"SELECT {_LINE}, p.role, p.name FROM ({places}) f "
            f"JOIN case_line l ON l.case_id = f.case_id JOIN party p ON p.id = f.party_id ORDER BY {order}",
            [*parameters, *keys, limit + 1, *keys],
        ).fetchall()
        has_more = len(rows) > limit or self._is_cut(words, most)
        return SearchHits(tuple(_hit(row) for row in rows[:limit]), has_more)

    def _is_cut(self, words: Sequence[str], most: int) -> bool:
        """Whether some word leads to more terms than were looked at."""
        counts = (
            self._db.execute(
                f"SELECT count(*) FROM (SELECT 1 {_RANGE})", [*_range(word), most + 1]
            ).fetchone()
            for word in words
        )
        return any(count > most for (count,) in counts)


def _parties(words: Sequence[str]) -> tuple[str, list[Any], int]:
    """SQL for the parties that all words lead to, its parameters, and how many terms each word may bring."""
    first, *others = sorted(words, key=len, reverse=True)
    most = _MOST_TERMS_TOGETHER if others else _MOST_TERMS_ALONE
    sql = f"SELECT party_id, case_id FROM (SELECT party_id, case_id {_RANGE}) WHERE 1"
    parameters: list[Any] = [*_range(first), most]
    for word in others:
        sql += f" AND party_id IN (SELECT party_id {_RANGE})"
        parameters += [*_range(word), most]
    return sql, parameters, most


def _range(word: str) -> tuple[str, str]:
    return word, word + _AFTER_ALL


def _hit(row: Sequence[Any]) -> SearchHit:
    return SearchHit(line_of(row[:-2]), PartyRole(row[-2]), row[-1])
