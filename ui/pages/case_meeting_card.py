"""*Samtal*: the time that is booked and those before it, and what can become of it."""

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.meeting import Meeting, MeetingState
from allvar_desktop.domain.time_text import instant_text, iso_instant_text, minutes_text
from ui import names
from ui.pages.case_card import StepCard, plain, quiet, together
from ui.pages.case_desk import CaseDesk
from ui.pages.case_foot import add_foot
from ui.pages.case_meeting_work import MeetingWork
from ui.pages.case_words import capital
from ui.widgets.buttons import Button, Kind
from ui.widgets.pill import Pill, PillText
from ui.widgets.rows import Col

_STATES = {
    MeetingState.PRELIMINARY: "waiting",
    MeetingState.BOOKED: "within_day",
    MeetingState.ONGOING: "urgent",
    MeetingState.HELD: "done_in_time",
    MeetingState.MOVED: "lapsed",
    MeetingState.CANCELLED: "lapsed",
    MeetingState.NO_SHOW: "done_late",
}


def meeting_card(desk: CaseDesk, work: MeetingWork) -> StepCard:
    """The card of the step *Samtal*."""
    card = StepCard("Samtal")
    facts = desk.facts
    meetings = tuple(reversed(facts.meetings_of(facts.event_no)))
    if meetings:
        rows = [_row(desk, work, meeting) for meeting in meetings]
        card.rows("Samtal", (Col(), Col(grows=True), Col(is_right=True)), rows)
    else:
        card.say("Inget samtal är bokat. Boka en tid inom de 48 timmarna.")
    ending = facts.ending_of(facts.event_no)
    if ending is not None:
        card.say(f"Inget samtal: {ending.reason.text}. {_measure(desk, ending.measure)}{ending.note}".strip())
    add_foot(card, desk, _actions(desk, work))
    return card


def _measure(desk: CaseDesk, code: str) -> str:
    return next((f"{capital(m.text)}. " for m in desk.session.measures if m.code == code), "")


def _actions(desk: CaseDesk, work: MeetingWork) -> list[str]:
    facts = desk.facts
    if not facts.case.is_open:
        return []
    end_clock = [] if facts.ending_of(facts.event_no) else ["end_clock"]
    if facts.held_meetings(facts.event_no):
        return ["open_meeting", "book"]
    is_told = all(check.is_passed for check in desk.view.checks)
    asked = [] if is_told else ["ask_police"]
    if work.changeable():
        return [*asked, "open_meeting", "change_meeting", *end_clock]
    if work.coming():
        return ["open_meeting"]
    return [*asked, *(["book"] if is_told else []), *end_clock]


def _row(desk: CaseDesk, work: MeetingWork, meeting: Meeting) -> list[QWidget | None]:
    when = instant_text(meeting.began or meeting.starts, desk.now)
    where = ", ".join(part for part in (_room(meeting), meeting.place) if part)
    time = plain(capital(when), iso_instant_text(meeting.began or meeting.starts))
    time.setWordWrap(False)
    details = [f"{where}, {minutes_text(meeting.minutes)}", _called(desk, meeting), _reason(meeting)]
    old = work.replaced_by(meeting)
    if old is not None:
        details.append(f"Flyttat från {instant_text(old.starts, desk.now)}.")
    pill = Pill(PillText(_STATES[meeting.state], capital(meeting.state.text)))
    buttons: list[QWidget] = [pill]
    if meeting.state is MeetingState.ONGOING:
        missed = Button("Uteblev …", Kind.LINK, name=f"Familjen uteblev från samtalet {when}")
        missed.clicked.connect(lambda: work.change(meeting))
        buttons.append(missed)
    if meeting.state.may_change and old is not None:
        undo = Button("Ångra flytten", Kind.LINK, name=f"Ångra flytten av samtalet {when}")
        undo.clicked.connect(lambda: work.undo_move(meeting.id))
        buttons.append(undo)
    return [time, quiet(". ".join(part for part in details if part)), together(*buttons, is_right=True)]


def _room(meeting: Meeting) -> str:
    if not meeting.room:
        return ""
    return meeting.room if meeting.room.lower().startswith("rum") else f"rum {meeting.room}"


def _called(desk: CaseDesk, meeting: Meeting) -> str:
    people = [names.shown(party.shown_name) for party in desk.facts.participants_of(meeting.id)]
    interpreter = f" Tolk: {meeting.interpreter_language}" if meeting.interpreter_language else ""
    return f"{', '.join(people)}{interpreter and '.'}{interpreter}"


def _reason(meeting: Meeting) -> str:
    asked = f"{meeting.asked_by.text} bad om det" if meeting.asked_by else ""
    said = meeting.state_reason.rstrip(".")
    same = asked and asked.lower() == said.lower()
    return said if same or not asked else ": ".join(part for part in (asked, said) if part)
