"""A register as large as a city part's in ten years: 10,000 cases with ten people each, written in bulk."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.domain.search_key import fold, search_terms
from allvar_desktop.domain.settings import Letterhead, UnitSettings
from allvar_desktop.services.search_terms import identity_terms, number_terms
from allvar_desktop.services.session import Session
from allvar_desktop.storage.instants import instant_to_text
from allvar_desktop.storage.new_register import FIRST_ACCOUNT, create_register, prepare_keys
from allvar_desktop.storage.opening import unlock
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.tables import Tables

PASSWORD = "lugn sommarkväll vid sjön"
NOW = datetime(2026, 3, 29, 8, 20, tzinfo=UTC)
CASES, PEOPLE_PER_CASE, HANDLERS = 10_000, 10, 12
FRIDA = Account(FIRST_ACCOUNT, "Frida Ek", "socialsekreterare", "08-465 004 10", frozenset({Role.HANDLER}))

_FIRST = ("Anna", "Elias", "Sara", "Jonas", "Nora", "Yusuf", "Leo", "Åsa", "Örjan", "Tindra", "Wilma",
          "Ivar", "Hamid", "Greta", "Karim", "Lova", "Bo", "Maja", "Disa", "Edvin")  # fmt: skip
_STEMS = ("Berg", "Sand", "Hed", "Falk", "Lind", "Ek", "Gran", "Sjö", "Äng", "Kvist", "Norr", "Väster",
          "Bjur", "Ström", "Dal", "Alm", "Rönn", "Tall", "Öst", "Holm")  # fmt: skip
_ENDINGS = ("påhitt", "prov", "övning", "exempel", "lek", "låtsas", "dikt", "saga", "test", "skiss")
_OPEN_SHARE = 25
"""One case in so many is open."""
_DRAFTS = range(CASES - 28, CASES - 340, -36)
"""Cases of Frida's, of the last months, whose record is not locked."""


def make(folder: Path) -> Session:
    """The large register in `folder`, with Frida signed in; some seconds."""
    clock = FixedClock(NOW)
    register = create_register(
        folder,
        kind=RegisterKind.REAL,
        unit_name="Prövostads enhet",
        account_name=FRIDA.name,
        keys=prepare_keys(PASSWORD),
        clock=clock,
    )
    with register.atomic():
        _fill(register)
    return Session(register, FRIDA, clock)


def open_again(folder: Path) -> Session:
    """The large register opened anew, as after unlocking: nothing of it is in memory yet."""
    clock = FixedClock(NOW)
    return Session(unlock(folder, FRIDA.id, PASSWORD, clock), FRIDA, clock)


def _fill(register: Register) -> None:
    tables = Tables(register.db)
    letterhead = Letterhead(city="Prövostad", district="Prövostad", unit="Ungdomsenheten")
    tables.settings.save(UnitSettings(letterhead=letterhead, rooms=("Eken", "Linden")))
    tables.accounts.add(FRIDA)
    for number in range(2, HANDLERS + 1):
        roles = frozenset({Role.HANDLER})
        tables.accounts.add(Account(AccountId(number), f"Kollega {_STEMS[number]}", "", "", roles))
    for table, rows in (
        ("case_file", _cases()),
        ("party", _people()),
        ("case_line", _lines()),
        ("meeting", _meetings()),
        ("participant", _participants()),
        ("record", _records()),
        ("commitment", _commitments()),
        ("search_term", sorted(_terms())),
    ):
        _write(register, table, iter(rows))


def _write(register: Register, table: str, rows: Iterator[tuple[Any, ...]]) -> None:
    first = next(rows)
    sql = f"INSERT INTO {table} VALUES ({', '.join('?' for _ in first)})"
    register.db.execute(sql, first)
    while piece := list(islice(rows, 5_000)):
        register.db.conn.executemany(sql, piece)


def _number(case: int) -> str:
    return f"PR-{2017 + case // 1100}-{case % 1100 + 1:04d}"


def _is_open(case: int) -> bool:
    return case % _OPEN_SHARE == 0


def _handler(case: int) -> int | None:
    return None if case % 400 == 0 else case % 12 + 1


def _opened(case: int) -> datetime:
    return NOW - timedelta(hours=8 * (CASES - case))


