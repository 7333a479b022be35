import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.skipif(sys.platform == "win32", reason="children are forked")
def test_two_hundred_kills_in_mid_write_lose_no_acknowledged_action(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.killed_writer", tmp_path / "register", "200", "2026"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    kills, actions, half_written = map(int, done.stdout.split())
    assert kills == 200
    # Or the killing would have missed the writing, and the test would say nothing.
    assert actions > 50
    assert half_written > 10
