"""The first schema: cases and what hangs on them. Frozen: later changes are later steps."""

from sqlite_utils import Database

_TABLES = """
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE account (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, phone TEXT NOT NULL,
    roles TEXT NOT NULL, is_active INTEGER NOT NULL
) STRICT;

CREATE TABLE case_file (
    id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, handler_id INTEGER REFERENCES account(id),
    state TEXT NOT NULL, opened TEXT NOT NULL, closed TEXT, close_note TEXT NOT NULL,
    both_guardians_note TEXT NOT NULL
) STRICT;

CREATE TABLE case_link (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id),
    other_id INTEGER NOT NULL REFERENCES case_file(id), reason TEXT NOT NULL,
    UNIQUE (case_id, other_id), CHECK (case_id < other_id)
) STRICT;

CREATE TABLE notice (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id), event_no INTEGER NOT NULL,
    kind TEXT NOT NULL, arrival TEXT NOT NULL, received TEXT NOT NULL, is_first_emptying INTEGER NOT NULL,
    names_suspicion INTEGER NOT NULL, reported TEXT, offence TEXT, sender TEXT NOT NULL,
    reference TEXT NOT NULL, event_text TEXT NOT NULL, may_be_told TEXT NOT NULL, told_by TEXT NOT NULL,
    told_at TEXT, is_interview_held INTEGER NOT NULL, mediation TEXT NOT NULL
) STRICT;
CREATE INDEX notice_case ON notice(case_id);

CREATE TABLE protection_assessment (
    id INTEGER PRIMARY KEY, notice_id INTEGER NOT NULL REFERENCES notice(id), made TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account(id), result TEXT, reason TEXT NOT NULL
) STRICT;
CREATE INDEX protection_assessment_notice ON protection_assessment(notice_id);

CREATE TABLE preliminary_assessment (
    id INTEGER PRIMARY KEY, notice_id INTEGER NOT NULL REFERENCES notice(id), made TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account(id), decision TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX preliminary_assessment_notice ON preliminary_assessment(notice_id);

CREATE TABLE party (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id), role TEXT NOT NULL,
    name TEXT NOT NULL, identity_number TEXT NOT NULL, identity_reason TEXT NOT NULL, birth_date TEXT,
    phone TEXT NOT NULL, care_of TEXT NOT NULL, street TEXT NOT NULL, apartment TEXT NOT NULL,
    postcode TEXT NOT NULL, town TEXT NOT NULL, protection TEXT NOT NULL, language TEXT NOT NULL,
    is_interpreter_needed INTEGER NOT NULL, is_living_with_child INTEGER NOT NULL, relation TEXT NOT NULL,
    organisation TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE INDEX party_case ON party(case_id);

CREATE TABLE search_term (
    term TEXT NOT NULL, party_id INTEGER NOT NULL, case_id INTEGER NOT NULL,
    PRIMARY KEY (term, party_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_term_party ON search_term(party_id);

CREATE TABLE knowledge_pair (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id),
    reader_id INTEGER NOT NULL REFERENCES party(id), about_id INTEGER NOT NULL REFERENCES party(id),
    may_know INTEGER NOT NULL, UNIQUE (reader_id, about_id)
) STRICT;
CREATE INDEX knowledge_pair_case ON knowledge_pair(case_id);

CREATE TABLE permission (
    id INTEGER PRIMARY KEY, party_id INTEGER NOT NULL REFERENCES party(id), kind TEXT NOT NULL,
    given_by TEXT NOT NULL, given_at TEXT NOT NULL, covers TEXT NOT NULL, ground TEXT,
    account_id INTEGER NOT NULL REFERENCES account(id)
) STRICT;
CREATE INDEX permission_party ON permission(party_id);

CREATE TABLE safety_decision (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id),
    is_joint_meeting_allowed INTEGER NOT NULL, reason TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account(id), decided TEXT NOT NULL
) STRICT;
CREATE INDEX safety_decision_case ON safety_decision(case_id);

CREATE TABLE contact_attempt (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id),
    party_id INTEGER NOT NULL REFERENCES party(id), channel TEXT NOT NULL, result TEXT NOT NULL,
    at TEXT NOT NULL, account_id INTEGER NOT NULL REFERENCES account(id), note TEXT NOT NULL,
    gate_reason TEXT NOT NULL
) STRICT;
CREATE INDEX contact_attempt_case ON contact_attempt(case_id);

CREATE TABLE clock_ending (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id), event_no INTEGER NOT NULL,
    reason TEXT NOT NULL, at TEXT NOT NULL, account_id INTEGER NOT NULL REFERENCES account(id),
    asked_by TEXT NOT NULL, measure TEXT NOT NULL, note TEXT NOT NULL, UNIQUE (case_id, event_no)
) STRICT;

CREATE TABLE delay (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id), event_no INTEGER NOT NULL,
    reason TEXT NOT NULL, at TEXT NOT NULL, account_id INTEGER NOT NULL REFERENCES account(id),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX delay_case ON delay(case_id);

CREATE TABLE pause (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id), event_no INTEGER NOT NULL,
    reason TEXT NOT NULL, begins TEXT NOT NULL, ends TEXT,
    account_id INTEGER NOT NULL REFERENCES account(id), note TEXT NOT NULL
) STRICT;
CREATE INDEX pause_case ON pause(case_id);

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id), event_no INTEGER NOT NULL,
    starts TEXT NOT NULL, minutes INTEGER NOT NULL, room TEXT NOT NULL, place TEXT NOT NULL,
    handler_id INTEGER NOT NULL REFERENCES account(id), state TEXT NOT NULL,
    interpreter_language TEXT NOT NULL, interpreter_mode TEXT, clash_reason TEXT NOT NULL,
    state_reason TEXT NOT NULL, asked_by TEXT, replaced_by INTEGER REFERENCES meeting(id),
    began TEXT, ended TEXT, booked TEXT, state_changed TEXT
) STRICT;
CREATE INDEX meeting_case ON meeting(case_id);
CREATE INDEX meeting_starts ON meeting(starts);

CREATE TABLE participant (
    id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    party_id INTEGER NOT NULL REFERENCES party(id), UNIQUE (meeting_id, party_id)
) STRICT;

CREATE TABLE record (
    id INTEGER PRIMARY KEY REFERENCES meeting(id), state TEXT NOT NULL,
    author_id INTEGER NOT NULL REFERENCES account(id), begun TEXT NOT NULL,
    child_view_missing TEXT NOT NULL, locked TEXT, locked_by INTEGER REFERENCES account(id)
) STRICT;
CREATE INDEX record_draft ON record(state) WHERE state = 'draft';

CREATE TABLE statement (
    id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES record(id), section TEXT NOT NULL,
    position INTEGER NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL,
    source_party_id INTEGER REFERENCES party(id), kind TEXT NOT NULL, is_withheld INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_meeting ON statement(meeting_id);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES meeting(id),
    party_id INTEGER NOT NULL REFERENCES party(id), presence TEXT NOT NULL, reason TEXT NOT NULL,
    UNIQUE (meeting_id, party_id)
) STRICT;

CREATE TABLE commitment (
    id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES record(id), text TEXT NOT NULL,
    party_id INTEGER REFERENCES party(id), account_id INTEGER REFERENCES account(id), due TEXT,
    is_withheld INTEGER NOT NULL, done TEXT
) STRICT;
CREATE INDEX commitment_meeting ON commitment(meeting_id);
CREATE INDEX commitment_own ON commitment(account_id, due) WHERE done IS NULL;

CREATE TABLE addendum (
    id INTEGER PRIMARY KEY, meeting_id INTEGER NOT NULL REFERENCES record(id), text TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account(id), written TEXT NOT NULL
) STRICT;
CREATE INDEX addendum_meeting ON addendum(meeting_id);

CREATE TABLE paper (
    id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    case_id INTEGER NOT NULL REFERENCES case_file(id), meeting_id INTEGER REFERENCES meeting(id),
    recipient_id INTEGER REFERENCES party(id), state TEXT NOT NULL, issued TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account(id), sha256 TEXT NOT NULL, log_mark TEXT NOT NULL,
    state_reason TEXT NOT NULL, state_changed TEXT
) STRICT;
CREATE INDEX paper_case ON paper(case_id);
CREATE INDEX paper_issued ON paper(account_id) WHERE state = 'issued';

CREATE TABLE paper_bytes (paper_id INTEGER PRIMARY KEY REFERENCES paper(id), pdf BLOB NOT NULL) STRICT;

CREATE TABLE correction (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id), table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL, field TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL,
    reason TEXT NOT NULL, account_id INTEGER NOT NULL REFERENCES account(id), made TEXT NOT NULL
) STRICT;
CREATE INDEX correction_case ON correction(case_id);

CREATE TABLE case_opening (
    id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file(id),
    account_id INTEGER NOT NULL REFERENCES account(id), reason TEXT NOT NULL, note TEXT NOT NULL,
    opened TEXT NOT NULL
) STRICT;

CREATE TABLE draft (
    id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account(id), key TEXT NOT NULL,
    case_id INTEGER REFERENCES case_file(id), payload TEXT NOT NULL, saved TEXT NOT NULL,
    UNIQUE (account_id, key)
) STRICT;

-- What the lists show, kept beside the facts it is worked out from and renewed in the same transaction.
CREATE TABLE case_line (
    case_id INTEGER PRIMARY KEY REFERENCES case_file(id), number TEXT NOT NULL, name TEXT NOT NULL,
    name_key TEXT NOT NULL, birth_date TEXT, is_protected INTEGER NOT NULL, handler_id INTEGER,
    is_open INTEGER NOT NULL, clock_due TEXT, clock_stopped TEXT, clock_ended TEXT NOT NULL,
    is_uncertain INTEGER NOT NULL, is_delay_explained INTEGER NOT NULL, next_step TEXT NOT NULL,
    next_text TEXT NOT NULL, next_due TEXT, meeting_starts TEXT
) STRICT;
CREATE INDEX case_line_number ON case_line(number);
CREATE INDEX case_line_name ON case_line(name_key);
CREATE INDEX case_line_running ON case_line(clock_due)
    WHERE is_open = 1 AND clock_stopped IS NULL AND clock_ended = '';
CREATE INDEX case_line_sort ON case_line(
    handler_id, is_open, clock_due, clock_stopped, clock_ended, number, name_key, birth_date
);
CREATE INDEX case_line_open ON case_line(is_open, clock_due);
"""

