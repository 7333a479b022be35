"""*Idag*: the day in three short lists, read in five seconds."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from allvar_desktop.domain.case_line import CaseLine, NextStep
from allvar_desktop.domain.ending import DelayReason
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services.backups import backup_warning
from allvar_desktop.services.session import Session
from allvar_desktop.services.today import RunningClock, TodayView, open_today, pressing_count, today_view
from ui.actions import action
from ui.navigation import Shell
from ui.pages import today_rows as rows
from ui.pages.base import Page
from ui.pages.case_words import capital
from ui.pages.today_words import day_line
from ui.pages.today_work import TodayWork
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, link, primary
from ui.widgets.choices import ChoiceChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.headings import Section
from ui.widgets.pill import Pill
from ui.widgets.rows import Col, RowList

_CLOCKS = (Col(), Col(), Col(), Col(grows=True), Col(is_right=True))
_MEETINGS = (Col(), Col(), Col(grows=True), Col(is_right=True))
_WAITING = (Col(), Col(grows=True), Col(is_right=True))
_MOST_WAITING = 12
_REASONS = tuple((reason, capital(reason.text)) for reason in DelayReason)


class TodayPage(Page):
    """The first page of the day."""

    key: ClassVar[str] = "today"
    nav_key: ClassVar[str] = "today"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._view: TodayView | None = None
        self._explained: CaseId | None = None
        """The case whose lateness is being explained in its row."""
        self._shows_all = False
        self._pills: list[Pill] = []
        self._shown_rows: list[rows.Row] = []
        self._work = TodayWork(shell, self.refresh)
        self._build_lists()
        self.new_case = primary("Nytt ärende", icon="plus", hint=action("new_case").hint)
        self.new_case.clicked.connect(lambda: shell.go("new_case"))
        self.head.set_buttons(self.new_case)

    def _build_lists(self) -> None:
        self.copy_banner = Banner()
        self.clocks = RowList(_CLOCKS, "Klockan går")
        self.meetings = RowList(_MEETINGS, "Dagens samtal")
        self.waiting = RowList(_WAITING, "Väntar på dig")
        self._more_clocks = link("")
        self._more_clocks.clicked.connect(lambda: self.shell.go("cases", view="running"))
        self._more_waiting = link("")
        self._more_waiting.clicked.connect(self._show_all)
        self._empty = {
            self.clocks: EmptyState(
                "Ingen klocka går.",
                "Här står ärenden vars 48 timmar räknas. De kommer när en underrättelse registreras.",
            ),
            self.meetings: EmptyState(
                "Inga samtal idag.", "Här står dagens bokade samtal, i den ordning de börjar."
            ),
            self.waiting: EmptyState(
                "Inget väntar på dig.",
                "Här står utkast, samtal att skriva klart och låsa, och det du har lovat en familj.",
            ),
        }
        self.body.addWidget(self.copy_banner)
        for listed, more in (
            (self.clocks, self._more_clocks),
            (self.meetings, None),
            (self.waiting, self._more_waiting),
        ):
            section = Section(listed.accessibleName(), listed, self._empty[listed])
            if more is not None:
                section.body.addWidget(more)
            self.body.addWidget(section)

    def open(self, **params: Any) -> None:
        """Opened by hand: one entry in the log."""
        self._explained, self._shows_all = None, False
        self._show(open_today(self.shell.session))

    def refresh(self) -> None:
        """The same without an entry: after an own action, or when names are hidden."""
        self._show(today_view(self.shell.session))

    def tick(self) -> None:
        """The time and what is left; the rows only when they are others now. What has the focus stays."""
        view = today_view(self.shell.session)
        if self._explained is not None or self._view is None or _rows_of(view) != _rows_of(self._view):
            self._show(view)
            return
        self._view = view
        self._show_head(view)
        for pill, row in zip(self._pills, view.clocks, strict=True):
            rows.show_clock(pill, row, view.now)

    @classmethod
    def nav_count(cls, session: Session) -> int:
        return pressing_count(session)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"next_step": lambda: self.shell.go("new_case")}

    def focus_first(self) -> None:
        """The most urgent row's button; with nothing to do, the filled one."""
        self._focus("")

    def _show(self, view: TodayView) -> None:
        focused = QApplication.focusWidget()
        key = focused.objectName() if focused is not None and self.isAncestorOf(focused) else None
        self._view, self._shown_rows = view, []
        self._show_head(view)
        self._show_copy_warning()
        self._fill(self.clocks, self._clock_rows(view))
        coming = next((row for row in view.meetings if not rows.is_over(row)), None)
        self._fill(
            self.meetings,
            [
                rows.meeting_row(row, partial(self._work.open_meeting, row), is_next=row is coming)
                for row in view.meetings
            ],
        )
        shown = view.waiting if self._shows_all else view.waiting[:_MOST_WAITING]
        self._fill(
            self.waiting,
            [rows.waiting_row(item, view.now, partial(self._work.do_waiting, item)) for item in shown],
        )
        _offer_more(self._more_clocks, view.clock_count - len(view.clocks))
        _offer_more(self._more_waiting, len(view.waiting) - len(shown))
        if key is not None:
            self._focus(key)

    def _show_head(self, view: TodayView) -> None:
        self.head.set_title("Idag", day_line(view))

    def _fill(self, listed: RowList, cells: Sequence[rows.Row]) -> None:
        listed.set_rows(cells)
        self._shown_rows += cells
        listed.setVisible(bool(cells))
        self._empty[listed].setVisible(not cells)

    def _clock_rows(self, view: TodayView) -> list[rows.Row]:
        made: list[rows.Row] = []
        self._pills = []
        for row in view.clocks:
            cells = rows.clock_row(row, view.now, partial(self._act, row))
            self._pills += [cell for cell in cells if isinstance(cell, Pill)]
            made.append(cells)
            if row.line.case_id == self._explained:
                made.append(self._reason_row(row.line))
        return made

    def _reason_row(self, line: CaseLine) -> rows.Row:
        """One tap says why it was late."""
        chips = ChoiceChips(_REASONS)
        chips.name_buttons(f"Orsak till förseningen i {line.number}")
        chips.value_changed.connect(lambda: self._give_reason(line, chips.value()))
        close = link("Avbryt")
        close.setObjectName(f"no_reason:{line.case_id}")
        close.clicked.connect(lambda: self._explain(None, line.case_id))
        return [None, None, None, chips, close]

    def _act(self, row: RunningClock) -> None:
        if row.step is NextStep.GIVE_DELAY_REASON:
            is_open = self._explained == row.line.case_id
            self._explain(None if is_open else row.line.case_id, row.line.case_id)
        else:
            self._work.do_step(row.line, row.step)

    def _explain(self, case_id: CaseId | None, focused: CaseId) -> None:
        self._explained = case_id
        if self._view is not None:
            self._show(self._view)
        chips = self.clocks.findChildren(ChoiceChips)
        if case_id is not None and chips:
            chips[-1].buttons()[0].setFocus()
            self.show_widget(chips[-1])
        else:
            self._focus(f"clock:{focused}")

    def _give_reason(self, line: CaseLine, reason: DelayReason) -> None:
        was, self._explained = self._explained, None
        if not self._work.give_reason(line, reason):
            self._explained = was
            return
        # After the chip has taken the focus.
        QTimer.singleShot(0, self, lambda: self._focus(f"clock:{line.case_id}"))

    def _show_all(self) -> None:
        self._shows_all = True
        self.refresh()

    def _show_copy_warning(self) -> None:
        warning = backup_warning(self.shell.session)
        if not warning:
            self.copy_banner.dismiss()
        elif self.shell.session.settings.backup_folder:
            self.copy_banner.tell(warning, "Säkerhetskopiera nu", self._work.back_up, state="urgent")
        else:
            self.copy_banner.tell(warning, "Välj plats", lambda: self.shell.go("settings"), state="urgent")

    def _focus(self, key: str) -> None:
        """To the button of that name, else to the first of the lists, else to the filled one."""
        buttons = [button for row in self._shown_rows for button in row[-1:] if button is not None]
        same = [button for button in buttons if button.objectName() == key]
        (same or buttons or [self.new_case])[0].setFocus()


def _rows_of(view: TodayView) -> tuple[object, ...]:
    """What of a view makes rows; the time left is not of it."""
    clocks = tuple((row.line, row.step, row.text) for row in view.clocks)
    return clocks, view.clock_count, view.meetings, view.waiting


def _offer_more(button: Button, count: int) -> None:
    button.setVisible(count > 0)
    button.set_words(f"… och {count} till")
