"""The talk itself, and what is written down of it."""

from datetime import timedelta
from typing import Any

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.party import Party, PartyRole
from allvar_desktop.domain.record import Presence, Section, SourceKind, StatementKind
from allvar_desktop.domain.record_contents import NewCommitment, NewStatement
from allvar_desktop.services import commitments, record_editing, records
from allvar_desktop.services.practice.casework import CaseWork
from allvar_desktop.services.practice.course import Phase, practice_data
from allvar_desktop.services.practice.year import Story

_RARE = 0.2
_USUAL = 0.75


def hold(work: CaseWork) -> Story:
    """The talk begins, is written down, and ends."""
    meeting = work.meeting
    yield meeting.starts + timedelta(minutes=work.office.chance.choice((0, 0, 2, 4, 7)))
    records.begin_meeting(work.session, meeting.id)
    records.begin_editing(work.session, meeting.id)
    present = _note_attendance(work)
    lines = practice_data("talks")["line"]
    _write_lines(work, present, lines[:4] if work.course.stops_at(Phase.BEGUN) else lines)
    if work.reach(Phase.BEGUN):
        return
    yield work.now + timedelta(minutes=work.office.chance.randint(35, 70))
    _promise(work, present)
    records.end_meeting(work.session, meeting.id)
    records.end_editing(work.session, meeting.id)
    work.reach(Phase.HELD)


def lock(work: CaseWork) -> Story:
    """A working day or two later the record is locked; now and then somebody adds to it."""
    yield work.office.in_office(work.now, work.office.chance.choice((0, 1, 1, 2)))
    records.lock_record(work.session, work.meeting_id)
    if work.course.addendum:
        yield work.office.in_office(work.now, 4)
        records.add_addendum(work.session, work.meeting_id, work.because("addendum"))
    work.reach(Phase.LOCKED)


def keep_promises(work: CaseWork) -> Story:
    """What the staff promised at the talks of the case is done in time, unless its day is the course's."""
    if work.course.commitment_days:
        return
    of_case = "meeting_id IN (SELECT id FROM meeting WHERE case_id = ?)"
    rows = work.session.tables.commitments.where(
        f"{of_case} AND account_id IS NOT NULL AND done IS NULL", work.case_id
    )
    for row in rows:
        yield work.office.in_office(work.now, 2)
        commitments.mark_commitment_done(work.session, row.id)


def _note_attendance(work: CaseWork) -> tuple[Party, ...]:
    """Who came; all of them, but for what the course says and an officer who is late."""
    facts = work.facts
    called = facts.participants_of(work.meeting_id)
    is_joint = len([party for party in called if party.role is PartyRole.GUARDIAN]) > 1
    absent = called[-1] if work.course.one_is_absent and is_joint else None
    for party in called:
        presence, reason = Presence.CAME, ""
        if party is absent:
            presence, reason = Presence.ABSENT, work.because("absent")
        elif party.role is PartyRole.POLICE and work.office.chance.random() < _RARE:
            presence, reason = Presence.LATE, work.because("late_guest")
        record_editing.set_attendance(work.session, work.meeting_id, party.id, presence, reason)
    return tuple(party for party in called if party is not absent)


def _write_lines(work: CaseWork, present: tuple[Party, ...], lines: list[dict[str, Any]]) -> None:
    is_silent = work.course.child_is_silent or work.facts.child not in present
    if is_silent:
        reason = work.because("child_view_missing")
        record_editing.note_child_view_missing(work.session, work.meeting_id, reason)
    for line in lines:
        if is_silent and line["who"] == "child":
            continue
        is_kept = line["section"] == Section.CHILD and not line.get("is_rare")
        if not is_kept and work.office.chance.random() > (_RARE if line.get("is_rare") else _USUAL):
            continue
        statement = _statement(work, present, line)
        if statement is not None:
            record_editing.add_statement(work.session, work.meeting_id, statement)


def _statement(work: CaseWork, present: tuple[Party, ...], line: dict[str, Any]) -> NewStatement | None:
    """The line as somebody says it; None when nobody is there to say it."""
    source, who = _SOURCES.get(line["who"], SourceKind.PARTY), None
    if source is SourceKind.PARTY:
        who = _speaker(work.facts, present, line["who"])
        if who is None:
            return None
    return NewStatement(
        section=Section(line["section"]),
        text=work.office.chance.choice(line["texts"]),
        source=source,
        source_party_id=who,
        kind=StatementKind(line["kind"]),
        is_withheld=line.get("is_withheld", False),
    )


_SOURCES = {"notice": SourceKind.NOTICE, "own": SourceKind.OWN_OBSERVATION}


def _speaker(facts: CaseFacts, present: tuple[Party, ...], word: str) -> PartyId | None:
    guardians = [party for party in facts.guardians if party in present]
    people = {
        "child": facts.child if facts.child in present else None,
        "guardian": guardians[0] if guardians else None,
        "other_guardian": guardians[1] if len(guardians) > 1 else None,
        "police": next((party for party in present if party.role is PartyRole.POLICE), None),
    }
    party = people[word]
    return party.id if party else None


def _promise(work: CaseWork, present: tuple[Party, ...]) -> None:
    """What is agreed: by the child, a guardian and the staff."""
    today = to_local(work.now).date()
    for row in practice_data("talks")["commitment"]:
        is_staff = row["who"] == "staff"
        who = None if is_staff else _speaker(work.facts, present, row["who"])
        if not is_staff and who is None:
            continue
        days = work.course.commitment_days if is_staff and work.course.commitment_days else row["days"]
        commitment = NewCommitment(
            text=work.office.chance.choice(row["texts"]),
            party_id=who,
            account_id=work.session.account.id if is_staff else None,
            due=today + timedelta(days=days),
        )
        commitments.add_commitment(work.session, work.meeting_id, commitment)
