"""The practice register is made within five seconds, its keys included."""

import time
from pathlib import Path

from allvar_desktop.clock import SystemClock
from allvar_desktop.services import today
from allvar_desktop.services.practice import create_practice, open_practice

ALLOWED_SECONDS = 5


def test_the_practice_register_opens_the_first_time_within_five_seconds(tmp_path: Path) -> None:
    began = time.perf_counter()
    create_practice(tmp_path / "practice")
    made = time.perf_counter() - began
    session = open_practice(tmp_path / "practice", SystemClock())
    today.open_today(session)
    first = time.perf_counter() - began
    session.register.close()
    began = time.perf_counter()
    open_practice(tmp_path / "practice", SystemClock()).register.close()
    later = time.perf_counter() - began
    print(f"\npractice register: made {made:.2f} s, first opening {first:.2f} s, later {later * 1000:.0f} ms")
    assert first <= ALLOWED_SECONDS
