import hashlib
from datetime import timedelta

import pytest
from sqlcipher3 import dbapi2

from allvar_desktop.clock import FixedClock
from allvar_desktop.storage.canonical import canonical
from allvar_desktop.storage.checks import LOG_WAS_CUT
from allvar_desktop.storage.key_contents import Anchor
from allvar_desktop.storage.register import Register
from tests.storage.light_register import act, log

TRIGGERS = ("log_is_in_order", "log_is_not_changed", "log_is_not_cut")


def unguarded(register: Register) -> None:
    """As somebody would who has the key and a tool of their own."""
    for trigger in TRIGGERS:
        register.db.execute(f"DROP TRIGGER {trigger}")


def three_entries(register: Register, clock: FixedClock) -> list[Anchor]:
    heads = []
    for name in "abc":
        heads.append(act(register, clock, name))
        clock.advance(timedelta(minutes=1))
    return heads


def test_a_new_log_is_empty_and_whole(register: Register) -> None:
    assert register.log.head().number == 0
    assert register.log.verify().is_whole
    assert register.log.verify().entries == 0


def test_it_is_known_when_the_last_entry_was_written(register: Register, fixed_clock: FixedClock) -> None:
    assert register.log.latest() is None
    three_entries(register, fixed_clock)
    assert register.log.latest() == fixed_clock.now() - timedelta(minutes=1)
    assert register.log.latest_of("settings.changed") == register.log.latest()
    assert register.log.latest_of("log.broken") is None


def test_entries_are_numbered_from_one_and_chained(register: Register, fixed_clock: FixedClock) -> None:
    heads = three_entries(register, fixed_clock)
    assert [head.number for head in heads] == [1, 2, 3]
    assert len({head.mac for head in heads}) == 3
    assert register.log.head() == heads[-1]
    assert register.log.verify().entries == 3
    assert heads[0].short == heads[0].mac[:8]


def test_an_entry_says_who_when_what_and_of_what(register: Register, fixed_clock: FixedClock) -> None:
    act(register, fixed_clock, "a")
    (row,) = register.db.query("SELECT * FROM log")
    assert (row["at"], row["account_id"], row["act"]) == ("2026-03-27T14:40:00Z", 1, "settings.changed")
    assert (row["case_number"], row["object"]) == (None, "setting:a")


def test_an_entry_outside_of_an_action_is_a_bug(register: Register, fixed_clock: FixedClock) -> None:
    with pytest.raises(RuntimeError):
        log(register, fixed_clock, "a")


def test_an_entry_of_an_undone_action_is_undone_too(register: Register, fixed_clock: FixedClock) -> None:
    def failing() -> None:
        with register.atomic():
            log(register, fixed_clock, "a")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert register.log.head().number == 0


def test_the_digest_is_keyed_and_of_the_whole_row(register: Register) -> None:
    digest = register.log.digest({"name": "a", "paper": b"x"})
    assert digest == register.log.digest({"paper": b"x", "name": "a"})
    assert digest != register.log.digest({"name": "a", "paper": b"y"})
    # Unkeyed, a birth date could be found by trying all of them.
    assert digest != hashlib.sha256(canonical({"name": "a", "paper": b"x"})).hexdigest()
    assert len(digest) == 64


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET object = 'x' WHERE number = 2",
        "DELETE FROM log WHERE number = 3",
        "DELETE FROM log",
        "INSERT OR REPLACE INTO log SELECT * FROM log WHERE number = 1",
        "INSERT INTO log SELECT 9, at, account_id, act, case_number, object, digest, mac FROM log LIMIT 1",
    ],
)
def test_the_register_itself_refuses_to_change_or_cut_the_log(
    register: Register, fixed_clock: FixedClock, statement: str
) -> None:
    three_entries(register, fixed_clock)
    with pytest.raises(dbapi2.IntegrityError):
        register.db.execute(statement)
    assert register.log.verify().entries == 3


@pytest.mark.parametrize(
    "change",
    [
        "at = '2026-03-27T14:40:01Z'",
        "account_id = 2",
        "act = 'x'",
        "case_number = 'x'",
        "object = 'x'",
        "digest = 'x'",
        "mac = (SELECT mac FROM log WHERE number = 1)",
    ],
)
def test_each_field_of_an_entry_is_under_the_chain(
    register: Register, fixed_clock: FixedClock, change: str
) -> None:
    three_entries(register, fixed_clock)
    unguarded(register)
    register.db.execute(f"UPDATE log SET {change} WHERE number = 2")
    check = register.log.verify()
    assert (check.broken_at, check.entries, check.is_whole) == (2, 1, False)
    assert "2" in check.sentence


def test_an_entry_taken_out_is_named(register: Register, fixed_clock: FixedClock) -> None:
    three_entries(register, fixed_clock)
    unguarded(register)
    register.db.execute("DELETE FROM log WHERE number = 2")
    check = register.log.verify()
    assert check.broken_at == 2
    assert check.sentence == "Loggens post 2 saknas."


def test_two_entries_that_changed_places_are_named(register: Register, fixed_clock: FixedClock) -> None:
    three_entries(register, fixed_clock)
    unguarded(register)
    for old, new in ((2, 99), (3, 2), (99, 3)):
        register.db.execute("UPDATE log SET number = ? WHERE number = ?", (new, old))
    assert register.log.verify().broken_at == 2


def test_a_cut_tail_is_seen_only_against_the_head_kept_outside(
    register: Register, fixed_clock: FixedClock
) -> None:
    heads = three_entries(register, fixed_clock)
    unguarded(register)
    register.db.execute("DELETE FROM log WHERE number = 3")
    assert register.log.verify().is_whole
    assert not register.log.has(heads[2])
    assert register.log.has(heads[1])
    assert register.verify_all() == [LOG_WAS_CUT]


def test_a_known_head_spares_reading_what_came_before(register: Register, fixed_clock: FixedClock) -> None:
    heads = three_entries(register, fixed_clock)
    unguarded(register)
    register.db.execute("UPDATE log SET object = 'x' WHERE number = 1")
    assert register.log.verify(after=heads[0]).entries == 3
    assert register.log.verify().broken_at == 1


def test_acts_of_one_kind_after_a_head_are_told_from_others(
    register: Register, fixed_clock: FixedClock
) -> None:
    heads = three_entries(register, fixed_clock)
    assert register.log.has_other_than("backup.made", heads[1])
    assert not register.log.has_other_than("settings.changed", heads[1])
    assert not register.log.has_other_than("backup.made", heads[2])
