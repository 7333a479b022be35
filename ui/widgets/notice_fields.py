"""What came in and when: the first part of *Nytt ärende*."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.new_case import NewNotice
from allvar_desktop.domain.notice import Arrival, NoticeKind
from allvar_desktop.domain.problem import Problem
from ui import style
from ui.widgets.choices import ChoiceField, Tick
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.special_fields import MomentField
from ui.widgets.suggest_field import SuggestField
from ui.widgets.text_fields import TextField

SENDERS = (
    "Polisregion Stockholm",
    "Polisregion Stockholm, lokalpolisområde Vällingby",
    "Socialjouren",
    "Skolan",
)
_NAMES_A_CRIME = (NoticeKind.SECTION_34, NoticeKind.SECTION_6)


class NoticeFields(QWidget):
    """Gives the part of a `NewNotice` that is known before the family is."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        self.kind = ChoiceField([(kind, kind.text) for kind in NoticeKind])
        self.arrival = ChoiceField([(arrival, _capital(arrival.text)) for arrival in Arrival])
        self.times = {
            "received": MomentField(now, "27/3 15.40 eller nu"),
            "reported": MomentField(now),
            "offence": MomentField(now, "27/3 11.50, 27/3 okänd tid"),
        }
        self.first_emptying = Tick("Låg i posten vid första tömningen")
        self.suspicion = Tick("Nämner misstanke om brott")
        self._build()
        self.clear()
        self.form.changed.connect(self._edited)

    def _build(self) -> None:
        row, times = self.form.row, self.times
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1))
        first, second, third = (QWidget(), QWidget(), QWidget())
        one, two, three = (Flow(place, gap=2, is_top=True) for place in (first, second, third))
        one.add(row("kind", "Slag", self.kind), row("arrival", "Kom in via", self.arrival))
        one.add(row("received", "Mottagen av enheten", times["received"]), weight=1)
        self._post_row = row("is_first_emptying", "Post", self.first_emptying)
        self._suspicion_row = row("names_suspicion", "Misstanke", self.suspicion)
        one.add(self._post_row, self._suspicion_row)
        two.add(row("reported", "Polisanmälan", times["reported"]), weight=1)
        two.add(row("offence", "Händelse", times["offence"]), weight=1)
        sender = SuggestField(SENDERS, text_limits.LINE, 26, "Polisregion Stockholm")
        three.add(row("event_text", "Vad som har hänt, kort", TextField(text_limits.NOTE, 28)), weight=2)
        three.add(row("sender", "Avsändare", sender), weight=1)
        three.add(row("reference", "Diarienummer", TextField(text_limits.SHORT, 17)))
        for place in (first, second, third):
            column.addWidget(place)

    def notice(self) -> NewNotice:
        """The notice as typed so far; times that are not understood are None."""
        value = self._value
        is_post = self.arrival.value() is Arrival.POST
        return NewNotice(
            kind=self.kind.value() or NoticeKind.OTHER,
            arrival=self.arrival.value() or Arrival.ELECTRONIC,
            received=self.times["received"].moment(),
            is_first_emptying=is_post and self.first_emptying.value(),
            names_suspicion=self._suspicion_row.isHidden() or self.suspicion.value(),
            reported=self.times["reported"].moment(),
            offence=self.times["offence"].moment(),
            sender=value("sender"),
            reference=value("reference"),
            event_text=value("event_text"),
        )

    def clear(self) -> None:
        """An empty form; a notice after 34 § is the usual one."""
        self.form.set_values(
            {
                **dict.fromkeys(("received", "reported", "offence", "event_text", "sender", "reference"), ""),
                "kind": NoticeKind.SECTION_34,
                "arrival": Arrival.ELECTRONIC,
                "is_first_emptying": False,
                "names_suspicion": True,
            }
        )
        self.form.clear_problems()
        self._show_parts()

    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        texts = ("received", "reported", "offence", "event_text", "sender", "reference")
        return not any(self._value(name) for name in texts)

    def draft(self) -> dict[str, Any]:
        """What stands in the fields, as plain JSON."""
        return self.form.values()

    def set_draft(self, draft: Mapping[str, Any]) -> None:
        """Put back what `draft` gave."""
        self.form.set_values(dict(draft))
        self._show_parts()

    def local_problems(self) -> list[Problem]:
        """Times that were typed but not understood."""
        found = (field.problem(name) for name, field in self.times.items())
        return [problem for problem in found if problem is not None]

    def show_time_problems(self, problems: Iterable[Problem]) -> None:
        """Say at each time what is wrong with it, or how it was understood, without moving the focus."""
        sentences = {problem.field: problem.message for problem in problems}
        for name, field in self.times.items():
            sentence = sentences.get(name, "") if field.value() else ""
            self.form.rows[name].show_problem(sentence)
            if not sentence:
                field.tell_understood()

    def _value(self, name: str) -> Any:
        return self.form.rows[name].as_field.value()

    def _edited(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        self._post_row.setVisible(self.arrival.value() is Arrival.POST)
        self._suspicion_row.setVisible(self.kind.value() not in _NAMES_A_CRIME)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
