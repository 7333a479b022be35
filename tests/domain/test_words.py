"""Every choice that people see has words, each its own."""

from collections.abc import Iterable
from typing import Protocol

import pytest

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case import LinkReason, OpenReason, case_number
from allvar_desktop.domain.case_choice import DueBy
from allvar_desktop.domain.case_line import NextStep
from allvar_desktop.domain.contact import Channel, ContactResult
from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ending import DelayReason, needs_supervisor
from allvar_desktop.domain.meeting import AskedBy, InterpreterMode, MeetingState
from allvar_desktop.domain.notice import (
    Arrival,
    MayBeTold,
    Mediation,
    NoticeKind,
    PreliminaryDecision,
    ProtectionResult,
)
from allvar_desktop.domain.paper import PaperKind, PaperState, paper_number
from allvar_desktop.domain.party import PartyRole, Protection, SecrecyGround
from allvar_desktop.domain.record import Presence, Section, StatementKind
from tests.facts import child, guardian, meeting

CHOICES = (
    Act, LinkReason, OpenReason, Channel, ContactResult, EndReason, DelayReason, AskedBy, InterpreterMode,
    MeetingState, Arrival, MayBeTold, Mediation, NoticeKind, PreliminaryDecision, ProtectionResult, PaperKind,
    PaperState, PartyRole, Protection, SecrecyGround, Presence, Section, StatementKind,
    DueBy, NextStep,
)  # fmt: skip


class Worded(Protocol):
    @property
    def text(self) -> str: ...


@pytest.mark.parametrize("choice", CHOICES)
def test_each_choice_has_words_of_its_own(choice: Iterable[Worded]) -> None:
    words = [member.text for member in choice]
    assert all(words)
    assert len(set(words)) == len(words)


def test_numbers_are_written_the_same_way_everywhere() -> None:
    assert case_number("HV", 2026, 41) == "HV-2026-0041"
    assert paper_number("HV-2026-0041", 3) == "HV-2026-0041-3"


def test_an_address_leaves_out_what_is_not_known() -> None:
    eva = guardian(care_of="Ottosson", street="Exempelstigen 3 B", apartment="lgh 0902", town="Vällingby")
    assert eva.address_lines == ("c/o Ottosson", "Exempelstigen 3 B lgh 0902", "162 60 Vällingby")
    assert child().address_lines == ()
    assert child(name="").shown_name == "Okänt barn"


def test_a_meeting_ends_after_its_minutes() -> None:
    assert (meeting().ends - meeting().starts).total_seconds() == 3600


def test_only_not_reached_needs_the_supervisor() -> None:
    assert [reason for reason in EndReason if needs_supervisor(reason)] == [EndReason.NOT_REACHED]
