"""Reads everything about one case in one go."""

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.storage.tables import Tables

_OF_NOTICES = "notice_id IN (SELECT id FROM notice WHERE case_id = ?)"
_OF_MEETINGS = "meeting_id IN (SELECT id FROM meeting WHERE case_id = ?)"
_OF_PARTIES = "party_id IN (SELECT id FROM party WHERE case_id = ?)"
_OF_CASE = "case_id = ?"


def load_facts(tables: Tables, case_id: CaseId) -> CaseFacts:
    """The case as stored now. LookupError when there is no such case."""
    return CaseFacts(
        case=tables.cases.get(case_id),
        parties=tables.parties.where(_OF_CASE, case_id),
        notices=tables.notices.where(_OF_CASE, case_id),
        protection_assessments=tables.protection_assessments.where(_OF_NOTICES, case_id),
        preliminary_assessments=tables.preliminary_assessments.where(_OF_NOTICES, case_id),
        pairs=tables.pairs.where(_OF_CASE, case_id),
        permissions=tables.permissions.where(_OF_PARTIES, case_id),
        safety_decisions=tables.safety_decisions.where(_OF_CASE, case_id),
        contacts=tables.contacts.where(_OF_CASE, case_id),
        endings=tables.endings.where(_OF_CASE, case_id),
        delays=tables.delays.where(_OF_CASE, case_id),
        pauses=tables.pauses.where(_OF_CASE, case_id),
        meetings=tables.meetings.where(_OF_CASE, case_id),
        participants=tables.participants.where(_OF_MEETINGS, case_id),
        records=tables.records.where("id IN (SELECT id FROM meeting WHERE case_id = ?)", case_id),
        papers=tables.papers.where(_OF_CASE, case_id),
        links=tables.links.where("case_id = ? OR other_id = ?", case_id, case_id),
        corrections=tables.corrections.where(_OF_CASE, case_id),
    )
