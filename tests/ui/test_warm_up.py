"""Painting ahead, while the password is typed, shows nothing and leaves nothing behind but what is ready."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ui import icons, warm_up


@pytest.mark.parametrize("paint", [warm_up.paint_frame, warm_up.paint_rows])
def test_nothing_is_shown_and_the_icons_are_there(qapp: QApplication, paint: Callable[[], None]) -> None:
    before = set(qapp.topLevelWidgets())
    icons.pixmap.cache_clear()
    paint()
    assert not any(widget.isVisible() for widget in qapp.topLevelWidgets())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert set(qapp.topLevelWidgets()) <= before
    assert icons.pixmap.cache_info().currsize > 0
