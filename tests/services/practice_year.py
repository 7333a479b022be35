"""The practice register for tests: made once for all of them, and copied for each that writes in it."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.case_deadlines import CaseDeadlines, case_deadlines
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services.practice import create_practice, open_practice
from allvar_desktop.services.session import Session
from allvar_desktop.storage.case_facts import load_facts

REAL_TIME = datetime(2031, 5, 6, 7, 8, tzinfo=UTC)
"""What the computer says: the practice register does not care."""


_MADE: list[Path] = []


def made_once(factory: pytest.TempPathFactory) -> Path:
    """The year that all tests of one run look at; nobody writes in it."""
    if not _MADE:
        _MADE.append(made_in(factory.mktemp("year") / "practice"))
    return _MADE[0]


def made_in(folder: Path) -> Path:
    create_practice(folder)
    return folder


def opened(made: Path, folder: Path) -> Session:
    """A copy of the made register in `folder`, signed in as its handler."""
    shutil.copytree(made, folder)
    return open_practice(folder, FixedClock(REAL_TIME))


def all_facts(session: Session) -> list[CaseFacts]:
    return [load_facts(session.tables, case.id) for case in session.tables.cases.where("1")]


def deadlines_of(session: Session, facts: CaseFacts) -> CaseDeadlines:
    return case_deadlines(facts, session.rules, session.settings, session.clock.now())


def case_of(session: Session, child: str) -> CaseFacts:
    """The case of the child whose name begins so."""
    (party,) = session.tables.parties.where("role = 'child' AND name LIKE ?", f"{child}%")
    return load_facts(session.tables, CaseId(party.case_id))


def values(session: Session, table: str, column: str) -> set[str | None]:
    rows = session.register.db.execute(f"SELECT DISTINCT {column} FROM {table}").fetchall()
    return {row[0] for row in rows}
