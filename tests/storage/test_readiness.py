"""After getting ready, a key that was derived is used without another import."""

import subprocess
import sys
from pathlib import Path

from allvar_desktop.storage import readiness

ROOT = Path(__file__).resolve().parents[2]
USE_A_KEY = """
import sys
from allvar_desktop.storage.kdf import KdfSetting, sub_keys
from allvar_desktop.storage.key_slots import SlotKind, derive, prepare, unwrap, wrap
from allvar_desktop.storage.readiness import get_ready
{get_ready}
before = set(sys.modules)
secret = prepare("vante kajak linjal", KdfSetting(64, 1, 1))
slot = wrap(bytes(32), secret, register_id="f00d", kind=SlotKind.RECOVERY, account_id=None)
sub_keys(unwrap(slot, derive("vante kajak linjal", slot, KdfSetting(64, 1, 1))))
print(*(name for name in set(sys.modules) - before if name.startswith("cryptography.hazmat.primitives")))
"""


def imported_late(get_ready: str) -> list[str]:
    command = [sys.executable, "-c", USE_A_KEY.format(get_ready=get_ready)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.split()


def test_a_key_is_used_without_another_import() -> None:
    assert imported_late("get_ready()") == []
    assert imported_late("") != []


def test_getting_ready_again_does_nothing() -> None:
    readiness.get_ready()
    before = set(sys.modules)
    readiness.get_ready()
    assert set(sys.modules) == before
