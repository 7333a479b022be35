"""The right side of *Samtal*: one section with the box to write in, the commitments, the addenda."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.record import Commitment, Section, Statement
from ui import style
from ui.pages.meeting_addenda import AddendaPanel
from ui.pages.meeting_attendance import AttendancePanel
from ui.pages.meeting_child_view import ChildViewField
from ui.pages.meeting_desk import MeetingDesk
from ui.pages.meeting_editor import MeetingEditor
from ui.pages.meeting_problems import ProblemPanel
from ui.pages.meeting_sections import ATTENDANCE, section_text
from ui.pages.meeting_statements import CommitmentRows, StatementRows
from ui.widgets.headings import SectionHead
from ui.widgets.text import Text, Tone


class MeetingColumn(QWidget):
    """Shows each part when it has something to say."""

    def __init__(
        self,
        desk: MeetingDesk,
        change_statement: Callable[[Statement], object],
        change_commitment: Callable[[Commitment], object],
    ) -> None:
        super().__init__()
        self._desk = desk
        self.problems = ProblemPanel()
        self.head = SectionHead("")
        self._nothing = Text("", tone=Tone.QUIET)
        self._nothing.setContentsMargins(0, style.step(1), 0, style.step(0.5))
        self.attendance = AttendancePanel(desk)
        self.statements = StatementRows(desk, change_statement)
        self.editor = MeetingEditor(desk)
        self.child_view = ChildViewField(desk)
        self._commitments_head = SectionHead("")
        self.commitments = CommitmentRows(desk, change_commitment)
        self.addenda = AddendaPanel(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = (self.problems, self.head, self._nothing, self.attendance, self.statements, self.editor)
        for widget in (*above, self.child_view, self._commitments_head, self.commitments, self.addenda):
            column.addWidget(widget)
        column.addStretch(1)

    def show_all(self, section: str) -> None:
        """The talk as it stands, with one section open."""
        desk = self._desk
        if desk.record is not None:
            self.editor.show_people()
            self.addenda.show_all()
        self.addenda.setVisible(desk.is_locked)
        self.commitments.show_all()
        is_there = bool(desk.contents and desk.contents.commitments)
        self._commitments_head.title.setText("Åtaganden" if desk.is_locked else "Åtaganden hittills")
        self._commitments_head.setVisible(is_there)
        self.commitments.setVisible(is_there)
        self.show_section(section)

    def show_section(self, section: str) -> None:
        """One section, with the box while the record is a draft."""
        desk, is_attendance = self._desk, section == ATTENDANCE
        self.head.title.setText(section_text(section))
        self.attendance.setVisible(is_attendance)
        self.statements.setVisible(not is_attendance)
        if is_attendance:
            self.attendance.show_rows()
        else:
            self.statements.show_section(Section(section))
        self.editor.setVisible(desk.may_write and not is_attendance)
        self.child_view.show_in(section)
        self._nothing.setText(self._said_of_nothing(section))
        self._nothing.setVisible(bool(self._nothing.text()))

    def _said_of_nothing(self, section: str) -> str:
        contents = self._desk.contents
        if contents is None:
            if self._desk.meeting.state.is_coming:
                return "Samtalet har inte börjat. De här är kallade."
            return "Samtalet blev inte av. De här var kallade."
        return "Inget skrevs här." if self._desk.is_locked and section in contents.empty_sections else ""
