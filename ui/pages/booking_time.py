"""When and where: the free times, a time of one's own, how long, and the room."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.booking import LONGEST, SHORTEST
from allvar_desktop.domain.free_slots import short_list
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.time_text import input_text
from allvar_desktop.services.slots import SlotProposal
from ui import style
from ui.models.slot_model import slot_rows
from ui.style import Size
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import ChoiceField
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.slot_list import SlotList
from ui.widgets.special_fields import MomentField, NumberField
from ui.widgets.text import Text, Tone
from ui.widgets.text_fields import TextField

_OTHER_PLACE = ""
_FEW = 6


class TimeFields(QWidget):
    """The list fills the field of the time; a time of one's own leaves the list."""

    changed = Signal()
    minutes_changed = Signal()

    def __init__(self, now: Callable[[], datetime], rooms: Sequence[str], minutes: int) -> None:
        super().__init__()
        self._now = now
        self._proposal: SlotProposal | None = None
        self._is_whole = False
        self.form = Form(self)
        self.title = Text("", Size.SMALL, Tone.QUIET)
        self.slots = SlotList("Lediga tider: pil nedåt väljer")
        self.more_button = Button("Visa alla lediga tider", Kind.LINK, icon="chevron-down")
        self.starts = MomentField(now, "28/3 11.00, lör 11", is_ahead=True)
        self.minutes = NumberField(SHORTEST, LONGEST, "minuter")
        self.minutes.set_number(minutes)
        options = [(room, f"Rum {room}") for room in rooms]
        self.room = ChoiceField([*options, (_OTHER_PLACE, "Annan plats")], "Välj rum")
        self.place = TextField(text_limits.LINE, 26)
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1))
        for part in (self.title, self.slots, self.more_button):
            column.addWidget(part)
        line = QWidget()
        flow = Flow(line, gap=2, is_top=True)
        row = self.form.row
        flow.add(row("starts", "Tid", self.starts), weight=2)
        flow.add(row("minutes", "Minuter", self.minutes), row("room", "Rum", self.room))
        self._place_row = row("place", "Plats", self.place)
        flow.add(self._place_row, weight=1)
        column.addWidget(line)
        self._show_place()

    def _connect(self) -> None:
        self.slots.chosen_changed.connect(self._take_slot)
        self.more_button.clicked.connect(self._show_whole)
        self.minutes.value_changed.connect(self.minutes_changed)
        self.room.value_changed.connect(self._show_place)
        self.starts.value_changed.connect(self._leave_slot)
        self.form.changed.connect(self.changed)

    def instant(self) -> datetime | None:
        """The start in UTC; None while no day and hour are understood."""
        moment = self.starts.moment()
        return moment.earliest() if moment is not None and moment.at is not None else None

    def length(self) -> int:
        """The minutes; 0 while they are no number."""
        return round(self.minutes.number() or 0)

    def room_text(self) -> str:
        """The room; "" for another place."""
        return self.room.value() or ""

    def place_text(self) -> str:
        """The other place; "" where there is a room."""
        return "" if self.room_text() else self.place.value()

    def show_proposal(self, proposal: SlotProposal) -> None:
        """Show what is free; a chosen time that is still free stays chosen."""
        self._proposal = proposal
        now = self._now()
        inside = proposal.inside if self._is_whole else short_list(proposal.inside, _FEW)
        rows = [*slot_rows(sorted(inside, key=lambda slot: slot.start), now)]
        rows += slot_rows(proposal.after, now, is_after=proposal.due is not None)
        self.slots.blockSignals(True)
        self.slots.set_rows(rows)
        self.slots.blockSignals(False)
        self.slots.setVisible(bool(rows))
        self.more_button.setVisible(len(proposal.inside) > len(inside))
        self.title.setText(_title(proposal))

    def set_room(self, room: str) -> None:
        """Choose a room; one that the settings no longer hold is offered all the same."""
        self.room.set_value(room)
        if room and self.room.value() != room:
            offered = [(self.room.itemText(n), n) for n in range(self.room.count())]
            options = [(words.removeprefix("Rum "), words) for words, _ in offered[:-1]]
            self.room.set_options([*options, (room, f"Rum {room}"), (_OTHER_PLACE, "Annan plats")])
            self.room.set_value(room)
        self._show_place()

    def draft(self) -> dict[str, Any]:
        """What stands in the fields, as plain JSON."""
        return self.form.values()

    def set_draft(self, draft: Mapping[str, Any]) -> None:
        """Put back what `draft` gave."""
        self.form.set_values(dict(draft))
        self._show_place()

    def local_problems(self) -> list[Problem]:
        """What is typed but not understood, or lacks its hour."""
        moment, minutes = self.starts.moment(), self.minutes.problem("minutes")
        unread = self.starts.problem("starts")
        if moment is not None and moment.at is None:
            unread = Problem("starts", "Skriv också klockslaget, till exempel 28/3 11.00.")
        return [problem for problem in (unread, minutes) if problem is not None]

    def _take_slot(self) -> None:
        chosen = self.slots.chosen()
        if chosen is not None:
            self.starts.set_value(input_text(Moment.from_instant(chosen.slot.start)))
            if chosen.slot.room:
                self.set_room(chosen.slot.room)
        self.changed.emit()

    def _leave_slot(self) -> None:
        chosen, start = self.slots.chosen(), self.instant()
        if chosen is not None and chosen.slot.start != start:
            self.slots.choose(-1)

    def _show_whole(self) -> None:
        self._is_whole = True
        if self._proposal is not None:
            self.show_proposal(self._proposal)
        self.slots.setFocus()

    def _show_place(self) -> None:
        self._place_row.setVisible(self.room.value() == _OTHER_PLACE)


def _title(proposal: SlotProposal) -> str:
    if proposal.due is None:
        return "Klockan har ingen starttid än. Närmaste lediga tider på kontorstid"
    if not proposal.inside:
        return "Ingen ledig tid finns inom fristen. De närmaste efter den"
    return (
        "Lediga tider inom fristen, och de närmaste efter den"
        if proposal.after
        else "Lediga tider inom fristen"
    )
