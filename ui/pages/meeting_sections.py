"""The sections of the record at the left: what is filled, and what is still empty."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.record import Presence, Section
from ui import style
from ui.pages.meeting_desk import MeetingDesk
from ui.widgets.choices import ChoiceField
from ui.widgets.form import HELP_PROPERTY, FormRow
from ui.widgets.path_list import PathList, Step

ATTENDANCE = "attendance"
KEYS = (ATTENDANCE, *Section)
"""Every section by its key, in order."""


class MeetingSections(QWidget):
    """A list of sections; where there is little room a folding list."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.list = PathList("Avsnitt")
        self.field = ChoiceField()
        self._row = FormRow("section", "Avsnitt", self.field)
        self.list.setProperty(HELP_PROPERTY, self._row.name)
        column.addWidget(self.list)
        column.addWidget(self._row)
        column.addStretch(1)
        self._is_showing = False
        self.list.chosen.connect(self.chosen)
        self.field.value_changed.connect(self._pick)
        self.set_narrow(is_narrow=False)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """The folding list in place of the long one."""
        self.list.setVisible(not is_narrow)
        self._row.setVisible(is_narrow)
        self.setMinimumWidth(0)
        self.setMaximumWidth(16_777_215 if is_narrow else style.chars(36))
        if not is_narrow:
            self.setMinimumWidth(style.chars(36))

    def show_sections(self, desk: MeetingDesk, open_key: str) -> None:
        """Show how far the record has come, with one section open."""
        steps = [_step(desk, key, open_key) for key in KEYS]
        self.list.set_steps(steps, open_key)
        self._is_showing = True
        self.field.set_options([(step.key, f"{step.words}: {step.detail}") for step in steps])
        self.field.set_value(open_key)
        self._is_showing = False

    def _pick(self) -> None:
        if not self._is_showing and self.field.value():
            self.chosen.emit(self.field.value())


def section_text(key: str) -> str:
    """The head of a section."""
    return "Närvaro" if key == ATTENDANCE else Section(key).text


def section_of_problem(desk: MeetingDesk, field: str) -> str:
    """Which section a problem before locking is mended in."""
    name, _, rest = field.partition(".")
    if name == "section":
        return rest
    if name == "child_view_missing":
        return Section.CHILD
    if name == "commitment":
        return Section.AGREEMENT
    rows = desk.contents.statements if desk.contents and name == "statement" else ()
    return next((row.section for row in rows if str(row.id) == rest), ATTENDANCE)


def _step(desk: MeetingDesk, key: str, open_key: str) -> Step:
    detail, is_done = _attendance(desk) if key == ATTENDANCE else _lines(desk, Section(key))
    state = "done" if is_done else "next" if key == open_key else "missing"
    return Step(key, section_text(key), detail, state)


def _attendance(desk: MeetingDesk) -> tuple[str, bool]:
    called = desk.facts.participants_of(desk.meeting_id)
    rows = {party.id: desk.contents.presence_of(party.id) for party in called} if desk.contents else {}
    missing = sum(row is None for row in rows.values())
    if not rows or missing == len(rows):
        return "tomt", False
    if missing:
        return f"{missing} av {len(rows)} kvar", False
    absent = [p for p in called if (row := rows[p.id]) is not None and row.presence is Presence.ABSENT]
    if not absent:
        return "alla kom", True
    if len(absent) == 1:
        return f"alla utom {desk.short(absent[0].shown_name)}", True
    return f"{len(called) - len(absent)} av {len(called)} kom", True


def _lines(desk: MeetingDesk, section: Section) -> tuple[str, bool]:
    if desk.contents is None:
        return "tomt", False
    count = len(desk.contents.statements_of(section))
    words = [f"{count} {'rad' if count == 1 else 'rader'}"] if count else []
    if section is Section.AGREEMENT and desk.contents.commitments:
        promised = len(desk.contents.commitments)
        words.append(f"{promised} {'åtagande' if promised == 1 else 'åtaganden'}")
    if section is Section.CHILD and desk.contents.record.child_view_missing:
        words.append("orsak angiven")
    return ", ".join(words) or "tomt", bool(words)
