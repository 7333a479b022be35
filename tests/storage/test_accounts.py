"""The rows of accounts: what is stored comes back, and who may sign in."""

from dataclasses import replace

import pytest

from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.errors import KnownError, NotAllowedError
from allvar_desktop.storage.accounts import Accounts
from allvar_desktop.storage.new_register import FIRST_ACCOUNT
from allvar_desktop.storage.register import Register

OMAR = Account(AccountId(0), "Omar Lind", "socialsekreterare", "08-465 004 11", frozenset({Role.HANDLER}))


@pytest.fixture
def accounts(register: Register) -> Accounts:
    """The table of a new register, with its first account in it."""
    return Accounts(register.db)


def test_an_account_gets_the_next_id_and_comes_back_whole(accounts: Accounts) -> None:
    omar = accounts.add(OMAR)
    assert omar == FIRST_ACCOUNT + 1
    assert accounts.get(omar) == replace(OMAR, id=omar)


def test_an_account_may_choose_its_id(accounts: Accounts) -> None:
    assert accounts.add(replace(OMAR, id=AccountId(40))) == 40
    assert [account.id for account in accounts.all()] == [FIRST_ACCOUNT, 40]


def test_a_changed_account_replaces_the_old_one_alone(accounts: Accounts) -> None:
    omar = accounts.add(OMAR)
    first = accounts.get(FIRST_ACCOUNT)
    changed = Account(omar, "Omar Ask", "", "", frozenset({Role.SUPERVISOR, Role.HANDLER}), is_active=False)
    accounts.save(changed)
    assert accounts.all() == (first, changed)


def test_roles_are_stored_in_their_own_order(accounts: Accounts) -> None:
    accounts.add(replace(OMAR, roles=frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR, Role.HANDLER})))
    (stored,) = accounts._db.execute("SELECT roles FROM account WHERE name = ?", [OMAR.name]).fetchone()
    assert stored.split() == list(Role)


def test_an_account_that_was_never_there_is_not_found(accounts: Accounts) -> None:
    with pytest.raises(LookupError, match="77"):
        accounts.get(AccountId(77))


def test_an_active_account_signs_in(accounts: Accounts) -> None:
    assert accounts.active(FIRST_ACCOUNT) == accounts.get(FIRST_ACCOUNT)


def test_a_slot_without_its_row_is_a_sentence_with_a_next_step(accounts: Accounts) -> None:
    with pytest.raises(KnownError) as caught:
        accounts.active(AccountId(77))
    assert "inte i registret" in caught.value.sentence
    assert "lägg till kontot igen" in caught.value.next_step


def test_an_account_that_has_ended_does_not_sign_in(accounts: Accounts) -> None:
    omar = accounts.add(replace(OMAR, is_active=False))
    with pytest.raises(NotAllowedError):
        accounts.active(omar)
