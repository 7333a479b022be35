"""A signed-in session, a shell and a styled application for tests of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.services.session import Session
from tests.ui.light_session import make_session
from tests.ui.modal import is_answering
from tests.ui.printers import RememberingPrinter
from tests.ui.windows import take_windows_away
from ui import names, style
from ui.dialogs.dialog import Dialog
from ui.navigation import Shell
from ui.printing import printing_to
from ui.widgets.form import FormRow


@pytest.fixture(autouse=True)
def styled(qapp: QApplication) -> Iterator[None]:
    """The program's look at 100 %, light, names shown."""
    style.prepare(qapp)
    yield
    names.screen().set_hiding(False)
    style.set_scheme(qapp, "light")
    style.set_text_scale(qapp, 100)


@pytest.fixture
def session(tmp_path: Path, fixed_clock: FixedClock) -> Iterator[Session]:
    """Signed in to a new register as its first account: Frida Ek, handler, supervisor and administrator."""
    made = make_session(tmp_path / "register", fixed_clock, RegisterKind.REAL)
    yield made
    take_windows_away()
    made.register.close()


@pytest.fixture
def shell(session: Session, qtbot: QtBot) -> Iterator[Shell]:
    """The shell around the session, with the program's own pages."""
    made = Shell(session)
    yield made
    made.close_pages()


def kinds_of(kind: type) -> Iterator[type]:
    """A class and all that are made from it."""
    yield kind
    children: list[type] = kind.__subclasses__()
    for child in children:
        yield from kinds_of(child)


@pytest.fixture(autouse=True)
def no_stray_windows(qapp: QApplication) -> Iterator[None]:
    """Labels and fields never flash up as windows of their own: shown before they have a parent, they do."""
    stray: list[str] = []
    never_alone = {
        kind.__name__ for parent in (QLabel, FormRow, QAbstractButton) for kind in kinds_of(parent)
    }

    def look(window: QWindow | None) -> None:
        # By its name alone: some widget may be going away just now, and would be taken hold of half gone.
        kind = window.objectName().removesuffix("ClassWindow") if window is not None else ""
        if kind in never_alone:
            stray.append(kind)

    qapp.focusWindowChanged.connect(look)
    yield
    qapp.focusWindowChanged.disconnect(look)
    assert stray == []


@pytest.fixture(autouse=True)
def no_dialog_stays(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """A question that no test answers fails it, and does not hang it; one left open blocks no other test."""
    ask = Dialog.ask

    def answered(dialog: Dialog) -> bool:
        assert is_answering(), f"a question that nobody answers: {dialog.windowTitle()}"
        return ask(dialog)

    monkeypatch.setattr(Dialog, "ask", answered)
    yield
    for window in qapp.topLevelWidgets():
        if isinstance(window, Dialog):
            window.hide()


@pytest.fixture
def printer() -> Iterator[RememberingPrinter]:
    """A printer that keeps what is printed."""
    remembering = RememberingPrinter()
    with printing_to(remembering):
        yield remembering
