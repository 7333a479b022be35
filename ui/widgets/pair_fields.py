"""*Får A få veta var B finns?*: asked only while somebody is protected, or may be."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.pair_questions import pair_questions
from ui import names, style
from ui.widgets.choices import ChoiceChips
from ui.widgets.form import HELP_PROPERTY, Form
from ui.widgets.text import Text, Tone

_ANSWERS = ((True, "Ja"), (False, "Nej, får inte veta"))
Pair = tuple[Hashable, Hashable]


class PairFields(QWidget):
    """The questions of the persons just now. Answers stay with their persons while others come and go."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        self._answers: dict[Pair, bool] = {}
        self._chips: dict[Pair, ChoiceChips] = {}
        self._people: tuple[tuple[Hashable, NewParty], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.step(1.25))
        self._column.addWidget(
            Text(
                "Gäller adress, telefon, skola, arbetsplats och tider. Okänt skydd räknas som skyddat.",
                tone=Tone.QUIET,
            )
        )
        names.screen().toggled.connect(self._name)
        self.hide()

    def set_people(self, people: Sequence[tuple[Hashable, NewParty]]) -> None:
        """Ask about these: a key that stays with the person, and the person as typed; the child first."""
        self._people = tuple(people)
        found = pair_questions([person for _, person in self._people])
        wanted = [(self._people[reader][0], self._people[about][0]) for reader, about in found]
        if wanted != list(self._chips):
            self._rebuild(wanted)
        self._name()
        self.setVisible(bool(wanted))

    def pairs(self, *, may_know: bool) -> tuple[tuple[int, int], ...]:
        """The places (reader, about) that were answered so, by the order of `set_people`."""
        places = {key: place for place, (key, _) in enumerate(self._people)}
        return tuple(
            (places[reader], places[about])
            for reader, about in self._chips
            if self._answers.get((reader, about)) is may_know
        )

    def clear(self) -> None:
        """Forget every answer."""
        self._answers.clear()
        self._rebuild([])
        self.hide()

    def draft(self) -> list[list[Any]]:
        """The answers by place, as plain JSON."""
        pairs = [(pair, True) for pair in self.pairs(may_know=True)]
        pairs += [(pair, False) for pair in self.pairs(may_know=False)]
        return [[reader, about, answer] for (reader, about), answer in pairs]

    def set_draft(self, draft: Sequence[Sequence[Any]]) -> None:
        """Put back what `draft` gave; the people must be set before."""
        for reader, about, answer in draft:
            if max(reader, about) < len(self._people):
                self._answers[self._people[reader][0], self._people[about][0]] = bool(answer)
        for pair, chips in self._chips.items():
            chips.set_value(self._answers.get(pair))

    def _rebuild(self, wanted: Sequence[Pair]) -> None:
        for pair in list(self._chips):
            if pair not in wanted:
                del self._chips[pair]
                self.form.rows[_row_name(pair)].hide()  # at once, not when Qt comes to delete it
                self.form.remove(_row_name(pair))
        chips = {}
        for place, pair in enumerate(wanted):
            chips[pair] = self._chips.get(pair) or self._ask(pair)
            self._column.insertWidget(place + 1, self.form.rows[_row_name(pair)])
        self._chips = chips

    def _ask(self, pair: Pair) -> ChoiceChips:
        chips = ChoiceChips(_ANSWERS)
        row = self.form.row(_row_name(pair), " ", chips)
        chips.setProperty(HELP_PROPERTY, "pairs")
        chips.set_value(self._answers.get(pair))
        chips.value_changed.connect(lambda: self._answered(pair))
        self._column.addWidget(row)
        row.show()
        return chips

    def _answered(self, pair: Pair) -> None:
        value = self._chips[pair].value() if pair in self._chips else None
        if value is not None:
            self._answers[pair] = bool(value)
        self.changed.emit()

    def _name(self) -> None:
        called = {key: _called(place, person) for place, (key, person) in enumerate(self._people)}
        for pair, chips in self._chips.items():
            reader, about = (called.get(key, "") for key in pair)
            words = f"Får {reader} veta var {about} finns?"
            row = self.form.rows[_row_name(pair)]
            row.label.setText(words)
            chips.setAccessibleName(words)
            chips.name_buttons(words)


def _called(place: int, person: NewParty) -> str:
    if person.name.strip():
        return names.shown(person.name.strip())
    return "barnet" if place == 0 else f"{person.role.text} {place}"


def _row_name(pair: Pair) -> str:
    return f"pair.{pair[0]}.{pair[1]}"
