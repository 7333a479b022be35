"""What `./run` adds to a direct start when all is set up: less than half a second (§1)."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.benchmarks.figures import Figures, Span

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7
ALLOWED_SECONDS = 0.5
STAND_IN = "#!/bin/sh\nexit 0\n"
"""In place of Python: what it would do after that is the same in both starts."""


def seconds(command: list[str]) -> float:
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    began = time.perf_counter()
    subprocess.run(command, env=environment, check=True, timeout=60)
    return time.perf_counter() - began


@pytest.mark.skipif(sys.platform == "win32", reason="run is for a POSIX shell")
def test_a_second_start_adds_less_than_half_a_second(tmp_path: Path, figures: Figures) -> None:
    for name in ("run", "setup.cfg", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "main.py").touch()
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(STAND_IN, encoding="utf-8")
    python.chmod(0o755)
    (tmp_path / ".venv" / ".unfinished").touch()
    stamp = tmp_path / ".venv" / ".ready-window"
    sums = subprocess.run(
        ["cksum"],
        input=b"".join((tmp_path / name).read_bytes() for name in ("setup.cfg", "constraints.txt")),
        capture_output=True,
        check=True,
    )
    stamp.write_text(f"{sums.stdout.decode()}{python}\n", encoding="utf-8")
    ours = statistics.median(seconds([str(tmp_path / "run")]) for _ in range(ROUNDS))
    direct = statistics.median(seconds([str(python), str(tmp_path / "main.py")]) for _ in range(ROUNDS))
    assert (tmp_path / ".venv" / ".unfinished").exists(), "run set something up, so this was no second start"
    assert figures.add(Span("what a second ./run adds to a direct start", ours - direct, ALLOWED_SECONDS))
