"""One row, one sequence of bytes: what digests and the log's chain are computed over."""

import hashlib
import json
from collections.abc import Mapping, Sequence


def canonical(value: object) -> bytes:
    """Sorted JSON without blanks, UTF-8.

    Bytes (a stored paper) stand as their SHA-256. Raises `TypeError`.
    """
    return json.dumps(
        _plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False
    ).encode("utf-8", "surrogatepass")


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest()}
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, Sequence):
        return [_plain(each) for each in value]
    raise TypeError(f"no canonical form of {type(value).__name__}")
