"""A field for an identity number: tells what it read, and warns of one that fails its check."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.identity_number import IdentityKind, ParsedIdentity, age_on, parse_identity
from ui import names
from ui.widgets.text_fields import TextField


class IdentityField(TextField):
    """A personnummer, samordningsnummer or other number, in any usual way of writing."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(60, 15, "", parent)
        self._today = today
        self._parsed = ParsedIdentity(None)
        self._understand()
        self.value_changed.connect(self._understand)

    @property
    def parsed(self) -> ParsedIdentity:
        """What was understood; with warnings it asks for a reason to be kept."""
        return self._parsed

    @property
    def is_doubtful(self) -> bool:
        """Whether the number fails its check and may be kept only with a reason."""
        return self._parsed.number is not None and bool(self._parsed.warnings)

    @property
    def number_date(self) -> date | None:
        """The date in a number that passes its check: a proposal for the birth date, no more."""
        number = self._parsed.number
        return number.number_date if number is not None and self._parsed.is_clean else None

    def _understand(self) -> None:
        self._parsed = parse_identity(self.value(), self._today())
        if self._parsed.warnings:
            # A number of five digits is being typed, not wrong: the edge reddens when the field is left.
            self.tell(self._parsed.warnings[0].message, is_wrong=not self.hasFocus())
        else:
            self.tell(self._understood())

    def _understood(self) -> str:
        number = self._parsed.number
        if number is None or number.kind is IdentityKind.UNKNOWN:
            return ""
        kind = number.kind
        if number.number_date is None:
            return f"{kind.text.capitalize()}, sparas som det är skrivet."
        age = f"{age_on(number.number_date, self._today())} år"
        shown = "" if number.display() == self.value() else number.display()
        special = "" if kind is IdentityKind.PERSONAL else kind.text
        return names.masked(", ".join(part for part in (shown, age, special) if part))
