"""The form of *Nytt ärende*, from top to bottom in the order in which one hears it on the phone."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.new_case import NewCase, NewParty, check_notice
from allvar_desktop.domain.party import PartyRole, Protection
from allvar_desktop.domain.problem import Problem
from ui import style
from ui.navigation import Shell
from ui.pages.new_case_doubles import DoublesStrip
from ui.widgets.address_field import AddressField
from ui.widgets.family_fields import FamilyFields
from ui.widgets.headings import SectionHead
from ui.widgets.notice_fields import NoticeFields
from ui.widgets.pair_fields import PairFields
from ui.widgets.party_fields import PartyFields
from ui.widgets.told_fields import ToldFields

_CHILD = "child"


class NewCaseForm(QWidget):
    """Gives a `NewCase` and the drafts of it, and shows problems of both at their fields."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        session = shell.session
        self._clock = session.clock
        self.notice = NoticeFields(session.clock.now)
        self.child = PartyFields(
            PartyRole.CHILD, lambda: session.today, session.settings.languages, who="Barnet"
        )
        self.doubles = DoublesStrip(shell)
        self.family = FamilyFields(lambda: session.today, session.settings.languages)
        self.pairs = PairFields()
        self.told = ToldFields()
        self._is_filling = False
        self._build()
        for part in (self.notice, self.child, self.family, self.pairs, self.told):
            part.changed.connect(self._edited)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1))
        self._add(column, "1 · Vad kom in?", self.notice)
        self._add(column, "2 · Barnet", self.child, self.doubles)
        self._add(column, "3 · Vårdnadshavare och andra vuxna", self.family)
        self.pairs_head = SectionHead("Vem får veta var någon finns?", has_line=False)
        self.pairs_head.hide()
        column.addWidget(self.pairs_head)
        column.addWidget(self.pairs)
        self._add(column, "4 · Polisen och skyddsbedömningen", self.told)

    def _add(self, column: QVBoxLayout, title: str, *parts: QWidget) -> None:
        column.addWidget(SectionHead(title, has_line=False))
        for part in parts:
            column.addWidget(part)

    def case(self) -> NewCase:
        """The case as typed. A child without an address gets that of the one adult it lives with."""
        return NewCase(
            notice=self.told.completed(self.notice.notice()),
            child=_with_home(self.child.party(), self.family.adults()),
            adults=self.family.adults(),
            hidden_pairs=self.pairs.pairs(may_know=False),
            shown_pairs=self.pairs.pairs(may_know=True),
        )

    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        parts = (self.notice, self.child, self.told)
        return all(part.is_empty() for part in parts) and not self.family.filled_rows()

    def clear(self) -> None:
        """An empty form."""
        self._is_filling = True
        self.notice.clear()
        self.child.set_party(NewParty(PartyRole.CHILD))
        self.child.clear_problems()
        self.child.show_more(is_shown=False)
        self.family.clear()
        self.pairs.clear()
        self.told.clear()
        self.doubles.stop()
        self._is_filling = False

    def draft(self) -> dict[str, Any]:
        """What stands in the form, understood or not, as plain JSON."""
        return {
            "notice": self.notice.draft(),
            "child": self.child.draft(),
            "adults": self.family.draft(),
            "pairs": self.pairs.draft(),
            "told": self.told.draft(),
        }

    def set_draft(self, draft: dict[str, Any]) -> None:
        """Put back what `draft` gave."""
        self._is_filling = True
        self.notice.set_draft(draft.get("notice", {}))
        self.child.set_draft(draft.get("child", {}))
        self.family.set_draft(draft.get("adults", []))
        self.told.set_draft(draft.get("told", {}))
        self._ask_about_pairs()
        self.pairs.set_draft(draft.get("pairs", []))
        self._is_filling = False
        self._edited()

    def local_problems(self) -> list[Problem]:
        """What is typed but not understood, with the names of `registration.check_new_case`."""
        child = [Problem(f"{_CHILD}.{found.field}", found.message) for found in self.child.local_problems()]
        return [*self.notice.local_problems(), *child, *self.family.local_problems()]

    def show_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Show each at its field, with the focus at the first; those of no field come back."""
        groups: dict[str, list[Problem]] = {}
        for problem in problems:
            prefix, _, name = problem.field.rpartition(".")
            groups.setdefault(prefix, []).append(Problem(name, problem.message))
        own = groups.get("", [])
        in_notice = [problem for problem in own if problem.field in self.notice.form.rows]
        in_told = [problem for problem in own if problem.field in self.told.form.rows]
        rest = [problem for problem in own if problem not in in_notice and problem not in in_told]
        # From below, so that the focus ends at the topmost.
        rest += self.told.form.show_problems(in_told)
        for place, fields in reversed(list(enumerate(self.family.filled_rows()))):
            rest += fields.show_problems(groups.get(f"adult.{place}", []))
        rest += self.child.show_problems(groups.get(_CHILD, []))
        return [*rest, *self.notice.form.show_problems(in_notice)]

    def focus_first(self) -> None:
        """Where one begins."""
        self.notice.kind.setFocus()

    def _edited(self) -> None:
        if self._is_filling:
            return
        self._ask_about_pairs()
        self.doubles.watch(self.child.party())
        wrong = check_notice(self.notice.notice(), self._clock.now())
        # Last the times that are not understood: for the check they are not there at all.
        self.notice.show_time_problems([*wrong, *self.notice.local_problems()])
        self._tell_of_home()
        self.changed.emit()

    def _ask_about_pairs(self) -> None:
        people: list[tuple[int, NewParty]] = []
        if not self.child.is_empty():
            people.append((self.child.key, self.child.party()))
        people += [(fields.key, fields.party()) for fields in self.family.filled_rows()]
        self.pairs.set_people([] if self.child.is_empty() else people)
        self.pairs_head.setVisible(not self.pairs.isHidden())

    def _tell_of_home(self) -> None:
        """Say under the child's address whose it gets while it has none."""
        field = self.child.form.rows["address"].field
        typed = self.child.party()
        is_taken = _with_home(typed, self.family.adults()) is not typed
        if isinstance(field, AddressField):
            field.line.setPlaceholderText("som den vuxna barnet bor hos" if is_taken else "")


def _with_home(child: NewParty, adults: tuple[NewParty, ...]) -> NewParty:
    """The child with the address of whom it lives with, where that is one and nobody there is protected."""
    parts = ("care_of", "street", "apartment", "postcode", "town")
    homes = [adult for adult in adults if adult.is_living_with_child]
    is_open = all(one.protection is Protection.NONE for one in (child, *homes))
    addresses = {tuple(getattr(adult, part) for part in parts) for adult in homes if adult.street}
    if not is_open or len(addresses) != 1 or any(getattr(child, part) for part in parts):
        return child
    return replace(child, **dict(zip(parts, addresses.pop(), strict=True)))
