"""From the end of key derivation to a painted Idag with 10,000 cases, and the memory it holds (§8)."""

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks import bare_sql
from tests.benchmarks.figures import Figure, Figures

ROUNDS = 7
ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = Path(__file__).parent / "day"


class Bench:
    """Starts processes that measure themselves, each on a fresh copy of the large register."""

    def __init__(self, register: Path, folder: Path) -> None:
        self._register, self._folder = register, folder
        self._environment = dict(os.environ) | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "ALLVAR_HOME": str(folder / "home"),
        }

    def copy(self) -> Path:
        """A copy that is on the disk already, so that nobody's own write waits for it."""
        copy = self._folder / "register"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self._register, copy)
        with (copy / bare_sql.REGISTER).open("rb+") as file:
            os.fsync(file.fileno())
        return copy

    def run(self, script: str, *words: str | Path) -> Any:
        """What the script measured. `answer` among the words is where it writes that."""
        answer = self._folder / "answer.json"
        command = [
            sys.executable,
            str(SCRIPTS / script),
            *(str(answer if word == "answer" else word) for word in words),
        ]
        subprocess.run(command, env=self._environment, check=True, timeout=120, capture_output=True)
        return json.loads(answer.read_text(encoding="utf-8"))


@pytest.fixture
def bench(large_folder: Path, tmp_path: Path) -> Bench:
    return Bench(large_folder, tmp_path)


def test_idag_against_its_bare_sql_and_paint(bench: Bench, tmp_path: Path, figures: Figures) -> None:
    recorded = tmp_path / "recorded.json"
    recorded.write_text(json.dumps(bench.run("ours.py", bench.copy(), "answer", "record")), encoding="utf-8")
    ours, bare = [], []
    for _ in range(ROUNDS):
        ours.append(bench.run("ours.py", bench.copy(), "answer", "time")["milliseconds"])
        bare.append(bench.run("bare.py", bench.copy(), "answer", recorded)["milliseconds"])
    what = "Idag with 10,000 cases, against its bare SQL and paint"
    assert figures.add(Figure(what, statistics.median(ours), statistics.median(bare), limit=2))


def test_the_memory_of_idag_against_a_bare_window_with_the_same_imports(
    bench: Bench, tmp_path: Path, figures: Figures
) -> None:
    ours = bench.run("ours.py", bench.copy(), "answer", "memory")
    imported = tmp_path / "imported.json"
    imported.write_text(json.dumps(ours), encoding="utf-8")
    bare = bench.run("same_imports.py", "answer", imported)
    assert set(bare["modules"]) <= set(ours["modules"])
    what = "memory of Idag with 10,000 cases, against a bare window with the same imports"
    assert figures.add(Figure(what, ours["kib"] / 1024, bare["kib"] / 1024, limit=1.5, unit="MiB"))
