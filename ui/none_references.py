"""WORKAROUND: PySide6 6.12.0 takes a reference from `None` with each call that answers nothing.

Its build counts on `None`, `True`, `False` and `NotImplemented` being immortal, as from Python 3.12 on. On
Python 3.11 the count of some thousands runs out within a second of painting (`None`) or after some windows
(`True`, by each signal that is sent), and the interpreter ends with *deallocating None*. 6.11.3 has
no such fault, but the small `PySide6_Pdf` exists for 6.12 alone. So each gets a million million references
once, when the start has been painted; nothing else is touched. Goes away with Python 3.11.
"""

import sys

_ENOUGH = 1 << 40
_IMMORTAL_LATER = (None, True, False, NotImplemented)

spare: list[object] = [None] * 200_000 + [True, False, NotImplemented] * 5_000
"""References to begin with: a list costs no time and lasts far beyond the first painted window."""


def give_none_references() -> None:
    """Make these outlive every call of this process; nothing to do from Python 3.12 on."""
    if sys.version_info >= (3, 12):
        spare.clear()
        return
    from ctypes import c_ssize_t  # three milliseconds that the first paint need not wait for

    for each in _IMMORTAL_LATER:
        if sys.getrefcount(each) < _ENOUGH:
            c_ssize_t.from_address(id(each)).value += _ENOUGH
    spare.clear()
