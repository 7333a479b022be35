"""Who a letter goes to, as it stands in the envelope's window."""

from dataclasses import dataclass
from enum import StrEnum

from allvar_desktop.documents.missing import missing_among
from allvar_desktop.documents.text import Clean, one_line
from allvar_desktop.domain.problem import Problem


class Delivery(StrEnum):
    """How the letter reaches its reader. By hand, no address is printed, whether it is known or not."""

    POST = "post"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person (mottagare). `apartment` is written ``1102`` or ``lgh 1102``."""

    name: str
    care_of: str = ""
    street: str = ""
    apartment: str = ""
    postcode: str = ""
    town: str = ""
    delivery: Delivery = Delivery.POST

    @property
    def lines(self) -> tuple[Clean, ...]:
        """The lines in the window, the name first; empty ones left out."""
        if self.delivery is Delivery.HAND:
            return (one_line(self.name), one_line("Lämnas personligen"))
        apartment = self.apartment.strip()
        flat = f"lgh {apartment}" if apartment.isdecimal() else apartment
        care_of = self.care_of.strip()
        if care_of and not care_of.lower().startswith("c/o"):
            care_of = f"c/o {care_of}"
        lines = (self.name, care_of, f"{self.street} {flat}", f"{self.postcode} {self.town}")
        return tuple(line for line in map(one_line, lines) if line)


def missing_in_recipient(recipient: Recipient) -> tuple[Problem, ...]:
    """What is missing for the chosen delivery; the field names are those of a party."""
    wanted: list[tuple[str, str, object]] = [("name", "Mottagarens namn saknas.", recipient.name)]
    if recipient.delivery is Delivery.POST:
        wanted += [
            ("street", "Mottagarens gatuadress saknas.", recipient.street),
            ("postcode", "Mottagarens postnummer saknas.", recipient.postcode),
            ("town", "Mottagarens postort saknas.", recipient.town),
        ]
    return missing_among(wanted)
