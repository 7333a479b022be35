"""The practice register: a living day at the end of a whole year, with nobody in it who exists."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from allvar_desktop.domain.case_line import NextStep
from allvar_desktop.domain.deadlines import EndReason, State
from allvar_desktop.domain.ending import DelayReason
from allvar_desktop.domain.identity_number import IdentityKind, IdentityNumber, parse_identity
from allvar_desktop.domain.meeting import AskedBy, MeetingState
from allvar_desktop.domain.notice import Arrival, MayBeTold, NoticeKind
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.domain.party import Protection
from allvar_desktop.domain.record import Presence
from allvar_desktop.services import today
from allvar_desktop.services.practice.people import test_numbers as shipped_numbers
from allvar_desktop.services.session import Session
from allvar_desktop.storage.register import Register
from tests.services import practice_year
from tests.services.practice_year import all_facts, deadlines_of, values

MOBILE = re.compile(r"070-174 06 (0[5-9]|[1-9]\d)")
FIXED = re.compile(r"08-465 004 \d\d")
STREETS = (
    *("Övningsvägen", "Exempelstigen", "Kursgränd", "Skisstorget", "Utkastvägen", "Repetitionsgatan"),
    *("Provgatan", "Mallvägen", "Testbacken", "Låtsasgränd", "Blankettstigen", "Försöksallén"),
)
UNSTABLE = {"mac", "digest", "sha256", "log_mark", "pdf", "register_id"}
"""Columns that hang on the random keys of a register."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return practice_year.made_once(tmp_path_factory)


@pytest.fixture
def practice(made: Path, tmp_path: Path) -> Iterator[Session]:
    session = practice_year.opened(made, tmp_path / "practice")
    yield session
    session.register.close()


