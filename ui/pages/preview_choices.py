"""What can be chosen about summonses: by hand or by post, easy to read, and which of the two wordings."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.ids import PartyId
from allvar_desktop.services.prepared import PaperChoices
from ui import style
from ui.widgets.choices import Tick
from ui.widgets.form import Form
from ui.widgets.text_fields import TextField


class LetterChoices(QWidget):
    """The choices of the letter that is shown; `chosen` when one changed and the letters are made anew."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1))
        self._by_hand: set[PartyId] = set()
        self._easy: set[PartyId] = set()
        self._reader: PartyId | None = None
        self.by_hand = Tick("Lämnas för hand")
        self.easy = Tick("Lättläst")
        self.names_suspicion = Tick("Nämn misstanken")
        self.police_sure = Tick("Polisen kommer säkert")
        self.form = Form(self)
        self.suspicion = TextField(text_limits.LINE, 20, "till exempel snatteri")
        self.arrival = TextField(text_limits.LINE, 20, "Anmäl dig i receptionen.")
        self.suspicion_row = self.form.row("suspicion", "Uppgift om misstanke om", self.suspicion)
        self.arrival_row = self.form.row("arrival", "Hitta fram (en mening)", self.arrival)
        ticks = (self.by_hand, self.easy, self.police_sure, self.names_suspicion)
        for widget in (*ticks, self.suspicion_row, self.arrival_row):
            column.addWidget(widget)
        self.suspicion_row.hide()
        self.police_sure.hide()
        self.police_sure.clicked.connect(self.chosen)
        self.by_hand.clicked.connect(lambda: self._toggle(self._by_hand, is_in=self.by_hand.isChecked()))
        self.easy.clicked.connect(lambda: self._toggle(self._easy, is_in=self.easy.isChecked()))
        self.names_suspicion.clicked.connect(self._name_suspicion)
        self.suspicion.editingFinished.connect(self.chosen)
        self.arrival.editingFinished.connect(self.chosen)

    def show_reader(self, reader: PartyId | None) -> None:
        """Show the choices of this recipient's letter."""
        self._reader = reader
        self.by_hand.setChecked(reader in self._by_hand)
        self.easy.setChecked(reader in self._easy)

    def show_police(self, *, is_called: bool) -> None:
        """Offer to say that an officer comes for certain; else the letter says *om det går att ordna*."""
        self.police_sure.setVisible(is_called)

    def hand_over(self, reader: PartyId) -> None:
        """Let this letter be handed over."""
        self._by_hand.add(reader)
        self.chosen.emit()

    def choices(self) -> PaperChoices:
        """All choices, for every letter of the talk."""
        return PaperChoices(
            by_hand=frozenset(self._by_hand),
            easy=frozenset(self._easy),
            is_suspicion_named=self.names_suspicion.isChecked(),
            suspicion=self.suspicion.value(),
            is_police_sure=self.police_sure.isChecked(),
            arrival=self.arrival.value(),
        )

    def draft(self) -> dict[str, Any]:
        """What is chosen, as plain JSON."""
        return {
            "by_hand": sorted(self._by_hand),
            "easy": sorted(self._easy),
            "police_sure": self.police_sure.isChecked(),
            "names_suspicion": self.names_suspicion.isChecked(),
            "suspicion": self.suspicion.value(),
            "arrival": self.arrival.value(),
        }

    def set_draft(self, draft: Mapping[str, Any]) -> None:
        """Put back what `draft` gave; the letters are made anew."""
        self._by_hand = {PartyId(each) for each in draft.get("by_hand", ())}
        self._easy = {PartyId(each) for each in draft.get("easy", ())}
        self.police_sure.setChecked(bool(draft.get("police_sure")))
        self.names_suspicion.setChecked(bool(draft.get("names_suspicion")))
        self.suspicion_row.setVisible(self.names_suspicion.isChecked())
        self.suspicion.set_value(str(draft.get("suspicion", "")))
        self.arrival.set_value(str(draft.get("arrival", "")))
        self.chosen.emit()

    def clear(self) -> None:
        """Back to the defaults: by post, the standard letter, *en händelse den …*."""
        self._by_hand.clear()
        self._easy.clear()
        self.names_suspicion.setChecked(False)
        self.police_sure.setChecked(False)
        self.suspicion_row.hide()
        self.suspicion.set_value("")
        self.arrival.set_value("")

    def _toggle(self, chosen: set[PartyId], *, is_in: bool) -> None:
        if self._reader is None:
            return
        if is_in:
            chosen.add(self._reader)
        else:
            chosen.discard(self._reader)
        self.chosen.emit()

    def _name_suspicion(self) -> None:
        self.suspicion_row.setVisible(self.names_suspicion.isChecked())
        if self.names_suspicion.isChecked():
            self.suspicion.setFocus()
        else:
            self.chosen.emit()
