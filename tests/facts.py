"""Makes the facts of a case for tests of pure functions: each with the defaults of an ordinary one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

from allvar_desktop.domain.case import Case, CaseState
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.contact import Channel, ContactAttempt, ContactResult
from allvar_desktop.domain.ids import AccountId, CaseId, MeetingId, NoticeId, PaperId, PartyId
from allvar_desktop.domain.meeting import Meeting, MeetingState, Participant
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.notice import (
    Arrival,
    MayBeTold,
    Notice,
    NoticeKind,
    ProtectionAssessment,
    ProtectionResult,
)
from allvar_desktop.domain.paper import Paper, PaperKind, PaperState
from allvar_desktop.domain.party import Party, PartyRole, Protection

FRIDA = AccountId(1)
CASE = CaseId(1)
CHILD, SARA, JONAS, OFFICER = PartyId(1), PartyId(2), PartyId(3), PartyId(4)
NOTICE = NoticeId(1)
TALK = MeetingId(1)
NOW = datetime(2026, 3, 27, 15, tzinfo=UTC)
_NEXT = count(1)


def moment(day: int, hour: int, minute: int = 0, month: int = 3) -> Moment:
    return Moment(date(2026, month, day), time(hour, minute))


def child(**changed: Any) -> Party:
    start = Party(CHILD, CASE, PartyRole.CHILD, "Elias Bergdahl", "201307102390", protection=Protection.NONE)
    return replace(start, **{"birth_date": date(2013, 7, 10), **changed})


def guardian(party_id: PartyId = SARA, name: str = "Sara Bergdahl", **changed: Any) -> Party:
    start = Party(
        party_id, CASE, PartyRole.GUARDIAN, name, phone="070-174 06 05", street="Övningsvägen 4",
        apartment="lgh 1102", postcode="162 60", town="Vällingby", protection=Protection.NONE,
    )  # fmt: skip
    return replace(start, **changed)


def officer(**changed: Any) -> Party:
    return replace(Party(OFFICER, CASE, PartyRole.POLICE, "I. Prov", protection=Protection.NONE), **changed)


def notice(**changed: Any) -> Notice:
    start = Notice(
        NOTICE, CASE, 1, NoticeKind.SECTION_34, Arrival.COURIER, moment(27, 15, 40),
        may_be_told=MayBeTold.YES, offence=moment(27, 11, 50), reported=moment(27, 13, 5),
    )  # fmt: skip
    return replace(start, **changed)


def assessed(notice_id: NoticeId = NOTICE) -> ProtectionAssessment:
    return ProtectionAssessment(next(_NEXT), notice_id, moment(27, 15, 50), FRIDA, ProtectionResult.NO_NEED)


def attempt(
    party_id: PartyId, result: ContactResult = ContactResult.COMING, **changed: Any
) -> ContactAttempt:
    start = ContactAttempt(next(_NEXT), CASE, party_id, Channel.PHONE, result, moment(27, 16, 20), FRIDA)
    return replace(start, **changed)


def meeting(**changed: Any) -> Meeting:
    start = Meeting(
        TALK,
        CASE,
        1,
        datetime(2026, 3, 29, 13, tzinfo=UTC),
        60,
        "Eken",
        "",
        FRIDA,
        MeetingState.BOOKED,
        booked=NOW,
    )
    return replace(start, **changed)


def called(*party_ids: PartyId, meeting_id: MeetingId = TALK) -> tuple[Participant, ...]:
    return tuple(Participant(next(_NEXT), meeting_id, party_id) for party_id in party_ids)


def letter(recipient: PartyId | None, **changed: Any) -> Paper:
    number = next(_NEXT)
    start = Paper(
        PaperId(number), f"HV-2026-0001-{number}", PaperKind.SUMMONS, CASE, TALK, recipient,
        PaperState.PRINTED, NOW, FRIDA, "", "", printed=NOW,
    )  # fmt: skip
    return replace(start, **changed)


def facts(**changed: Any) -> CaseFacts:
    """An open case: a child, two guardians at two addresses, an assessed notice that may be told."""
    case = Case(CASE, "HV-2026-0001", FRIDA, CaseState.OPEN, NOW)
    start = CaseFacts(
        case,
        parties=(child(), guardian(), guardian(JONAS, "Jonas Wik", street="Provgatan 19")),
        notices=(notice(),),
        protection_assessments=(assessed(),),
    )
    return replace(start, **changed)
