"""WORKAROUND: PySide6 6.12.0 takes a reference from `None` with each call that answers nothing.

Its build counts on `None` being immortal, as it is from Python 3.12 on. On Python 3.11 the count of some
five thousand runs out within a second of painting, and the interpreter ends with *none_dealloc: deallocating
None*. 6.11.3 has no such fault, but the small `PySide6_Pdf` exists for 6.12 alone. So `None` gets a
million million references once, before the first widget; nothing else is touched. Goes away with Python 3.11.
"""

import ctypes
import sys

_ENOUGH = 1 << 40


def give_none_references() -> None:
    """Make `None` outlive every call of this process; nothing to do from Python 3.12 on."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < _ENOUGH:
        ctypes.c_ssize_t.from_address(id(None)).value += _ENOUGH
