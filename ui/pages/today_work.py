"""What the buttons of *Idag* do."""

from collections.abc import Callable

from allvar_desktop.domain.access import may_read
from allvar_desktop.domain.case_line import CaseLine, NextStep
from allvar_desktop.domain.ending import DelayReason
from allvar_desktop.domain.ids import CaseId, CommitmentId, PaperId
from allvar_desktop.services import backups, commitments, drafts, endings, papers
from allvar_desktop.services.today import DayMeeting
from allvar_desktop.services.waiting import NEW_CASE, WaitingItem, WaitingKind
from ui.case_opening import open_or_ask
from ui.dialogs import ask
from ui.navigation import Shell
from ui.pages.preview_work import answer

_DONE = "done_in_time"


class TodayWork:
    """Goes where a row leads, or does what can be done on the spot; `renew` shows the day anew after that."""

    def __init__(self, shell: Shell, renew: Callable[[], object]) -> None:
        self._shell = shell
        self._renew = renew

    def do_step(self, line: CaseLine, step: NextStep) -> None:
        """Open the case and do there what its own filled button does."""
        if self._shell.go("case", case_id=line.case_id) and step is not NextStep.NOTHING:
            page = self._shell.current
            work = page.handlers().get("next_step") if page is not None else None
            if work is not None:
                self._shell.succeeds(work)

    def give_reason(self, line: CaseLine, reason: DelayReason) -> bool:
        """Why it took longer; *annat* asks what. Whether it was stored."""
        note = ""
        if reason is DelayReason.OTHER:
            note = ask.line("Annan orsak", "Vad gjorde att det tog längre tid") or ""
            if not note:
                return False
        session = self._shell.session

        def work() -> None:
            open_or_ask(session, line.case_id)
            endings.give_delay_reason(session, line.case_id, reason, note=note)

        return self._did(work, f"Orsaken är antecknad: {reason.text}.")

    def open_meeting(self, row: DayMeeting) -> None:
        """To the page on which the talk is written down; it asks why where a colleague handles the case."""
        self._shell.go("meeting", meeting_id=row.meeting.id)

    def do_waiting(self, item: WaitingItem) -> None:
        """What the row's button says."""
        match item.kind:
            case WaitingKind.PAPER if item.paper_id is not None:
                self._answer(item.paper_id)
            case WaitingKind.COMMITMENT if self._may_mark(item) and item.commitment_id is not None:
                self._mark(item, item.commitment_id, is_done=True)
            case WaitingKind.STEP if item.line is not None:
                self.do_step(item.line, item.line.next_step)
            case WaitingKind.DRAFT:
                self._go_on(item)
            case _ if item.meeting_id is not None:
                self._shell.go("meeting", meeting_id=item.meeting_id)
            case _ if item.line is not None:
                self._shell.go("case", case_id=item.line.case_id)

    def back_up(self) -> bool:
        """A copy right now. Whether there is one."""
        return self._did(
            lambda: backups.back_up(self._shell.session), "Säkerhetskopian är gjord och kontrollerad."
        )

    def _may_mark(self, item: WaitingItem) -> bool:
        return item.line is not None and may_read(self._shell.session.account, item.line.handler_id)

    def _mark(self, item: WaitingItem, commitment_id: CommitmentId, *, is_done: bool) -> None:
        session, line = self._shell.session, item.line

        def work() -> None:
            if line is not None and line.case_id not in session.opened:
                open_or_ask(session, line.case_id)
            commitments.mark_commitment_done(session, commitment_id, is_done=is_done)

        if not is_done:
            self._did(work, "Åtagandet väntar igen.")
        elif self._did(work):
            self._shell.show_banner(
                "Åtagandet är klart.", lambda: self._mark(item, commitment_id, is_done=False), state=_DONE
            )

    def _answer(self, paper_id: PaperId) -> None:
        session = self._shell.session
        paper = next((paper for paper in papers.unanswered(session) if paper.id == paper_id), None)
        if paper is not None:
            self._did(lambda: answer(session, paper))

    def _go_on(self, item: WaitingItem) -> None:
        """To the page of a draft, which takes it up again by itself."""
        page, _, number = item.text.partition(":")
        if item.text == NEW_CASE:
            self._shell.go(NEW_CASE)
        elif page == "meeting" and number.isdecimal():
            self._shell.go("meeting", meeting_id=int(number))
        elif page == "booking" and item.line is not None:
            self._go_on_booking(item.line.case_id, item.text)
        elif item.line is not None:
            self._shell.go("case", case_id=item.line.case_id)

    def _go_on_booking(self, case_id: CaseId, key: str) -> None:
        """A half-written move goes on as a move."""
        kept = self._shell.run(lambda: drafts.kept_draft(self._shell.session, key))
        moves = kept.content.get("moves") if kept and isinstance(kept.content, dict) else None
        self._shell.go("booking", case_id=case_id, **({"meeting_id": moves} if moves else {}))

    def _did(self, work: Callable[[], object], told: str = "") -> bool:
        if not self._shell.succeeds(work):
            return False
        self._renew()
        if told:
            self._shell.show_banner(told, state=_DONE)
        return True
