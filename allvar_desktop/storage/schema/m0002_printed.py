"""When a paper came out of the printer: it stays known when the paper is voided afterwards."""

from sqlite_utils import Database


def apply(db: Database) -> None:
    """Add the column; of a paper that was voided before this step nobody knows it any more."""
    db.execute("ALTER TABLE paper ADD COLUMN printed TEXT")
    db.execute("UPDATE paper SET printed = state_changed WHERE state = 'printed'")
