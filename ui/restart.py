"""Starting the program anew in place of itself, with the due instants handed over in memory.

Everything that was in the old process is gone afterwards: keys, names, open dialogs. Only bare instants go
over, through an inherited pipe: not in the arguments, the environment or a file.
"""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

DUE_OPTION = "--due-from"
_MOST_INSTANTS = 400
"""So few that they always fit into the pipe, which nobody reads until the new process does."""


def command(folder: Path) -> list[str]:
    """The words that start this program anew with the register in `folder`, at its unlock page."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, sys.argv[0]]
    return [*program, "--register", str(folder)]


def restart(folder: Path, due: Sequence[datetime]) -> NoReturn:
    """End this process and begin anew at the unlock page, whatever is open; does not come back."""
    words = command(folder)
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform == "win32":
        _start_beside(words, packed(due))
        os._exit(0)
    read_end, write_end = os.pipe()
    os.write(write_end, packed(due))
    os.close(write_end)
    os.set_inheritable(read_end, True)
    os.execv(words[0], [*words, DUE_OPTION, str(read_end)])  # noqa: S606 -- no shell is the point


def received(source: int) -> tuple[datetime, ...]:
    """The instants handed over through file descriptor `source`; none when there is nothing to read."""
    try:
        with os.fdopen(source, "rb") as pipe:
            text = pipe.read().decode("ascii")
        return tuple(datetime.fromtimestamp(int(line), UTC) for line in text.split())
    except (OSError, ValueError):
        return ()


def packed(due: Sequence[datetime]) -> bytes:
    """The earliest instants as the bytes that go through the pipe."""
    seconds = sorted(int(instant.timestamp()) for instant in due)[:_MOST_INSTANTS]
    return "\n".join(str(each) for each in seconds).encode("ascii")


def _start_beside(words: Sequence[str], packed: bytes) -> None:
    # Windows cannot replace a process. QProcess.startDetached has no pipe to hand over, so the new process
    # gets the instants on its standard input, which is such a pipe.
    import subprocess

    read_end, write_end = os.pipe()
    os.write(write_end, packed)
    os.close(write_end)
    subprocess.Popen([*words, DUE_OPTION, "0"], stdin=read_end)  # noqa: S603 -- our own program
