"""What is recorded for a notice: two assessments in two keystrokes, the word of the police, corrections."""

from typing import Any

from allvar_desktop.domain.deadlines import Deadline, State
from allvar_desktop.domain.ids import NoticeId
from allvar_desktop.domain.notice import MayBeTold, Notice, PreliminaryDecision, ProtectionResult
from allvar_desktop.domain.time_text import moment_text
from allvar_desktop.services import notices
from ui.dialogs import ask
from ui.dialogs.assessment_dialog import PreliminaryDialog, ProtectionDialog
from ui.dialogs.notice_dialog import AddNoticeDialog, CorrectNoticeDialog
from ui.dialogs.told_dialog import ToldDialog
from ui.pages.case_desk import Asked, CaseDesk

_WRITE = "write"
_OTHER = (_WRITE, "Annan tid, eller med skäl …")


class NoticeWork:
    """What one can do about what came in."""

    def __init__(self, desk: CaseDesk) -> None:
        self._desk = desk

    def newest_first(self) -> tuple[Notice, ...]:
        """Notices of the latest event before those of earlier ones."""
        return tuple(sorted(self._desk.facts.notices, key=lambda n: (-n.event_no, n.received.sort_key())))

    def assess_next(self) -> None:
        """The skyddsbedömning that is missing; when none is, of the latest notice anew."""
        facts = self._desk.facts
        missing = [n for n in self.newest_first() if facts.protection_assessment_of(n.id) is None]
        self._with((missing or list(self.newest_first()))[:1], self.assess)

    def assess(self, notice: Notice) -> None:
        """1 no need, 2 need; the rest asks for more."""
        options = [(result, result.text.capitalize()) for result in ProtectionResult]
        other = (_WRITE, "Inte gjord, eller gjord en annan tid …")
        chosen = ask.choose("Skyddsbedömning", [*options, other], text=self.words(notice))
        if chosen == _WRITE:
            self.write_protection(notice_id=notice.id)
        elif chosen is not None:
            result = ProtectionResult(chosen)
            self._desk.did(
                lambda: notices.assess_protection(self._desk.session, notice.id, result),
                f"Skyddsbedömning antecknad: {result.text}.",
            )

    def write_protection(self, notice_id: int, draft: dict[str, Any] | None = None) -> None:
        """The whole form of the skyddsbedömning."""
        notice = self._notice(notice_id)
        dialog = ProtectionDialog(self._desk.session, notice.id, self.words(notice))
        asked = Asked("protection", {"notice_id": notice_id})
        self._desk.fill_in(dialog, asked, "Skyddsbedömningen är antecknad.", draft)

    def decide_next(self) -> None:
        """The förhandsbedömning that is missing; when none is, of the latest notice anew."""
        facts = self._desk.facts
        missing = [n for n in self.newest_first() if facts.preliminary_assessment_of(n.id) is None]
        self._with((missing or list(self.newest_first()))[:1], self.decide)

    def decide(self, notice: Notice) -> None:
        """By number; past the 14 days the reasons are asked for, too."""
        if self._is_late(notice):
            self.write_preliminary(notice_id=notice.id)
            return
        options = [(decision, decision.text.capitalize()) for decision in PreliminaryDecision]
        chosen = ask.choose("Förhandsbedömning", [*options, _OTHER], text=self.words(notice))
        if chosen == _WRITE:
            self.write_preliminary(notice_id=notice.id)
        elif chosen is not None:
            decision = PreliminaryDecision(chosen)
            self._desk.did(
                lambda: notices.decide_preliminary(self._desk.session, notice.id, decision),
                f"Förhandsbedömning antecknad: {decision.text}.",
            )

    def write_preliminary(self, notice_id: int, draft: dict[str, Any] | None = None) -> None:
        """The whole form of the förhandsbedömning."""
        notice = self._notice(notice_id)
        dialog = PreliminaryDialog(
            self._desk.session, notice.id, self.words(notice), is_late=self._is_late(notice)
        )
        asked = Asked("preliminary", {"notice_id": notice_id})
        self._desk.fill_in(dialog, asked, "Förhandsbedömningen är antecknad.", draft)

    def ask_next(self) -> None:
        """The notice that the police have not said yes to; else the latest."""
        found = self.newest_first()
        waiting = [notice for notice in found if notice.may_be_told is not MayBeTold.YES]
        self._with((waiting or list(found))[:1], lambda notice: self.ask_police(notice_id=notice.id))

    def ask_police(self, notice_id: int, draft: dict[str, Any] | None = None) -> None:
        """What the police answered for one notice."""
        notice = self._notice(notice_id)
        dialog = ToldDialog(self._desk.session, notice.id, self.words(notice))
        self._desk.fill_in(
            dialog, Asked("told", {"notice_id": notice_id}), "Polisens svar är antecknat.", draft
        )

    def add(self, draft: dict[str, Any] | None = None) -> None:
        """A later notice comes in."""
        dialog = AddNoticeDialog(self._desk.session, self._desk.case_id)
        self._desk.fill_in(dialog, Asked("add_notice"), "Underrättelsen är tillagd.", draft)

    def correct(self, notice_id: int, draft: dict[str, Any] | None = None) -> None:
        """Correct times or texts, with the old ones kept."""
        dialog = CorrectNoticeDialog(self._desk.session, self._notice(notice_id))
        asked = Asked("notice", {"notice_id": notice_id})
        self._desk.fill_in(dialog, asked, "Rättat. Det som stod förut står kvar bland händelserna.", draft)

    def words(self, notice: Notice) -> str:
        """Which notice it is about."""
        return f"{notice.kind.text}, mottagen {moment_text(notice.received, self._desk.now)}."

    def protection_deadline(self, notice: Notice) -> Deadline | None:
        return next(
            (d.deadline for d in self._desk.view.deadlines.protection if d.notice_id == notice.id), None
        )

    def preliminary_deadline(self, notice: Notice) -> Deadline | None:
        return next(
            (d.deadline for d in self._desk.view.deadlines.preliminary if d.notice_id == notice.id), None
        )

    def _is_late(self, notice: Notice) -> bool:
        deadline = self.preliminary_deadline(notice)
        return deadline is not None and deadline.state is State.OVERDUE

    def _notice(self, notice_id: int) -> Notice:
        wanted = NoticeId(notice_id)
        return next(notice for notice in self._desk.facts.notices if notice.id == wanted)

    def _with(self, found: list[Notice], work: Any) -> None:
        for notice in found:
            work(notice)
