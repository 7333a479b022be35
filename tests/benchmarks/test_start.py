"""How soon the unlock page is painted, beside windows that do less (the issue's §8)."""

import os
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.register_kind import RegisterKind
from tests.benchmarks.figures import Figure, Figures
from tests.ui.light_session import make_session

ROUNDS = 15
SCRIPTS = Path(__file__).parent / "start"
ROOT = Path(__file__).resolve().parents[2]
KINDS = ("empty", "plain", "ours")


@pytest.fixture(scope="module")
def seconds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """The median start of each kind of window, in seconds, from alternating starts."""
    folder = tmp_path_factory.mktemp("start")
    register = folder / "register"
    clock = FixedClock(datetime(2026, 3, 27, 14, 40, tzinfo=UTC))
    make_session(register, clock, RegisterKind.REAL).register.close()
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment |= {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTHONPATH": str(ROOT),
        "ALLVAR_HOME": str(folder / "home"),
    }
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for number in range(ROUNDS + 1):
        for kind in KINDS:
            taken = _start(kind, register, environment)
            if number:  # the first round compiles
                times[kind].append(taken)
    return {kind: statistics.median(taken) for kind, taken in times.items()}


def _start(kind: str, register: Path, environment: dict[str, str]) -> float:
    words = [sys.executable, str(SCRIPTS / f"{kind}.py"), str(register)]
    begin = time.perf_counter()
    subprocess.run(words, env=environment, check=True, timeout=60, capture_output=True)
    return time.perf_counter() - begin


def _figure(seconds: dict[str, float], other: str, words: str, limit: float) -> Figure:
    return Figure(
        f"unlock page painted, against {words}", seconds["ours"] * 1000, seconds[other] * 1000, limit
    )


def test_the_unlock_page_against_an_empty_window(seconds: dict[str, float], figures: Figures) -> None:
    assert figures.add(_figure(seconds, "empty", "an empty window", limit=1.5))


def test_the_unlock_page_against_the_same_widgets_without_fonts_and_style(
    seconds: dict[str, float], figures: Figures
) -> None:
    assert figures.add(_figure(seconds, "plain", "the same widgets without fonts and style", limit=1.3))
