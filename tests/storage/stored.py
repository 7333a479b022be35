"""Cases in the tables of a register, each with no more around it than the test at hand needs."""

import sqlite3
from datetime import UTC, datetime
from typing import Any, cast

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.case import Case, CaseState
from allvar_desktop.domain.ids import AccountId, CaseId, MeetingId, PartyId
from allvar_desktop.domain.meeting import Meeting, MeetingState
from allvar_desktop.domain.party import Party, PartyRole
from allvar_desktop.storage.migrations import migrate
from allvar_desktop.storage.tables import Tables
from tests.lines import FRIDA, OMAR, line

OPENED = datetime(2026, 3, 27, 14, 40, tzinfo=UTC)


def tables_in_memory() -> Tables:
    """The tables of a new register with Frida's and Omar's accounts, on no disk."""
    connection = dbapi2.connect(":memory:", isolation_level=None)
    db = Database(cast("sqlite3.Connection", connection), execute_plugins=False)
    db.execute("PRAGMA foreign_keys=ON")
    migrate(db)
    tables = Tables(db)
    for account_id, name in ((FRIDA, "Frida Ek"), (OMAR, "Omar Lind")):
        tables.accounts.add(Account(account_id, name, "socialsekreterare", "", frozenset({Role.HANDLER})))
    return tables


def add_case(tables: Tables, number: int = 1, name: str = "Elias Bergdahl", **of_line: Any) -> CaseId:
    """A case with its line; its id is its number."""
    shown = line(number, name, **of_line)
    state = CaseState.OPEN if shown.is_open else CaseState.CLOSED
    tables.cases.add(Case(shown.case_id, shown.number, shown.handler_id, state, OPENED))
    tables.case_lines.save(shown)
    return shown.case_id


def add_party(tables: Tables, case_id: CaseId, role: PartyRole, name: str, *terms: str) -> PartyId:
    """A person of the case, found by those terms."""
    party_id = PartyId(tables.parties.add(Party(PartyId(0), case_id, role, name)))
    tables.search_terms.replace(party_id, case_id, terms)
    return party_id


def add_meeting(
    tables: Tables,
    case_id: CaseId,
    starts: datetime,
    state: MeetingState = MeetingState.BOOKED,
    handler: AccountId = FRIDA,
    **changed: Any,
) -> MeetingId:
    """An hour in the room Eken."""
    meeting = Meeting(MeetingId(0), case_id, 1, starts, 60, "Eken", "", handler, state, **changed)
    return MeetingId(tables.meetings.add(meeting))
