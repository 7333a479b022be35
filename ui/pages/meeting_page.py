"""*Samtal*: the meeting record as a guided page to write in during the talk."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.record import Commitment, Section, Statement
from ui import style
from ui.navigation import Shell
from ui.pages.base import Page
from ui.pages.meeting_column import MeetingColumn
from ui.pages.meeting_desk import MeetingDesk
from ui.pages.meeting_draft import MeetingDraft
from ui.pages.meeting_head import BEGIN, CASE, END, FAMILY, LOCK, PREVIEW, MeetingHead
from ui.pages.meeting_sections import ATTENDANCE, KEYS, MeetingSections, section_of_problem
from ui.pages.meeting_work import MeetingWork

_SIDE_BY_SIDE_FROM = 100
"""Characters of width from which the sections stand beside the text."""


class MeetingPage(Page):
    """The page of one talk; opened with its `meeting_id`."""

    key: ClassVar[str] = "meeting"
    nav_key: ClassVar[str] = "cases"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.desk = MeetingDesk(shell, self.refresh)
        self.section: str = ATTENDANCE
        self._written_section = Section.WELCOME
        self._is_going = False
        self._ways: dict[str, Callable[[], object]] = {
            BEGIN: self._begin,
            END: self._end,
            LOCK: self._lock,
            PREVIEW: lambda: shell.go("preview", kind="summary", meeting_id=self.desk.meeting_id),
            FAMILY: lambda: shell.go("preview", kind="family_copy", meeting_id=self.desk.meeting_id),
            CASE: lambda: shell.go("case", case_id=self.desk.facts.case.id),
        }
        self.meeting_head = MeetingHead(self.head, self.desk, self._ways)
        self._make_parts()
        self._lay_out()
        self._connect()

    def _make_parts(self) -> None:
        desk = self.desk
        self.sections = MeetingSections()
        self.column = MeetingColumn(desk, self._change_statement, self._change_commitment)
        self.editor, self.addenda = self.column.editor, self.column.addenda
        self.attendance, self.child_view = self.column.attendance, self.column.child_view
        self.problems = self.column.problems
        self.work = MeetingWork(desk, self.editor, self._show_problems)
        self.draft = MeetingDraft(desk, self.editor, self.addenda, self.save_draft)

    def _lay_out(self) -> None:
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(style.step(3))
        self._both.addWidget(self.sections)
        self._both.addWidget(self.column, 1)
        self.body.addLayout(self._both)

    def _connect(self) -> None:
        self.sections.chosen.connect(self.go_to)
        self.problems.chosen.connect(self._mend)
        self.editor.kept.connect(self.keep)
        self.editor.removed.connect(self._remove)
        self.editor.promised.connect(self.promise)
        self.editor.cancelled.connect(self._cancel)
        self.editor.changed.connect(self._typed)
        self.addenda.changed.connect(self._typed)
        self.addenda.kept.connect(self.keep)

    def open(self, **params: Any) -> None:
        """Open the talk and its record, with their log entries, and put back a half-written line."""
        wanted = MeetingId(params["meeting_id"])
        self.editor.empty()
        self.addenda.empty()
        self.child_view.forget()
        self.draft.stop()
        self.work.open(wanted)
        self.attendance.forget()
        self.problems.show_problems(())
        self.section = self._first_open()
        self._show()
        if self.section != ATTENDANCE:
            self.editor.suit(Section(self.section))
        self.restore_draft(self.draft.kept())

    def _first_open(self) -> str:
        contents, people = self.desk.contents, self.desk.facts.participants_of(self.desk.meeting_id)
        if contents is None or self.desk.is_locked or any(contents.presence_of(p.id) is None for p in people):
            return ATTENDANCE
        return next(iter(contents.empty_sections), ATTENDANCE)

    def refresh(self) -> None:
        """Show the talk as it is now; a line that is being written stays."""
        if self.desk.meeting_id:
            self.desk.look()
            self._show()

    def _show(self) -> None:
        desk = self.desk
        self.meeting_head.show()
        self.sections.show_sections(desk, self.section)
        self.sections.setVisible(desk.record is not None)
        self.column.show_all(self.section)
        if desk.is_ongoing != self._is_going:
            self._is_going = desk.is_ongoing
            self.shell.meeting_toggled.emit(self._is_going)

    def go_to(self, key: str, *, has_focus: bool = True) -> None:
        """Open a section, ready to write in."""
        if self.desk.record is None:
            return
        self.child_view.keep()
        self.section = key
        if key != ATTENDANCE:
            self._written_section = Section(key)
            self.editor.suit(Section(key))
        self.sections.show_sections(self.desk, key)
        self.column.show_section(key)
        if has_focus:
            self.focus_first()

    def focus_first(self) -> None:
        """To the box, to the first person nothing is noted about, or to the next step."""
        if not self.desk.may_write:
            self.meeting_head.focus()
        elif self.section == ATTENDANCE:
            self.attendance.focus_missing()
            self.show_widget(self.attendance)
        else:
            self.editor.box.setFocus()
            self.show_widget(self.editor.box_row)

    def _step(self, by: int) -> None:
        self.go_to(KEYS[(KEYS.index(self.section) + by) % len(KEYS)])

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """The keys of the talk; *Spara* keeps the half-written line, *Skriv ut* goes to the preview."""
        if self.desk.shown is None:
            return {}
        ways: dict[str, Callable[[], object]] = {
            "keep_statement": self.keep,
            "commitment": self.promise,
            "next_section": lambda: self._step(1),
            "previous_section": lambda: self._step(-1),
            "save": self.keep_draft,
            "next_step": self._ways[self.meeting_head.next_step],
        }
        if self.desk.is_locked:
            ways["print"] = self._ways[PREVIEW]
        return ways

    def keep(self) -> None:
        """*Lägg till raden*: whatever is written in the box."""
        if self.desk.is_locked:
            self._keep_addendum()
        elif self.desk.may_write and self.section != ATTENDANCE:
            self.shell.succeeds(self._keep_line)

    def _keep_line(self) -> None:
        if self.work.keep(Section(self.section)):
            self._line_is_done()

    def _line_is_done(self) -> None:
        self.editor.empty()
        self.draft.end()
        self.editor.box.setFocus()
        QTimer.singleShot(0, self, lambda: self.show_widget(self.editor.box_row))

    def _keep_addendum(self) -> None:
        if not self.addenda.is_writing:
            self.addenda.write()
            return
        answer = self.shell.run(lambda: (self.work.add_addendum(self.addenda.box.value()),))
        if answer is None:
            return
        if answer[0] is not None:
            self.addenda.box_row.show_problem(answer[0].message)
            self.addenda.box.setFocus()
            return
        self.addenda.empty()
        self.draft.end()
        self.addenda.write_button.setFocus()

    def promise(self) -> None:
        """*Åtagande*: ask who and when, or keep it when that is answered."""
        if not self.desk.may_write or self.editor.statement_id is not None:
            return
        if self.section == ATTENDANCE:
            self.go_to(Section.AGREEMENT, has_focus=False)
        if self.editor.is_promise:
            self.keep()
        else:
            self.editor.ask_promise()

    def _change_statement(self, row: Statement) -> None:
        if not self._is_box_full():
            self.editor.change_statement(row)

    def _change_commitment(self, row: Commitment) -> None:
        if self._is_box_full():
            return
        if self.section == ATTENDANCE:
            self.go_to(Section.AGREEMENT, has_focus=False)
        self.editor.change_commitment(row)

    def _is_box_full(self) -> bool:
        """Whether a line waits in the box; says so."""
        if self.editor.typed() is None:
            return False
        if self.section == ATTENDANCE:
            self.go_to(self._written_section)
        self.editor.box_row.show_problem("Raden är inte tillagd. Lägg till den, eller töm rutan.")
        self.editor.box.setFocus()
        return True

    def _remove(self) -> None:
        if self.work.remove():
            self._line_is_done()

    def _cancel(self) -> None:
        text = "" if self.editor.is_changing else self.editor.box.toPlainText()
        self.editor.empty()
        self.editor.box.set_value(text)
        self.editor.box.setFocus()

    def _begin(self) -> None:
        if self.work.begin():
            self.section = ATTENDANCE
            self.focus_first()

    def _end(self) -> None:
        self.work.end()

    def _lock(self) -> None:
        self.child_view.keep()
        if not self._is_box_full() and self.work.lock():
            self._ways[PREVIEW]()

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        self.problems.show_problems(problems)
        if problems:
            self.problems.buttons[0].setFocus()
            self.show_widget(self.problems)

    def _mend(self, field: str) -> None:
        self.go_to(section_of_problem(self.desk, field))
        if field == "ended":
            self.attendance.correct_times()

    def _typed(self) -> None:
        if self.desk.shown is not None:
            self.draft.typed()

    def keep_draft(self) -> None:
        """Keep what is being typed now, or forget it when the box is empty."""
        self.child_view.keep()
        self.draft.keep()

    def save_draft(self) -> object | None:
        """The section and the half-written line or addendum."""
        return self.draft.content(self.section)

    def restore_draft(self, draft: object) -> None:
        """Put back a half-written line where it was written."""
        if not isinstance(draft, dict) or self.desk.record is None:
            return
        if draft.get("section") in KEYS:
            self.go_to(draft["section"], has_focus=False)
        self.draft.put_back(draft)

    def may_leave(self) -> bool:
        """Always; what is half written is kept, and the log is told that writing pauses."""
        if self.desk.shown is not None:
            self.draft.keep_waiting()
            self.pause()
        return True

    def pause(self) -> None:
        """Store the reason that is being typed, and tell the log that writing pauses."""
        if self.desk.shown is not None:
            self.child_view.keep()
            self.desk.pause_writing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < style.chars(_SIDE_BY_SIDE_FROM)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._both.setDirection(direction)
        self.sections.set_narrow(is_narrow=is_narrow)
