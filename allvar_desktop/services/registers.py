"""Making, unlocking and locking a register: what the first pages do before anyone is signed in.

The slow derivations have functions of their own without shared state: call those in any thread, and the
others in the one that goes on using the session.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from allvar_desktop.clock import Clock, OffsetClock
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.recovery_code import RecoveryCode
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.domain.settings import UnitSettings
from allvar_desktop.domain.time_text import long_instant_text
from allvar_desktop.services.session import Session
from allvar_desktop.storage.kdf import SHIPPED, KdfSetting, floor_of
from allvar_desktop.storage.key_file import read_key_file
from allvar_desktop.storage.key_slots import derive
from allvar_desktop.storage.new_register import FIRST_ACCOUNT, NewKeys, create_register, prepare_keys
from allvar_desktop.storage.opening import account_key, unlock_with_key
from allvar_desktop.storage.recovery import Recovery, prepare_recovery, recover, refuse_early_code
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.slot_tries import refuse_early
from allvar_desktop.storage.tables import Tables

DUE_HORIZON = timedelta(hours=72)
"""How far ahead the unlock page is told when clocks run out."""


@dataclass(frozen=True, slots=True)
class NewUnit:
    """What the first start asks: the unit, and who the first account is."""

    settings: UnitSettings
    account_name: str
    account_title: str
    account_phone: str


def derive_key(
    folder: Path, account_id: AccountId, password: str, clock: Clock, floor: KdfSetting | None = None
) -> bytes:
    """The slow half of unlocking. Raises `TooEarlyError` while a wait lasts.

    Slots below `floor` are refused, unless one is given that of the register's kind.
    """
    contents = read_key_file(folder)
    account = account_key(contents, account_id)
    refuse_early(account, clock.now())
    return derive(password, account.slot, floor or floor_of(contents.kind))


def sign_in(folder: Path, account_id: AccountId, key: bytes, clock: Clock) -> Session:
    """The session of an account whose key was derived. Raises what `unlock_with_key` raises."""
    return _session(unlock_with_key(folder, account_id, key, clock), account_id, clock, Act.SIGNED_IN)


def derive_new_keys(password: str, kdf: KdfSetting = SHIPPED) -> NewKeys:
    """The slow half of making a register; its `code` is to be shown once and kept nowhere."""
    return prepare_keys(password, kdf)


def create(folder: Path, kind: RegisterKind, unit: NewUnit, keys: NewKeys, clock: Clock) -> Session:
    """A new register, signed in as its first account: supervisor and administrator, and handler too.

    Raises a `KnownError`; no half-made register is left then.
    """
    account = Account(
        FIRST_ACCOUNT, unit.account_name, unit.account_title, unit.account_phone, frozenset(Role)
    )

    def write_first_rows(register: Register) -> None:
        session = Session(register, account, clock)
        with session.action(Act.REGISTER_CREATED) as entry:
            session.tables.accounts.add(account)
            session.tables.settings.save(unit.settings)
            entry.result(unit.settings, "register")

    register = create_register(
        folder,
        kind=kind,
        unit_name=unit_name(unit.settings),
        account_name=unit.account_name,
        keys=keys,
        clock=clock,
        fill=write_first_rows,
    )
    return Session(register, account, clock)


def derive_recovery(
    folder: Path,
    code: RecoveryCode,
    new_password: str,
    clock: Clock,
    kdf: KdfSetting = SHIPPED,
    floor: KdfSetting = SHIPPED,
) -> Recovery:
    """The slow half of signing in with the recovery code; its `new.code` is to be shown once."""
    contents = read_key_file(folder)
    refuse_early_code(contents, clock)
    return prepare_recovery(contents, code, new_password, kdf, floor)


def sign_in_with_recovery(folder: Path, account_id: AccountId, recovery: Recovery, clock: Clock) -> Session:
    """The session after the recovery code gave the account a new password."""
    return _session(recover(folder, account_id, recovery, clock), account_id, clock, Act.RECOVERY_USED)


def lock(session: Session) -> tuple[datetime, ...]:
    """Log and close; what comes back are the instants at which clocks run out, without a word of whose."""
    now = session.clock.now()
    # The time of a practice register stands still while it is locked: nothing runs out then.
    dues = () if session.is_practice else session.tables.case_lines.dues(now + DUE_HORIZON)
    with session.action(Act.LOCKED, obj=f"account:{session.account.id}"):
        pass
    session.register.close()
    return dues


def check_register(session: Session) -> list[str]:
    """What does not hold together: each page, each reference, the whole chain of the log; mostly nothing.

    Reads the whole file, about 15 ms per MB. A cut that was found at an opening is told of as well: the entry
    *log.broken* stands in the chain since then, so that the chain itself holds.
    """
    broken_at = session.register.log.latest_of(Act.LOG_BROKEN)
    told = (
        [f"Poster saknades i loggen när registret öppnades {long_instant_text(broken_at)}."]
        if broken_at
        else []
    )
    return [*session.register.verify_all(), *told]


def _session(register: Register, account_id: AccountId, clock: Clock, act: Act) -> Session:
    try:
        account = Tables(register.db).accounts.active(account_id)
        session = Session(register, account, _own_time(register, clock))
        with session.action(act, obj=f"account:{account_id}"):
            pass
    except BaseException:
        register.close()
        raise
    return session


def _own_time(register: Register, clock: Clock) -> Clock:
    """The clock to work by: a practice register's own time goes on from where its log ends."""
    latest = register.log.latest() if register.kind is RegisterKind.PRACTICE else None
    return clock if latest is None else OffsetClock(clock, latest)


def unit_name(settings: UnitSettings) -> str:
    """What the window's top bar says: district and unit."""
    head = settings.letterhead
    return " · ".join(part for part in (head.district, head.unit) if part)
