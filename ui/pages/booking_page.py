"""Booking the talk, or moving it: free times inside the clock first, then the next ones after it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.booking import Booking
from allvar_desktop.domain.free_slots import Slot, short_list
from allvar_desktop.domain.ids import CaseId, MeetingId, PartyId
from allvar_desktop.domain.meeting import AskedBy, InterpreterMode
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.moment_parser import Expects, parse_moment
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.time_text import input_text, instant_text
from allvar_desktop.services import bookings, slots
from allvar_desktop.services.problems import InvalidInputError
from ui import names, style
from ui.navigation import Shell
from ui.pages.base import Page
from ui.widgets.buttons import Button, Kind, primary
from ui.widgets.choices import ChoiceField, Tick
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.headings import Section
from ui.widgets.text import Text, Tone
from ui.widgets.text_fields import TextField

_MODES = [(mode, mode.text) for mode in InterpreterMode]
_ASKED = [(asked, asked.text) for asked in AskedBy]


class BookingPage(Page):
    """Opened with `case_id`, and with `meeting_id` to move that meeting."""

    key: ClassVar[str] = "booking"
    nav_key: ClassVar[str] = "cases"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._case_id = CaseId(0)
        self._old: MeetingId | None = None
        self._ticks: dict[PartyId, Tick] = {}
        self.form = Form(self)
        self.book_button = primary("Boka", hint="Ctrl Retur")
        self.book_button.clicked.connect(self.book)
        self.head.set_buttons(self.book_button)
        self._clock = Text("", tone=Tone.QUIET)
        self._slots = QWidget()
        self._slot_line = Flow(self._slots, gap=1.25)
        self._people = QWidget()
        self._people_line = Flow(self._people, gap=2)
        self.body.addWidget(Section("Lediga tider", self._clock, self._slots))
        self.body.addWidget(Section("Tid och plats", self._fields()))
        self.body.addWidget(Section("Vilka kallas?", self._people))
        self._reason = Section("Flytten", self._move_fields())
        self.body.addWidget(self._reason)

    def _fields(self) -> QWidget:
        row = self.form.row
        settings = self.shell.session.settings
        languages = [("", "ingen tolk"), *((one, one) for one in settings.languages)]
        return _lines(
            (
                row("starts", "Börjar", TextField(40, 22, "sön 29 mars 15.00")),
                row("minutes", "Minuter", TextField(4, 6)),
                row("room", "Rum", ChoiceField([("", "annan plats"), *((r, r) for r in settings.rooms)])),
                row("place", "Annan plats", TextField(text_limits.LINE, 24)),
            ),
            (
                row("interpreter_language", "Tolk i", ChoiceField(languages)),
                row("interpreter_mode", "Tolken är", ChoiceField(_MODES)),
                row("clash_reason", "Om tiden krockar: varför går det ändå?", TextField(text_limits.LINE, 34)),
            ),
        )

    def _move_fields(self) -> QWidget:
        return _lines(
            (
                self.form.row("asked_by", "Vem bad om flytten?", ChoiceField(_ASKED)),
                self.form.row("reason", "Varför?", TextField(text_limits.LINE, 40)),
            )
        )

    def open(self, **params: Any) -> None:
        self._case_id = CaseId(params["case_id"])
        meeting_id = params.get("meeting_id")
        self._old = MeetingId(meeting_id) if meeting_id else None
        self.form.clear_problems()
        self._fill()
        self.refresh()

    def _fill(self) -> None:
        session = self.shell.session
        facts = session.facts(self._case_id)
        old = bookings.booking_of(facts, facts.meeting(self._old)) if self._old else None
        called = set(old.party_ids) if old else {party.id for party in facts.family}
        self._people_line.clear()
        self._ticks = {}
        for party in facts.parties:
            tick = Tick(f"{names.shown(party.shown_name)}, {party.role.text}")
            tick.setAccessibleName(tick.text())
            tick.setChecked(party.id in called)
            self._ticks[party.id] = tick
            self._people_line.add(tick)
        language = next((p.language for p in facts.family if p.is_interpreter_needed), "")
        rooms = session.settings.rooms
        self.form.set_values(
            {
                "starts": input_text(Moment.from_instant(old.starts)) if old and old.starts else "",
                "minutes": str(old.minutes if old else session.settings.meeting_minutes),
                "room": old.room if old else (rooms[0] if rooms else ""),
                "place": old.place if old else "",
                "interpreter_language": old.interpreter_language if old else language,
                "interpreter_mode": old.interpreter_mode if old else (InterpreterMode.ON_SITE if language else None),
                "clash_reason": "",
                "asked_by": None,
                "reason": "",
            }
        )
        self._reason.setVisible(old is not None)
        child = names.shown(facts.child.shown_name)
        self.head.set_title(f"Flytta samtalet, {child}" if old else f"Boka samtal, {child}")
        self.book_button.set_words("Flytta" if old else "Boka")

    def refresh(self) -> None:
        session = self.shell.session
        facts = session.facts(self._case_id)
        minutes = session.settings.meeting_minutes
        found = slots.propose_for_case(session, self._case_id, facts.event_no, minutes)
        now = session.clock.now()
        due = f"48 timmar går ut {instant_text(found.due, now)}. " if found.due else ""
        last = f"Sista tiden som går: {instant_text(found.last_start, now)}. " if found.last_start else ""
        self._clock.setText(f"{due}{last}Kontorstid kvar i fristen: {found.office_minutes} min.")
        self._slot_line.clear()
        for slot in short_list(found.inside, 6):
            self._slot_line.add(self._slot_button(slot, "jour" if slot.is_on_call else ""))
        for slot in found.after:
            self._slot_line.add(self._slot_button(slot, "efter fristen"))

    def _slot_button(self, slot: Slot, mark: str) -> Button:
        when = instant_text(slot.start, self.shell.session.clock.now())
        where = f", {slot.room}" if slot.room else ""
        button = Button(f"{when}{where}", Kind.PLAIN, hint=mark, name=f"{when}{where} {mark}".strip())
        button.clicked.connect(lambda: self._choose(slot))
        return button

    def _choose(self, slot: Slot) -> None:
        self.form.set_values({"starts": input_text(Moment.from_instant(slot.start)), "room": slot.room})
        self.book_button.setFocus()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"next_step": self.book, "save": self.book}

    def book(self) -> None:
        """Book or move; what is wrong is said at its field, and what was typed stays."""
        self.form.clear_problems()
        meeting_id = self.shell.run(self._keep)
        if meeting_id is None:
            return
        params = {"moved": meeting_id} if self._old else {}
        if self.shell.go("case", case_id=self._case_id, **params) and not self._old:
            self.shell.show_banner("Samtalet är bokat.", state="done_in_time")

    def _keep(self) -> MeetingId | None:
        try:
            booking = self._booking()
            if self._old is None:
                return bookings.book(self.shell.session, self._case_id, booking)
            values = self.form.values()
            asked_by = values["asked_by"]
            if asked_by is None:
                raise InvalidInputError((Problem("asked_by", "Välj vem som bad om flytten."),))
            return bookings.move(
                self.shell.session, self._old, booking, asked_by=asked_by, reason=values["reason"]
            )
        except InvalidInputError as error:
            rest = self.form.show_problems(error.problems)
            if rest:
                self.banner.tell(" ".join(problem.message for problem in rest), state="overdue")
            return None

    def _booking(self) -> Booking:
        session, values = self.shell.session, self.form.values()
        facts = session.facts(self._case_id)
        minutes = values["minutes"]
        booking = Booking(
            event_no=facts.meeting(self._old).event_no if self._old else facts.event_no,
            starts=self._starts(values["starts"]),
            minutes=int(minutes) if minutes.isdecimal() else 0,
            room=values["room"] or "",
            handler_id=facts.case.handler_id or session.account.id,
            party_ids=tuple(party_id for party_id, tick in self._ticks.items() if tick.isChecked()),
            place=values["place"],
            clash_reason=values["clash_reason"],
        )
        language = values["interpreter_language"] or ""
        mode = values["interpreter_mode"] if language else None
        return replace(booking, interpreter_language=language, interpreter_mode=mode)

    def _starts(self, text: str) -> datetime | None:
        if not text:
            return None
        found = parse_moment(text, self.shell.session.clock.now(), field="starts", expects=Expects.FUTURE)
        if isinstance(found, Problem):
            raise InvalidInputError((found,))
        if found.at is None:
            raise InvalidInputError((Problem("starts", "Skriv också ett klockslag, till exempel 15.00."),))
        return found.earliest()


def _lines(*lines: tuple[QWidget, ...]) -> QWidget:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, style.step(1), 0, 0)
    column.setSpacing(style.step(1.5))
    for rows in lines:
        inner = QWidget()
        flow = Flow(inner, gap=2, line_gap=1.5, is_top=True)
        flow.add(*rows)
        column.addWidget(inner)
    return place
