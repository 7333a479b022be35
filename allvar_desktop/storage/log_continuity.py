"""Joining an opened register's log to the head that was kept outside it."""

from datetime import datetime

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.errors import DamagedRegisterError
from allvar_desktop.storage.checks import LOG_WAS_CUT
from allvar_desktop.storage.register import Register


def carry_on(register: Register, account_id: AccountId, now: datetime) -> None:
    """Move the head outside up to the log's, or set `opening_warning` and write the break into the log.

    A head that stayed behind is what a crash between an action and its head leaves: the chain goes through
    it, and the entries after it are checked. Anything else is a cut log or an older file. The register opens
    all the same: the work must go on, and the entry *log.broken*, which cannot be taken out either, keeps the
    break to be seen.
    """
    anchor = register.keys.contents.anchor
    if not register.log.has(anchor):
        _tell(register, LOG_WAS_CUT, anchor.number, account_id, now)
        return
    tail = register.log.verify(after=anchor)
    if tail.broken_at is not None:
        _tell(register, tail.sentence, tail.broken_at, account_id, now)
        return
    register.keep_head_outside()


def _tell(register: Register, sentence: str, number: int, account_id: AccountId, now: datetime) -> None:
    register.opening_warning = DamagedRegisterError(
        sentence,
        "Tala om det för er gruppledare innan någon arbetar vidare. "
        "Finns en nyare säkerhetskopia kan den återställas i en ny mapp.",
    )
    with register.atomic():
        register.log.append(
            at=now,
            account_id=account_id,
            act=Act.LOG_BROKEN,
            case_number=None,
            obj=f"log:{number}",
            digest=register.log.digest(sentence),
        )
