"""*Idag*: the day in three short lists, read in five seconds."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.ending import DelayReason
from allvar_desktop.domain.identity_number import age_on
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.time_text import clock_text, long_day_text, short_day_text
from allvar_desktop.services import cases, commitments, endings
from allvar_desktop.services.today import (
    DayMeeting,
    RunningClock,
    TodayView,
    WaitingItem,
    open_today,
    today_view,
)
from ui import names
from ui.actions import action
from ui.dialogs import ask
from ui.navigation import Shell
from ui.pages.base import Page
from ui.pages.today_rows import action_of, clock_pill, due_pill
from ui.widgets.buttons import Button, Kind, link, primary
from ui.widgets.empty_state import EmptyState
from ui.widgets.headings import Section
from ui.widgets.rows import Col, RowList
from ui.widgets.text import RunText, Text, Tone, bold, quiet

_CLOCKS = (Col(), Col(), Col(), Col(grows=True), Col(is_right=True))
_MEETINGS = (Col(), Col(), Col(grows=True), Col(is_right=True))
_WAITING = (Col(), Col(grows=True), Col(is_right=True))


class TodayPage(Page):
    """The first page of the day."""

    key: ClassVar[str] = "today"
    nav_key: ClassVar[str] = "today"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shown: TodayView | None = None
        self.new_case = primary("Nytt ärende", icon="plus", hint=action("new_case").hint)
        self.new_case.clicked.connect(lambda: self.shell.go("new_case"))
        self.head.set_buttons(self.new_case)
        self._clocks = RowList(_CLOCKS, "Klockan går")
        self._meetings = RowList(_MEETINGS, "Dagens samtal")
        self._waiting = RowList(_WAITING, "Väntar på dig")
        self._more = link("Visa alla")
        self._more.clicked.connect(lambda: self.shell.go("cases"))
        self._no_clocks = EmptyState(
            "Ingen klocka går.", "Här står ärenden vars 48 timmar räknas. De kommer när en underrättelse registreras."
        )
        self._no_meetings = EmptyState("Inga samtal idag.", "Här står dagens bokade samtal, i den ordning de börjar.")
        self._nothing_waits = EmptyState(
            "Inget väntar på dig.", "Här står utkast, sammanfattningar att låsa och det du har lovat en familj."
        )
        for section in (
            Section("Klockan går", self._clocks, self._no_clocks, self._more),
            Section("Dagens samtal", self._meetings, self._no_meetings),
            Section("Väntar på dig", self._waiting, self._nothing_waits),
        ):
            self.body.addWidget(section)

    def open(self, **params: Any) -> None:
        """Opened by hand: one entry in the log."""
        self._shown = open_today(self.shell.session)
        self._show()

    def refresh(self) -> None:
        """The same without an entry: after an own action."""
        self._shown = today_view(self.shell.session)
        self._show()

    def tick(self) -> None:
        if self.isVisible():
            self.refresh()

    def nav_count(self) -> int | None:
        return self._shown.clock_count if self._shown else None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"next_step": lambda: self.shell.go("new_case")}

    def _show(self) -> None:
        view = self._shown
        if view is None:
            return
        local = to_local(view.now)
        duty = "" if view.is_office_day else " · jour"
        self.head.set_title("Idag", f"{long_day_text(local.date())}{duty} · {clock_text(local.time())}")
        self._clocks.set_rows([self._clock_row(row) for row in view.clocks])
        self._meetings.set_rows([self._meeting_row(row) for row in view.meetings])
        waiting = [self._waiting_row(row) for row in view.waiting]
        self._waiting.set_rows([*self._draft_rows(view), *waiting])
        self._no_clocks.setVisible(not view.clocks)
        self._no_meetings.setVisible(not view.meetings)
        self._nothing_waits.setVisible(not view.waiting and not self._draft_rows(view))
        left = view.clock_count - len(view.clocks)
        self._more.setVisible(left > 0)
        self._more.set_words(f"… och {left} till")

    def _clock_row(self, row: RunningClock) -> list[QWidget | None]:
        line = row.line
        now = self.shell.session.clock.now()
        age = f" {age_on(line.birth_date, to_local(now).date())} år" if line.birth_date else ""
        name = RunText(bold(names.shown(line.name) or "Kollegas ärende"), quiet(age))
        button = Button(row.step.text, Kind.PLAIN, name=f"{row.step.text}: {line.number}")
        button.clicked.connect(lambda: self._do(row))
        return [clock_pill(line, now), Text(line.number, tone=Tone.QUIET, may_wrap=False, is_tabular=True), name,
                Text(row.text, tone=Tone.QUIET), button]  # fmt: skip

    def _do(self, row: RunningClock) -> None:
        """Open the case, and do its next step there."""
        if row.step.value == "give_delay_reason":
            self._give_reason(row.line.case_id)
        elif self.shell.go("case", case_id=row.line.case_id):
            name = action_of(row.step)
            page = self.shell.current
            if name and page is not None and name in page.handlers():
                page.handlers()[name]()

    def _give_reason(self, case_id: CaseId) -> None:
        chosen = ask.choose("Varför tog det längre tid?", [(one, one.text.capitalize()) for one in DelayReason])
        if chosen is None:
            return
        session = self.shell.session
        if self.shell.succeeds(lambda: cases.open_case(session, case_id)) and self.shell.succeeds(
            lambda: endings.give_delay_reason(session, case_id, DelayReason(chosen))
        ):
            self.refresh()

    def _meeting_row(self, row: DayMeeting) -> list[QWidget | None]:
        start = clock_text(to_local(row.meeting.starts).time())
        button = Button("Öppna samtalet", name=f"Öppna samtalet {start}, {row.line.number}")
        button.clicked.connect(lambda: self.shell.go("meeting", meeting_id=row.meeting.id))
        return [
            RunText(bold(start), quiet(f" {row.meeting.minutes} min")),
            Text(names.shown(row.line.name), may_wrap=False),
            Text(row.detail, tone=Tone.QUIET),
            button,
        ]

    def _waiting_row(self, row: WaitingItem) -> list[QWidget | None]:
        pill = due_pill(row.due, self.shell.session.today)
        who = bold(names.shown(row.name))
        if row.commitment_id is not None:
            words = RunText(quiet("Du lovade: "), quiet(row.text), quiet(" "), who, quiet(f" {row.case_number}"))
            button = link("Klart", name=f"Klart: {row.case_number}")
            button.clicked.connect(lambda: self._done(row))
            return [pill, words, button]
        words = RunText(quiet("Sammanfattning inte låst: "), who, quiet(f" {row.case_number}"))
        button = link("Fortsätt skriva", name=f"Fortsätt skriva: {row.case_number}")
        button.clicked.connect(lambda: self.shell.go("meeting", meeting_id=row.meeting_id))
        return [pill, words, button]

    def _done(self, row: WaitingItem) -> None:
        session, commitment_id = self.shell.session, row.commitment_id
        if commitment_id is None:
            return
        if self.shell.succeeds(lambda: cases.open_case(session, row.case_id)) and self.shell.succeeds(
            lambda: commitments.mark_commitment_done(session, commitment_id)
        ):
            self.shell.show_banner("Åtagandet är klart.", state="done_in_time")
            self.refresh()

    def _draft_rows(self, view: TodayView) -> list[list[QWidget | None]]:
        rows: list[list[QWidget | None]] = []
        for draft in view.drafts:
            if draft.key != "new_case":
                continue
            saved = to_local(draft.saved)
            when = f"{short_day_text(saved.date())} {clock_text(saved.time())}"
            button = link("Fortsätt skriva", name="Fortsätt skriva på det nya ärendet")
            button.clicked.connect(lambda: self.shell.go("new_case"))
            rows.append([None, RunText(bold("Nytt ärende"), quiet(f", utkast sparat {when}")), button])
        return rows


