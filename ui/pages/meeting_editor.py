"""The box to write in during the talk, with who says it and what it is one key away."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.ids import CommitmentId, PartyId, StatementId
from allvar_desktop.domain.record import Commitment, Section, SourceKind, Statement, StatementKind
from allvar_desktop.domain.record_contents import NewStatement
from allvar_desktop.services.record_views import sources_of
from ui import actions, style
from ui.pages.meeting_desk import MeetingDesk
from ui.pages.meeting_promise import PromiseForm
from ui.style import Size
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import ChoiceChips, Option
from ui.widgets.flow import Flow
from ui.widgets.form import HELP_PROPERTY, FormRow
from ui.widgets.text import Text, Tone
from ui.widgets.text_fields import LongText

_KIND_KEYS = {StatementKind.FACT: "B", StatementKind.VIEW: "T", StatementKind.ASSESSMENT: "D"}
_HOW = "Skriv här. Alt och siffra väljer vem, Alt B, T eller D vad. Ctrl J lägger till raden."


class MeetingEditor(QWidget):
    """A line that is being written: new or to be changed, a statement or a commitment."""

    changed = Signal()
    kept = Signal()
    """*Lägg till raden*, by the button."""
    removed = Signal()
    promised = Signal()
    cancelled = Signal()

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self._desk = desk
        self._options: list[Option] = []
        self._last_who = SourceKind.OWN_OBSERVATION.value
        self.statement_id: StatementId | None = None
        self.box = LongText(text_limits.STATEMENT, 3, _HOW, Size.RECORD)
        self.box_row = FormRow("statement", "Ny rad", self.box)
        self.who, self.what = ChoiceChips(), ChoiceChips(has_numbers=False)
        self.promise = PromiseForm(desk)
        self.promise.hide()
        self._make_buttons()
        topics = {
            "source": self.who,
            "kind": self.what,
            "withheld": self.withheld,
            "commitment": self.promise_button,
        }
        for topic, widget in topics.items():
            widget.setProperty(HELP_PROPERTY, topic)
        self._lay_out()
        self._connect()
        self._add_keys()

    def _make_buttons(self) -> None:
        self.what.set_options([(kind, kind.text) for kind in StatementKind])
        for button, kind in zip(self.what.buttons(), StatementKind, strict=True):
            button.set_words(kind.text, hint=f"Alt {_KIND_KEYS[kind]}")
        self.what.name_buttons("Vad?")
        self.what.set_value(StatementKind.FACT)
        self.promise_button = Button("Åtagande", hint=actions.action("commitment").hint)
        self.withheld = Button("Lämnas inte ut", Kind.CHOICE, name="Lämnas inte ut till vårdnadshavare")
        self.keep_button = Button("Lägg till raden", hint=actions.action("keep_statement").hint)
        self.remove_button = Button("Ta bort raden")
        self.cancel_button = Button("Avbryt")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.step(1.5), 0, 0)
        column.setSpacing(style.step(1.25))
        column.addWidget(self.box_row)
        self._asks = QWidget()
        lines = QVBoxLayout(self._asks)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(style.step(1))
        lines.addWidget(_line(Text("Vem?", tone=Tone.QUIET, may_wrap=False), self.who))
        lines.addWidget(_line(Text("Vad?", tone=Tone.QUIET, may_wrap=False), self.what))
        column.addWidget(self._asks)
        column.addWidget(self.promise)
        own = (self.keep_button, self.remove_button, self.cancel_button)
        column.addWidget(_line(*own, self.promise_button, self.withheld))

    def _connect(self) -> None:
        self.box.value_changed.connect(self.changed)
        self.who.value_changed.connect(self.changed)
        self.what.value_changed.connect(self.changed)
        self.promise.changed.connect(self.changed)
        self.withheld.toggled.connect(lambda _: self.changed.emit())
        self.keep_button.clicked.connect(self.kept)
        self.promise.sent.connect(self.kept)
        self.remove_button.clicked.connect(self.removed)
        self.cancel_button.clicked.connect(self.cancelled)
        self.promise_button.clicked.connect(self.promised)

    def _add_keys(self) -> None:
        for number in range(1, 10):
            self._add_key(f"Alt+{number}", partial(self._choose_who, number))
        for kind, key in _KIND_KEYS.items():
            self._add_key(f"Alt+{key}", partial(self.what.set_value, kind))

    def _add_key(self, keys: str, do: Callable[[], object]) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(do)

    def _choose_who(self, number: int) -> None:
        chips = self.promise.who if self.is_promise else self.who
        buttons = chips.buttons()
        if number <= len(buttons):
            buttons[number - 1].setChecked(True)

    @property
    def is_promise(self) -> bool:
        """Whether the line is a commitment."""
        return not self.promise.isHidden()

    @property
    def is_changing(self) -> bool:
        """Whether something that is there already is being changed."""
        return self.statement_id is not None or self.promise.commitment_id is not None

    def show_people(self) -> None:
        """Who can be the source; the choice is kept."""
        desk = self._desk
        sources = sources_of(desk.facts, desk.meeting)
        options: list[Option] = [(_key(s.kind, s.party_id), desk.short(s.name)) for s in sources]
        if options != self._options:
            self._options = options
            chosen = self.who.value()
            self.who.set_options(options)
            self.who.name_buttons("Vem?")
            self.who.set_value(chosen)
        self.promise.show_people()

    def suit(self, section: Section) -> None:
        """Choose who most likely speaks in a section, or who spoke last; a line in the box keeps its own."""
        if self.box.value() or self.is_changing:
            return
        facts = self._desk.facts
        likely = {
            Section.WELCOME: _key(SourceKind.OWN_OBSERVATION, None),
            Section.REPORTED: _key(SourceKind.NOTICE, None),
            Section.CHILD: _key(SourceKind.PARTY, facts.child.id),
            Section.LAST_WORD: _key(SourceKind.PARTY, facts.child.id),
        }
        if facts.guardians:
            likely[Section.GUARDIANS] = _key(SourceKind.PARTY, facts.guardians[0].id)
        chosen = likely.get(section, self._last_who)
        self.who.set_value(chosen)
        self.what.set_value(StatementKind.FACT)

    def empty(self) -> None:
        """Ready for a new line."""
        self.statement_id = None
        self.promise.start()
        self.promise.hide()
        self.withheld.setChecked(False)
        self.what.set_value(StatementKind.FACT)
        self.box_row.show_problem("")
        self.box.set_value("")
        self._show_mode()

    def change_statement(self, row: Statement) -> None:
        """Put a line in the box to change it."""
        self.empty()
        self.statement_id = row.id
        self.who.set_value(_key(row.source, row.source_party_id))
        self.what.set_value(row.kind)
        self.withheld.setChecked(row.is_withheld)
        self._begin(row.text)

    def change_commitment(self, row: Commitment) -> None:
        """Put a commitment in the box to change it."""
        self.empty()
        self.promise.start(row)
        self.promise.show()
        self.withheld.setChecked(row.is_withheld)
        self._begin(row.text)

    def ask_promise(self) -> None:
        """Ask who and when; the text in the box is what."""
        self.promise.start()
        self.promise.show()
        self._show_mode()
        first = self.promise.who.buttons()
        if self.box.value() and first:
            first[0].setFocus()
        else:
            self.box.setFocus()

    def _begin(self, text: str) -> None:
        self.box.set_value(text)
        self.box.moveCursor(self.box.textCursor().MoveOperation.End)
        self._show_mode()
        self.box.setFocus()

    def _show_mode(self) -> None:
        thing = "åtagandet" if self.is_promise else "raden"
        new = "Nytt åtagande" if self.is_promise else "Ny rad"
        label = f"Ändra {thing}" if self.is_changing else new
        self.box_row.label.setText(label)
        self.box.setAccessibleName(label)
        self.keep_button.set_words("Spara ändringen" if self.is_changing else f"Lägg till {thing}")
        self.remove_button.set_words(f"Ta bort {thing}")
        self.remove_button.setVisible(self.is_changing)
        self.cancel_button.setVisible(self.is_changing or self.is_promise)
        self._asks.setVisible(not self.is_promise)
        self.promise_button.setVisible(not self.is_promise and not self.is_changing)

    def statement(self, section: Section) -> NewStatement:
        """The line as typed."""
        self._last_who = self.who.value() or self._last_who
        kind, _, number = (self.who.value() or _key(SourceKind.PARTY, None)).partition(":")
        return NewStatement(
            section,
            self.box.value(),
            SourceKind(kind),
            PartyId(int(number)) if number else None,
            StatementKind(self.what.value() or StatementKind.FACT),
            self.withheld.isChecked(),
        )

    def typed(self) -> dict[str, Any] | None:
        """The half-written line as plain values; None when nothing is written."""
        if not self.box.value() and not self.is_changing:
            return None
        return {
            "text": self.box.toPlainText(),
            "statement": self.statement_id,
            "who": self.who.value() or "",
            "what": str(self.what.value() or StatementKind.FACT),
            "is_withheld": self.withheld.isChecked(),
            "promise": self.promise.typed() if self.is_promise else None,
        }

    def put_back(self, typed: dict[str, Any]) -> None:
        """Put back what `typed` gave; what was taken away meanwhile becomes a new line."""
        self.empty()
        old, promise = typed.get("statement"), typed.get("promise")
        if old is not None and self._desk.statement(StatementId(old)) is not None:
            self.statement_id = StatementId(old)
        if promise is not None:
            old = promise.get("id")
            row = self._desk.commitment(CommitmentId(old)) if old is not None else None
            self.promise.start(row)
            self.promise.put(promise.get("who", ""), promise.get("due", ""))
            self.promise.show()
        self.who.set_value(typed.get("who"))
        self.what.set_value(StatementKind(typed.get("what", StatementKind.FACT)))
        self.withheld.setChecked(bool(typed.get("is_withheld")))
        self._begin(str(typed.get("text", "")))


def _key(kind: SourceKind, party_id: PartyId | None) -> str:
    return f"{kind.value}:{party_id}" if party_id is not None else kind.value


def _line(*widgets: QWidget) -> QWidget:
    place = QWidget()
    policy = place.sizePolicy()
    policy.setHeightForWidth(True)
    place.setSizePolicy(policy)
    Flow(place, gap=1.25).add(*widgets)
    return place
