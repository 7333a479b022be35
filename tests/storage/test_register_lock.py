import errno
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock
from allvar_desktop.errors import DiskFullError, RegisterInUseError
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.register_lock import LOCK_FILE_NAME, RegisterLock
from tests.storage.light_register import NAME, open_register


def test_the_second_is_told_who_has_it_open_and_since_when(
    register: Register, folder: Path, fixed_clock: FixedClock
) -> None:
    fixed_clock.advance(timedelta(hours=2))
    with pytest.raises(RegisterInUseError) as caught:
        open_register(folder, fixed_clock)
    assert f"{NAME} öppnade det idag 15.40." in caught.value.sentence
    assert "Ctrl+L" in caught.value.next_step


def test_another_process_is_kept_out_too(register: Register, folder: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from allvar_desktop.clock import SystemClock\n"
        "from allvar_desktop.errors import RegisterInUseError\n"
        "from allvar_desktop.storage.register_lock import RegisterLock\n"
        "try:\n"
        "    RegisterLock(Path(sys.argv[1]), 'x', SystemClock().now())\n"
        "except RegisterInUseError as error:\n"
        "    print(error.sentence)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, folder],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert NAME in done.stdout


def test_a_lock_whose_holder_cannot_be_read_is_still_a_lock(folder: Path, fixed_clock: FixedClock) -> None:
    folder.mkdir()
    lock = RegisterLock(folder, NAME, fixed_clock.now())
    (folder / LOCK_FILE_NAME).write_bytes(b"{")
    with pytest.raises(RegisterInUseError) as caught:
        RegisterLock(folder, "Annan", fixed_clock.now())
    assert caught.value.sentence == "Registret är redan öppet på den här datorn."
    lock.release()


def test_what_an_earlier_holder_left_locks_nobody_out(folder: Path, fixed_clock: FixedClock) -> None:
    folder.mkdir()
    (folder / LOCK_FILE_NAME).write_text('{"name": "Borta", "since": "2020-01-01T00:00:00Z", "process": 1}')
    lock = RegisterLock(folder, NAME, fixed_clock.now())
    assert lock.is_held
    lock.release()
    lock.release()
    assert (folder / LOCK_FILE_NAME).read_bytes() == b""


def test_a_full_disk_keeps_nobody_from_opening(
    folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "…")

    monkeypatch.setattr(os, "write", full)
    lock = RegisterLock(folder, NAME, fixed_clock.now())
    assert lock.is_held
    lock.release()


def test_a_disk_that_cannot_even_hold_the_lock_says_so(
    folder: Path, fixed_clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "…")

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(DiskFullError):
        RegisterLock(folder, NAME, fixed_clock.now())
