"""Who of the family is called, and what follows when some may not meet or are left out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.knowledge import Knowledge, joint_meeting_conflicts, knowledge
from allvar_desktop.domain.party import Party, PartyRole
from ui import names, style
from ui.widgets.banner import Banner
from ui.widgets.choices import Tick
from ui.widgets.flow import Flow
from ui.widgets.form import HELP_PROPERTY, Form
from ui.widgets.text_fields import TextField


class CalledFields(QWidget):
    """A tick for each of the family; the child and all adults of whom something is known are ticked."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form(self)
        self._facts: CaseFacts | None = None
        self.ticks: dict[PartyId, Tick] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1))
        self._place = QWidget()
        self._flow = Flow(self._place, gap=3)
        self.conflict = Banner()
        self.unclear = Banner()
        self.note = TextField(text_limits.NOTE, 40)
        self.note_row = self.form.row("note", "Varför kallas inte alla vårdnadshavare?", self.note)
        for part in (self._place, self.conflict, self.unclear, self.note_row):
            column.addWidget(part)
        self.note.value_changed.connect(self.changed)
        names.screen().toggled.connect(self._name)

    def show_family(self, facts: CaseFacts, chosen: Sequence[PartyId] | None = None) -> None:
        """Tick `chosen`, or everybody of whom a name or a phone number is known."""
        self._facts = facts
        self._flow.clear()
        self.ticks = {}
        for party in facts.family:
            tick = Tick("")
            is_known = party.role is PartyRole.CHILD or bool(party.name or party.phone)
            tick.set_value(is_known if chosen is None else party.id in chosen)
            tick.value_changed.connect(self._edited)
            tick.setProperty(HELP_PROPERTY, "parties")
            self.ticks[party.id] = tick
            self._flow.add(tick)
            tick.show()
        self._name()
        self._look()

    def called(self) -> tuple[Party, ...]:
        """Who is ticked."""
        if self._facts is None:
            return ()
        return tuple(party for party in self._facts.family if self.ticks[party.id].value())

    def one_guardian_note(self) -> str:
        """Why a guardian is left out; "" while it is not asked for."""
        return "" if self.note_row.isHidden() else self.note.value()

    def stop(self) -> str:
        """Why those who are ticked may not meet at one table; "" when they may."""
        return "" if self.conflict.isHidden() else self.conflict.message.text()

    def part(self) -> None:
        """*Boka skilda samtal*: leave out whoever may not know where another one is."""
        if self._facts is not None:
            readers = {reader.id for reader, _ in joint_meeting_conflicts(self._facts, self.called())}
            for party_id in readers:
                self.ticks[party_id].set_value(False)

    def _edited(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        facts = self._facts
        if facts is None:
            return
        called = self.called()
        conflicts = joint_meeting_conflicts(facts, called)
        decision = facts.safety_decision
        is_allowed = decision is not None and decision.is_joint_meeting_allowed
        self.conflict.setVisible(bool(conflicts) and not is_allowed)
        if conflicts and not is_allowed:
            reader, about = conflicts[0]
            one, other = names.shown(reader.shown_name), names.shown(about.shown_name)
            words = (
                f"{one} får inte få veta var {other} finns. "
                "Ett gemensamt samtal kräver först ett säkerhetsbeslut av gruppledaren, på ärendets sida."
            )
            self.conflict.tell(words, "Boka skilda samtal", self.part, state="overdue")
            self.conflict.close_button.hide()
        self._look_for_unclear(called)
        left_out = [guardian for guardian in facts.guardians if guardian not in called]
        self.note_row.setVisible(bool(left_out and called) and not facts.case.both_guardians_note)

    def _look_for_unclear(self, called: Sequence[Party]) -> None:
        facts = self._facts
        open_ones = [
            (reader, about)
            for reader in called
            for about in called
            if facts and reader is not about and knowledge(facts, reader, about) is Knowledge.UNANSWERED
        ]
        self.unclear.setVisible(bool(open_ones))
        if open_ones:
            reader, about = open_ones[0]
            self.unclear.tell(
                f"Det är oklart om {names.shown(reader.shown_name)} får veta var "
                f"{names.shown(about.shown_name)} finns. Svara på det på ärendets sida innan brevet skrivs.",
                state="urgent",
            )
            self.unclear.close_button.hide()

    def _name(self) -> None:
        if self._facts is None:
            return
        for party in self._facts.family:
            words = f"{names.shown(party.shown_name)}, {party.relation or party.role.text}"
            self.ticks[party.id].setText(words)
            self.ticks[party.id].setAccessibleName(f"Kallas: {words}")
            self.ticks[party.id].updateGeometry()
        self._look()
