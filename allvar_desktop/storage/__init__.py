"""The encrypted register file; nothing above it knows SQL.

sqlite-utils looks for its database module by name when it is first imported. It must find SQLCipher there, or
its own error handling misses SQLCipher's exceptions. This file runs before any other of the package, so it is
always in time. sqlite-utils and cryptography take 250 ms to import, SQLCipher takes 10: of this package only
`key_file` (and what it imports) may be imported before the unlock page is painted.
"""

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

_WANTED = "pysqlite3"


class _CipherByThatName:
    """Finds SQLCipher where `pysqlite3` is asked for: imported then, and not before."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        return ModuleSpec(name, self) if name == _WANTED else None  # type: ignore[arg-type]

    def create_module(self, _spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, _module: ModuleType) -> None:
        import sqlcipher3

        sys.modules[_WANTED] = sqlcipher3
        sys.modules[f"{_WANTED}.dbapi2"] = sqlcipher3.dbapi2


sys.meta_path.insert(0, _CipherByThatName())
