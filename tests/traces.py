"""Looks for words of the work where none may stand: in files, their names, and what was said and done."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from allvar_desktop.domain.search_key import fold

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1")
WRITING = ("w", "a", "x", "+")

_watches: list["Watch"] = []


class Watch:
    """What Python was asked to do meanwhile: files opened to write in, and sockets of any kind."""

    def __init__(self) -> None:
        self.written: list[Path] = []
        self.sockets: list[str] = []

    def see(self, event: str, details: tuple[object, ...]) -> None:
        """One event of the interpreter's audit."""
        if event.startswith("socket."):
            self.sockets.append(event)
        elif event == "open" and isinstance(details[0], str | bytes) and is_writing(details[1]):
            name = details[0] if isinstance(details[0], str) else details[0].decode()
            self.written.append(Path(name))
        elif event in ("tempfile.mkstemp", "tempfile.mkdtemp"):
            self.written.append(Path(str(details[0])))

    def written_outside(self, folder: Path) -> list[Path]:
        """What was written elsewhere; Python's own byte code does not count."""
        return [
            path
            for path in self.written
            if not path.is_relative_to(folder) and "__pycache__" not in path.parts
        ]


def is_writing(mode: object) -> bool:
    """Whether a file that is opened so can be written in."""
    return isinstance(mode, str) and any(sign in mode for sign in WRITING)


def _audit(event: str, details: tuple[object, ...]) -> None:
    for watch in _watches:
        watch.see(event, details)


@contextmanager
def watching() -> Iterator[Watch]:
    """Listen to the interpreter's audit meanwhile."""
    if not _is_hooked:
        # A hook cannot be taken away again, so there is one for all watches.
        sys.addaudithook(_audit)
        _is_hooked.append(True)
    watch = Watch()
    _watches.append(watch)
    try:
        yield watch
    finally:
        _watches.remove(watch)


_is_hooked: list[bool] = []


def spellings(secret: str) -> set[bytes]:
    """The bytes in which a text may come to stand somewhere."""
    written = {secret, secret.upper(), secret.lower(), secret.title(), fold(secret), secret.replace(" ", "")}
    written |= {secret.replace("-", ""), secret.replace("-", "").replace(" ", "")}
    written |= {json.dumps(text)[1:-1] for text in tuple(written)} | {quote(text) for text in tuple(written)}
    found = set()
    for text in written:
        for encoding in ENCODINGS:
            try:
                found.add(text.encode(encoding))
            except UnicodeEncodeError:
                continue
    return found


def found_in(content: bytes, secrets: Iterable[str]) -> set[str]:
    """The secrets that stand somewhere in `content`."""
    return {secret for secret in secrets if any(spelling in content for spelling in spellings(secret))}


def found_under(folder: Path, secrets: Iterable[str]) -> set[tuple[str, str]]:
    """Each secret that stands in clear in a file below `folder` or in its name, with that name."""
    known = tuple(secrets)
    found = set()
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        name = path.name.encode()
        found |= {(secret, path.name) for secret in found_in(content + b"\n" + name, known)}
    return found
