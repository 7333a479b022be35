"""While the password is typed, what signing in and Idag need is read: nothing large is imported after it."""

import subprocess
import sys
from pathlib import Path

from allvar_desktop.clock import FixedClock
from allvar_desktop.services.readiness import get_ready
from allvar_desktop.services.session import Session
from allvar_desktop.services.shipped_rules import shipped_rules
from tests.services.conftest import PASSWORD

ROOT = Path(__file__).resolve().parents[2]
SIGN_IN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from allvar_desktop.clock import FixedClock
from allvar_desktop.services.readiness import get_ready
from tests.services.conftest import LIGHT
clock = FixedClock(datetime(2026, 3, 27, 14, 40, tzinfo=UTC))
get_ready(clock.now())
from allvar_desktop.services import registers, today
key = registers.derive_key(Path(sys.argv[1]), 1, sys.argv[2], clock, LIGHT)
before = set(sys.modules)
session = registers.sign_in(Path(sys.argv[1]), 1, key, clock)
today.open_today(session)
session.register.close()
print(*sorted(set(sys.modules) - before))
"""


def test_after_it_signing_in_imports_nothing_more(session: Session, folder: Path) -> None:
    session.register.close()
    command = [sys.executable, "-c", SIGN_IN, str(folder), PASSWORD]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == []


def test_the_rules_are_read_once(session: Session, fixed_clock: FixedClock) -> None:
    get_ready(fixed_clock.now())
    assert session.rules is shipped_rules()
