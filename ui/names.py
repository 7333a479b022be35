"""Hiding names on the screen (F9): one switch that every page shows people's names through."""

from PySide6.QtCore import QObject, Signal


class NameScreen(QObject):
    """Whether names are hidden just now."""

    toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._is_hiding = False

    @property
    def is_hiding(self) -> bool:
        """Whether names are shown as initials."""
        return self._is_hiding

    def set_hiding(self, is_hiding: bool) -> None:
        """Hide or show names; says so when that changed anything."""
        if is_hiding != self._is_hiding:
            self._is_hiding = is_hiding
            self.toggled.emit(is_hiding)


_screen = NameScreen()


def screen() -> NameScreen:
    """The one switch of the process."""
    return _screen


def shown(name: str) -> str:
    """`name` as it may stand on the screen now: itself, or its initials while names are hidden."""
    return initials(name) if _screen.is_hiding else name


def initials(name: str) -> str:
    """`Elias Bergdahl` as `E. B.`; double names keep their hyphen: `Tindra Falk-Ottosson` as `T. F-O.`."""
    words = ["-".join(part[0].upper() for part in word.split("-") if part) for word in name.split()]
    return " ".join(f"{word}." for word in words if word)


def masked(text: str) -> str:
    """Any other text that could tell who it is about (a phone number, an address): dots while hidden."""
    return "•••" if _screen.is_hiding and text else text
