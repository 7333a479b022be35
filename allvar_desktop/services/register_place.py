"""Which folder the register lies in, remembered between starts. A path and nothing else."""

import json
from contextlib import suppress
from pathlib import Path

from allvar_desktop.paths import default_register_folder, state_folder

_FILE_NAME = "register-place.json"


def remembered_folder() -> Path:
    """The folder that was last chosen; the default one when none was, or when that cannot be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        text = (state_folder() / _FILE_NAME).read_text(encoding="utf-8")
        return Path(json.loads(text)["folder"])
    return default_register_folder()


def remember_folder(folder: Path) -> None:
    """Open this folder from now on; when the disk says no, the default is looked in again."""
    with suppress(OSError):
        state_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        place = state_folder() / _FILE_NAME
        place.write_text(json.dumps({"folder": str(folder.resolve())}), encoding="utf-8")
