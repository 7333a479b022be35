"""A process that ends its own children in mid-write, and looks at what they left behind. Run by test_kills.

Each child opens the register and does one action after another; when an action is acknowledged, its name goes
into a pipe. What came through the pipe must be in the register afterwards, whenever the child was killed.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from allvar_desktop.clock import SystemClock
from allvar_desktop.storage.engine import REGISTER_FILE_NAME
from tests.storage.light_register import act, make_register, names, open_register

CLOCK = SystemClock()


def work(folder: Path, pipe: int, life: int) -> None:
    """For ever: act, then acknowledge."""
    register = open_register(folder, CLOCK)
    for number in range(10_000):
        act(register, CLOCK, f"{life}:{number}", "x" * 3000)
        os.write(pipe, f"{life}:{number}\n".encode())


def one_life(folder: Path, life: int, milliseconds: float) -> tuple[list[str], bool]:
    """What the child acknowledged before it was killed, and whether that was in the middle of a write."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        work(folder, writing, life)
        os._exit(1)
    os.close(writing)
    time.sleep(milliseconds / 1000)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        acknowledged = pipe.read().split()
    is_half_written = (folder / f"{REGISTER_FILE_NAME}-journal").exists() or any(folder.glob("*.new"))
    return acknowledged, is_half_written


def main(folder: Path, kills: int, seed: int) -> None:
    """Prints ``kills acknowledged half-written``; an AssertionError ends it with another status."""
    chance = random.Random(seed)
    make_register(folder, CLOCK).close()
    promised: list[str] = []
    half_written = 0
    for life in range(kills):
        acknowledged, is_half_written = one_life(folder, life, chance.uniform(1, 40))
        promised += acknowledged
        half_written += is_half_written
        register = open_register(folder, CLOCK)
        kept = names(register)
        assert register.opening_warning is None
        lost = set(promised) - set(kept)
        assert not lost, f"{len(lost)} acknowledged actions are gone"
        # An action that was on disk but not yet acknowledged may be there: whole, with its entry.
        assert len(kept) - len(promised) <= life + 1
        assert register.log.head().number == len(kept)
        if life % 20 == 19:
            assert register.verify_all() == []
        promised = kept
        register.close()
    print(kills, len(promised), half_written)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
