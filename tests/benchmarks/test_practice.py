"""The practice register is made within five seconds, its keys included."""

import time
from pathlib import Path

from allvar_desktop.clock import SystemClock
from allvar_desktop.services import today
from allvar_desktop.services.practice import create_practice, open_practice
from tests.benchmarks.figures import Figures, Span

ALLOWED_SECONDS = 5


def test_the_practice_register_opens_the_first_time_within_five_seconds(
    tmp_path: Path, figures: Figures
) -> None:
    began = time.perf_counter()
    create_practice(tmp_path / "practice")
    session = open_practice(tmp_path / "practice", SystemClock())
    today.open_today(session)
    taken = time.perf_counter() - began
    session.register.close()
    assert figures.add(Span("first opening of the practice register", taken, ALLOWED_SECONDS))
