"""*Närvaro*: who came, late or not at all and why, and when the talk began and ended."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.party import Party
from allvar_desktop.domain.record import Presence
from allvar_desktop.domain.time_text import instant_text
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.record_editing import set_attendance
from ui import names, style
from ui.dialogs import ask
from ui.pages.case_card import together
from ui.pages.meeting_desk import MeetingDesk
from ui.pages.meeting_times_dialog import TimesDialog
from ui.widgets.buttons import Button
from ui.widgets.choices import ChoiceChips
from ui.widgets.flow import Flow
from ui.widgets.form import HELP_PROPERTY, FormRow
from ui.widgets.headings import Hairline
from ui.widgets.pill import Pill, PillText
from ui.widgets.text import Run, RunText, Text, Tone, bold, quiet
from ui.widgets.text_fields import TextField

_PILLS = {Presence.CAME: "done_in_time", Presence.LATE: "done_late", Presence.ABSENT: "lapsed"}
_OPTIONS = tuple((presence, f"{presence.text[:1].upper()}{presence.text[1:]}") for presence in Presence)


class AttendanceRow(QWidget):
    """One called person: how they came, and why late or absent."""

    def __init__(self, desk: MeetingDesk, party: Party) -> None:
        super().__init__()
        self._desk, self._party = desk, party
        name = names.shown(party.shown_name)
        self.chips = ChoiceChips(_OPTIONS)
        self.chips.name_buttons(name)
        self.chips.setProperty(HELP_PROPERTY, "attendance")
        self.reason = TextField(text_limits.LINE, 40)
        self.reason_row = FormRow("reason", f"Orsak, {name}", self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.step(1), 0, 0)
        column.setSpacing(style.step(1))
        place = QWidget()
        line = Flow(place, gap=2)
        line.add(RunText(*_who(party)), weight=1)
        line.add(self.chips)
        column.addWidget(place)
        column.addWidget(self.reason_row)
        column.addWidget(Hairline())
        row = desk.contents.presence_of(party.id) if desk.contents else None
        self.chips.set_value(row.presence if row else None)
        self.reason.set_value(row.reason if row else "")
        self._saved = (row.presence, row.reason) if row else (None, "")
        self._show_reason()
        self.chips.value_changed.connect(self._chosen)
        self.reason.editingFinished.connect(self.keep)

    def _show_reason(self) -> None:
        self.reason_row.setVisible(self.chips.value() in (Presence.LATE, Presence.ABSENT))

    def _chosen(self) -> None:
        self._show_reason()
        if self.chips.value() is Presence.ABSENT and not self.reason.value():
            self.reason_row.show_problem("Skriv varför, eller att orsaken är okänd.")
            QTimer.singleShot(0, self, self.reason.setFocus)  # after the chip has taken the focus
            return
        self.keep()

    def keep(self) -> None:
        """Store what stands here, when it is something new."""
        presence, reason = self.chips.value(), self.reason.value()
        if presence is Presence.CAME:
            reason = ""
        if presence is None or (presence, reason) == self._saved:
            return
        self.reason_row.show_problem("")
        self._desk.shell.succeeds(lambda: self._store(presence, reason))

    def _store(self, presence: Presence, reason: str) -> None:
        desk, party_id = self._desk, self._party.id
        try:
            desk.written(lambda: set_attendance(desk.session, desk.meeting_id, party_id, presence, reason))
            self._saved = (presence, reason)
        except InvalidInputError as error:
            self.reason_row.show_problem(error.problems[0].message)


class AttendancePanel(QWidget):
    """A row for each called person; read only when the record is locked."""

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: object = None
        self.rows: list[AttendanceRow] = []

    def show_rows(self) -> None:
        """Show who is called; while one writes here the rows stay as they are."""
        desk = self._desk
        people = desk.facts.participants_of(desk.meeting_id)
        times = (desk.meeting.began, desk.meeting.ended)
        state = (desk.meeting_id, people, desk.may_write, names.screen().is_hiding, times)
        if state == self._shown:
            return
        self._shown = state
        self._clear()
        if desk.may_write:
            self.rows = [AttendanceRow(desk, party) for party in people]
            for row in self.rows:
                self._column.addWidget(row)
        else:
            for party in people:
                self._column.addWidget(_read_only(desk, party))
        self._column.addWidget(self._times())

    def forget(self) -> None:
        """Another talk is opened, or this one anew."""
        self._shown = None

    def focus_missing(self) -> None:
        """To the first person nothing is noted about."""
        missing = [row for row in self.rows if row.chips.value() is None]
        for row in (missing or self.rows)[:1]:
            row.chips.setFocus()

    def _clear(self) -> None:
        self.rows = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _times(self) -> QWidget:
        desk, meeting = self._desk, self._desk.meeting
        words = f"Började {instant_text(meeting.began, desk.now)}" if meeting.began else ""
        words += f", slutade {instant_text(meeting.ended, desk.now)}" if meeting.ended else ""
        cells: list[QWidget] = [Text(f"{words}." if words else "", tone=Tone.QUIET)]
        if desk.may_write:
            button = Button("Rätta tiderna")
            button.clicked.connect(self.correct_times)
            cells.append(button)
        place = together(*cells, gap=2)
        place.setContentsMargins(0, style.step(1.5), 0, 0)
        return place

    def correct_times(self) -> None:
        """Ask when it began and ended."""
        dialog = TimesDialog(self._desk)
        dialog.on_bug = self._desk.shell.on_bug
        if ask.run(dialog):
            self._desk.renew()
            self._desk.shell.show_banner("Tiderna är rättade.")
        dialog.deleteLater()


def _who(party: Party) -> list[Run]:
    return [bold(names.shown(party.shown_name)), quiet(f"  {party.relation or party.role.text}")]


def _read_only(desk: MeetingDesk, party: Party) -> QWidget:
    row = desk.contents.presence_of(party.id) if desk.contents else None
    cells: list[QWidget] = [RunText(*_who(party))]
    if row is not None:
        said = f"{row.presence.text[:1].upper()}{row.presence.text[1:]}"
        cells.append(Pill(PillText(_PILLS[row.presence], said)))
        if row.reason:
            cells.append(Text(desk.hidden(row.reason), tone=Tone.QUIET))
    place = together(*cells, gap=2)
    place.setContentsMargins(0, style.step(0.75), 0, style.step(0.75))
    return place
