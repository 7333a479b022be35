"""*Nytt ärende* open, a few minutes after the notice."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.services.session import Session
from tests.ui.pages.new_case.form_window import open_window
from ui.main_window import MainWindow


@pytest.fixture
def window(session: Session, fixed_clock: FixedClock, qtbot: QtBot) -> MainWindow:
    """The window with an empty form."""
    fixed_clock.advance(timedelta(minutes=5))
    return open_window(session, qtbot, "new_case")
