"""Makes the practice register: one year of an invented unit, told by the services in one transaction."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.office_hours import OfficeHours
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.domain.settings import Letterhead, UnitSettings
from allvar_desktop.services import accounts, case_lines, cases, registers
from allvar_desktop.services.practice.course import Course, load_courses, practice_data
from allvar_desktop.services.practice.office import Office, from_wall
from allvar_desktop.services.practice.people import People
from allvar_desktop.services.practice.six import numbers_and_phones, six_stories
from allvar_desktop.services.practice.stories import story
from allvar_desktop.services.practice.year import OnProgress, Story, Year
from allvar_desktop.services.session import Session
from allvar_desktop.storage.kdf import PRACTICE
from allvar_desktop.storage.key_slots import Secret

BEGINS = datetime(2026, 1, 2, 7, 5, tzinfo=UTC)
"""When the unit opened its register."""
TODAY = datetime(2026, 12, 30, 9, 20, tzinfo=UTC)
"""The instant at which practising begins: Wednesday 30 December 2026, 10.20 in Stockholm."""
SEED = 48
_LAST_BY_CHANCE = datetime(2026, 12, 8, tzinfo=UTC)
"""Later cases are laid out by hand, so that this day is a living one."""
_OFFICE_SHARE = 0.8


def make(folder: Path, on_progress: OnProgress, seed: int = SEED) -> None:
    """The practice register in an empty or missing folder, closed.

    Raises `KnownError`; nothing is left then.
    """
    clock = FixedClock(BEGINS)
    rows = practice_data("accounts")["account"]
    first = next(row for row in rows if row["id"] == 1)
    unit = registers.NewUnit(_settings(), first["name"], first["title"], first["phone"])
    keys = registers.derive_new_keys(first["passphrase"], PRACTICE)
    session = registers.create(folder, RegisterKind.PRACTICE, unit, keys, clock)
    try:
        with session.register.atomic():
            staff = _hire(session, clock, keys.password)
            _tell_the_year(staff, clock, on_progress, seed)
        # The time of a practice register goes on from its last entry: this one.
        registers.lock(staff["frida"])
    except BaseException:
        session.register.close()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    on_progress(1, 1)


def _settings() -> UnitSettings:
    row = practice_data("accounts")["unit"]
    head = {name: row[name] for name in Letterhead.__dataclass_fields__}
    office = OfficeHours(closed_days=frozenset(row["closed_days"]))
    return UnitSettings(letterhead=Letterhead(**head), rooms=tuple(row["rooms"]), office=office)


def _hire(session: Session, clock: FixedClock, secret: Secret) -> dict[str, Session]:
    """The accounts by first name, each with a session.

    The first one made the register, and keeps two of its roles. `secret` is hers; who has no passphrase of
    their own has it too, and leaves in the course of the year.
    """
    data = practice_data("accounts")
    rows = sorted((*data["account"], *data["former"]), key=lambda row: int(row["id"]))
    people = [_account(row) for row in rows]
    for row, account in zip(rows[1:], people[1:], strict=True):
        own = row.get("passphrase")
        accounts.add_account(
            session,
            name=account.name,
            title=account.title,
            phone=account.phone,
            roles=account.roles,
            secret=accounts.derive_secret(own, PRACTICE) if own else secret,
        )
    accounts.change_account(session, people[0])
    return {
        account.name.partition(" ")[0].lower(): Session(session.register, account, clock)
        for account in people
    }


def _account(row: dict[str, Any]) -> Account:
    roles = frozenset(map(Role, row["roles"]))
    return Account(AccountId(row["id"]), row["name"], row["title"], row["phone"], roles, is_active=True)


def _tell_the_year(staff: dict[str, Session], clock: FixedClock, on_progress: OnProgress, seed: int) -> None:
    chance = Random(seed)
    year = Year(clock, TODAY)
    office = Office(staff, clock, chance, People(chance, numbers_and_phones()), year)
    for each in six_stories(office):
        year.begin(each)
    for course in load_courses():
        year.begin(story(office, course, _received(course, chance, office)))
    for row in practice_data("accounts")["former"]:
        year.begin(_leave(office, row))
    with case_lines.put_off(*staff.values()):
        year.run(on_progress)


def _received(course: Course, chance: Random, office: Office) -> datetime:
    """When the first notice of a case reaches the unit: mostly in office hours, at any time of the year."""
    if course.received is not None:
        return from_wall(course.received)
    last = from_wall(course.latest) if course.latest else _LAST_BY_CHANCE
    minutes = int((last - BEGINS) / timedelta(minutes=1))
    at = BEGINS + timedelta(minutes=chance.randrange(30, minutes, 5))
    return office.in_office(at) if chance.random() < _OFFICE_SHARE else at


def _leave(office: Office, row: dict[str, Any]) -> Story:
    """Somebody goes on to another post: the open cases are handed over, and the account ends."""
    yield from_wall(row["left"])
    leaving = _account(row)
    supervisor, frida = office.supervisor, office.staff["frida"]
    for case in supervisor.tables.cases.where("handler_id = ? AND state = 'open'", leaving.id):
        cases.open_case(supervisor, case.id)
        cases.change_handler(supervisor, case.id, frida.account.id)
    ended = Account(leaving.id, leaving.name, leaving.title, leaving.phone, leaving.roles, is_active=False)
    accounts.change_account(office.staff["ivar"], ended)
    office.gone.add(leaving.id)