def digest_of(register: Register) -> dict[str, list[tuple[object, ...]]]:
    tables = [row[0] for row in register.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for table in sorted(set(tables) - {"_sqlite_migrations"}):
        columns = [row[1] for row in register.db.execute(f"PRAGMA table_info({table})").fetchall()]
        kept = ", ".join(column for column in columns if column not in UNSTABLE)
        rows = register.db.execute(f"SELECT {kept} FROM {table}").fetchall()
        found[table] = sorted(rows, key=repr)
    return found


def test_two_registers_tell_the_same_year(practice: Session, tmp_path: Path) -> None:
    again = practice_year.opened(practice_year.made_in(tmp_path / "again"), tmp_path / "copy")
    first, second = digest_of(practice.register), digest_of(again.register)
    again.register.close()
    assert len(first["case_file"]) > 100
    for table, rows in first.items():
        assert rows == second[table], table


def test_who_has_left_is_on_no_unlock_page_and_handles_no_open_case(practice: Session) -> None:
    (gone,) = [account for account in practice.tables.accounts.all() if not account.is_active]
    assert practice.register.keys.contents.account(gone.id) is None
    assert practice.tables.cases.where("handler_id = ?", gone.id)
    assert not practice.tables.cases.where("handler_id = ? AND state = 'open'", gone.id)


def test_the_log_and_the_file_hold_together(practice: Session) -> None:
    assert practice.register.verify_all() == []
    assert practice.register.opening_warning is None


def test_about_120_cases_fill_the_year(practice: Session) -> None:
    cases = practice.tables.cases.where("1")
    assert 110 <= len(cases) <= 135
    assert {case.opened.month for case in cases} == set(range(1, 13))
    assert [case.number for case in cases] == [f"HV-2026-{place:04}" for place in range(1, len(cases) + 1)]


def test_every_identity_number_is_a_published_test_number(practice: Session) -> None:
    shipped = set(shipped_numbers())
    assert len(shipped) > 380
    for party in practice.tables.parties.where("identity_number <> ''"):
        if party.identity_number in shipped:
            continue
        is_local = IdentityNumber(party.identity_number).kind is IdentityKind.OTHER
        is_wrong = bool(parse_identity(party.identity_number, date(2026, 12, 30)).warnings)
        assert is_local or (is_wrong and party.identity_reason)


def test_every_shipped_number_passes_its_check() -> None:
    for number in shipped_numbers():
        assert parse_identity(number, date(2026, 12, 30)).is_clean


def test_a_number_is_one_person_and_a_name_is_one_person(practice: Session) -> None:
    corrected = {row.row_id for row in practice.tables.corrections.where("field = 'name'")}
    people = practice.tables.parties.where("identity_number <> ''")
    names: dict[str, set[str]] = {}
    numbers: dict[str, set[str]] = {}
    for party in people:
        if party.id not in corrected:
            names.setdefault(party.identity_number, set()).add(party.name)
            numbers.setdefault(party.name, set()).add(party.identity_number)
    assert {key for key, found in names.items() if len(found) > 1} == set()
    assert {key for key, found in numbers.items() if len(found) > 1} == set()


def test_a_person_comes_back_only_in_linked_cases(practice: Session) -> None:
    links = {frozenset((link.case_id, link.other_id)) for link in practice.tables.links.where("1")}
    where: dict[str, set[int]] = {}
    for party in practice.tables.parties.where("identity_number <> ''"):
        where.setdefault(party.identity_number, set()).add(party.case_id)
    assert all(len(cases) == 1 or frozenset(cases) in links for cases in where.values())


def test_phones_and_streets_are_nobodys(practice: Session) -> None:
    parties = practice.tables.parties.where("1")
    phones = {party.phone for party in parties if party.phone}
    phones |= {account.phone for account in practice.tables.accounts.all()}
    assert {phone for phone in phones if not (MOBILE.fullmatch(phone) or FIXED.fullmatch(phone))} == set()
    streets = {party.street for party in parties if party.street}
    assert {street for street in streets if not street.startswith(STREETS)} == set()
    homes = {(party.street, party.case_id) for party in parties if party.street}
    assert len(homes) > 100


def test_a_phone_is_shared_by_few_families(practice: Session) -> None:
    cases: dict[str, set[int]] = {}
    for party in practice.tables.parties.where("phone <> ''"):
        cases.setdefault(party.phone, set()).add(party.case_id)
    assert max(len(found) for found in cases.values()) <= 3


@pytest.mark.parametrize(
    ("table", "column", "wanted"),
    [
        ("meeting", "state", {state.value for state in MeetingState}),
        ("meeting", "asked_by", {AskedBy.FAMILY, AskedBy.POLICE, AskedBy.INTERPRETER}),
        ("clock_ending", "reason", {reason.value for reason in EndReason}),
        ("delay", "reason", {reason.value for reason in DelayReason}),
        ("party", "protection", {each.value for each in Protection}),
        ("party", "role", {"child", "guardian", "other_adult", "police", "school", "support"}),
        ("notice", "may_be_told", {answer.value for answer in MayBeTold}),
        ("notice", "arrival", {arrival.value for arrival in Arrival}),
        ("notice", "kind", {NoticeKind.SECTION_34, NoticeKind.SECTION_6, NoticeKind.CONCERN}),
        ("attendance", "presence", {presence.value for presence in Presence}),
        ("protection_assessment", "result", {None, "need", "no_need"}),
        ("preliminary_assessment", "decision", {"already_open", "no_inquiry", "open_inquiry"}),
        ("permission", "kind", {"consent", "ground"}),
        ("safety_decision", "is_joint_meeting_allowed", {0, 1}),
        ("record", "state", {"draft", "locked"}),
        ("paper", "kind", {kind.value for kind in PaperKind}),
        ("paper", "state", {"printed", "voided"}),
        ("case_link", "reason", {"same_event", "earlier_case", "sibling"}),
        ("case_opening", "reason", {"cover"}),
        ("correction", "field", {"phone", "name", "received"}),
    ],
)
def test_whatever_can_happen_happens(practice: Session, table: str, column: str, wanted: set[str]) -> None:
    assert values(practice, table, column) >= wanted


def test_no_answer_about_a_paper_is_missing_when_practice_begins(practice: Session) -> None:
    assert "issued" not in values(practice, "paper", "state")


def test_every_mark_and_most_next_steps_are_to_be_seen(practice: Session) -> None:
    states, steps = set(), set()
    for facts in all_facts(practice):
        found = deadlines_of(practice, facts)
        states |= {clock.talk.state for clock in found.clocks}
        steps.add(practice.tables.case_lines.get(facts.case.id).next_step)
    assert states == set(State)
    # GIVE_DELAY_REASON is said by the day, not by the line.
    assert steps >= set(NextStep) - {NextStep.GIVE_DELAY_REASON}


def test_the_lines_of_the_lists_are_what_they_would_be_if_worked_out_now(practice: Session) -> None:
    for case in practice.tables.cases.where("1"):
        kept = practice.tables.case_lines.get(case.id)
        practice.renew_line(case.id)
        now = practice.tables.case_lines.get(case.id)
        if kept.next_step is NextStep.CHANGE_TIME:  # said of a time after the clock, until the clock is over
            now = replace(now, next_step=kept.next_step, next_text=kept.next_text)
        assert now == kept


def test_clocks_run_across_both_changes_of_time(practice: Session) -> None:
    spans = [
        (clock.talk.start.day, clock.talk.due - clock.talk.start.earliest())
        for facts in all_facts(practice)
        for clock in deadlines_of(practice, facts).clocks
        if clock.talk.start and clock.talk.due
    ]
    assert {span for _, span in spans} == {timedelta(hours=48)}
    days = {day for day, _ in spans}
    assert days & {date(2026, 3, 27), date(2026, 3, 28)}
    assert days >= {date(2026, 10, 24), date(2026, 10, 25)}
    assert days >= {date(2026, 4, 2), date(2026, 6, 18), date(2026, 12, 23), date(2026, 12, 24)}


def test_every_locked_record_has_lines_and_some_are_kept_from_guardians(practice: Session) -> None:
    records = practice.tables.records.where("state = 'locked'")
    lines = practice.tables.statements.where("1")
    assert len(records) > 60
    assert {record.id for record in records} <= {line.meeting_id for line in lines}
    assert any(line.is_withheld for line in lines)
    assert practice.tables.addenda.where("1")
    assert practice.tables.commitments.where("done IS NOT NULL")


def test_the_day_is_alive(practice: Session) -> None:
    view = today.today_view(practice)
    now = practice.clock.now()
    assert view.is_office_open
    assert 8 <= view.clock_count <= 16
    dues = [row.line.clock_due for row in view.clocks if row.line.clock_due]
    assert any(due < now for due in dues)
    assert any(now < due <= now + timedelta(hours=8) for due in dues)
    assert any(row.step is NextStep.GIVE_DELAY_REASON for row in view.clocks)
    assert len([row for row in view.meetings if row.is_readable]) >= 3
    assert 3 <= len(view.waiting) <= 15


def test_a_child_is_of_an_age_to_be_there(practice: Session) -> None:
    for child in practice.tables.parties.where("role = 'child' AND birth_date IS NOT NULL"):
        assert child.birth_date is not None
        assert 2008 <= child.birth_date.year <= 2016
