"""Opening, handing over, closing and linking cases."""

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.access import may_read
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case import CaseState, OpenReason
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.correction import HANDED_OVER, Correction
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.text_limits import check_text, tidy
from allvar_desktop.errors import NotAllowedError, StoppedError
from allvar_desktop.services.access import require_casework
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session
from allvar_desktop.storage.case_openings import CaseOpening


class ReasonNeededError(NotAllowedError):
    """A colleague's case opens only after a reason (domain.md §7)."""

    def __init__(self) -> None:
        super().__init__(
            "En kollega handlägger ärendet.", "Välj varför du öppnar det. Gruppledaren ser valet."
        )


def open_case(
    session: Session, case_id: CaseId, reason: OpenReason | None = None, note: str = ""
) -> CaseFacts:
    """Everything about a case, with the log entry that it was read.

    ReasonNeededError for a colleague's case without a reason; the reason holds until locking.
    """
    require_casework(session)
    case = session.tables.cases.get(case_id)
    is_free = may_read(session.account, case.handler_id) or case_id in session.opened
    if not is_free and reason is None:
        raise ReasonNeededError
    refuse(check_text("note", "Anteckningen", note, text_limits.LINE))
    if reason is OpenReason.OTHER and not note.strip():
        refuse([Problem("note", "Skriv varför du öppnar ärendet.")])
    act = Act.CASE_OPENED if is_free else Act.CASE_OPENED_WITH_REASON
    with session.action(act, case_id, f"case:{case_id}") as entry:
        if not is_free and reason is not None:
            opening = CaseOpening(0, case_id, session.account.id, reason, tidy(note), session.clock.now())
            session.tables.case_openings.add(opening)
        entry.result(case)
    session.opened.add(case_id)
    return session.facts(case_id)


def change_handler(session: Session, case_id: CaseId, handler_id: AccountId | None) -> None:
    """Hand the case to a colleague, or leave it unassigned; who had it before stays readable."""
    before = session.facts(case_id).case.handler_id
    if handler_id is not None:
        account = session.tables.accounts.get(handler_id)
        if not account.is_active or not account.is_handler:
            raise StoppedError("Kontot är inte en handläggare i tjänst.", "Välj en annan handläggare.")
    with session.action(Act.HANDLER_CHANGED, case_id) as entry:
        if handler_id != before:
            row = Correction(
                0, case_id, HANDED_OVER, case_id, "handler_id", _name(session, before),
                _name(session, handler_id), "Byte av handläggare.", session.account.id, session.clock.now(),
            )  # fmt: skip
            session.tables.corrections.add(row)
        entry.result(session.tables.cases.change(case_id, handler_id=handler_id))


def _name(session: Session, account_id: AccountId | None) -> str:
    return "ingen" if account_id is None else session.tables.accounts.get(account_id).name


def close_case(session: Session, case_id: CaseId, note: str) -> None:
    """*Avsluta*. Each event must have a talk or a reason first: no clock runs on behind a closed door."""
    facts = session.facts(case_id)
    if not facts.case.is_open:
        raise StoppedError("Ärendet är redan avslutat.", "Öppna det på nytt om något nytt har kommit in.")
    for event_no in sorted({notice.event_no for notice in facts.notices if notice.names_suspicion}):
        if not facts.held_meetings(event_no) and facts.ending_of(event_no) is None:
            raise StoppedError(
                "Klockan går fortfarande: inget samtal är hållet och ingen orsak är antecknad.",
                "Anteckna varför det inte blev något samtal, och avsluta sedan.",
            )
    for meeting in facts.meetings:
        record = facts.record_of(meeting.id)
        is_talk = meeting.state in (MeetingState.ONGOING, MeetingState.HELD)
        if is_talk and record is not None and not record.is_locked:
            raise StoppedError("Dokumentationen av samtalet är inte låst.", "Lås den först.")
        if meeting.state.may_change:
            raise StoppedError("Ett samtal är fortfarande bokat.", "Ställ in det först, och avsluta sedan.")
    refuse(check_text("note", "Anteckningen", note, text_limits.NOTE))
    with session.action(Act.CASE_CLOSED, case_id) as entry:
        now = session.clock.now()
        entry.result(
            session.tables.cases.change(case_id, state=CaseState.CLOSED, closed=now, close_note=tidy(note))
        )


def reopen_case(session: Session, case_id: CaseId) -> None:
    """A closed case is opened again; that it was closed stays in the log."""
    session.facts(case_id)
    with session.action(Act.CASE_REOPENED, case_id) as entry:
        entry.result(session.tables.cases.change(case_id, state=CaseState.OPEN, closed=None))
