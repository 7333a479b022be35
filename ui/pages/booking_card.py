"""The card beside the booking: the clock, the time that is chosen, and what it clashes with."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.booking import Booking
from allvar_desktop.domain.deadline_rules import TALK_48H
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.office_hours import OfficeHours
from allvar_desktop.domain.time_text import (
    clock_text,
    duration_text,
    long_day_text,
    minutes_text,
    time_left_text,
)
from allvar_desktop.services.session import Session
from allvar_desktop.services.slots import SlotProposal
from ui import style
from ui.style import Size
from ui.widgets.card import Card
from ui.widgets.form import Form
from ui.widgets.headings import Hairline
from ui.widgets.pill import Pill, PillText
from ui.widgets.text import RunText, Text, Tone, bold, plain, quiet
from ui.widgets.text_fields import TextField


class BookingCard(QWidget):
    """Says in words where the chosen time lies; asks why where it clashes."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._office: OfficeHours = session.settings.office
        self.form = Form(self)
        self.card = Card()
        limit = session.rules.at(TALK_48H, session.today).limit
        self.title = Text(f"{limit} timmar", Size.SECTION, is_bold=True)
        self.due = RunText()
        self.left = Text("", Size.SMALL, Tone.QUIET)
        self.chosen = RunText()
        self.pill = Pill(PillText("waiting", "Ingen tid vald"))
        self.clashes = Text("", tone=Tone.WRONG)
        self.reason = TextField(text_limits.LINE, 30)
        self.reason_row = self.form.row("clash_reason", "Boka ändå, varför?", self.reason)
        self.preliminary = Text("", tone=Tone.PLAIN)
        self._build()
        self.reason.value_changed.connect(self.changed)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.card.body.setSpacing(style.step(1))
        parts = (self.title, self.due, self.left, Hairline(), self.chosen, self.pill, self.clashes)
        for part in (*parts, self.reason_row, self.preliminary):
            self.card.body.addWidget(part)
        column.addWidget(self.card)

    def show_clock(self, proposal: SlotProposal, now: datetime) -> None:
        """When the clock ends, and how long that is."""
        if proposal.due is None:
            self.due.set_runs(quiet("Klockan har ingen starttid än."))
            self.left.setText("")
            return
        local = to_local(proposal.due)
        verb = "går ut" if proposal.due >= now else "gick ut"
        day = long_day_text(local.date()).rsplit(" ", 1)[0]
        self.due.set_runs(plain(f"{verb} {day} "), bold(clock_text(local.time())))
        uncertain = ", tid osäker" if proposal.is_uncertain else ""
        office = f" · kontorstid kvar {minutes_text(proposal.office_minutes)}" if proposal.due > now else ""
        self.left.setText(f"{time_left_text(proposal.due, now)}{uncertain}{office}")

    def show_booking(self, booking: Booking, due: datetime | None) -> None:
        """The chosen time, and whether it lies inside the clock."""
        if booking.starts is None:
            self.chosen.set_runs(quiet("Välj en tid i listan, eller skriv en egen."))
            self.pill.hide()
            return
        ends = booking.starts + timedelta(minutes=booking.minutes)
        start, end = to_local(booking.starts), to_local(ends)
        day = long_day_text(start.date())
        hours = f"{clock_text(start.time())}–{clock_text(end.time())}"
        self.chosen.set_runs(plain(f"{day} "), bold(hours))
        self.pill.show_pill(self._place_in_clock(booking.starts, ends, due))
        self.pill.show()

    def _place_in_clock(self, starts: datetime, ends: datetime, due: datetime | None) -> PillText:
        hours = self._office.hours_on(to_local(starts).date())
        is_office = hours is not None and hours[0] <= starts and ends <= hours[1]
        jour = "" if is_office else ", utanför kontorstid"
        if due is None:
            return PillText("waiting", f"Ingen frist än{jour}")
        if starts > due:
            return PillText("overdue", f"Efter fristen, {duration_text(starts - due)}{jour}")
        words = "Inom fristen" if ends <= due else "Börjar inom fristen, slutar efter"
        return PillText("plenty", f"{words}{jour}")

    def show_clashes(self, sentences: tuple[str, ...]) -> None:
        """What else takes room, worker, officer, interpreter or family then."""
        self.clashes.setText("\n".join(sentences))
        self.clashes.setVisible(bool(sentences))
        self.reason_row.setVisible(bool(sentences))

    def show_preliminary(self, roles: tuple[str, ...]) -> None:
        """Say that the booking is preliminary, and because of whom."""
        words = " och ".join(dict.fromkeys(roles))
        self.preliminary.setText(
            f"Bokningen blir preliminär: samtycke eller grund saknas för {words}. Kallelsen kan inte skrivas "
            "och ingen utifrån får veta något förrän det finns."
        )
        self.preliminary.setVisible(bool(roles))

    def clash_reason(self) -> str:
        """Why it is booked all the same; "" where nothing clashes."""
        return "" if self.reason_row.isHidden() else self.reason.value()
