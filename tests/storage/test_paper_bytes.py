"""The printed bytes: stored beside their row, never changed."""

import hashlib

import pytest
from sqlcipher3 import dbapi2

from allvar_desktop.domain.ids import CaseId, PaperId
from allvar_desktop.domain.paper import Paper, PaperKind, PaperState
from allvar_desktop.storage.tables import Tables
from tests.lines import DUE, FRIDA
from tests.storage.stored import add_case

PDF = b"%PDF-1.4\0" + bytes(range(256)) * 40


def add_paper(tables: Tables, case_id: CaseId) -> PaperId:
    digest = hashlib.sha256(PDF).hexdigest()
    paper = Paper(
        PaperId(0), "HV-2026-0001-1", PaperKind.SUMMONS, case_id, None, None, PaperState.ISSUED, DUE, FRIDA,
        digest, "a1b2c3d4",
    )  # fmt: skip
    return PaperId(tables.papers.add(paper))


def test_the_bytes_come_back_as_they_were_printed(tables: Tables) -> None:
    paper_id = add_paper(tables, add_case(tables))
    tables.paper_bytes.add(paper_id, PDF)
    stored = tables.paper_bytes.get(paper_id)
    assert stored == PDF
    assert hashlib.sha256(stored).hexdigest() == tables.papers.get(paper_id).sha256


def test_a_paper_without_bytes_is_told(tables: Tables) -> None:
    with pytest.raises(LookupError, match="7"):
        tables.paper_bytes.get(PaperId(7))


def test_bytes_belong_to_a_paper_and_are_stored_once(tables: Tables) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        tables.paper_bytes.add(PaperId(7), PDF)
    paper_id = add_paper(tables, add_case(tables))
    tables.paper_bytes.add(paper_id, PDF)
    with pytest.raises(dbapi2.IntegrityError):
        tables.paper_bytes.add(paper_id, b"%PDF-other")
    assert tables.paper_bytes.get(paper_id) == PDF


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE paper_bytes SET pdf = x'00'",
        "DELETE FROM paper_bytes",
        "DELETE FROM paper",
        "UPDATE paper SET sha256 = ''",
        "UPDATE paper SET number = 'HV-2026-0001-2'",
    ],
)
def test_the_register_itself_keeps_what_was_printed(tables: Tables, statement: str) -> None:
    paper_id = add_paper(tables, add_case(tables))
    tables.paper_bytes.add(paper_id, PDF)
    with pytest.raises(dbapi2.IntegrityError, match="locked"):
        tables.db.execute(statement)
    assert tables.papers.change(paper_id, state=PaperState.PRINTED).state is PaperState.PRINTED
