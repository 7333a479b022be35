"""Persons in a case (part): the child, guardians, and those from outside."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from allvar_desktop.domain.ids import AccountId, CaseId, PartyId
from allvar_desktop.domain.moment import Moment


class PartyRole(StrEnum):
    """As what a person is in the case."""

    CHILD = "child"
    GUARDIAN = "guardian"
    OTHER_ADULT = "other_adult"
    SUPPORT = "support"
    POLICE = "police"
    SCHOOL = "school"
    INTERPRETER = "interpreter"

    @property
    def text(self) -> str:
        return _ROLE_TEXTS[self]

    @property
    def is_family(self) -> bool:
        return self in (PartyRole.CHILD, PartyRole.GUARDIAN, PartyRole.OTHER_ADULT)

    @property
    def needs_permission(self) -> bool:
        """From outside: a consent or a secrecy ground comes before being booked or told (domain.md §4.7)."""
        return self in (PartyRole.POLICE, PartyRole.SCHOOL, PartyRole.SUPPORT)


_ROLE_TEXTS = {
    PartyRole.CHILD: "barnet",
    PartyRole.GUARDIAN: "vårdnadshavare",
    PartyRole.OTHER_ADULT: "annan vuxen",
    PartyRole.SUPPORT: "stödperson",
    PartyRole.POLICE: "polis",
    PartyRole.SCHOOL: "skolkontakt",
    PartyRole.INTERPRETER: "tolk",
}


_NAMELESS = {PartyRole.CHILD: "Okänt barn"}


class Protection(StrEnum):
    """Protection of a person's data; unknown counts as protected (domain.md §4.3)."""

    NONE = "none"
    CONFIDENTIALITY_MARK = "confidentiality_mark"
    PROTECTED_REGISTRATION = "protected_registration"
    UNKNOWN = "unknown"

    @property
    def text(self) -> str:
        return _PROTECTION_TEXTS[self]

    @property
    def is_protected(self) -> bool:
        return self is not Protection.NONE


_PROTECTION_TEXTS = {
    Protection.NONE: "ingen",
    Protection.CONFIDENTIALITY_MARK: "sekretessmarkering",
    Protection.PROTECTED_REGISTRATION: "skyddad folkbokföring",
    Protection.UNKNOWN: "vet inte",
}


@dataclass(frozen=True, slots=True)
class Party:
    """A person in one case. Texts are empty when not known; `identity_number` is stored as twelve digits."""

    id: PartyId
    case_id: CaseId
    role: PartyRole
    name: str = ""
    identity_number: str = ""
    identity_reason: str = ""
    """Why a number that fails its check was kept all the same; empty when it is right or absent."""
    birth_date: date | None = None
    phone: str = ""
    care_of: str = ""
    street: str = ""
    apartment: str = ""
    postcode: str = ""
    town: str = ""
    protection: Protection = Protection.UNKNOWN
    language: str = ""
    is_interpreter_needed: bool = False
    is_living_with_child: bool = False
    relation: str = ""
    organisation: str = ""
    note: str = ""

    @property
    def shown_name(self) -> str:
        """The name, or what to call a person whose name is not known."""
        return self.name or _NAMELESS.get(self.role, f"Okänd {self.role.text}")

    @property
    def address_lines(self) -> tuple[str, ...]:
        """Address as on an envelope, without the name; empty lines left out."""
        street = " ".join(part for part in (self.street, self.apartment) if part)
        town = " ".join(part for part in (self.postcode, self.town) if part)
        care_of = f"c/o {self.care_of}" if self.care_of else ""
        return tuple(line for line in (care_of, street, town) if line)

    @property
    def has_full_address(self) -> bool:
        return bool(self.street and self.postcode and self.town)


@dataclass(frozen=True, slots=True)
class KnowledgePair:
    """Whether `reader_id` may learn where `about_id` is (A får, eller får inte, få veta var B finns)."""

    id: int
    case_id: CaseId
    reader_id: PartyId
    about_id: PartyId
    may_know: bool


class PermissionKind(StrEnum):
    """What lets somebody from outside be told: *samtycke*, or a ground in the secrecy act."""

    CONSENT = "consent"
    GROUND = "ground"


class SecrecyGround(StrEnum):
    """Grounds to choose among for telling someone outside; never prefilled (domain.md §7)."""

    CONSENT_CHILD = "consent_child"
    NECESSARY = "necessary"
    CRIME_PREVENTION = "crime_prevention"
    DUTY = "duty"

    @property
    def text(self) -> str:
        return _GROUND_TEXTS[self]


_GROUND_TEXTS = {
    SecrecyGround.CONSENT_CHILD: "samtycke av den som uppgiften gäller",
    SecrecyGround.NECESSARY: "nödvändigt för att socialtjänsten ska kunna göra sitt arbete",
    SecrecyGround.CRIME_PREVENTION: "förebyggande av brott, till polisen om en ung person",
    SecrecyGround.DUTY: "skyldighet i lag att lämna uppgiften",
}


@dataclass(frozen=True, slots=True)
class Permission:
    """Why somebody from outside may be told: a consent (who gave it, when, to what) or a chosen ground."""

    id: int
    party_id: PartyId
    kind: PermissionKind
    given_by: str
    given_at: Moment
    covers: str
    ground: SecrecyGround | None
    account_id: AccountId


@dataclass(frozen=True, slots=True)
class SafetyDecision:
    """The supervisor's decision that a joint meeting is safe, or not (säkerhetsbeslut)."""

    id: int
    case_id: CaseId
    is_joint_meeting_allowed: bool
    reason: str
    account_id: AccountId
    decided: Moment
