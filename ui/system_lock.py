"""Hears when the system's own screen lock comes on, where there is a bus that tells (Linux).

Windows tells with WM_WTSSESSION_CHANGE, which needs a native event filter: there the idle lock stands in.
"""

import os
import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.kde.screensaver")


class SystemLock(QObject):
    """Says `locked` when the session is locked or its screen saver comes on."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buses: list[Any] = []
        if sys.platform == "linux" and os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            self._listen()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        self._buses = [session, system]
        if session.isConnected():
            for name in _SAVERS:
                for path in ("/" + name.replace(".", "/"), "/ScreenSaver"):
                    session.connect(
                        "", path, name, "ActiveChanged", self, _slot("screen_saver_changed(bool)")
                    )
        if system.isConnected():
            system.connect("", "", "org.freedesktop.login1.Session", "Lock", self, _slot("session_locked()"))

    @Slot(bool)
    def screen_saver_changed(self, is_on: bool) -> None:
        """The screen saver came on or went off."""
        if is_on:
            self.locked.emit()

    @Slot()
    def session_locked(self) -> None:
        """Somebody locked the session."""
        self.locked.emit()


def _slot(signature: str) -> Any:
    """The slot as Qt names it: a text, whatever the stubs say."""
    return SLOT(signature)
