"""Cases that know of each other: linked for the worker only, and never named on paper (domain.md §4.4)."""

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case import Case, CaseLink, LinkReason
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.session import Session


def link_cases(session: Session, first: CaseId, second: CaseId, reason: LinkReason) -> None:
    """Let two cases know of each other; logged with `second`. Linking twice changes nothing."""
    low, high = sorted((first, second))
    if low == high or _link_between(session, low, high) is not None:
        return
    with session.action(Act.CASE_LINKED, second, f"link:{low}-{high}") as entry:
        session.tables.links.add(CaseLink(0, low, high, reason))
        entry.result(reason)


def link_to_number(session: Session, case_id: CaseId, number: str, reason: LinkReason | None) -> CaseId:
    """Link an opened case to the one with a number, as typed; the id of that case.

    InvalidInputError for a number that no case has, for the case's own, for one that is linked already, and
    without a reason.
    """
    session.facts(case_id)
    other = _case_of(session, number)
    problems = [] if reason is not None else [Problem("reason", "Välj varför ärendena hör ihop.")]
    if other is None:
        problems.append(Problem("number", "Inget ärende har det numret. Skriv det som HV-2026-0041."))
    elif other.id == case_id:
        problems.append(Problem("number", "Det är ärendets eget nummer. Skriv det andra ärendets."))
    elif _link_between(session, case_id, other.id) is not None:
        problems.append(Problem("number", "Ärendena är redan länkade."))
    if problems or other is None or reason is None:
        raise InvalidInputError(tuple(problems))
    link_cases(session, other.id, case_id, reason)
    return other.id


def unlink_cases(session: Session, case_id: CaseId, other: CaseId) -> None:
    """Take a mistaken link of an opened case away; two cases without one are left as they are."""
    session.facts(case_id)
    link = _link_between(session, case_id, other)
    if link is None:
        return
    with session.action(Act.CASE_UNLINKED, case_id, f"link:{link.case_id}-{link.other_id}") as entry:
        session.tables.links.remove(link.id)
        entry.result(link.reason)


def _link_between(session: Session, one: CaseId, other: CaseId) -> CaseLink | None:
    low, high = sorted((one, other))
    found = session.tables.links.where("case_id = ? AND other_id = ?", low, high)
    return found[0] if found else None


def _case_of(session: Session, number: str) -> Case | None:
    wanted = "".join(number.split()).upper()
    found = session.tables.cases.where("number = ?", wanted) if wanted else ()
    return found[0] if found else None
