"""Everything about one case, read in one go: all of its rows and none of another's."""

from dataclasses import fields

import pytest

from allvar_desktop.domain.case import CaseLink, LinkReason
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.contact import Channel, ContactAttempt, ContactResult
from allvar_desktop.domain.correction import Correction
from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ending import ClockEnding, Delay, DelayReason, Pause
from allvar_desktop.domain.ids import CaseId, NoticeId, PaperId
from allvar_desktop.domain.meeting import InterpreterMode, MeetingState, Participant
from allvar_desktop.domain.notice import (
    Arrival,
    Notice,
    NoticeKind,
    PreliminaryAssessment,
    PreliminaryDecision,
    ProtectionAssessment,
    ProtectionResult,
)
from allvar_desktop.domain.paper import Paper, PaperKind, PaperState
from allvar_desktop.domain.party import (
    KnowledgePair,
    PartyRole,
    Permission,
    PermissionKind,
    SafetyDecision,
)
from allvar_desktop.domain.record import Record, RecordState
from allvar_desktop.storage.case_facts import load_facts
from allvar_desktop.storage.tables import Tables
from tests.facts import moment
from tests.lines import DUE, FRIDA
from tests.storage.stored import add_case, add_meeting, add_party

AT = moment(27, 16, 20)


def tell(tables: Tables, number: int) -> CaseId:
    """A case with a row of every kind."""
    case = add_case(tables, number)
    child = add_party(tables, case, PartyRole.CHILD, f"Elias {number}")
    sara = add_party(tables, case, PartyRole.GUARDIAN, f"Sara {number}")
    notice = NoticeId(
        tables.notices.add(
            Notice(NoticeId(0), case, 1, NoticeKind.SECTION_34, Arrival.COURIER, AT, told_at=AT)
        )
    )
    decision = PreliminaryDecision.NO_INQUIRY
    tables.protection_assessments.add(ProtectionAssessment(0, notice, AT, FRIDA, ProtectionResult.NO_NEED))
    tables.preliminary_assessments.add(PreliminaryAssessment(0, notice, AT, FRIDA, decision, "Skäl."))
    tables.pairs.add(KnowledgePair(0, case, sara, child, may_know=True))
    tables.permissions.add(Permission(0, sara, PermissionKind.CONSENT, "Sara", AT, "delta", None, FRIDA))
    tables.safety_decisions.add(SafetyDecision(0, case, True, "Lugnt.", FRIDA, AT))
    tables.contacts.add(ContactAttempt(0, case, sara, Channel.PHONE, ContactResult.COMING, AT, FRIDA))
    tables.endings.add(ClockEnding(0, case, 1, EndReason.DECLINED, AT, FRIDA))
    tables.delays.add(Delay(0, case, 1, DelayReason.OTHER, AT, FRIDA))
    tables.pauses.add(Pause(0, case, 1, DelayReason.OTHER, AT, None, FRIDA))
    meeting = add_meeting(
        tables, case, DUE, MeetingState.HELD, interpreter_mode=InterpreterMode.PHONE, began=DUE
    )
    tables.participants.add(Participant(0, meeting, sara))
    tables.records.add(Record(meeting, RecordState.DRAFT, FRIDA, DUE))
    letter = Paper(
        PaperId(0), f"HV-{number}-1", PaperKind.SUMMONS, case, meeting, sara, PaperState.ISSUED, DUE, FRIDA,
        "", "",
    )  # fmt: skip
    tables.papers.add(letter)
    tables.corrections.add(Correction(0, case, "party", sara, "phone", "070", "", "Fel nummer.", FRIDA, DUE))
    return case


def test_every_row_of_the_case_is_there_and_none_of_another(tables: Tables) -> None:
    first, second = tell(tables, 1), tell(tables, 2)
    tables.links.add(CaseLink(0, first, second, LinkReason.SAME_EVENT))
    of_first, of_second = load_facts(tables, first), load_facts(tables, second)
    groups = [field.name for field in fields(CaseFacts) if field.name not in ("case", "links")]
    for group in groups:
        mine, others = getattr(of_first, group), getattr(of_second, group)
        assert len(mine) == len(others) == (2 if group == "parties" else 1), group
        assert {row.id for row in mine}.isdisjoint(row.id for row in others), group
    assert (of_first.case.id, of_second.case.id) == (first, second)
    assert of_first.child.name == "Elias 1"


def test_a_link_is_known_from_both_its_ends(tables: Tables) -> None:
    first, second, third = (add_case(tables, number) for number in (1, 2, 3))
    tables.links.add(CaseLink(0, first, second, LinkReason.SAME_EVENT))
    assert load_facts(tables, first).links == load_facts(tables, second).links != ()
    assert load_facts(tables, third).links == ()


def test_rows_stand_in_the_order_they_were_stored(tables: Tables) -> None:
    case = add_case(tables)
    names = ["Örjan", "Ada", "Bo"]
    for name in names:
        add_party(tables, case, PartyRole.OTHER_ADULT, name)
    assert [party.name for party in load_facts(tables, case).parties] == names


def test_a_case_that_was_never_there_is_not_found(tables: Tables) -> None:
    with pytest.raises(LookupError):
        load_facts(tables, CaseId(99))
