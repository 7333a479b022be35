"""*Ett ärende*: everything its page shows, in one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from allvar_desktop.domain.account import Account
from allvar_desktop.domain.case_clock import CaseClock
from allvar_desktop.domain.case_deadlines import CaseDeadlines, case_deadlines
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.domain.explain import explain_clock
from allvar_desktop.domain.gate import Check, contact_checks
from allvar_desktop.domain.identity_number import age_on
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.next_step import Advice, next_step
from allvar_desktop.domain.path import PathStop, path_of
from allvar_desktop.domain.timeline import TimelineLine, timeline
from allvar_desktop.services.access import narrowed
from allvar_desktop.services.session import Session
from allvar_desktop.storage.instants import instant_from_text


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as its page shows it. Ages are whole years, None when birth date or day are not known."""

    facts: CaseFacts
    deadlines: CaseDeadlines
    clock: CaseClock | None
    path: tuple[PathStop, ...]
    advice: Advice
    checks: tuple[Check, ...]
    """The gates before contact, of the latest event."""
    timeline: tuple[TimelineLine, ...]
    accounts: Mapping[AccountId, Account]
    links: tuple[CaseLine, ...]
    age_today: int | None
    age_at_offence: int | None


def case_view(session: Session, case_id: CaseId) -> CaseView:
    """The page of a case that has been opened; looking again after an own action leaves no entry."""
    facts = session.facts(case_id)
    now = session.clock.now()
    deadlines = case_deadlines(facts, session.rules, session.settings, now)
    event_no = facts.event_no
    born = facts.child.birth_date
    offences = [notice.offence.day for notice in facts.notices_of(event_no) if notice.offence]
    return CaseView(
        facts=facts,
        deadlines=deadlines,
        clock=deadlines.clock_of(event_no) if facts.notices else None,
        path=path_of(facts, event_no),
        advice=next_step(facts, deadlines),
        checks=contact_checks(facts, event_no),
        timeline=timeline(facts),
        accounts={account.id: account for account in session.tables.accounts.all()},
        links=_links(session, facts),
        age_today=_age(born, to_local(now).date()),
        age_at_offence=_age(born, min(offences)) if offences else None,
    )


def why(session: Session, view: CaseView) -> tuple[str, ...]:
    """*Varför?*: the arithmetic of the clock, line by line."""
    if view.clock is None:
        return ("Ingen underrättelse om misstanke finns, så ingen klocka går.",)
    settings, start = session.settings, view.clock.talk.start
    has_run = bool(
        start and settings.office_changed and start.earliest() < instant_from_text(settings.office_changed)
    )
    before = settings.office_before if has_run else None
    return explain_clock(view.clock, session.clock.now(), settings.office, office_before=before)


def _age(born: date | None, day: date) -> int | None:
    return None if born is None else age_on(born, day)


def _links(session: Session, facts: CaseFacts) -> tuple[CaseLine, ...]:
    others = [link.other_id if link.case_id == facts.case.id else link.case_id for link in facts.links]
    return narrowed(session, session.tables.case_lines.some(others))
