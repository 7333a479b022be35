"""What must be so before the family is contacted, called or written to (domain.md §4)."""

from dataclasses import dataclass
from enum import StrEnum

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import NoticeId, PartyId
from allvar_desktop.domain.knowledge import Knowledge, joint_meeting_conflicts, knowledge, pairs_with
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.notice import MayBeTold
from allvar_desktop.domain.party import Party, PartyRole, Protection

OWN_LETTER_AGE = 15
"""Children of this age and over get a letter of their own (domain.md §4.6)."""
OF_AGE = 18
"""From this age nobody is anybody's guardian any more."""


class Remedy(StrEnum):
    """What to do about a failed check; the page knows which dialog that is."""

    ASSESS_PROTECTION = "assess_protection"
    ASK_POLICE = "ask_police"
    CALL_BOTH = "call_both"
    SET_PROTECTION = "set_protection"
    SET_PAIR = "set_pair"
    SAFETY_DECISION = "safety_decision"
    RECORD_PERMISSION = "record_permission"
    CORRECT_PARTY = "correct_party"
    CORRECT_NOTICE = "correct_notice"
    HAND_OVER = "hand_over"
    CHANGE_TIME = "change_time"
    SETTINGS = "settings"
    NONE = "none"

    @property
    def text(self) -> str:
        return _REMEDY_TEXTS[self]


