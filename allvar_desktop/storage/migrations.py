"""The ladder of schema steps and how far up a register stands."""

from collections.abc import Callable, Sequence

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from allvar_desktop.storage.newer import newer_register
from allvar_desktop.storage.schema import m0000_register, m0001_first, m0002_printed

Step = tuple[str, Callable[[Database], None]]

# A step is never changed, renamed or moved once it is released: registers out there have taken it.
STEPS: tuple[Step, ...] = (
    ("m0000_register", m0000_register.apply),
    ("m0001_first", m0001_first.apply),
    ("m0002_printed", m0002_printed.apply),
)


def migrate(db: Database, steps: Sequence[Step] = STEPS) -> None:
    """Take the steps that `db` lacks, each in one transaction with its bookkeeping row."""
    _ladder(steps).apply(db)


def version_of(db: Database, steps: Sequence[Step] = STEPS) -> int:
    """How many steps `db` has taken; reads only.

    Raises `NewerRegisterError` if it has taken one unknown here.
    """
    taken = [each.name for each in _ladder(steps).applied(db)]
    if not set(taken) <= {name for name, _ in steps}:
        raise newer_register(f"version {len(taken)}", f"version {len(steps)}")
    return len(taken)


def _ladder(steps: Sequence[Step]) -> Migrations:
    ladder = Migrations("allvar")
    for name, apply in steps:
        ladder(name=name)(apply)
    return ladder
