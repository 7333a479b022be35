"""A disk that takes no more, and the sentences that say so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from allvar_desktop.services.session import Session

FULL = (
    "Disken är full. Det du just gjorde är inte sparat. Frigör utrymme på disken och gör om det sista steget."
)
READ_ONLY = "Mappen eller filen går inte att skriva i. Kontrollera att du har rätt att skriva i mappen"
DAMAGED = "skadad. Återställ den senaste säkerhetskopian. Den skadade filen lämnas kvar där den är."


@contextmanager
def full_disk(session: Session) -> Iterator[None]:
    """No page more fits into the register's file meanwhile."""
    pages = fill_up(session)
    yield
    session.register.db.execute(f"PRAGMA max_page_count = {pages + 100_000}")


def fill_up(session: Session) -> int:
    """From now on the file may not grow; how many pages it has."""
    pages: int = session.register.db.execute("PRAGMA page_count").fetchone()[0]
    session.register.db.execute(f"PRAGMA max_page_count = {pages}")
    return pages


def raising(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "…")

    return fail
