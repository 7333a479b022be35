import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.idle import IdleWatch


class Watched(IdleWatch):
    """A watch whose quiet seconds are given."""

    quiet = 0

    def quiet_seconds(self) -> int:
        return self.quiet

    def touch(self) -> None:
        self.quiet = 0
        super().touch()


@pytest.fixture
def watch(qtbot: QtBot) -> Watched:
    return Watched(5)


def test_it_warns_twenty_seconds_before_and_then_expires(watch: Watched, qtbot: QtBot) -> None:
    warned: list[int] = []
    expired: list[int] = []
    watch.warned.connect(warned.append)
    watch.expired.connect(lambda: expired.append(1))
    for watch.quiet in (279, 280, 299):
        watch.look()
    assert (warned, expired) == ([20, 1], [])
    watch.quiet = 300
    watch.look()
    assert expired == [1]


def test_a_key_in_a_window_is_a_sign_of_life_and_takes_the_warning_back(watch: Watched, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    handle = window.windowHandle()
    assert handle is not None
    watch._listen_to(handle)
    warned: list[int] = []
    watch.warned.connect(warned.append)
    watch.quiet = 290
    watch.look()
    QApplication.sendEvent(
        handle, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    )
    assert warned == [10, 0]
    assert watch.quiet == 0


def test_during_a_talk_it_waits_half_an_hour_and_hides_names_once(watch: Watched) -> None:
    hidden: list[int] = []
    expired: list[int] = []
    watch.names_hidden.connect(lambda: hidden.append(1))
    watch.expired.connect(lambda: expired.append(1))
    watch.set_in_meeting(True)
    for watch.quiet in (299, 300, 301, 1799):
        watch.look()
    assert (hidden, expired) == ([1], [])
    watch.quiet = 1800
    watch.look()
    assert expired == [1]


def test_minutes_can_be_changed(watch: Watched) -> None:
    watch.set_minutes(2)
    assert watch.limit_seconds == 120
