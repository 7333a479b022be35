"""Allvar Desktop: reads the command line and opens the window."""

import argparse
import gc
import sys
from pathlib import Path

from allvar_desktop import __version__


def parse(words: list[str]) -> argparse.Namespace:
    """The choices made on the command line; --version, --help and a mistake end the process."""
    parser = argparse.ArgumentParser(prog="./run", description="Allvar Desktop", add_help=False)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--demo", action="store_true", help="öppna övningsregistret")
    choice.add_argument("--tour", type=Path, metavar="DIR", help="spela upp programmet, bilder i DIR")
    choice.add_argument("--register", type=Path, metavar="FOLDER", help="öppna registret i mappen FOLDER")
    parser.add_argument("--due-from", type=int, help=argparse.SUPPRESS)  # a restart by the lock hands it over
    parser.add_argument("--version", action="version", version=f"Allvar Desktop {__version__}")
    parser.add_argument("--help", "-h", action="help", help="visa den här hjälpen")
    return parser.parse_args(words)


def main(words: list[str]) -> int:
    """The process's exit code."""
    arguments = parse(words)
    gc.disable()  # until the first window is painted: nothing of the start is ever thrown away
    from ui import app  # after the parsing: --version and --help need no Qt

    return app.main(arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
