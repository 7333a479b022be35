"""The tables of an open register, each a noun."""

from functools import cached_property

from sqlite_utils import Database

from allvar_desktop.domain.case import Case, CaseLink
from allvar_desktop.domain.contact import ContactAttempt
from allvar_desktop.domain.correction import Correction
from allvar_desktop.domain.ending import ClockEnding, Delay, Pause
from allvar_desktop.domain.meeting import Meeting, Participant
from allvar_desktop.domain.notice import Notice, PreliminaryAssessment, ProtectionAssessment
from allvar_desktop.domain.paper import Paper
from allvar_desktop.domain.party import KnowledgePair, Party, Permission, SafetyDecision
from allvar_desktop.domain.record import Addendum, Attendance, Commitment, Record, Statement
from allvar_desktop.storage.accounts import Accounts
from allvar_desktop.storage.case_lines import CaseLines
from allvar_desktop.storage.case_openings import CaseOpening
from allvar_desktop.storage.drafts import Drafts
from allvar_desktop.storage.paper_bytes import PaperBytes
from allvar_desktop.storage.rows import Rows
from allvar_desktop.storage.search import SearchTerms
from allvar_desktop.storage.settings import Settings


class Tables:
    """Every table by its noun. What is bound to one case is read with ``where("case_id = ?", case_id)``."""

    def __init__(self, db: Database) -> None:
        self.db = db

    @cached_property
    def accounts(self) -> Accounts:
        return Accounts(self.db)

    @cached_property
    def settings(self) -> Settings:
        return Settings(self.db)

    @cached_property
    def cases(self) -> Rows[Case]:
        return Rows(self.db, "case_file", Case)

    @cached_property
    def links(self) -> Rows[CaseLink]:
        return Rows(self.db, "case_link", CaseLink)

    @cached_property
    def notices(self) -> Rows[Notice]:
        return Rows(self.db, "notice", Notice)

    @cached_property
    def protection_assessments(self) -> Rows[ProtectionAssessment]:
        return Rows(self.db, "protection_assessment", ProtectionAssessment)

    @cached_property
    def preliminary_assessments(self) -> Rows[PreliminaryAssessment]:
        return Rows(self.db, "preliminary_assessment", PreliminaryAssessment)

    @cached_property
    def parties(self) -> Rows[Party]:
        return Rows(self.db, "party", Party)

    @cached_property
    def pairs(self) -> Rows[KnowledgePair]:
        return Rows(self.db, "knowledge_pair", KnowledgePair)

    @cached_property
    def permissions(self) -> Rows[Permission]:
        return Rows(self.db, "permission", Permission)

    @cached_property
    def safety_decisions(self) -> Rows[SafetyDecision]:
        return Rows(self.db, "safety_decision", SafetyDecision)

    @cached_property
    def contacts(self) -> Rows[ContactAttempt]:
        return Rows(self.db, "contact_attempt", ContactAttempt)

    @cached_property
    def endings(self) -> Rows[ClockEnding]:
        return Rows(self.db, "clock_ending", ClockEnding)

    @cached_property
    def delays(self) -> Rows[Delay]:
        return Rows(self.db, "delay", Delay)

    @cached_property
    def pauses(self) -> Rows[Pause]:
        return Rows(self.db, "pause", Pause)

    @cached_property
    def meetings(self) -> Rows[Meeting]:
        return Rows(self.db, "meeting", Meeting)

    @cached_property
    def participants(self) -> Rows[Participant]:
        return Rows(self.db, "participant", Participant)

    @cached_property
    def records(self) -> Rows[Record]:
        return Rows(self.db, "record", Record)

    @cached_property
    def statements(self) -> Rows[Statement]:
        return Rows(self.db, "statement", Statement)

    @cached_property
    def attendances(self) -> Rows[Attendance]:
        return Rows(self.db, "attendance", Attendance)

    @cached_property
    def commitments(self) -> Rows[Commitment]:
        return Rows(self.db, "commitment", Commitment)

    @cached_property
    def addenda(self) -> Rows[Addendum]:
        return Rows(self.db, "addendum", Addendum)

    @cached_property
    def papers(self) -> Rows[Paper]:
        return Rows(self.db, "paper", Paper)

    @cached_property
    def paper_bytes(self) -> PaperBytes:
        return PaperBytes(self.db)

    @cached_property
    def corrections(self) -> Rows[Correction]:
        return Rows(self.db, "correction", Correction)

    @cached_property
    def case_lines(self) -> CaseLines:
        return CaseLines(self.db)

    @cached_property
    def case_openings(self) -> Rows[CaseOpening]:
        return Rows(self.db, "case_opening", CaseOpening)

    @cached_property
    def search_terms(self) -> SearchTerms:
        return SearchTerms(self.db)

    @cached_property
    def drafts(self) -> Drafts:
        return Drafts(self.db)
