"""A signed-in account with an open register: every service function takes one first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from allvar_desktop.clock import Clock
from allvar_desktop.domain.account import Account
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_deadlines import case_deadlines
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.case_line_of import case_line_of
from allvar_desktop.domain.deadline_rules import DeadlineRules
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.measures import Measure, load_measures
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.domain.settings import UnitSettings
from allvar_desktop.errors import NotAllowedError
from allvar_desktop.paths import resources
from allvar_desktop.services.known_facts import KnownFacts
from allvar_desktop.services.shipped_rules import shipped_rules
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.tables import Tables


@dataclass
class Entry:
    """What the log entry of one action will say; filled in while the action goes on."""

    case_id: CaseId | None = None
    obj: str = ""
    rows: list[object] = field(default_factory=list)

    def result(self, value: object, obj: str = "") -> None:
        """Let the digest cover this resulting value; `obj` names it without words (``meeting:12``)."""
        self.rows.append(repr(value))
        self.obj = obj or self.obj


class Session:
    """Who works, in which register, at what time. One process has one, from unlocking to locking."""

    def __init__(self, register: Register, account: Account, clock: Clock) -> None:
        self.register = register
        self.account = account
        self.clock = clock
        self.tables = Tables(register.db)
        self.known = KnownFacts(register, self.tables)
        self.opened: set[CaseId] = set()
        """Cases that have been opened, with their log entry, since unlocking."""
        self.editing: set[MeetingId] = set()
        """Meetings whose record is being written, with the log entry that it began."""
        self.late_lines: set[CaseId] | None = None
        """Cases whose lines wait for the end of `case_lines.put_off`; None outside of it."""

    @cached_property
    def rules(self) -> DeadlineRules:
        """The table of deadlines that is shipped with the program."""
        return shipped_rules()

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The measures to choose among."""
        return load_measures((resources() / "rules" / "codes.toml").read_text(encoding="utf-8"))

    @cached_property
    def settings(self) -> UnitSettings:
        """The unit's settings; `forget_settings` after a change."""
        return self.tables.settings.load()

    def forget_settings(self) -> None:
        self.__dict__.pop("settings", None)

    @property
    def is_practice(self) -> bool:
        return self.register.kind is RegisterKind.PRACTICE

    @property
    def present(self) -> Moment:
        """The present as a known moment."""
        return Moment.from_instant(self.clock.now())

    @property
    def today(self) -> date:
        """The present day in Stockholm."""
        return self.present.day

    @contextmanager
    def action(self, act: Act, case_id: CaseId | None = None, obj: str = "") -> Iterator[Entry]:
        """One thing a person does: its rows and its log entry in one transaction, or neither.

        The case's line in the lists is renewed in the same transaction.
        """
        entry = Entry(case_id, obj)
        with self.register.atomic():
            yield entry
            if entry.case_id is not None and act not in READS:
                self.renew_line(entry.case_id)
            self._log(act, entry)

    def renew_line(self, case_id: CaseId) -> None:
        """Work the case's line in the lists out anew; later, inside `case_lines.put_off`."""
        if self.late_lines is not None:
            self.late_lines.add(case_id)
            return
        facts = self.known.of(case_id)
        deadlines = case_deadlines(facts, self.rules, self.settings, self.clock.now())
        with self.known.untouched():
            self.tables.case_lines.save(case_line_of(facts, deadlines))

    def facts(self, case_id: CaseId) -> CaseFacts:
        """Everything about an opened case. NotAllowedError before that: no reading without an entry."""
        if case_id not in self.opened:
            raise NotAllowedError("Ärendet är inte öppnat.", "Öppna ärendet från listan först.")
        return self.known.of(case_id)

    def _log(self, act: Act, entry: Entry) -> None:
        number = None if entry.case_id is None else self.known.of(entry.case_id).case.number
        with self.known.untouched():
            self.register.log.append(
                at=self.clock.now(),
                account_id=self.account.id,
                act=act,
                case_number=number,
                obj=entry.obj,
                digest=self.register.log.digest(entry.rows),
            )


READS = frozenset(
    {
        Act.CASE_OPENED,
        Act.CASE_OPENED_WITH_REASON,
        Act.LIST_OPENED,
        Act.SEARCHED,
        Act.RECORD_OPENED,
        Act.PAPER_PREVIEWED,
        Act.PAPER_OPENED,
        Act.DRAFT_BEGUN,
        Act.DRAFT_ENDED,
        Act.DRAFT_DISCARDED,
    }
)
"""Acts that change nothing a list shows."""
