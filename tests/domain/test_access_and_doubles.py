"""Who may see what, and whether a child is entered already."""

from datetime import UTC, date, datetime

import pytest

from allvar_desktop.domain.access import may_read, without_details
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.case_line import CaseLine, NextStep
from allvar_desktop.domain.changes import changes, shown
from allvar_desktop.domain.doubles import KnownChild, find_doubles
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.notice import MayBeTold
from allvar_desktop.domain.text_limits import NAME, check_text, tidy
from tests.facts import guardian, moment

BORN = date(2013, 7, 10)
KNOWN = KnownChild(CaseId(1), "HV-2025-0117", True, "Elias Bergdahl", "201307102390", BORN, True)


def account(*roles: Role) -> Account:
    return Account(AccountId(1), "Frida Ek", "socialsekreterare", "", frozenset(roles))


@pytest.mark.parametrize(
    ("roles", "handler", "may"),
    [
        ({Role.HANDLER}, 1, True),
        ({Role.HANDLER}, None, True),
        ({Role.HANDLER}, 2, False),
        ({Role.SUPERVISOR}, 2, True),
        ({Role.ADMINISTRATOR}, 1, False),
        ({Role.ADMINISTRATOR}, None, False),
    ],
)
def test_a_handler_reads_own_and_unassigned_cases(
    roles: set[Role], handler: AccountId | None, may: bool
) -> None:
    assert may_read(account(*roles), handler) is may


def test_the_administrator_alone_sees_no_cases() -> None:
    assert not account(Role.ADMINISTRATOR).may_see_cases
    assert account(Role.ADMINISTRATOR, Role.HANDLER).may_see_cases
    assert account(Role.ADMINISTRATOR).is_administrator
    assert account().signature == "F. Ek"
    assert Account(AccountId(2), "Frida", "", "", frozenset()).signature == "Frida"
    assert [role.text for role in Role] == ["handläggare", "gruppledare", "administratör"]


def test_a_colleagues_line_says_nothing_of_the_child() -> None:
    line = CaseLine(
        CaseId(1), "HV-2026-0001", "Nora Hedman", "nora hedman", BORN, True, AccountId(2), True,
        datetime(2026, 4, 9, tzinfo=UTC), None, "", False, False, NextStep.CALL, "Ring Mikaela.", None, None,
    )  # fmt: skip
    hidden = without_details(line)
    assert "Hedman" not in repr(hidden)
    assert "Mikaela" not in repr(hidden)
    assert hidden.number == "HV-2026-0001"
    assert hidden.birth_date is None
    assert not hidden.is_protected


@pytest.mark.parametrize(
    ("name", "number", "born", "reason"),
    [
        ("Någon Annan", "201307102390", None, "Samma personnummer."),
        ("Elias Bergdal", "", BORN, "Samma födelsedag, liknande namn."),
        ("Bergdahl Elias", "", BORN, "Samma födelsedag och namn."),
        ("Elias Bergdahl", "", None, "Samma eller mycket likt namn."),
    ],
)
def test_a_likely_double_comes_with_its_reason(
    name: str, number: str, born: date | None, reason: str
) -> None:
    assert [double.reason for double in find_doubles(name, number, born, (KNOWN,))] == [reason]


@pytest.mark.parametrize(
    ("name", "born"),
    [("Elias Bergdahl", date(2012, 1, 1)), ("Nora Hedman", BORN), ("", BORN), ("Elias", None)],
)
def test_another_child_is_no_double(name: str, born: date | None) -> None:
    assert find_doubles(name, "", born, (KNOWN,)) == ()


def test_changed_fields_are_told_as_people_read_them() -> None:
    old, new = guardian(), guardian(phone="", is_interpreter_needed=True)
    assert [(c.field, c.old, c.new) for c in changes(old, new)] == [
        ("phone", "070-174 06 05", ""),
        ("is_interpreter_needed", "nej", "ja"),
    ]
    assert shown(None) == ""
    assert shown(MayBeTold.NOT_ASKED) == "inte frågat"
    assert shown(moment(27, 15, 40)) == "2026-03-27 15.40"
    assert shown(Moment(date(2026, 3, 27), is_approximate=True)) == "ungefär 2026-03-27 okänd tid"


def test_a_text_is_checked_and_tidied() -> None:
    assert check_text("name", "Namnet", "Åsa\nÖhrn", NAME) == ()
    assert "120" in check_text("name", "Namnet", "x" * 121, NAME)[0].message
    assert check_text("name", "Namnet", "\ud800", NAME)
    assert tidy("  A\u030asa ") == "Åsa"
