"""Fields that understand what is typed: times, phone numbers and numbers."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.problem import Problem
from ui.widgets.text_fields import TextField


class MomentField(TextField):
    """A time as people write it; under the field stands how it was understood.

    `is_ahead`: a day without a year, and a weekday, lie ahead and not behind.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        placeholder: str = "27/3 15.40",
        *,
        is_ahead: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(60, 24, placeholder, parent)
        self._now = now
        self._is_ahead = is_ahead
        self._read: Moment | Problem | None = None
        self.value_changed.connect(self._understand)

    def moment(self) -> Moment | None:
        """The time that was understood; None when the field is empty or not understood."""
        return self._read if isinstance(self._read, Moment) else None

    def problem(self, name: str) -> Problem | None:
        """What is wrong with the time, told about field `name`; None for an empty field."""
        return Problem(name, self._read.message) if isinstance(self._read, Problem) else None

    def set_moment(self, moment: Moment | None) -> None:
        """Put a time there, as one would type it."""
        from allvar_desktop.domain.time_text import iso_text

        self.set_value(iso_text(moment) if moment else "")

    def tell_understood(self) -> None:
        """Say under the field how the time was understood, or why it was not."""
        from allvar_desktop.domain.time_text import long_moment_text

        if isinstance(self._read, Moment):
            uncertain = " · tid osäker" if self._read.is_uncertain else ""
            self.tell(f"{long_moment_text(self._read)}{uncertain}")
        else:
            self.tell(self._read.message if self._read else "", is_wrong=False)

    def _understand(self) -> None:
        from allvar_desktop.domain.moment_parser import Expects, parse_moment

        text = self.value()
        expects = Expects.FUTURE if self._is_ahead else Expects.PAST
        self._read = parse_moment(text, self._now(), expects=expects) if text else None
        self.tell_understood()


class PhoneField(TextField):
    """A phone number, kept as it was typed; letters are told of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(40, 14, "", parent)
        self.value_changed.connect(self._look)

    def _look(self) -> None:
        odd = {sign for sign in self.value() if not (sign.isdecimal() or sign in "+-() /,.")}
        self.tell("Ett telefonnummer har siffror, mellanslag, + och -." if odd else "", is_wrong=bool(odd))


class NumberField(TextField):
    """A number within bounds; comma or point for decimals."""

    def __init__(self, minimum: float, maximum: float, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(12, 6, "", parent)
        self._bounds = (minimum, maximum)
        self._unit = unit
        self.value_changed.connect(self._look)

    def number(self) -> float | None:
        """The number; None when it is empty, no number or out of bounds."""
        try:
            number = float(self.value().replace(",", "."))
        except ValueError:
            return None
        return number if self._bounds[0] <= number <= self._bounds[1] else None

    def set_number(self, number: float) -> None:
        """Put a number there, with a decimal comma."""
        self.set_value(f"{number:g}".replace(".", ","))

    def problem(self, name: str) -> Problem | None:
        """What is wrong, told about field `name`."""
        if self.number() is not None:
            return None
        low, high = (f"{bound:g}" for bound in self._bounds)
        return Problem(name, f"Skriv ett tal från {low} till {high}{self._unit and ' ' + self._unit}.")

    def _look(self) -> None:
        problem = self.problem("") if self.value() else None
        self.tell(problem.message if problem else "", is_wrong=problem is not None)
