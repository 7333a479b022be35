"""What the register itself needs: who it is, and its log. Frozen."""

from sqlite_utils import Database

_STATEMENTS = (
    """
    CREATE TABLE register (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        register_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE log (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        account_id INTEGER NOT NULL,
        act TEXT NOT NULL,
        case_number TEXT,
        object TEXT NOT NULL,
        digest TEXT NOT NULL,
        mac TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX log_by_case ON log (case_number) WHERE case_number IS NOT NULL",
    """
    CREATE TRIGGER log_is_in_order BEFORE INSERT ON log
    WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM log)
    BEGIN SELECT RAISE(ABORT, 'the log is numbered without gaps'); END
    """,
    """
    CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END
    """,
    """
    CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is never cut'); END
    """,
)


def apply(db: Database) -> None:
    """Make the tables, inside the caller's transaction."""
    for statement in _STATEMENTS:
        db.execute(statement)
