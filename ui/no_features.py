"""WORKAROUND: PySide6 reads the source of each module that is imported after it, to look for its own name.

It wants to know which of them may switch to other names of methods (`from __feature__ import snake_case`).
None of ours does, and to read them all takes a tenth of the start. So it is told that no module does.
"""

import PySide6.QtCore  # noqa: F401 -- it brings the module below with it
from shibokensupport import feature  # type: ignore[import-not-found]  # it lies inside a library

feature._mod_uses_pyside = lambda _module: False  # noqa: SLF001
