"""A field for a day without an hour: a birth date, the day something is to be done."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.problem import Problem
from ui.widgets.text_fields import TextField

_HOW = "Skriv till exempel 2013-07-10 eller 10 juli 2013."


class DayField(TextField):
    """A day as people write it; under the field stands how it was understood.

    A day without a year (*fre*, *1 april*) is a past one, or with `is_past` False the next one.
    """

    def __init__(
        self,
        today: Callable[[], date],
        placeholder: str = "2013-07-10",
        parent: QWidget | None = None,
        *,
        is_past: bool = True,
    ) -> None:
        super().__init__(40, 13, placeholder, parent)
        self._today = today
        self._is_past = is_past
        self._read: date | str | None = None
        self.value_changed.connect(self._understand)

    def day(self) -> date | None:
        """The day that was understood; None when the field is empty or not understood."""
        return self._read if isinstance(self._read, date) else None

    def problem(self, name: str) -> Problem | None:
        """What is wrong with the day, told about field `name`; None for an empty field."""
        return Problem(name, self._read) if isinstance(self._read, str) else None

    def set_day(self, day: date | None) -> None:
        """Put a day there, in figures."""
        self.set_value(day.isoformat() if day else "")

    def _understand(self) -> None:
        self._read = _read_day(self.value(), self._today(), is_past=self._is_past)
        self.tell(self._told())

    def _told(self) -> str:
        from allvar_desktop.domain.time_text import plain_day_text

        if isinstance(self._read, date):
            return "" if self._read.isoformat() == self.value() else plain_day_text(self._read)
        return self._read or ""


def _read_day(text: str, today: date, *, is_past: bool) -> date | str | None:
    from allvar_desktop.domain.day_parser import find_day

    if not text:
        return None
    if len(text) == 4 and text.isdecimal():
        return f"Bara året räcker inte för ett datum. {_HOW} Vet du bara året, skriv det i anteckningen."
    found = find_day(text.lower(), today, is_past=is_past)
    if isinstance(found, str):
        return found
    day, rest = found
    return day if day is not None and not rest.strip() else f"Datumet går inte att förstå. {_HOW}"
