"""What stood before a correction, beside what stands there now (GDPR art. 16)."""

from collections.abc import Iterable

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.timeline import field_text


def earlier_values(facts: CaseFacts, table: str, row_id: int, fields: Iterable[str] = ()) -> str:
    """``Tidigare mottagen: 2026-03-27 16.40.`` for each corrected field (of those named); "" for none."""
    wanted = set(fields)
    said = [
        f"Tidigare {field_text(row.field)}: {row.old or 'tomt'}."
        for row in facts.corrections
        if row.table_name == table and row.row_id == row_id and (not wanted or row.field in wanted)
    ]
    return " ".join(said)
