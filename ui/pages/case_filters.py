"""The filters above the list of cases: whose, open or closed, state, deadline."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.account import Account
from allvar_desktop.domain.case_choice import CaseChoice, DueBy
from allvar_desktop.domain.deadlines import State
from ui.widgets.buttons import link
from ui.widgets.choices import ChoiceField, Option
from ui.widgets.flow import Flow

_RUNNING = "running"
_STATES: tuple[Option, ...] = (
    (None, "Alla lägen"),
    (_RUNNING, "Klockan går"),
    (State.PLENTY, "Gott om tid"),
    (State.WITHIN_DAY, "Inom ett dygn"),
    (State.URGENT, "Brådskar"),
    (State.OVERDUE, "Överskriden"),
    (State.DONE_IN_TIME, "Klar i tid"),
    (State.DONE_LATE, "Klar för sent"),
    (State.LAPSED, "Utgår"),
    (State.WAITING, "Väntar på uppgift"),
)
_OPEN: tuple[Option, ...] = ((True, "Öppna"), (False, "Avslutade"), (None, "Öppna och avslutade"))
_DUES: tuple[Option, ...] = ((None, "Alla frister"), *((due, due.text) for due in DueBy))


class CaseFilters(QWidget):
    """Four folding lists; `choice()` is what they say together."""

    changed = Signal()

    def __init__(self, account: Account) -> None:
        super().__init__()
        self._account = account
        self._is_setting = False
        flow = Flow(self, gap=1, line_gap=1)
        self.whose = self._field("Vems ärenden")
        self.is_open = self._field("Öppna eller avslutade", _OPEN)
        self.state = self._field("Läge", _STATES)
        self.due = self._field("Frist", _DUES)
        self.clear = link("Rensa filter")
        self.clear.clicked.connect(self._clear)
        flow.add(self.whose, self.is_open, self.state, self.due, self.clear)

    def _field(self, name: str, options: Sequence[Option] = ()) -> ChoiceField:
        field = ChoiceField(options, name)
        field.setAccessibleName(name)
        field.value_changed.connect(self._told)
        return field

    def set_handlers(self, accounts: Sequence[Account]) -> None:
        """Offer these colleagues."""
        own = self._account.id
        options: list[Option] = [((), "Alla handläggare")]
        if self._account.is_handler:
            options += [((own,), "Mina ärenden"), ((own, None), "Mina och utan handläggare")]
        options.append(((None,), "Utan handläggare"))
        options += [((one.id,), one.name) for one in accounts if one.id != own]
        self._quietly(self.whose.set_options, options)

    def choice(self) -> CaseChoice:
        """The filters as they are set."""
        state = self.state.value()
        return CaseChoice(
            handlers=tuple(self.whose.value() or ()),
            is_open=self.is_open.value(),
            is_running=state == _RUNNING,
            state=None if state in (None, _RUNNING) else State(state),
            due=self.due.value(),
        )

    def show_choice(self, choice: CaseChoice) -> None:
        """Set the lists without telling of it."""
        state = _RUNNING if choice.is_running and choice.state is None else choice.state
        for field, value in (
            (self.whose, choice.handlers),
            (self.is_open, choice.is_open),
            (self.state, state),
            (self.due, choice.due),
        ):
            self._quietly(field.set_value, value)
        self.clear.setVisible(choice != CaseChoice())

    def _clear(self) -> None:
        self.show_choice(CaseChoice())
        self.whose.setFocus()
        self.changed.emit()

    def _quietly(self, work: Any, value: object) -> None:
        self._is_setting = True
        work(value)
        self._is_setting = False

    def _told(self) -> None:
        if not self._is_setting:
            self.changed.emit()
