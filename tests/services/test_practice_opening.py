"""Making the practice register, opening it, and the time it keeps."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from allvar_desktop.clock import FixedClock, SystemClock
from allvar_desktop.domain.account import Role
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.errors import DamagedRegisterError, KnownError, StoppedError
from allvar_desktop.services import accounts, registers
from allvar_desktop.services.locked_registers import look_at_register
from allvar_desktop.services.practice import (
    PRACTICE_ACCOUNTS,
    create_practice,
    is_practice,
    making,
    open_practice,
)
from allvar_desktop.services.practice.course import Course
from allvar_desktop.services.practice.year import Story, Year
from allvar_desktop.services.session import Session
from allvar_desktop.storage.kdf import PRACTICE, SHIPPED, floor_of
from tests.services import practice_year
from tests.services.practice_year import REAL_TIME

STARTS = datetime(2026, 12, 30, 9, 20, tzinfo=UTC)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A practice year of one case: quick to make."""
    monkeypatch.setattr(making, "load_courses", lambda: (Course(),))
    monkeypatch.setattr(making, "six_stories", lambda _office: ())


@pytest.fixture
def base() -> FixedClock:
    return FixedClock(REAL_TIME)


@pytest.fixture
def practice(short: None, tmp_path: Path, base: FixedClock) -> Iterator[Session]:
    create_practice(tmp_path / "practice")
    session = open_practice(tmp_path / "practice", base)
    yield session
    session.register.close()


def test_it_opens_as_its_handler_on_its_own_day(practice: Session) -> None:
    assert practice.account.name == "Frida Ek"
    assert practice.account.roles == {Role.HANDLER}
    assert practice.is_practice
    assert practice.clock.now() == STARTS


def test_its_time_ticks_while_it_is_open_and_stands_still_while_it_is_locked(
    practice: Session, base: FixedClock
) -> None:
    base.advance(timedelta(hours=2))
    assert practice.clock.now() == STARTS + timedelta(hours=2)
    folder = practice.register.folder
    assert registers.lock(practice) == ()
    base.advance(timedelta(days=40))
    again = open_practice(folder, base)
    assert again.clock.now() == STARTS + timedelta(hours=2)
    again.register.close()


def test_each_account_opens_with_the_passphrase_that_is_shown(practice: Session, base: FixedClock) -> None:
    folder = practice.register.folder
    practice.register.close()
    shown = look_at_register(folder, base)
    assert {account.account_id for account in shown.accounts} == {a.account_id for a in PRACTICE_ACCOUNTS}
    roles = []
    for account in PRACTICE_ACCOUNTS:
        assert len(account.passphrase) >= 15
        key = registers.derive_key(folder, account.account_id, account.passphrase, base)
        session = registers.sign_in(folder, account.account_id, key, base)
        assert session.account.name == account.name
        roles.append(session.account.roles)
        session.register.close()
    assert roles == [{Role.HANDLER}, {Role.HANDLER, Role.SUPERVISOR}, {Role.ADMINISTRATOR}]


def test_only_the_practice_register_may_be_guarded_lightly(practice: Session) -> None:
    assert floor_of(RegisterKind.PRACTICE) == PRACTICE
    assert floor_of(RegisterKind.REAL) == SHIPPED
    first, folder = PRACTICE_ACCOUNTS[0], practice.register.folder
    with pytest.raises(DamagedRegisterError):
        registers.derive_key(folder, first.account_id, first.passphrase, SystemClock(), SHIPPED)


def test_its_passphrases_stay_as_they_are_shown(practice: Session) -> None:
    key = registers.derive_key(
        practice.register.folder, practice.account.id, PRACTICE_ACCOUNTS[0].passphrase, SystemClock()
    )
    with pytest.raises(StoppedError):
        accounts.change_password(practice, key, accounts.derive_secret("en annan lång lösenfras", PRACTICE))


def test_a_folder_in_use_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mitt", encoding="utf-8")
    with pytest.raises(KnownError):
        create_practice(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]
    assert not is_practice(tmp_path)


def test_nothing_is_left_when_the_year_breaks_off(
    short: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> Story:
        yield STARTS - timedelta(days=100)
        raise LookupError("broken off")

    monkeypatch.setattr(making, "story", broken)
    with pytest.raises(LookupError, match="broken off"):
        create_practice(tmp_path / "practice")
    assert list(tmp_path.glob("practice*")) == []


def test_progress_goes_up_to_the_end(short: None, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    create_practice(tmp_path / "practice", lambda done, total: told.append((done, total)))
    shares = [done / total for done, total in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(told) > 3
    assert is_practice(tmp_path / "practice")


def test_stories_take_turns_in_the_order_of_time() -> None:
    clock = FixedClock(STARTS)
    year = Year(clock, STARTS + timedelta(hours=10))
    told: list[tuple[str, int]] = []

    def story(name: str, *hours: int) -> Story:
        for hour in hours:
            yield STARTS + timedelta(hours=hour)
            told.append((name, (clock.now() - STARTS) // timedelta(hours=1)))

    year.begin(story("a", 1, 5, 30))
    year.begin(story("b", 2, 3))
    year.run()
    assert told == [("a", 1), ("b", 2), ("b", 3), ("a", 5)]
    assert clock.now() == STARTS + timedelta(hours=10)


def test_it_is_made_where_its_folder_is(short: None, tmp_path: Path) -> None:
    made = practice_year.made_in(tmp_path / "practice")
    assert {path.name for path in made.iterdir()} == {"register.allvar", "register.keys", "register.lock"}
