"""The program from its first window to its last."""

import gc
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from allvar_desktop.clock import SystemClock
from allvar_desktop.errors import KnownError
from allvar_desktop.services.register_place import remembered_folder
from ui import background, none_references, restart, style
from ui.opening import Opening

_LOADED_LATER = (
    "ui.translation",
    "ui.program",
    "PySide6.QtSvg",
    "ui.pages.today_page",
    "ui.pages.cases_page",
    "ui.pages.case_page",
    "ui.pages.new_case_page",
)


def main(arguments: Namespace) -> int:
    """Open the window the arguments ask for; the process's exit code."""
    if getattr(arguments, "tour", None) is not None:
        from ui.tour import play

        return play(arguments.tour)
    app = QApplication([sys.argv[0], *style.FUSION])
    app.setApplicationName("Allvar")
    app.setDesktopFileName("allvar")
    style.prepare(app, is_fusion=True)
    source = getattr(arguments, "due_from", None)
    due = restart.received(source) if source is not None else ()
    opening = _opening(arguments, due)
    sys.excepthook = _show_bug
    # After the first paint, so that the unlock page does not wait for it.
    opening.window.painted.connect(lambda: load_the_rest(app, opening))
    opening.window.show()
    answer = app.exec()
    background.wait_for_all()
    return answer


def _opening(arguments: Namespace, due: Sequence[datetime]) -> Opening:
    chosen: Path | None = getattr(arguments, "register", None)
    opening = Opening(SystemClock(), due)
    if getattr(arguments, "demo", False):
        opening.open_practice(signs_in=True)
    else:
        opening.open_folder(chosen or remembered_folder())
    return opening


def load_the_rest(app: QApplication, opening: Opening) -> None:
    """What the signed-in window needs, imported while the password is typed."""
    none_references.give_none_references()
    gc.freeze()
    gc.enable()
    background.run_beside(_get_ready)
    imports = [partial(import_module, name) for name in _LOADED_LATER]
    # Frozen last: nothing that was loaded is looked through for garbage while somebody works.
    background.do_while_idle([*imports, _paint_frame, _paint_rows, gc.freeze], opening)
    from ui.translation import speak_swedish

    speak_swedish(app)


def _paint_frame() -> None:
    from ui import warm_up

    warm_up.paint_frame()


def _paint_rows() -> None:
    from ui import warm_up

    warm_up.paint_rows()


def _get_ready() -> None:
    from allvar_desktop.services.readiness import get_ready

    get_ready(SystemClock().now())


def _show_bug(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """What no page caught: the sentence of what the program knows, else the dialog for bugs."""
    from ui.dialogs import ask, bug

    if not issubclass(kind, Exception) or QApplication.instance() is None:
        return
    if isinstance(error, KnownError):
        ask.tell(error.sentence, error.next_step)
    else:
        bug.show(error)
