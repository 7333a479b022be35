"""How a clock ends without a talk, why it was late, and what made the unit wait."""

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ending import ClockEnding, Delay, DelayReason, Pause, needs_supervisor
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.text_limits import check_text, tidy
from allvar_desktop.errors import StoppedError
from allvar_desktop.services.access import require_supervisor
from allvar_desktop.services.bookings import cancel_coming
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session


def end_clock(
    session: Session,
    case_id: CaseId,
    reason: EndReason,
    *,
    event_no: int | None = None,
    asked_by: str = "",
    measure: str = "",
    note: str = "",
) -> None:
    """The clock of an event ends by a reason: *tackade nej, annan åtgärd, flyttad, ej nådd* or another.

    What was still booked for the event is cancelled and its letters voided. The latest event unless one is
    named.
    """
    facts = session.facts(case_id)
    event = event_no or facts.event_no
    if needs_supervisor(reason):
        require_supervisor(session)
    if facts.held_meetings(event):
        raise StoppedError("Samtalet är redan hållet.", "Avsluta ärendet i stället.")
    if facts.ending_of(event):
        raise StoppedError("Fristen är redan avslutad med en orsak.", "Läs orsaken bland händelserna.")
    problems = [
        *check_text("note", "Anteckningen", note, text_limits.NOTE),
        *check_text("asked_by", "Namnet", asked_by, text_limits.NAME),
    ]
    if reason is EndReason.OTHER_MEASURE and not measure:
        problems.append(Problem("measure", "Välj vilken åtgärd som används i stället."))
    refuse(problems)
    with session.action(Act.CLOCK_ENDED, case_id, f"event:{event}") as entry:
        row = ClockEnding(
            0,
            case_id,
            event,
            reason,
            session.present,
            session.account.id,
            tidy(asked_by),
            measure,
            tidy(note),
        )
        session.tables.endings.add(row)
        cancel_coming(session, case_id, event, f"Inget samtal: {reason.text}.", entry)
        entry.result(row)


def give_delay_reason(session: Session, case_id: CaseId, reason: DelayReason, *, note: str = "") -> None:
    """Why it took longer; facts, not blame."""
    facts = session.facts(case_id)
    refuse(check_text("note", "Anteckningen", note, text_limits.NOTE))
    with session.action(Act.DELAY_RECORDED, case_id) as entry:
        row = Delay(0, case_id, facts.event_no, reason, session.present, session.account.id, tidy(note))
        session.tables.delays.add(row)
        entry.result(row)


def record_pause(
    session: Session,
    case_id: CaseId,
    reason: DelayReason,
    *,
    begins: Moment,
    ends: Moment | None = None,
    note: str = "",
) -> None:
    """Something makes the unit wait. The clock goes on; the pause is shown beside it."""
    facts = session.facts(case_id)
    problems = [*check_text("note", "Anteckningen", note, text_limits.NOTE)]
    if ends is not None and ends.earliest() < begins.earliest():
        problems.append(Problem("ends", "Väntan slutar före den börjar. Kontrollera tiderna."))
    refuse(problems)
    with session.action(Act.PAUSE_RECORDED, case_id) as entry:
        row = Pause(0, case_id, facts.event_no, reason, begins, ends, session.account.id, tidy(note))
        session.tables.pauses.add(row)
        entry.result(row)
