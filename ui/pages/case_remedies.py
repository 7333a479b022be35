"""Opens the form that mends what stops a paper."""

from collections.abc import Callable

from allvar_desktop.domain.gate import Check, Remedy
from ui.pages.case_cards import CaseCards
from ui.pages.case_desk import CaseDesk


def mend(desk: CaseDesk, cards: CaseCards, check: Check) -> None:
    """Ask for what the check misses; a remedy that is not of a case is passed over."""
    way = _ways(desk, cards, check).get(check.remedy)
    if way is not None:
        way()


def _ways(desk: CaseDesk, cards: CaseCards, check: Check) -> dict[Remedy, Callable[[], object]]:
    notices, people, facts = cards.notices, cards.people, desk.facts
    ways: dict[Remedy, Callable[[], object]] = {
        Remedy.ASSESS_PROTECTION: notices.assess_next,
        Remedy.ASK_POLICE: notices.ask_next,
        Remedy.CALL_BOTH: people.explain_one_guardian,
        Remedy.SAFETY_DECISION: people.decide_safety,
    }
    notice_id, party_id, about_id = check.notice_id, check.party_id, check.about_id
    if facts.notices:
        wanted = notice_id if notice_id is not None else facts.notices[-1].id
        ways[Remedy.CORRECT_NOTICE] = lambda: notices.correct(notice_id=wanted)
    if party_id is not None:
        ways[Remedy.SET_PROTECTION] = lambda: people.set_protection(facts.party(party_id))
        ways[Remedy.RECORD_PERMISSION] = lambda: people.permit(party_id=party_id)
        ways[Remedy.CORRECT_PARTY] = lambda: people.correct(party_id=party_id)
    if party_id is not None and about_id is not None:
        ways[Remedy.SET_PAIR] = lambda: people.answer_pair(facts.party(party_id), facts.party(about_id))
    return ways
