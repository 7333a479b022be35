"""The card beside *Nytt ärende*: when the 48 hours end, the free times inside them, what is missing."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.deadline_rules import TALK_48H
from allvar_desktop.domain.free_slots import Slot, short_list
from allvar_desktop.domain.meeting import InterpreterMode
from allvar_desktop.domain.moment import Moment, to_local
from allvar_desktop.domain.time_text import (
    clock_text,
    long_day_text,
    minutes_text,
    moment_text,
    season_text,
    time_left_text,
)
from allvar_desktop.services.session import Session
from allvar_desktop.services.slots import SlotProposal
from ui import style
from ui.models.slot_model import SlotRow, slot_rows
from ui.style import Size
from ui.widgets.card import Card
from ui.widgets.choices import ChoiceChips
from ui.widgets.form import FormRow
from ui.widgets.slot_list import SlotList
from ui.widgets.text import Run, RunText, Text, Tone, bold, plain, quiet

_MOST_SHOWN = 5


class NewCaseCard(QWidget):
    """Shows a `SlotProposal`; the chosen time and how an interpreter takes part are read from it."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        limit = session.rules.at(TALK_48H, session.today).limit
        self.card = Card()
        self.title = Text(f"{limit} timmar", Size.SECTION, is_bold=True)
        self.due = RunText()
        self.left = Text("", Size.SMALL, Tone.QUIET)
        self.list_title = Text("", Size.SMALL, Tone.QUIET)
        self.slots = SlotList("Lediga tider: pil nedåt väljer, Delete tar bort valet")
        self.foot = Text("", Size.SMALL, Tone.QUIET)
        self.interpreter = ChoiceChips([(mode, mode.text.capitalize()) for mode in InterpreterMode])
        self.interpreter_row = FormRow("interpreter", "Tolk", self.interpreter)
        self.missing = Text("", Size.SMALL, Tone.QUIET)
        self._build()
        self.slots.chosen_changed.connect(self.changed)
        self.interpreter.value_changed.connect(self.changed)
        self.clear()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1.5))
        for part in (
            self.title,
            self.due,
            self.left,
            self.list_title,
            self.slots,
            self.foot,
            self.interpreter_row,
        ):
            self.card.body.addWidget(part)
        self.card.body.setSpacing(style.step(1))
        column.addWidget(self.card)
        column.addWidget(self.missing)
        column.addStretch(1)

    def clear(self) -> None:
        """Nothing is chosen."""
        self.slots.choose(-1)
        self.interpreter.set_value(InterpreterMode.PHONE)
        self.set_language("")

    def chosen(self) -> SlotRow | None:
        """The chosen time, or None."""
        return self.slots.chosen()

    def choose_text(self, start: str) -> None:
        """Choose the time that a draft kept, as an ISO text, if it is still among those shown."""
        if start:
            self.slots.choose_start(datetime.fromisoformat(start))

    def interpreter_mode(self) -> InterpreterMode | None:
        """How the interpreter takes part; None when nobody needs one."""
        return None if self.interpreter_row.isHidden() else self.interpreter.value()

    def set_language(self, language: str) -> None:
        """Ask how the interpreter takes part when somebody needs one."""
        self.interpreter_row.setVisible(bool(language))
        self.interpreter_row.label.setText(f"Tolk i {language}")
        self.interpreter.name_buttons(f"Tolk i {language}")

    def show_proposal(self, proposal: SlotProposal, now: datetime) -> None:
        """Show when the clock ends and what is free; a chosen time that is still free stays chosen."""
        rows = slot_rows(self._with_chosen(proposal), now)
        is_inside = bool(rows)
        if not is_inside and proposal.due is not None:
            rows = slot_rows(proposal.after, now, is_after=True)
        self.due.set_runs(*_due_runs(proposal, now))
        left = _left_words(proposal, now)
        self.left.setText(left)
        self.left.setVisible(bool(left))
        self.list_title.setText(_list_title(is_inside=is_inside, has_rows=bool(rows)))
        self.list_title.setVisible(proposal.due is not None)
        self.slots.set_rows(rows)
        self.slots.setVisible(bool(rows))
        words = _foot_words(proposal, now)
        self.foot.setText(words)
        self.foot.setVisible(bool(words))

    def show_missing(self, sentence: str) -> None:
        """What stands in the way of a letter."""
        self.missing.setText(sentence)

    def _with_chosen(self, proposal: SlotProposal) -> tuple[Slot, ...]:
        shown = short_list(proposal.inside, _MOST_SHOWN)
        chosen = self.slots.chosen()
        kept = [s for s in proposal.inside if chosen and s.start == chosen.slot.start and s not in shown]
        return tuple(sorted((*shown, *kept), key=lambda slot: slot.start))


def _due_runs(proposal: SlotProposal, now: datetime) -> tuple[Run, ...]:
    if proposal.due is None:
        return (quiet("Skriv när underrättelsen mottogs, så visas när tiden går ut."),)
    local = to_local(proposal.due)
    verb = "går ut" if proposal.due >= now else "gick ut"
    day = long_day_text(local.date()).rsplit(" ", 1)[0]
    season = quiet(f" ({season_text(proposal.due)})")
    return (plain(f"{verb} {day} "), bold(clock_text(local.time())), season)


def _left_words(proposal: SlotProposal, now: datetime) -> str:
    if proposal.due is None:
        return ""
    uncertain = " · tid osäker" if proposal.is_uncertain else ""
    return f"{time_left_text(proposal.due, now)}{uncertain}"


def _list_title(*, is_inside: bool, has_rows: bool) -> str:
    if is_inside:
        return "Lediga tider inom fristen"
    if not has_rows:
        return "Ingen ledig tid hittades. Boka på ärendets sida."
    return "Ingen ledig tid finns inom fristen. De närmaste:"


def _foot_words(proposal: SlotProposal, now: datetime) -> str:
    if proposal.due is None or proposal.last_start is None or proposal.due < now:
        return ""
    last = moment_text(Moment.from_instant(proposal.last_start), now)
    return (
        f"Sista tiden som går: {last}.\nKontorstid kvar i fristen: {minutes_text(proposal.office_minutes)}."
    )
