"""The child as typed beside the child of a case, to tell whether it is the same one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.identity_number import IdentityNumber
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.new_case import NewCase, NewParty
from allvar_desktop.domain.party import Party
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.time_text import long_moment_text, plain_day_text
from ui import names, style
from ui.dialogs.dialog import Dialog
from ui.style import Size
from ui.widgets.choices import ChoiceChips, Option
from ui.widgets.form import Form
from ui.widgets.text import Text, Tone


@dataclass(frozen=True, slots=True)
class EarlierCase:
    """What becomes of the notice: it joins an open case, or its new case is linked to a closed one."""

    case_id: CaseId
    number: str
    is_open: bool
    is_new_event: bool = True

    @property
    def sentence(self) -> str:
        """What will happen, in words."""
        if not self.is_open:
            return f"Ett nytt ärende skapas och länkas till {self.number}, som är avslutat."
        event = "en ny händelse med egen klocka" if self.is_new_event else "samma händelse"
        return (
            f"Underrättelsen läggs till {self.number} som {event}. Personer som redan finns i ärendet ändras "
            "inte härifrån."
        )


_SAME, _NEW, _AGAIN, _OTHER = "same", "new", "again", "other"
_OPEN_OPTIONS: tuple[Option, ...] = (
    (_SAME, "Lägg underrättelsen till ärendet, samma händelse"),
    (_NEW, "Lägg underrättelsen till ärendet, ny händelse"),
    (_OTHER, "Inte samma barn"),
)
_CLOSED_OPTIONS: tuple[Option, ...] = (
    (_AGAIN, "Nytt ärende, länkat till det avslutade"),
    (_OTHER, "Inte samma barn"),
)


class CompareDialog(Dialog):
    """Two columns, and what to do; nothing is chosen beforehand."""

    def __init__(self, typed: NewCase, facts: CaseFacts, reason: str, parent: QWidget | None = None) -> None:
        state = "öppet" if facts.case.is_open else "avslutat"
        super().__init__("Samma barn?", f"{reason} Ärendet är {state}.", "Fortsätt", parent=parent)
        self._facts = facts
        self.form = Form(self)
        self.chips = ChoiceChips(_OPEN_OPTIONS if facts.case.is_open else _CLOSED_OPTIONS)
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.step(3))
        grid.setVerticalSpacing(style.step(1))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column, words in enumerate(("", "Det du skriver", facts.case.number)):
            grid.addWidget(Text(words, Size.SMALL, Tone.QUIET), 0, column)
        for row, (label, mine, theirs) in enumerate(_lines(typed, facts), start=1):
            grid.addWidget(Text(label, Size.SMALL, Tone.QUIET), row, 0)
            for column, words in ((1, mine), (2, theirs)):
                grid.addWidget(Text(words or "–", is_bold=bool(words) and mine == theirs), row, column)
        self.body.addLayout(grid)
        self.body.addWidget(self.form.row("compare", "Vad gör vi?", self.chips))
        self.setMinimumWidth(style.chars(76))

    def answer(self) -> EarlierCase | None:
        """The case to go on with; None for *inte samma barn*."""
        case = self._facts.case
        if self.chips.value() in (None, _OTHER):
            return None
        return EarlierCase(case.id, case.number, case.is_open, self.chips.value() != _SAME)

    def try_accept(self) -> None:
        if self.chips.value() is None:
            self.form.show_problems([Problem("compare", "Välj vad som ska göras.")])
        else:
            self.accept()


def _lines(typed: NewCase, facts: CaseFacts) -> list[tuple[str, str, str]]:
    mine, theirs = typed.child, facts.child
    notice = facts.notices[-1] if facts.notices else None
    received = typed.notice.received
    return [
        ("Namn", names.shown(mine.name), names.shown(theirs.name)),
        ("Nummer", names.masked(_digits(mine)), names.masked(_digits(theirs))),
        ("Född", _born(mine), _born(theirs)),
        ("Vuxna", _adults(typed.adults), _adults([p for p in facts.family if p is not theirs])),
        (
            "Underrättelse",
            long_moment_text(received) if received else "",
            long_moment_text(notice.received) if notice else "",
        ),
        ("Gäller", typed.notice.event_text[:120], notice.event_text[:120] if notice else ""),
    ]


def _digits(person: NewParty | Party) -> str:
    digits = "".join(sign for sign in person.identity_number if sign.isalnum())
    return IdentityNumber(digits).display() if digits else ""


def _born(person: NewParty | Party) -> str:
    return plain_day_text(person.birth_date) if person.birth_date else ""


def _adults(people: Sequence[NewParty | Party]) -> str:
    return ", ".join(names.shown(person.name) for person in people if person.name)