# A locked record and everything in it can only be added to (promise 5): the database itself refuses.
_LOCKED = "(SELECT state FROM record WHERE id = {row}.meeting_id) = 'locked'"
_GUARDED = ("statement", "attendance")


def apply(db: Database) -> None:
    """Make all tables, indexes and the triggers that keep locked records as they were locked."""
    for statement in filter(str.strip, _TABLES.split(";")):
        db.execute(statement)
    for table in _GUARDED:
        _guard(db, table, "INSERT", "NEW")
        _guard(db, table, "UPDATE", "OLD")
        _guard(db, table, "DELETE", "OLD")
    _guard(db, "commitment", "INSERT", "NEW")
    _guard(db, "commitment", "DELETE", "OLD")
    _guard(db, "commitment", "UPDATE OF text, party_id, account_id, due, is_withheld, meeting_id", "OLD")
    _refuse(db, "record_locked_update", "UPDATE ON record", "OLD.state = 'locked'")
    _refuse(db, "record_locked_delete", "DELETE ON record", "OLD.state = 'locked'")
    for table in ("addendum", "paper_bytes", "correction", "case_opening"):
        _refuse(db, f"{table}_fixed_update", f"UPDATE ON {table}", "1")
        _refuse(db, f"{table}_fixed_delete", f"DELETE ON {table}", "1")
    _refuse(db, "paper_fixed_delete", "DELETE ON paper", "1")
    _refuse(
        db,
        "paper_fixed_update",
        "UPDATE OF number, kind, case_id, meeting_id, recipient_id, issued, account_id, sha256, log_mark "
        "ON paper",
        "1",
    )


def _guard(db: Database, table: str, event: str, row: str) -> None:
    name = f"{table}_locked_{event.split(maxsplit=1)[0].lower()}"
    _refuse(db, name, f"{event} ON {table}", _LOCKED.format(row=row))


def _refuse(db: Database, name: str, event: str, condition: str) -> None:
    db.execute(
        f"CREATE TRIGGER {name} BEFORE {event} WHEN {condition} "
        "BEGIN SELECT RAISE(ABORT, 'this row is locked'); END"
    )
