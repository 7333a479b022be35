"""Where things lie: what is shipped with the program and what belongs to the user."""

import os
import sys
from pathlib import Path


def resources() -> Path:
    """The folder with fonts, icons, letters, rules and help."""
    return Path(__file__).resolve().parent.parent / "resources"


def state_folder() -> Path:
    """The user's own folder for the program; not made here. ``ALLVAR_HOME`` overrides it."""
    override = os.environ.get("ALLVAR_HOME")
    if override:
        return Path(override)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Allvar"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Allvar"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "allvar"


def default_register_folder() -> Path:
    """Where a new register is proposed."""
    return state_folder() / "register"


def practice_folder() -> Path:
    """Where the practice register lies."""
    return state_folder() / "practice"
