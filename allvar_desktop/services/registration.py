"""*Nytt ärende*: a notice comes in, and a case begins."""

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case import Case, CaseState, LinkReason, case_number
from allvar_desktop.domain.ids import AccountId, CaseId, NoticeId, PartyId
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.new_case import NewCase, NewNotice, NewParty, check_notice, check_party
from allvar_desktop.domain.notice import MayBeTold, Notice
from allvar_desktop.domain.party import KnowledgePair, Party
from allvar_desktop.domain.problem import Problem
from allvar_desktop.errors import StoppedError
from allvar_desktop.services.access import require_casework
from allvar_desktop.services.forms import tidied
from allvar_desktop.services.links import link_cases
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.search_terms import index_party
from allvar_desktop.services.session import Session


def check_new_case(session: Session, form: NewCase) -> tuple[Problem, ...]:
    """What stands in the way; fields are ``received``, ``child.name``, ``adult.0.phone`` and so on."""
    problems = [*check_notice(form.notice, session.clock.now())]
    for place, party in enumerate((form.child, *form.adults)):
        prefix = "child" if place == 0 else f"adult.{place - 1}"
        problems += [
            Problem(f"{prefix}.{found.field}", found.message) for found in check_party(party, session.today)
        ]
    return tuple(problems)


def register_case(session: Session, form: NewCase) -> CaseId:
    """Store the notice, the child and the adults as a new case; a handler who registers it handles it.

    InvalidInputError with the problems of the form; nothing is stored then.
    """
    require_casework(session)
    refuse(check_new_case(session, form))
    handler_id = session.account.id if session.account.is_handler else None
    with session.action(Act.CASE_REGISTERED) as entry:
        case_id = _add_case(session, handler_id)
        entry.case_id = case_id
        add_notice_row(session, case_id, form.notice, event_no=1)
        parties = [add_party_row(session, case_id, party) for party in (form.child, *form.adults)]
        _add_pairs(session, case_id, form, parties)
        entry.result(form, f"case:{case_id}")
        session.opened.add(case_id)
    return case_id


def register_again(session: Session, form: NewCase, earlier: CaseId) -> CaseId:
    """A new event about a child whose earlier case is closed: a new case, linked to it (domain.md §3)."""
    with session.register.atomic():
        case_id = register_case(session, form)
        link_cases(session, earlier, case_id, LinkReason.EARLIER_CASE)
    return case_id


def add_notice(session: Session, case_id: CaseId, notice: NewNotice, *, is_new_event: bool) -> NoticeId:
    """A later notice on an open case; about a new event it opens a new clock.

    StoppedError for a closed case: what comes in then begins a new one, linked to it (domain.md §3).
    """
    refuse(check_notice(notice, session.clock.now()))
    facts = session.facts(case_id)
    if not facts.case.is_open:
        raise StoppedError(
            "Ärendet är avslutat.", "Öppna det på nytt, eller registrera ett nytt ärende och länka dem."
        )
    event_no = facts.event_no + 1 if is_new_event else facts.event_no
    with session.action(Act.NOTICE_ADDED, case_id) as entry:
        notice_id = add_notice_row(session, case_id, notice, event_no)
        entry.result(notice, f"notice:{notice_id}")
    return notice_id


def add_party(session: Session, case_id: CaseId, party: NewParty) -> PartyId:
    """One more person on a case that has been opened."""
    refuse(check_party(party, session.today))
    session.facts(case_id)
    with session.action(Act.PARTY_ADDED, case_id) as entry:
        party_id = add_party_row(session, case_id, party)
        entry.result(party, f"party:{party_id}")
    return party_id


def _add_case(session: Session, handler_id: AccountId | None) -> CaseId:
    now = session.clock.now()
    prefix, year = session.settings.case_prefix, to_local(now).year
    number = case_number(prefix, year, session.tables.case_lines.next_ordinal(prefix, year))
    case = Case(CaseId(0), number, handler_id, CaseState.OPEN, now)
    return CaseId(session.tables.cases.add(case))


def add_notice_row(session: Session, case_id: CaseId, form: NewNotice, event_no: int) -> NoticeId:
    """Store a checked notice; *told_at* is now when the police have already answered."""
    has_answer = form.may_be_told is not MayBeTold.NOT_ASKED
    fields = {**tidied(form, session.today), "told_at": session.present if has_answer else None}
    notice = Notice(id=NoticeId(0), case_id=case_id, event_no=event_no, **fields)
    return NoticeId(session.tables.notices.add(notice))


def add_party_row(session: Session, case_id: CaseId, form: NewParty) -> PartyId:
    """Store a checked person, with the terms that find them."""
    party = Party(id=PartyId(0), case_id=case_id, **tidied(form, session.today))
    party_id = PartyId(session.tables.parties.add(party))
    index_party(session, session.tables.parties.get(party_id))
    return party_id


def _add_pairs(session: Session, case_id: CaseId, form: NewCase, parties: list[PartyId]) -> None:
    for pairs, may_know in ((form.hidden_pairs, False), (form.shown_pairs, True)):
        for reader, about in pairs:
            session.tables.pairs.add(KnowledgePair(0, case_id, parties[reader], parties[about], may_know))
