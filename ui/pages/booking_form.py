"""The form of *Boka samtal*: when, who, from outside, interpreter, and for a move who asked and why."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.booking import Booking
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.arrangements import Arrangement
from allvar_desktop.services.intake import own_place
from allvar_desktop.services.session import Session
from ui import style
from ui.pages.booking_called import CalledFields
from ui.pages.booking_interpreter import InterpreterFields
from ui.pages.booking_move import MoveFields
from ui.pages.booking_outside import OutsideFields
from ui.pages.booking_time import TimeFields
from ui.widgets.headings import SectionHead
from ui.widgets.text import Text, Tone


class BookingForm(QWidget):
    """Gives an `Arrangement`; the reason for a clash stands in the card beside it."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        settings = session.settings
        self.facts: CaseFacts | None = None
        self.old: Meeting | None = None
        self.moving = MoveFields()
        self.time = TimeFields(session.clock.now, settings.rooms, settings.meeting_minutes)
        self.called = CalledFields()
        self.outside = OutsideFields()
        self.interpreter = InterpreterFields(settings.languages)
        self.called_problem = Text("", tone=Tone.WRONG)
        self.called_problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.step(1))
        self._move_head = self._add("Flytten", self.moving)
        self._add("1 · När och var?", self.time)
        self._add("2 · Vilka kallas?", self.called, self.called_problem)
        self._add("3 · Någon utifrån?", self.outside)
        self._add("4 · Tolk", self.interpreter)
        for part in (self.moving, self.time, self.called, self.outside, self.interpreter):
            part.changed.connect(self.changed)
        self.called.changed.connect(self._propose_interpreter)

    def _add(self, title: str, *parts: QWidget) -> SectionHead:
        head = SectionHead(title, has_line=False)
        self._column.addWidget(head)
        for part in parts:
            self._column.addWidget(part)
        return head

    def show_case(self, facts: CaseFacts, old: Meeting | None) -> None:
        """An empty booking, or the one that is to be moved."""
        self.facts, self.old = facts, old
        settings = self._session.settings
        for part in (self._move_head, self.moving):
            part.setVisible(old is not None)
        self.moving.clear()
        self.clear_problems()
        chosen = None if old is None else tuple(party.id for party in facts.participants_of(old.id))
        self.called.show_family(facts, chosen)
        self.called.note.set_value("")
        self.outside.show_case(facts, chosen or ())
        self.time.slots.choose(-1)
        self.time.starts.set_value("")
        self.time.minutes.set_number(old.minutes if old else settings.meeting_minutes)
        self.time.set_room(old.room if old else (settings.rooms[0] if settings.rooms else ""))
        self.time.place.set_value(old.place if old else own_place(settings.letterhead))
        self.interpreter.show_booked("", None)
        if old is not None:
            self.moving.show_old(old)
            self.interpreter.show_booked(old.interpreter_language, old.interpreter_mode)
        self._propose_interpreter()

    def booking(self, clash_reason: str = "") -> Booking:
        """The booking as it stands, with those of the case who are ticked."""
        facts = self.facts
        if facts is None:
            raise LookupError("no case is shown")
        known = tuple(row.party_id for row in self.outside.taking_part() if row.party_id is not None)
        language, mode = self.interpreter.value()
        return Booking(
            event_no=self.old.event_no if self.old else facts.event_no,
            starts=self.time.instant(),
            minutes=self.time.length(),
            room=self.time.room_text(),
            place=self.time.place_text(),
            handler_id=facts.case.handler_id or self._session.account.id,
            party_ids=(*(party.id for party in self.called.called()), *known),
            interpreter_language=language,
            interpreter_mode=mode,
            clash_reason=clash_reason,
        )

    def arrangement(self, clash_reason: str) -> Arrangement:
        """Everything as typed."""
        booking = self.booking(clash_reason)
        family = tuple(party.id for party in self.called.called())
        return Arrangement(
            booking=replace(booking, party_ids=family),
            outsiders=self.outside.outsiders(),
            one_guardian_note=self.called.one_guardian_note(),
            moves=self.old.id if self.old else None,
            asked_by=self.moving.asked.value() if self.old else None,
            reason=self.moving.reason.value() if self.old else "",
        )

    def waiting_roles(self) -> tuple[str, ...]:
        """Because of whom the booking is preliminary."""
        return tuple(row.role.text for row in self.outside.taking_part() if row.is_waiting)

    def draft(self) -> dict[str, Any]:
        """What stands in the form, as plain JSON."""
        return {
            "moves": self.old.id if self.old else None,
            "time": self.time.draft(),
            "called": [party.id for party in self.called.called()],
            "note": self.called.note.value(),
            "outside": self.outside.draft(),
            "interpreter": self.interpreter.draft(),
            "move": self.moving.draft(),
        }

    def set_draft(self, draft: Mapping[str, Any]) -> None:
        """Put back what `draft` gave, after `show_case`."""
        if self.facts is None:
            return
        self.time.set_draft(draft.get("time", {}))
        self.called.show_family(self.facts, draft.get("called", ()))
        self.called.note.set_value(str(draft.get("note", "")))
        self.outside.set_draft(draft.get("outside", ()))
        self.interpreter.set_draft(draft.get("interpreter", {}))
        self.moving.set_draft(draft.get("move", {}))

    def show_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Show each at its field, with the focus at the topmost; those of no field come back."""
        rest, outside = [], dict[int, list[Problem]]()
        for problem in problems:
            prefix, _, name = problem.field.rpartition(".")
            if prefix.startswith("outsider."):
                place = int(prefix.removeprefix("outsider."))
                outside.setdefault(place, []).append(Problem(name, problem.message))
            else:
                rest.append(problem)
        left: list[Problem] = []
        rest = self.interpreter.form.show_problems(rest)
        for place in sorted(outside, reverse=True):
            left += self.outside.show_problems(place, outside[place])
        called = next((problem.message for problem in rest if problem.field == "parties"), "")
        self.called_problem.setText(called)
        self.called_problem.setVisible(bool(called))
        rest = self.called.form.show_problems(rest)
        rest = self.time.form.show_problems(rest)
        rest = self.moving.form.show_problems(rest)
        return [*left, *(problem for problem in rest if problem.field != "parties")]

    def clear_problems(self) -> None:
        """Take all sentences about problems away."""
        forms = (self.moving.form, self.time.form, self.called.form, self.interpreter.form)
        for form in forms:
            form.clear_problems()
        self.outside.clear_problems()
        self.called_problem.hide()

    def _propose_interpreter(self) -> None:
        self.interpreter.propose(self.called.called())
