"""Paper that is printed: *framställd*, then *utskriven* or *makulerad*. A number is never used again."""

import hashlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.gate import Check
from allvar_desktop.domain.ids import CaseId, PaperId
from allvar_desktop.domain.paper import Paper, PaperKind, PaperState
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.text_limits import check_text, tidy
from allvar_desktop.errors import DamagedRegisterError, StoppedError
from allvar_desktop.services.access import require_casework
from allvar_desktop.services.family_copies import make_family_copy
from allvar_desktop.services.prepared import Made, PaperOrder, PreparedPaper
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session
from allvar_desktop.services.summaries import make_summary
from allvar_desktop.services.summonses import make_summons

_MAKERS: Mapping[PaperKind, Callable[[Session, CaseFacts, PaperOrder], Made]] = MappingProxyType(
    {
        PaperKind.SUMMONS: make_summons,
        PaperKind.SUMMARY: make_summary,
        PaperKind.FAMILY_COPY: make_family_copy,
    }
)


def issue(session: Session, prepared: PreparedPaper) -> Paper:
    """Store the previewed bytes as *framställd*, with their number, hash and log entry, in one transaction.

    StoppedError when a check stops the paper, or anything that it says has changed since the preview: the
    paper is made anew from the facts as they are now, and must come out byte for byte the same.
    """
    order = prepared.order
    facts = session.facts(order.case_id)
    _refuse_stopped(prepared.checks, prepared.pdf)
    made = _MAKERS[order.kind](session, facts, order)
    _refuse_stopped(made.checks, made.pdf)
    is_taken = any(paper.number == order.number for paper in facts.papers)
    if is_taken or made.pdf is None or made.pdf != prepared.pdf:
        raise StoppedError(
            "Något har ändrats sedan förhandsvisningen.",
            "Titta på den nya förhandsvisningen och skriv ut den.",
        )
    return _store(session, order, made.pdf)


def confirm_printed(session: Session, paper_id: PaperId) -> None:
    """*Ja, den kom ut rätt*: framställd becomes utskriven."""
    paper = _answerable(session, paper_id)
    if paper.state is not PaperState.ISSUED:
        raise StoppedError(f"Handlingen är redan {paper.state.text}.", "Läs den bland ärendets handlingar.")
    with session.action(Act.PAPER_PRINTED, paper.case_id, f"paper:{paper_id}") as entry:
        now = session.clock.now()
        printed = session.tables.papers.change(
            paper_id, state=PaperState.PRINTED, state_changed=now, printed=now
        )
        entry.result(printed)


def void(session: Session, paper_id: PaperId, reason: str) -> None:
    """*Makulera*: number and bytes stay, the paper no longer counts. A print is never undone."""
    paper = _answerable(session, paper_id)
    if paper.state is PaperState.VOIDED:
        raise StoppedError("Handlingen är redan makulerad.", "Läs orsaken bland ärendets handlingar.")
    problems = [*check_text("reason", "Orsaken", reason, text_limits.LINE)]
    if not reason.strip():
        problems.append(Problem("reason", "Skriv varför handlingen makuleras."))
    refuse(problems)
    with session.action(Act.PAPER_VOIDED, paper.case_id, f"paper:{paper_id}") as entry:
        voided = session.tables.papers.change(
            paper_id,
            state=PaperState.VOIDED,
            state_reason=tidy(reason),
            state_changed=session.clock.now(),
        )
        entry.result(voided)


def unanswered(session: Session) -> tuple[Paper, ...]:
    """This account's papers of which nobody has said whether they came out right: asked at the next unlock.

    Numbers and kinds only, so it reads no case.
    """
    require_casework(session)
    condition = "account_id = ? AND state = 'issued'"
    return session.tables.papers.where(condition, session.account.id)


def papers_of(session: Session, case_id: CaseId) -> tuple[Paper, ...]:
    """All papers of a case that has been opened, in the order they were issued, voided ones too."""
    return session.facts(case_id).papers


def paper_of(session: Session, paper_id: PaperId) -> Paper:
    """One paper of a case that has been opened, without its bytes."""
    case_id = session.tables.papers.get(paper_id).case_id
    return next(paper for paper in papers_of(session, case_id) if paper.id == paper_id)


def open_paper(session: Session, paper_id: PaperId) -> bytes:
    """The stored bytes, to look at. DamagedRegisterError when they are not those that were issued."""
    paper, pdf = _stored(session, paper_id)
    with session.action(Act.PAPER_OPENED, paper.case_id, f"paper:{paper_id}") as entry:
        entry.result(paper)
    return pdf


def print_again(session: Session, paper_id: PaperId) -> bytes:
    """The stored bytes, to print once more, logged as a print. StoppedError for a voided paper."""
    paper, pdf = _stored(session, paper_id)
    if paper.state is PaperState.VOIDED:
        raise StoppedError("Handlingen är makulerad.", "Skriv en ny i stället.")
    with session.action(Act.PAPER_PRINTED, paper.case_id, f"paper:{paper_id}:again") as entry:
        entry.result(paper)
    return pdf


def _refuse_stopped(checks: tuple[Check, ...], pdf: bytes | None) -> None:
    stop = next((check for check in checks if check.is_stop), None)
    if stop is not None:
        raise StoppedError(f"{stop.label}.", stop.detail or stop.remedy.text)
    if pdf is None:
        raise StoppedError("Handlingen är inte färdig.", "Gör en ny förhandsvisning.")


def _store(session: Session, order: PaperOrder, pdf: bytes) -> Paper:
    paper = Paper(
        id=PaperId(0),
        number=order.number,
        kind=order.kind,
        case_id=order.case_id,
        meeting_id=order.meeting_id,
        recipient_id=order.recipient_id,
        state=PaperState.ISSUED,
        issued=session.clock.now(),
        account_id=session.account.id,
        sha256=_sha256(pdf),
        log_mark=order.log_mark,
    )
    with session.action(Act.PAPER_ISSUED, order.case_id) as entry:
        paper_id = PaperId(session.tables.papers.add(paper))
        session.tables.paper_bytes.add(paper_id, pdf)
        entry.result(paper, f"paper:{paper_id}")
    return session.tables.papers.get(paper_id)


def _answerable(session: Session, paper_id: PaperId) -> Paper:
    """A paper of an opened case, or one of one's own: the question after a crash comes before any case."""
    paper = session.tables.papers.get(paper_id)
    if paper.account_id != session.account.id:
        session.facts(paper.case_id)
    return paper


def _stored(session: Session, paper_id: PaperId) -> tuple[Paper, bytes]:
    paper = session.tables.papers.get(paper_id)
    session.facts(paper.case_id)
    try:
        pdf = session.tables.paper_bytes.get(paper_id)
    except LookupError:
        pdf = b""
    if _sha256(pdf) != paper.sha256:
        raise DamagedRegisterError(
            "Den lagrade handlingen är inte den som skrevs ut.",
            "Återställ registret från en säkerhetskopia, och visa det för er administratör.",
        )
    return paper, pdf


def _sha256(pdf: bytes) -> str:
    return hashlib.sha256(pdf).hexdigest()
