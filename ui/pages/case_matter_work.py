"""The case itself: whose it is, why it waits or is late, how its clock ends without a talk, its closing."""

from typing import Any

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ending import DelayReason, needs_supervisor
from allvar_desktop.services import accounts, bookings, cases, endings, links
from ui.dialogs import ask
from ui.dialogs.link_dialog import LinkDialog
from ui.dialogs.pause_dialog import PauseDialog
from ui.dialogs.why_dialog import WhyDialog
from ui.pages.case_desk import Asked, CaseDesk
from ui.pages.case_words import capital

_CLOSE, _NOBODY = "close", 0


class MatterWork:
    """What one can do about the case as a whole."""

    def __init__(self, desk: CaseDesk) -> None:
        self._desk = desk

    def explain(self) -> None:
        """*Varför?*: the arithmetic of the clock."""
        from allvar_desktop.services.case_views import why

        lines = self._desk.shell.run(lambda: why(self._desk.session, self._desk.view))
        if lines:
            ask.run(WhyDialog(lines))

    def change_handler(self) -> None:
        """By number, to a colleague or to nobody."""
        session = self._desk.session
        found = self._desk.shell.run(lambda: accounts.handlers(session)) or ()
        now = self._desk.facts.case.handler_id
        options: list[tuple[object, str]] = [(each.id, each.name) for each in found if each.id != now]
        if now is not None:
            options.append((_NOBODY, "Ingen, ärendet väntar på fördelning"))
        chosen = ask.choose("Byt handläggare", options)
        if chosen is None:
            return
        name = next((words for value, words in options if value == chosen and chosen != _NOBODY), "")
        self._desk.did(
            lambda: cases.change_handler(session, self._desk.case_id, chosen or None),
            f"{name} handlägger ärendet." if name else "Ärendet är ofördelat.",
        )

    def give_delay_reason(self) -> None:
        """One key for each reason."""
        options = [(reason, capital(reason.text)) for reason in DelayReason]
        chosen = ask.choose("Orsak till försening", options, text="En orsak är ett faktum, inte en skuld.")
        if chosen is None:
            return
        reason, note = DelayReason(chosen), ""
        if reason is DelayReason.OTHER:
            answer = ask.reason("Annan orsak", (), yes="Spara", note_label="Orsaken")
            if answer is None:
                return
            note = answer[1]
        self._desk.did(
            lambda: endings.give_delay_reason(self._desk.session, self._desk.case_id, reason, note=note),
            f"Orsak antecknad: {note or reason.text}.",
        )

    def pause(self, draft: dict[str, Any] | None = None) -> None:
        """Something makes the unit wait."""
        dialog = PauseDialog(self._desk.session, self._desk.case_id)
        self._desk.fill_in(dialog, Asked("pause"), "Väntan är antecknad. Klockan går.", draft)

    def link(self, draft: dict[str, Any] | None = None) -> None:
        """To another case, by its number."""
        dialog = LinkDialog(self._desk.session, self._desk.case_id)
        self._desk.fill_in(dialog, Asked("link_case"), "Ärendena är länkade.", draft)

    def unlink(self, line: CaseLine) -> None:
        """Take a link away; the banner puts it back."""
        desk = self._desk
        reason = next(
            link.reason for link in desk.facts.links if line.case_id in (link.case_id, link.other_id)
        )
        desk.did(
            lambda: links.unlink_cases(desk.session, desk.case_id, line.case_id),
            f"Länken till {line.number} är borttagen.",
            lambda: desk.did(lambda: links.link_cases(desk.session, line.case_id, desk.case_id, reason)),
        )

    def end(self) -> None:
        """The first key says that there is no talk; a number says why. StoppedError while one goes on."""
        self._stop_during_a_talk()
        options = [*self._reasons(), (_CLOSE, "Avsluta ärendet …")]
        chosen = ask.choose("Inget samtal, eller avsluta", options, text=self._warning())
        if chosen == _CLOSE:
            self.close()
        elif chosen is not None:
            self._end_clock(EndReason(chosen), self._desk.facts.event_no)

    def close(self) -> None:
        """*Avsluta*: what is missing is asked for first."""
        self._stop_during_a_talk()
        facts = self._desk.facts
        for event_no in running_events(facts):
            title = "Varför blev det inget samtal?"
            if len({notice.event_no for notice in facts.notices}) > 1:
                title = f"Varför blev det inget samtal, händelse {event_no}?"
            chosen = ask.choose(title, self._reasons(), text=self._warning())
            if chosen is None or not self._end_clock(EndReason(chosen), event_no):
                return
        answer = ask.reason(
            "Avsluta ärendet", (), yes="Avsluta", text=self._missing(), note_label="Varför ärendet avslutas"
        )
        if answer is not None:
            self._desk.did(
                lambda: cases.close_case(self._desk.session, self._desk.case_id, answer[1]),
                "Ärendet är avslutat.",
                self.reopen,
                words="Öppna på nytt",
            )

    def reopen(self) -> None:
        """A closed case is opened again."""
        self._desk.did(
            lambda: cases.reopen_case(self._desk.session, self._desk.case_id), "Ärendet är öppet igen."
        )

    def _end_clock(self, reason: EndReason, event_no: int) -> bool:
        measure = ""
        if reason is EndReason.OTHER_MEASURE:
            options = [(m.code, capital(m.text)) for m in self._desk.session.measures]
            measure = ask.choose("Vilken åtgärd i stället?", options) or ""
            if not measure:
                return False
        return self._desk.did(
            lambda: endings.end_clock(
                self._desk.session, self._desk.case_id, reason, event_no=event_no, measure=measure
            ),
            f"Antecknat: {reason.text}. Klockan är avslutad och räknas varken som i tid eller för sent.",
        )

    def _reasons(self) -> list[tuple[object, str]]:
        return [
            (reason, capital(reason.text))
            for reason in EndReason
            if self._desk.is_supervisor or not needs_supervisor(reason)
        ]

    def _stop_during_a_talk(self) -> None:
        facts = self._desk.facts
        for meeting in facts.coming_meetings(facts.event_no):
            bookings.stop_if_begun(meeting)

    def _warning(self) -> str:
        facts = self._desk.facts
        if facts.coming_meetings(facts.event_no):
            return "Det samtal som är bokat ställs in, och kallelserna makuleras."
        return ""

    def _missing(self) -> str:
        facts = self._desk.facts
        undecided = [n for n in facts.notices if facts.preliminary_assessment_of(n.id) is None]
        waiting = [
            r for r in self._desk.view.deadlines.preliminary if r.notice_id in {n.id for n in undecided}
        ]
        return "Förhandsbedömning saknas." if waiting else ""


def running_events(facts: CaseFacts) -> tuple[int, ...]:
    """Events with a clock that neither a talk nor a reason has ended."""
    events = sorted({notice.event_no for notice in facts.notices if notice.names_suspicion})
    return tuple(no for no in events if not facts.held_meetings(no) and facts.ending_of(no) is None)
