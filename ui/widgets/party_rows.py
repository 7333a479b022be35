"""The fields of one person, row by row: which there are for which role, and how they are read and filled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.party import PartyRole, Protection
from ui.widgets.address_field import AddressField
from ui.widgets.choices import ChoiceField, Tick
from ui.widgets.day_field import DayField
from ui.widgets.identity_field import IdentityField
from ui.widgets.special_fields import PhoneField
from ui.widgets.suggest_field import SuggestField
from ui.widgets.text_fields import LongText, TextField

PROTECTIONS = tuple((protection, protection.text.capitalize()) for protection in Protection)
RELATIONS = (
    *("mor", "far", "styvmor", "styvfar", "mormor", "morfar", "farmor", "farfar", "faster", "farbror"),
    *("moster", "morbror", "syskon", "familjehem", "god man", "särskilt förordnad vårdnadshavare"),
)
SWEDISH = "svenska"
FAMILY_ADULTS = (PartyRole.GUARDIAN, PartyRole.OTHER_ADULT)


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One row: its name in `NewParty`, its label, and the weight with which it takes the room left over."""

    name: str
    label: str
    weight: int = 0


_IDENTITY = RowPlan("identity_number", "Personnummer")
_NAME = RowPlan("name", "Namn", 2)
_PHONE = RowPlan("phone", "Telefon")
_PROTECTION = RowPlan("protection", "Skyddade uppgifter")
_ADDRESS = RowPlan("address", "Adress på en rad", 3)
_LANGUAGE = RowPlan("language", "Språk")
_INTERPRETER = RowPlan("is_interpreter_needed", "Tolk")
_LIVING = RowPlan("is_living_with_child", "Boende")
_BIRTH = RowPlan("birth_date", "Födelsedatum")
_NOTE = RowPlan("note", "Anteckning", 3)
_ROLE = RowPlan("role", "Roll")
_RELATION = RowPlan("relation", "Relation till barnet", 1)
REASON = RowPlan("identity_reason", "Varför behålls numret?", 1)


def first_rows(role: PartyRole) -> tuple[tuple[RowPlan, ...], ...]:
    """The lines that are always shown, in the order one hears it on the phone."""
    if role is PartyRole.CHILD:
        school = RowPlan("organisation", "Skola", 1)
        return (_IDENTITY, _NAME, _PROTECTION), (_BIRTH, school, _LANGUAGE, _INTERPRETER)
    if role in FAMILY_ADULTS:
        return (_NAME, _IDENTITY, _PHONE), (_ADDRESS, _PROTECTION), (_LIVING, _LANGUAGE, _INTERPRETER)
    return ((RowPlan("name", "Namn", 1), RowPlan("organisation", "Organisation", 1), _PHONE),)


def more_rows(role: PartyRole) -> tuple[RowPlan, ...]:
    """What is asked for less often, behind *Mer*."""
    if role is PartyRole.CHILD:
        return _ADDRESS, _PHONE, _NOTE
    return (_ROLE, _RELATION, _BIRTH, _NOTE) if role in FAMILY_ADULTS else (_NOTE,)


def field_of(name: str, today: Callable[[], date], languages: Sequence[str]) -> QWidget:
    """A new field for the row of this name."""
    makers: dict[str, Callable[[], QWidget]] = {
        "identity_number": lambda: IdentityField(today),
        "phone": PhoneField,
        "protection": lambda: ChoiceField(PROTECTIONS),
        "address": AddressField,
        "language": lambda: SuggestField((SWEDISH, *languages), placeholder=SWEDISH),
        "relation": lambda: SuggestField(RELATIONS, chars=14),
        "is_interpreter_needed": lambda: Tick("Tolk behövs"),
        "is_living_with_child": lambda: Tick("Barnet bor här"),
        "birth_date": lambda: DayField(today),
        "role": lambda: ChoiceField([(each, each.text.capitalize()) for each in FAMILY_ADULTS]),
        "note": lambda: LongText(text_limits.NOTE, 2),
        "identity_reason": lambda: TextField(text_limits.LINE, 30),
    }
    return makers.get(name, lambda: TextField(text_limits.NAME, 20))()
