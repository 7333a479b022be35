import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.ui import restart_driver
from ui import restart

ROOT = Path(__file__).resolve().parents[2]


def test_the_lock_begins_the_process_anew_over_an_open_dialog(tmp_path: Path) -> None:
    """A real restart: the same process, a new program, the due instants, and the same person's text."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, str(Path(restart_driver.__file__)), str(tmp_path / "register")]
    done = subprocess.run(
        words, env=environment, capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    report = json.loads(second)
    assert report["pid"] == int(first)
    assert report["due"] == [instant.isoformat() for instant in restart_driver.DUE]
    assert report["returned"]
    assert report["text"] == restart_driver.TYPED
    assert report["number"] == 7
    assert report["told"] == f"”Flytta samtalet” är inte besvarat. Du hade skrivit: {restart_driver.ASKED}"
    assert report["environment"] == []
    assert not any(
        "2026" in word or str(int(restart_driver.DUE[0].timestamp())) in word for word in report["arguments"]
    )


def test_nothing_can_be_read_from_a_closed_source() -> None:
    read_end, write_end = os.pipe()
    os.close(write_end)
    os.close(read_end)
    assert restart.received(read_end) == ()


def test_however_many_instants_there_are_the_pipe_holds_them_without_a_reader() -> None:
    start = datetime(2026, 3, 27, tzinfo=UTC)
    packed = restart.packed([start + timedelta(minutes=number) for number in range(5_000)])
    read_end, write_end = os.pipe()
    os.set_blocking(write_end, False)
    assert os.write(write_end, packed) == len(packed)
    os.close(write_end)
    assert restart.received(read_end)[:2] == (start, start + timedelta(minutes=1))


def test_the_words_of_a_restart_name_the_register_and_nothing_else() -> None:
    assert restart.command(Path("/x/y"))[-2:] == ["--register", "/x/y"]
    assert restart.DUE_OPTION not in restart.command(Path("/x/y"))