def _name(person: int) -> str:
    mixed = person * 2_654_435_761 % 2**32 >> 8
    first = _FIRST[mixed % len(_FIRST)]
    last = _STEMS[mixed // 20 % len(_STEMS)] + _ENDINGS[mixed // 400 % len(_ENDINGS)]
    return f"{first} {last}"


def _identity(person: int) -> str:
    # Months 13 to 24: nobody has such a number.
    return f"20{person % 20:02}{13 + person % 12:02}{1 + person % 28:02}{person % 9973:04}"


def _people_ids(case: int) -> range:
    return range(case * PEOPLE_PER_CASE, (case + 1) * PEOPLE_PER_CASE)


def _cases() -> Iterator[tuple[Any, ...]]:
    for case in range(CASES):
        opened = instant_to_text(_opened(case))
        state, closed = ("open", None) if _is_open(case) else ("closed", opened)
        yield case + 1, _number(case), _handler(case), state, opened, closed, "", ""


def _people() -> Iterator[tuple[Any, ...]]:
    for case in range(CASES):
        for place, person in enumerate(_people_ids(case)):
            role = "child" if place == 0 else "guardian" if place < 3 else "other_adult"
            birth = (
                date(2010 + person % 5, 1 + person % 12, 1 + person % 28).isoformat() if place == 0 else None
            )
            yield (
                person + 1, case + 1, role, _name(person), _identity(person), "", birth, "", "", "", "", "",
                "", "none", "sv", 0, 1, "", "", "",
            )  # fmt: skip


def _lines() -> Iterator[tuple[Any, ...]]:
    for case in range(CASES):
        name = _name(case * PEOPLE_PER_CASE)
        is_open = _is_open(case)
        # Half of the open ones run: some late, some urgent, some with time left.
        due = NOW + timedelta(hours=case % 50 - 6) if is_open else _opened(case) + timedelta(hours=48)
        is_running = is_open and case % 50 == 0
        stopped = None if is_running else instant_to_text(due - timedelta(hours=case % 60 - 10))
        step, text = ("call", "Ring Sara Påhitt.") if is_running else ("follow_up", "Samtal hållet.")
        birth = date(2010 + case % 5, 1 + case % 12, 1 + case % 28).isoformat()
        yield (
            case + 1, _number(case), name, fold(name), birth, int(case % 90 == 0), _handler(case),
            int(is_open), instant_to_text(due), stopped, "", 0, 0, step, text, None, None,
        )  # fmt: skip


def _meetings() -> Iterator[tuple[Any, ...]]:
    for case in range(CASES):
        is_today = case % 1000 == 0
        starts = NOW + timedelta(hours=case / 1000) if is_today else _opened(case) + timedelta(hours=40)
        state = "booked" if is_today else "held"
        began = None if is_today else instant_to_text(starts)
        yield (
            case + 1, case + 1, 1, instant_to_text(starts), 60, "Eken", "", _handler(case) or 1, state, "",
            None, "", "", None, None, began, began, instant_to_text(_opened(case)), None,
        )  # fmt: skip


def _participants() -> Iterator[tuple[Any, ...]]:
    for case in range(CASES):
        for place, person in enumerate(list(_people_ids(case))[:3]):
            yield case * 3 + place + 1, case + 1, person + 1


def _records() -> Iterator[tuple[Any, ...]]:
    for case in range(CASES):
        if case % 1000 == 0:
            continue
        state = "draft" if case in _DRAFTS else "locked"
        begun = instant_to_text(_opened(case))
        yield case + 1, state, _handler(case) or 1, begun, "", begun if state == "locked" else None, None


def _commitments() -> Iterator[tuple[Any, ...]]:
    # Of the drafts alone: the register lets nobody add to a locked record.
    for row, case in enumerate(_DRAFTS):
        yield row + 1, case + 1, "Ringa fritidsgården", None, 1, "2026-03-30", 0, None


def _terms() -> Iterator[tuple[Any, ...]]:
    for case in range(CASES):
        numbers = number_terms(_number(case))
        for person in _people_ids(case):
            words = {*search_terms(_name(person)), *identity_terms(_identity(person)), *numbers}
            yield from ((term, person + 1, case + 1) for term in words)
