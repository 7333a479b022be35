"""From the facts of a case to what one letter says to one reader: here is decided who is named to whom."""

from allvar_desktop.documents.letter_page import visiting_address
from allvar_desktop.documents.letter_texts import Addressee, Variant
from allvar_desktop.documents.page_frame import PaperIdentity
from allvar_desktop.documents.recipient import Delivery, Recipient
from allvar_desktop.documents.summons_value import Police, Reason, SummonsValue
from allvar_desktop.domain.booking import booked_languages
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.knowledge import may_learn
from allvar_desktop.domain.letter_secrets import hidden_from
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.moment import Moment, to_local
from allvar_desktop.domain.notice import NoticeKind
from allvar_desktop.domain.party import Party, PartyRole
from allvar_desktop.domain.search_key import fold
from allvar_desktop.services.prepared import PaperOrder
from allvar_desktop.services.session import Session

_FROM_POLICE = (NoticeKind.SECTION_34, NoticeKind.SECTION_6)


def summons_value(
    session: Session, facts: CaseFacts, meeting: Meeting, reader: Party, order: PaperOrder
) -> SummonsValue:
    """What the letter to `reader` says. `reader` has the address that the letter goes to."""
    handler = session.tables.accounts.get(meeting.handler_id)
    letterhead, choices = session.settings.letterhead, order.choices
    offence = offence_of(facts, meeting.event_no)
    return SummonsValue(
        paper=paper_identity(session, order),
        sender=letterhead,
        window=session.settings.window,
        recipient=recipient_of(reader, is_by_hand=order.is_by_hand),
        written_on=to_local(session.clock.now()).date(),
        case_number=facts.case.number,
        addressee=addressee(facts, meeting, reader),
        child=given_name(facts.child.name),
        event_day=offence.day if offence else None,
        is_event_day_approximate=bool(offence and offence.at is None and offence.is_approximate),
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place or visiting_address(letterhead),
        room=room_text(meeting.room),
        arrival=choices.arrival,
        signer=handler.name,
        signer_title=handler.title,
        contact_phone=handler.phone or letterhead.phone,
        reason=Reason.SUSPICION if choices.is_suspicion_named else Reason.EVENT,
        suspicion=choices.suspicion,
        is_told_by_police=any(n.kind in _FROM_POLICE for n in facts.notices_of(meeting.event_no)),
        others=others_for(facts, meeting, reader),
        police=_police(facts, meeting, is_sure=choices.is_police_sure),
        also_present=_also_present(facts, meeting, reader),
        interpreter_language=booked_language(meeting, reader),
        talk_label=session.settings.talk_label,
        variant=Variant.EASY if reader.id in choices.easy else Variant.STANDARD,
    )


def paper_identity(session: Session, order: PaperOrder) -> PaperIdentity:
    """Number and log mark, and ÖVNING in a practice register."""
    return PaperIdentity(order.number, order.log_mark, session.is_practice)


def recipient_of(reader: Party, *, is_by_hand: bool) -> Recipient:
    """The reader as the window shows them."""
    return Recipient(
        name=reader.name,
        care_of=reader.care_of,
        street=reader.street,
        apartment=reader.apartment,
        postcode=reader.postcode,
        town=reader.town,
        delivery=Delivery.HAND if is_by_hand else Delivery.POST,
    )


def addressee(facts: CaseFacts, meeting: Meeting, reader: Party) -> Addressee:
    """To an adult who may not learn where the child is, the letter never says that the child is called."""
    if reader.role is PartyRole.CHILD:
        return Addressee.YOUNG
    child = facts.child
    if child not in facts.participants_of(meeting.id) or not may_learn(facts, reader, child):
        return Addressee.ALONE
    return Addressee.GUARDIAN if reader.role is PartyRole.GUARDIAN else Addressee.OTHER


def others_for(facts: CaseFacts, meeting: Meeting, reader: Party) -> tuple[str, ...]:
    """Names of the other adults of the family who are called, as far as this reader may learn of them."""
    return tuple(
        other.name
        for other in facts.participants_of(meeting.id)
        if other.id != reader.id
        and other.role in (PartyRole.GUARDIAN, PartyRole.OTHER_ADULT)
        and other.name
        and may_learn(facts, reader, other)
    )


def booked_language(meeting: Meeting, reader: Party) -> str:
    """The booked language that this reader needs; of another reader's language the letter says nothing."""
    if not reader.is_interpreter_needed:
        return ""
    booked = booked_languages(meeting.interpreter_language)
    return next((language for language in booked if fold(language) == fold(reader.language)), "")


def given_name(name: str) -> str:
    """What a letter calls the child: the first word, also of a name written ``Bergdahl, Elias``."""
    _, comma, after = name.partition(",")
    words = (after if comma and after.strip() else name).split()
    return words[0].strip(",") if words else ""


def offence_of(facts: CaseFacts, event_no: int) -> Moment | None:
    """When it happened, by the latest notice that says."""
    return next((n.offence for n in reversed(facts.notices_of(event_no)) if n.offence), None)


def room_text(room: str) -> str:
    """``rum Eken``."""
    return room if not room or room.casefold().startswith("rum") else f"rum {room}"


def _police(facts: CaseFacts, meeting: Meeting, *, is_sure: bool) -> Police:
    if not is_officer_named(facts, meeting):
        return Police.NO
    return Police.COMING if is_sure else Police.IF_POSSIBLE


def is_officer_named(facts: CaseFacts, meeting: Meeting) -> bool:
    """Only an officer with a recorded consent or ground is mentioned (domain.md §4.7)."""
    officers = [party for party in facts.participants_of(meeting.id) if party.role is PartyRole.POLICE]
    return any(facts.permission_of(officer.id) for officer in officers)


def _also_present(facts: CaseFacts, meeting: Meeting, reader: Party) -> tuple[str, ...]:
    """School and support by name; nobody, when a school could tell this reader where somebody hidden is."""
    if hidden_from(facts, reader):
        return ()
    return tuple(
        _introduced(party)
        for party in facts.participants_of(meeting.id)
        if party.role in (PartyRole.SCHOOL, PartyRole.SUPPORT) and facts.permission_of(party.id)
    )


def _introduced(party: Party) -> str:
    called = " ".join(part for part in (party.relation or party.role.text, party.name) if part)
    return f"{called} från {party.organisation}" if party.organisation else called
