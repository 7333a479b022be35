"""The columns of the list of cases, and its rows: a window of them at a time from SQL."""

from dataclasses import dataclass
from datetime import datetime

from allvar_desktop.domain.access import may_read
from allvar_desktop.domain.case_choice import CaseChoice
from allvar_desktop.domain.case_line import CaseLine, CaseOrder, NextStep
from allvar_desktop.domain.deadline_text import left_text, state_word
from allvar_desktop.domain.identity_number import age_on
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.domain.search_hit import SearchHit
from allvar_desktop.domain.time_text import iso_instant_text
from allvar_desktop.services import case_lists
from allvar_desktop.services.session import Session
from ui import names
from ui.models.table_model import Cell, Column
from ui.style import Size
from ui.widgets.name_cell import PROTECTED
from ui.widgets.pill import PillText
from ui.widgets.text import Run, Tone, bold, quiet

COLLEAGUES = "En kollegas ärende"
_UNCERTAIN = " Tiden är osäker: räknat från den tidigaste möjliga."


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A line of the list, and the hit that a search found it by."""

    line: CaseLine
    hit: SearchHit | None = None

    @property
    def through(self) -> str:
        """Through whom a search found it, when that is not the child; "" otherwise."""
        if self.hit is None or self.hit.role is PartyRole.CHILD or not self.hit.name:
            return ""
        return f"{names.shown(self.hit.name)}, {self.hit.role.text}"


def hit_row(hit: SearchHit) -> CaseRow:
    """A hit as a row."""
    return CaseRow(hit.line, hit)


@dataclass(frozen=True)
class CaseSource:
    """The rows of a choice as they were at `now`."""

    session: Session
    choice: CaseChoice
    order: CaseOrder
    is_descending: bool
    now: datetime

    def count(self) -> int:
        """The number of rows."""
        return case_lists.count_cases(self.session, self.choice, self.now)

    def page(self, offset: int, limit: int) -> tuple[CaseRow, ...]:
        """`limit` rows from `offset` on."""
        lines = case_lists.case_page(
            self.session,
            self.choice,
            self.order,
            is_descending=self.is_descending,
            offset=offset,
            limit=limit,
            now=self.now,
        )
        return tuple(CaseRow(line) for line in lines)


class CaseCells:
    """What stands in the cells. `renew` before a list is shown: it reads who the handlers are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._handlers: dict[AccountId, str] = {}

    def renew(self) -> None:
        """Read the handlers' names."""
        self._handlers = {account.id: account.signature for account in case_lists.handlers(self._session)}

    def hit_columns(self) -> tuple[Column[CaseRow], ...]:
        """What the hits under the search show; a colleague's case its number and handler only."""
        return (
            Column("Ärende", self.number, 14),
            Column("Namn", self.found, 30, grows=True),
            Column("Klocka", self.clock, 23, drops=1),
        )

    def columns(self) -> tuple[Column[CaseRow], ...]:
        """Want of room takes the handler first, then the age; then the next step stands under the name.

        In the narrowest windows the number stands there, too: a name is never cut for a number.
        """
        return (
            Column("Ärende", self.number, 14, drops=4, folds=True, sort=CaseOrder.NUMBER),
            Column("Namn", self.name, 22, grows=True, sort=CaseOrder.NAME),
            Column("Ålder", self.age, 6, is_right=True, drops=2, sort=CaseOrder.AGE),
            Column("Klocka", self.clock, 23, sort=CaseOrder.CLOCK),
            Column("Nästa steg", self.step, 32, grows=True, drops=3, folds=True),
            Column("Handläggare", self.handler, 14, drops=1, sort=CaseOrder.HANDLER),
        )

    def number(self, row: CaseRow) -> Cell:
        return Cell(row.line.number)

    def name(self, row: CaseRow) -> Cell:
        """The child, with a word for protection, and through whom a search came here."""
        line = row.line
        if not may_read(self._session.account, line.handler_id):
            return Cell(COLLEAGUES, (quiet(COLLEAGUES),))
        shown = names.shown(line.name)
        mark = (quiet("  skyddad"),) if line.is_protected else ()
        through = (Run(f"via {row.through}", tone=Tone.QUIET, size=Size.SMALL),) if row.through else ()
        said = " ".join(part for part in (shown, PROTECTED if line.is_protected else "", row.through) if part)
        return Cell(said, (bold(shown), *mark), through, hover=PROTECTED if line.is_protected else "")

    def found(self, row: CaseRow) -> Cell:
        """Name and age on one line, or who handles the case."""
        if not may_read(self._session.account, row.line.handler_id):
            handler = self.handler(row).text
            return Cell(f"{COLLEAGUES}, {handler}", (quiet(f"{COLLEAGUES}, {handler}"),))
        name, age = self.name(row), self.age(row).text
        years = f" {age} år" if age else ""
        return Cell(
            f"{name.text}{years}", (name.runs[0], quiet(years), *name.runs[1:]), name.second, hover=name.hover
        )

    def age(self, row: CaseRow) -> Cell:
        born = row.line.birth_date
        return Cell("" if born is None else str(age_on(born, self._session.today)))

    def clock(self, row: CaseRow) -> Cell:
        """The state as a pill; a closed case whose clock never ran says that it is closed."""
        line = row.line
        deadline = case_lists.clock_of(self._session, line)
        if not line.is_open and line.clock_due is None:
            return Cell("Avslutat", pill=PillText("lapsed", "Avslutat"))
        words = left_text(deadline, self._session.clock.now())
        if line.is_uncertain and deadline.is_running:
            words = f"ca {words}"
        due = f" Går ut {iso_instant_text(deadline.due)}." if deadline.due else ""
        hover = f"{state_word(deadline)}.{due}{_UNCERTAIN if line.is_uncertain else ''}"
        words = f"{words[:1].upper()}{words[1:]}"
        return Cell(f"{state_word(deadline)}: {words}", pill=PillText(deadline.state, words), hover=hover)

    def step(self, row: CaseRow) -> Cell:
        """Why the next step is the next one; for want of room, or while names are hidden, the step alone."""
        line = row.line
        if not line.next_text:
            return Cell("")
        step = line.next_text if line.next_step is NextStep.NOTHING else line.next_step.text
        if names.screen().is_hiding:
            return Cell(step, (quiet(step),))
        return Cell(step, (quiet(line.next_text),), hover=line.next_text)

    def handler(self, row: CaseRow) -> Cell:
        handler = row.line.handler_id
        return Cell(self._handlers.get(handler, "") if handler else "ingen")