_REMEDY_TEXTS = {
    Remedy.ASSESS_PROTECTION: "Skyddsbedöm",
    Remedy.ASK_POLICE: "Fråga polisen",
    Remedy.CALL_BOTH: "Ange varför",
    Remedy.SET_PROTECTION: "Ange skydd",
    Remedy.SET_PAIR: "Ange vem som får veta",
    Remedy.SAFETY_DECISION: "Säkerhetsbeslut",
    Remedy.RECORD_PERMISSION: "Ange samtycke eller grund",
    Remedy.CORRECT_PARTY: "Rätta",
    Remedy.CORRECT_NOTICE: "Rätta underrättelsen",
    Remedy.HAND_OVER: "Lämna för hand",
    Remedy.CHANGE_TIME: "Ändra tid",
    Remedy.SETTINGS: "Inställningar",
    Remedy.NONE: "",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One check and its answer. A failed one that `is_blocking` stops the letter; else it only warns."""

    label: str
    is_passed: bool
    detail: str = ""
    remedy: Remedy = Remedy.NONE
    party_id: PartyId | None = None
    about_id: PartyId | None = None
    """With `SET_PAIR`: whom `party_id` may or may not learn about."""
    notice_id: NoticeId | None = None
    is_blocking: bool = True

    @property
    def is_stop(self) -> bool:
        return self.is_blocking and not self.is_passed


def contact_checks(facts: CaseFacts, event_no: int) -> tuple[Check, ...]:
    """What comes before guardians are contacted: the protection assessment, and the word of the police."""
    return (*_assessment_checks(facts, event_no), _told_check(facts, event_no))


def letter_checks(
    facts: CaseFacts, meeting: Meeting, recipient: Party, *, by_hand: bool
) -> tuple[Check, ...]:
    """The gates of one summons that need no look at the finished letter."""
    called = facts.participants_of(meeting.id)
    return (
        *contact_checks(facts, meeting.event_no),
        both_guardians_check(facts, facts.called_to(meeting.event_no)),
        _own_protection_check(recipient, by_hand=by_hand),
        *_knowledge_checks(facts, recipient, called),
        *_permission_checks(facts, called),
        *_address_checks(recipient, by_hand=by_hand),
    )


def copy_checks(facts: CaseFacts, recipient: Party, *, by_hand: bool) -> tuple[Check, ...]:
    """The gates of one family copy: the talk is held, so only its reader and the address are asked about."""
    return (
        _own_protection_check(recipient, by_hand=by_hand),
        *(_unanswered_pair(reader, about) for reader, about in _open_pairs(facts, recipient)),
        *_address_checks(recipient, by_hand=by_hand),
    )


def both_guardians_check(facts: CaseFacts, called: tuple[Party, ...]) -> Check:
    """Both guardians are called, or a written reason why not is on the case."""
    missing = [guardian for guardian in facts.guardians if guardian not in called]
    if not missing:
        return Check("Alla vårdnadshavare i ärendet kallas", is_passed=True)
    if facts.case.both_guardians_note:
        return Check("Inte alla vårdnadshavare kallas, orsaken är antecknad", is_passed=True)
    names = " och ".join(guardian.shown_name for guardian in missing)
    return Check(
        "Alla vårdnadshavare kallas inte",
        is_passed=False,
        detail=f"{names} är inte kallad. Kalla, eller skriv varför inte.",
        remedy=Remedy.CALL_BOTH,
        party_id=missing[0].id,
    )


def _assessment_checks(facts: CaseFacts, event_no: int) -> tuple[Check, ...]:
    missing = [n for n in facts.notices_of(event_no) if facts.protection_assessment_of(n.id) is None]
    if not missing:
        return (Check("Skyddsbedömning är gjord", is_passed=True),)
    return tuple(
        Check(
            "Skyddsbedömning saknas",
            is_passed=False,
            detail="Den görs innan vårdnadshavarna kontaktas.",
            remedy=Remedy.ASSESS_PROTECTION,
            notice_id=notice.id,
        )
        for notice in missing
    )


def _told_check(facts: CaseFacts, event_no: int) -> Check:
    answer = facts.may_be_told(event_no)
    if answer is MayBeTold.YES:
        return Check("Polisen har sagt ja", is_passed=True)
    unanswered = [n for n in facts.notices_of(event_no) if n.may_be_told is not MayBeTold.YES]
    detail = "Polisen ber oss vänta." if answer is MayBeTold.NO else "Fråga om familjen får underrättas."
    return Check(
        "Polisen har inte sagt ja",
        is_passed=False,
        detail=detail,
        remedy=Remedy.ASK_POLICE,
        notice_id=unanswered[0].id if unanswered else None,
    )


def _own_protection_check(recipient: Party, *, by_hand: bool) -> Check:
    if recipient.protection is Protection.UNKNOWN:
        return Check(
            "Skydd är inte angivet för mottagaren",
            is_passed=False,
            detail=f"Fråga om {recipient.shown_name} har skyddade uppgifter. Okänt räknas som skyddat.",
            remedy=Remedy.SET_PROTECTION,
            party_id=recipient.id,
        )
    if recipient.protection is Protection.PROTECTED_REGISTRATION and not by_hand:
        return Check(
            "Mottagaren har skyddad folkbokföring",
            is_passed=False,
            detail="Post går genom Skatteverket och hinner inte fram. Ring, och lämna brevet för hand.",
            remedy=Remedy.HAND_OVER,
            party_id=recipient.id,
        )
    return Check("Mottagarens skydd är angivet", is_passed=True)


def _knowledge_checks(facts: CaseFacts, recipient: Party, called: tuple[Party, ...]) -> tuple[Check, ...]:
    """Of all in the family whom the letter could give away, and of all who would sit at one table."""
    open_pairs = _open_pairs(facts, recipient)
    open_pairs += [pair for pair in pairs_with(facts, called, Knowledge.UNANSWERED) if pair not in open_pairs]
    if open_pairs:
        return tuple(_unanswered_pair(reader, about) for reader, about in open_pairs)
    conflicts = joint_meeting_conflicts(facts, called)
    decision = facts.safety_decision
    if conflicts and not (decision and decision.is_joint_meeting_allowed):
        return (_no_safety_decision(*conflicts[0]),)
    return (Check("Brevet röjer inget om någon som är skyddad", is_passed=True),)


def _open_pairs(facts: CaseFacts, reader: Party) -> list[tuple[Party, Party]]:
    """Those in the family of whom nobody has said whether the reader may learn where they are."""
    others = [other for other in facts.family if other.id != reader.id]
    return [(reader, o) for o in others if knowledge(facts, reader, o) is Knowledge.UNANSWERED]


def _no_safety_decision(reader: Party, about: Party) -> Check:
    return Check(
        "Gemensamt samtal utan säkerhetsbeslut",
        is_passed=False,
        detail=f"{reader.shown_name} får inte få veta var {about.shown_name} finns. Boka skilda samtal, "
        "eller be gruppledaren om ett säkerhetsbeslut.",
        remedy=Remedy.SAFETY_DECISION,
        party_id=reader.id,
    )


def _unanswered_pair(reader: Party, about: Party) -> Check:
    return Check(
        "Oklart vem som får veta",
        is_passed=False,
        detail=f"Får {reader.shown_name} veta var {about.shown_name} finns? {_why_asked(about)}",
        remedy=Remedy.SET_PAIR,
        party_id=reader.id,
        about_id=about.id,
    )


def _why_asked(about: Party) -> str:
    """A child without protection of its own is asked about for the sake of who it lives with."""
    if about.protection.is_protected:
        return f"Skydd: {about.protection.text}."
    return "Barnet bor hos någon som är skyddad."


def _permission_checks(facts: CaseFacts, called: tuple[Party, ...]) -> tuple[Check, ...]:
    outside = [party for party in called if party.role.needs_permission]
    missing = [party for party in outside if facts.permission_of(party.id) is None]
    if not missing:
        return (Check("Samtycke eller grund finns för alla utifrån", is_passed=True),) if outside else ()
    return tuple(
        Check(
            f"Samtycke eller grund saknas: {party.role.text}",
            is_passed=False,
            detail=f"{party.shown_name} får inte bokas eller få veta något förrän det finns.",
            remedy=Remedy.RECORD_PERMISSION,
            party_id=party.id,
        )
        for party in missing
    )


def _address_checks(recipient: Party, *, by_hand: bool) -> tuple[Check, ...]:
    if not recipient.name:
        return (_missing(recipient, "Mottagarens namn saknas", "Fråga vad mottagaren heter."),)
    if by_hand or recipient.has_full_address:
        return ()
    return (
        _missing(
            recipient,
            "Mottagarens adress saknas",
            "Fyll i gata, postnummer och ort, eller lämna brevet för hand.",
        ),
    )


def _missing(recipient: Party, label: str, detail: str) -> Check:
    return Check(label, is_passed=False, detail=detail, remedy=Remedy.CORRECT_PARTY, party_id=recipient.id)


def age_checks(facts: CaseFacts, recipient: Party, child_age: int | None) -> tuple[Check, ...]:
    """A warning on a paper to somebody else about a young person of age, or of an age that nobody knows."""
    name = facts.child.shown_name
    if child_age is None:
        return (
            Check(
                "Barnets ålder är okänd",
                is_passed=False,
                detail=f"Från 15 år får barnet ett eget brev. Fråga när {name} är född.",
                remedy=Remedy.CORRECT_PARTY,
                party_id=facts.child.id,
                is_blocking=False,
            ),
        )
    if recipient.role is PartyRole.CHILD or child_age < OF_AGE:
        return ()
    return (
        Check(
            f"{name} har fyllt 18 år",
            is_passed=False,
            detail=f"Ingen är längre vårdnadshavare. Skriv bara till andra om {name} har samtyckt till det.",
            is_blocking=False,
        ),
    )


def letter_recipients(facts: CaseFacts, meeting: Meeting, child_age: int | None) -> tuple[Party, ...]:
    """One letter for each called guardian or other adult of the family, and for a child of 15 or over."""
    return tuple(
        party
        for party in facts.participants_of(meeting.id)
        if party.role in (PartyRole.GUARDIAN, PartyRole.OTHER_ADULT)
        or (party.role is PartyRole.CHILD and child_age is not None and child_age >= OWN_LETTER_AGE)
    )
