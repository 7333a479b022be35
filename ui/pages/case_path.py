"""The way of the case at the left, and the parts that are no step; in a line where there is little room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.path import PathStep, PathStop, StepState
from allvar_desktop.domain.time_text import instant_text, moment_text
from ui import style
from ui.pages.case_desk import CaseDesk
from ui.pages.case_words import capital
from ui.widgets.buttons import Button, Kind
from ui.widgets.flow import Flow
from ui.widgets.headings import Hairline
from ui.widgets.path_list import PathList, Step

PEOPLE, MATTER = "people", "matter"
_SPOKEN = {"done": "klart", "next": "nästa steg", "missing": "återstår", "lapsed": "utgår"}


class CasePath(QWidget):
    """Steps and parts by key; the open one is marked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1))
        self.steps = PathList("Ärendets väg")
        self.parts = PathList("Mer om ärendet")
        self._line = Hairline()
        self.chips = QWidget()
        self._flow = Flow(self.chips, gap=0.75, line_gap=0.75)
        self._chips: dict[str, Button] = {}
        for widget in (self.steps, self._line, self.parts, self.chips):
            column.addWidget(widget)
        column.addStretch(1)
        self.steps.chosen.connect(self.chosen)
        self.parts.chosen.connect(self.chosen)
        self.set_narrow(is_narrow=False)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """A line of buttons in place of the lists."""
        self.is_narrow = is_narrow
        for widget in (self.steps, self._line, self.parts):
            widget.setVisible(not is_narrow)
        self.chips.setVisible(is_narrow)

    def focus_open(self) -> None:
        """Put the focus on the part that is open."""
        opened: list[QWidget] = [chip for chip in self._chips.values() if chip.isChecked()]
        if not self.is_narrow:
            opened = [
                button for steps in (self.steps, self.parts) for button in steps.buttons() if button.is_open
            ]
        for button in opened[:1]:
            button.setFocus()

    def show_path(self, desk: CaseDesk, open_key: str) -> None:
        """Show where the case stands, with one part open."""
        steps = [_step(desk, stop) for stop in desk.view.path]
        parts = [Step(PEOPLE, "Personer", _people(desk), ""), Step(MATTER, "Ärendet", _handler(desk), "")]
        self.steps.set_steps(steps, open_key)
        self.parts.set_steps(parts, open_key)
        for step in (*steps, *parts):
            self._show_chip(step, is_open=step.key == open_key)

    def _show_chip(self, step: Step, *, is_open: bool) -> None:
        """The same button all the time, so that the focus stays on it."""
        if step.key not in self._chips:
            button = Button(step.words, Kind.CHOICE)
            button.clicked.connect(lambda: self.chosen.emit(step.key))
            self._flow.add(button)
            self._chips[step.key] = button
        chip = self._chips[step.key]
        chip.set_words(step.words, icon="check" if step.state == "done" else "")
        chip.setAccessibleName(", ".join(part for part in (step.words, _SPOKEN.get(step.state, "")) if part))
        chip.setChecked(is_open)

    def open_step(self, key: str) -> None:
        """Mark another part as the open one."""
        self.steps.open_step(key)
        self.parts.open_step(key)
        for name, chip in self._chips.items():
            chip.setChecked(name == key)


def first_open(desk: CaseDesk) -> str:
    """What is shown when a case is opened: the next step; for one that is closed the case itself."""
    if not desk.facts.case.is_open:
        return MATTER
    following = [stop.step for stop in desk.view.path if stop.state is StepState.NEXT]
    return following[0].value if following else MATTER


def _step(desk: CaseDesk, stop: PathStop) -> Step:
    return Step(
        stop.step.value, stop.step.text, capital(stop.detail or _detail(desk, stop.step)), stop.state.value
    )


def _detail(desk: CaseDesk, step: PathStep) -> str:
    facts = desk.facts
    meetings = facts.coming_meetings(facts.event_no) or facts.held_meetings(facts.event_no)
    if step is PathStep.NOTICE and facts.notices_of(facts.event_no):
        first = min(facts.notices_of(facts.event_no), key=lambda notice: notice.received.sort_key())
        kind = first.kind.text.removeprefix("Underrättelse ")
        return capital(f"{moment_text(first.received, desk.now)} · {kind}")
    if step is PathStep.MEETING and meetings:
        return _meeting(desk, meetings[0])
    if step is PathStep.SUMMONS and meetings and meetings[0].state.is_coming:
        return "Inga kallelser utskrivna"
    return ""


def _meeting(desk: CaseDesk, meeting: Meeting) -> str:
    when = instant_text(meeting.began or meeting.starts, desk.now)
    return capital(", ".join(part for part in (when, meeting.room or meeting.place) if part))


def _people(desk: CaseDesk) -> str:
    count = len(desk.facts.parties)
    return f"{count} {'person' if count == 1 else 'personer'}"


def _handler(desk: CaseDesk) -> str:
    handler = desk.facts.case.handler_id
    return desk.view.accounts[handler].name if handler is not None else "ofördelat"
