"""Who may know what of whom, who has agreed, and corrections with the old value kept visible."""

from dataclasses import replace
from typing import Any

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.changes import changes
from allvar_desktop.domain.correction import Correction
from allvar_desktop.domain.ids import CaseId, NoticeId, PartyId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.new_case import NewNotice, NewParty, check_notice, check_party
from allvar_desktop.domain.notice import Notice
from allvar_desktop.domain.party import (
    KnowledgePair,
    Party,
    Permission,
    PermissionKind,
    SafetyDecision,
    SecrecyGround,
)
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.text_limits import check_text, tidy
from allvar_desktop.services.access import require_supervisor
from allvar_desktop.services.bookings import settle_preliminary
from allvar_desktop.services.forms import tidied
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.search_terms import index_party
from allvar_desktop.services.session import Entry, Session
from allvar_desktop.services.times import check_past
from allvar_desktop.storage.rows import Rows


def correct_party(session: Session, party_id: PartyId, form: NewParty, reason: str) -> None:
    """Store the person as the form now says; each changed field keeps its old value beside it."""
    old = session.tables.parties.get(party_id)
    session.facts(old.case_id)
    problems = check_party(form, session.today)
    if form.birth_date == old.birth_date:  # who turns 21 while the case goes on can still be corrected
        problems = tuple(problem for problem in problems if problem.field != "birth_date")
    refuse((*problems, *_reason(reason)))
    new = replace(old, **tidied(form, session.today))
    with session.action(Act.CORRECTED, old.case_id, f"party:{party_id}") as entry:
        _store(session, entry, "party", old, new, reason)
        index_party(session, new)


def correct_notice(session: Session, notice_id: NoticeId, form: NewNotice, reason: str) -> None:
    """Store the notice as the form now says; a corrected time moves the clock, the old one stays readable."""
    old = session.tables.notices.get(notice_id)
    session.facts(old.case_id)
    refuse((*check_notice(form, session.clock.now()), *_reason(reason)))
    new = replace(old, **tidied(form, session.today))
    with session.action(Act.CORRECTED, old.case_id, f"notice:{notice_id}") as entry:
        _store(session, entry, "notice", old, new, reason)


def record_pair(session: Session, reader_id: PartyId, about_id: PartyId, *, may_know: bool) -> None:
    """Whether the reader may learn where the other is. A later answer visibly replaces the first."""
    reader = session.tables.parties.get(reader_id)
    facts = session.facts(reader.case_id)
    old = facts.pair(reader_id, facts.party(about_id).id)
    with session.action(Act.PAIR_RECORDED, reader.case_id, f"pair:{reader_id}-{about_id}") as entry:
        if old is None:
            session.tables.pairs.add(KnowledgePair(0, reader.case_id, reader_id, about_id, may_know))
        else:
            new = replace(old, may_know=may_know)
            _store(session, entry, "knowledge_pair", old, new, "nytt svar")
        entry.result((reader_id, about_id, may_know))


def record_permission(
    session: Session,
    party_id: PartyId,
    kind: PermissionKind,
    *,
    given_by: str,
    given_at: Moment | None,
    covers: str,
    ground: SecrecyGround | None = None,
) -> None:
    """A consent (who, when, to what) or a chosen ground; bookings that waited for it become firm."""
    party = session.tables.parties.get(party_id)
    session.facts(party.case_id)
    at = given_at or session.present
    problems = [
        *check_text("given_by", "Namnet", given_by, text_limits.NAME),
        *check_text("covers", "Texten", covers, text_limits.NOTE),
        *check_past(session, "given_at", "Samtycket", at),
    ]
    if kind is PermissionKind.CONSENT and not given_by.strip():
        problems.append(Problem("given_by", "Skriv vem som har gett samtycket."))
    if kind is PermissionKind.GROUND and ground is None:
        problems.append(Problem("ground", "Välj grund. Ingen är förvald."))
    if not covers.strip():
        problems.append(Problem("covers", "Skriv vad det gäller, till exempel att delta i samtalet."))
    refuse(problems)
    with session.action(Act.PERMISSION_RECORDED, party.case_id, f"party:{party_id}") as entry:
        row = Permission(0, party_id, kind, tidy(given_by), at, tidy(covers), ground, session.account.id)
        session.tables.permissions.add(row)
        settle_preliminary(session, party.case_id)
        entry.result(row)


def explain_one_guardian(session: Session, case_id: CaseId, note: str) -> None:
    """Why not both guardians are called (domain.md §4.2)."""
    session.facts(case_id)
    problems = [*check_text("note", "Orsaken", note, text_limits.NOTE)]
    if not note.strip():
        problems.append(Problem("note", "Skriv varför inte båda vårdnadshavarna kallas."))
    refuse(problems)
    with session.action(Act.EXCEPTION_RECORDED, case_id) as entry:
        entry.result(session.tables.cases.change(case_id, both_guardians_note=tidy(note)))


def decide_safety(session: Session, case_id: CaseId, *, is_joint_meeting_allowed: bool, reason: str) -> None:
    """The supervisor's decision on a joint meeting where one may not know of another (domain.md §4.3)."""
    require_supervisor(session)
    session.facts(case_id)
    problems = [*check_text("reason", "Skälen", reason, text_limits.NOTE)]
    if not reason.strip():
        problems.append(Problem("reason", "Skriv skälen för beslutet."))
    refuse(problems)
    with session.action(Act.SAFETY_DECIDED, case_id) as entry:
        row = SafetyDecision(
            0, case_id, is_joint_meeting_allowed, tidy(reason), session.account.id, session.present
        )
        session.tables.safety_decisions.add(row)
        entry.result(row)


def _reason(reason: str) -> list[Problem]:
    problems = [*check_text("reason", "Orsaken", reason, text_limits.NOTE)]
    if not reason.strip():
        problems.append(Problem("reason", "Skriv varför uppgiften rättas."))
    return problems


def _store(session: Session, entry: Entry, table: str, old: Any, new: Any, reason: str) -> None:
    """The new values, and a correction row for each field that differs."""
    tables: dict[str, Rows[Any]] = {
        "party": session.tables.parties,
        "notice": session.tables.notices,
        "knowledge_pair": session.tables.pairs,
    }
    found = changes(old, new)
    if found:
        tables[table].change(old.id, **{change.field: getattr(new, change.field) for change in found})
    for change in found:
        session.tables.corrections.add(
            Correction(
                0, old.case_id, table, old.id, change.field, change.old, change.new, tidy(reason),
                session.account.id, session.clock.now(),
            )
        )  # fmt: skip
    entry.result(new)


def as_form(party: Party) -> NewParty:
    """The stored person as the form that corrects it."""
    return NewParty(**{name: getattr(party, name) for name in NewParty.__dataclass_fields__})


def as_notice_form(notice: Notice) -> NewNotice:
    """The stored notice as the form that corrects it."""
    return NewNotice(**{name: getattr(notice, name) for name in NewNotice.__dataclass_fields__})
