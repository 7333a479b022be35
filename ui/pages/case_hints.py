"""Warnings above the open card, each with the one thing to do about it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from allvar_desktop.domain.deadlines import State
from allvar_desktop.domain.next_step import is_explained
from allvar_desktop.domain.time_text import instant_text
from ui import style
from ui.pages.case_cards import CaseCards, form_words
from ui.pages.case_desk import CaseDesk
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.state_mark import StateMark
from ui.widgets.text import Text


class HintRow(QWidget):
    """A mark, a sentence, and its buttons."""

    def __init__(self, state: str, words: str, *buttons: Button) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.step(1))
        place = QWidget()
        flow = Flow(place, gap=1)
        flow.add(Text(words), weight=1)
        flow.add(*buttons)
        row.addWidget(StateMark(state, words))
        row.addWidget(place, 1)


def hint_rows(desk: CaseDesk, cards: CaseCards) -> list[HintRow]:
    """A late clock without a reason, and a form that was begun and not sent."""
    return [*_late(desk), *_begun(desk, cards)]


def _late(desk: CaseDesk) -> list[HintRow]:
    clock = desk.view.clock
    if clock is None or clock.talk.state not in (State.OVERDUE, State.DONE_LATE):
        return []
    if is_explained(desk.facts, clock.event_no) or not desk.facts.case.is_open:
        return []
    return [
        HintRow(
            "overdue", "Fristen är överskriden. Orsaken saknas.", desk.button("delay_reason", "Ange orsak")
        )
    ]


def _begun(desk: CaseDesk, cards: CaseCards) -> list[HintRow]:
    kept = desk.kept_form()
    if kept is None or not isinstance(kept.content, dict) or desk.typed_form() is not None:
        return []
    go_on = Button("Fortsätt", name="Fortsätt med det halvskrivna")
    go_on.clicked.connect(lambda: cards.reopen(kept.content))
    discard = Button("Släng", name="Släng det halvskrivna")
    discard.clicked.connect(desk.discard_kept_form)
    what = form_words(str(kept.content.get("name")))
    words = f"Halvskrivet: {what}, sparat {instant_text(kept.saved, desk.now)}."
    return [HintRow("waiting", words, go_on, discard)]
