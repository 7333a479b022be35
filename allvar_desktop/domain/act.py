"""What a person can do that leaves an entry in the log: a code each, and its Swedish words."""

from enum import StrEnum


class Act(StrEnum):
    """What stands in an entry of the log; a stored code is never renamed."""

    REGISTER_CREATED = "register.created"
    SIGNED_IN = "session.signed_in"
    LOCKED = "session.locked"
    LOG_BROKEN = "log.broken"
    COPY_MADE = "backup.made"
    PASSWORD_CHANGED = "account.password_changed"  # noqa: S105  # an act, not a password
    ACCOUNT_ADDED = "account.added"
    ACCOUNT_CHANGED = "account.changed"
    RECOVERY_USED = "account.recovery_used"
    SETTINGS_CHANGED = "settings.changed"
    LIST_OPENED = "list.opened"
    SEARCHED = "search.made"
    CASE_REGISTERED = "case.registered"
    CASE_OPENED = "case.opened"
    CASE_OPENED_WITH_REASON = "case.opened_with_reason"
    CASE_CLOSED = "case.closed"
    CASE_REOPENED = "case.reopened"
    CASE_LINKED = "case.linked"
    CASE_UNLINKED = "case.unlinked"
    HANDLER_CHANGED = "case.handler_changed"
    NOTICE_ADDED = "notice.added"
    TOLD_ANSWERED = "notice.may_be_told"
    PROTECTION_ASSESSED = "notice.protection_assessed"
    PRELIMINARY_DECIDED = "notice.preliminary_decided"
    PARTY_ADDED = "party.added"
    CORRECTED = "row.corrected"
    PAIR_RECORDED = "party.pair_recorded"
    PERMISSION_RECORDED = "party.permission_recorded"
    EXCEPTION_RECORDED = "case.exception_recorded"
    SAFETY_DECIDED = "case.safety_decided"
    CONTACT_RECORDED = "contact.recorded"
    MEETING_BOOKED = "meeting.booked"
    MEETING_MOVED = "meeting.moved"
    MEETING_CANCELLED = "meeting.cancelled"
    MEETING_NO_SHOW = "meeting.no_show"
    MEETING_UNDONE = "meeting.undone"
    MEETING_BEGAN = "meeting.began"
    MEETING_ENDED = "meeting.ended"
    CLOCK_ENDED = "clock.ended"
    DELAY_RECORDED = "clock.delay_recorded"
    PAUSE_RECORDED = "clock.pause_recorded"
    RECORD_OPENED = "record.opened"
    RECORD_CHANGED = "record.changed"
    RECORD_LOCKED = "record.locked"
    ADDENDUM_WRITTEN = "record.addendum"
    COMMITMENT_DONE = "commitment.done"
    PAPER_PREVIEWED = "paper.previewed"
    PAPER_ISSUED = "paper.issued"
    PAPER_PRINTED = "paper.printed"
    PAPER_VOIDED = "paper.voided"
    PAPER_OPENED = "paper.opened"
    DRAFT_BEGUN = "draft.begun"
    DRAFT_ENDED = "draft.ended"
    DRAFT_DISCARDED = "draft.discarded"

    @property
    def text(self) -> str:
        """What was done, as a supervisor reads it in the log."""
        return _TEXTS[self]


_TEXTS = {
    Act.REGISTER_CREATED: "skapade registret",
    Act.SIGNED_IN: "låste upp",
    Act.LOCKED: "låste",
    Act.LOG_BROKEN: "öppnade registret fast loggen var bruten",
    Act.COPY_MADE: "säkerhetskopierade",
    Act.PASSWORD_CHANGED: "bytte lösenord",
    Act.ACCOUNT_ADDED: "lade till ett konto",
    Act.ACCOUNT_CHANGED: "ändrade ett konto",
    Act.RECOVERY_USED: "använde återställningskoden",
    Act.SETTINGS_CHANGED: "ändrade inställningar",
    Act.LIST_OPENED: "öppnade en lista",
    Act.SEARCHED: "sökte",
    Act.CASE_REGISTERED: "registrerade ärendet",
    Act.CASE_OPENED: "öppnade ärendet",
    Act.CASE_OPENED_WITH_REASON: "öppnade en kollegas ärende",
    Act.CASE_CLOSED: "avslutade ärendet",
    Act.CASE_REOPENED: "öppnade ett avslutat ärende på nytt",
    Act.CASE_LINKED: "länkade ärenden",
    Act.CASE_UNLINKED: "tog bort en länk mellan ärenden",
    Act.HANDLER_CHANGED: "bytte handläggare",
    Act.NOTICE_ADDED: "lade till en underrättelse",
    Act.TOLD_ANSWERED: "antecknade polisens svar",
    Act.PROTECTION_ASSESSED: "antecknade skyddsbedömning",
    Act.PRELIMINARY_DECIDED: "antecknade förhandsbedömning",
    Act.PARTY_ADDED: "lade till en person",
    Act.CORRECTED: "rättade en uppgift",
    Act.PAIR_RECORDED: "antecknade vem som får veta",
    Act.PERMISSION_RECORDED: "antecknade samtycke eller grund",
    Act.EXCEPTION_RECORDED: "antecknade varför inte båda kallas",
    Act.SAFETY_DECIDED: "fattade säkerhetsbeslut",
    Act.CONTACT_RECORDED: "antecknade kontaktförsök",
    Act.MEETING_BOOKED: "bokade samtal",
    Act.MEETING_MOVED: "flyttade samtal",
    Act.MEETING_CANCELLED: "ställde in samtal",
    Act.MEETING_NO_SHOW: "antecknade uteblev",
    Act.MEETING_UNDONE: "ångrade en ändring av tiden",
    Act.MEETING_BEGAN: "började samtalet",
    Act.MEETING_ENDED: "avslutade samtalet",
    Act.CLOCK_ENDED: "avslutade fristen med orsak",
    Act.DELAY_RECORDED: "antecknade orsak till försening",
    Act.PAUSE_RECORDED: "antecknade väntan",
    Act.RECORD_OPENED: "öppnade dokumentationen",
    Act.RECORD_CHANGED: "skrev i dokumentationen",
    Act.RECORD_LOCKED: "låste dokumentationen",
    Act.ADDENDUM_WRITTEN: "skrev ett tillägg",
    Act.COMMITMENT_DONE: "markerade ett åtagande som klart",
    Act.PAPER_PREVIEWED: "förhandsvisade",
    Act.PAPER_ISSUED: "framställde en handling",
    Act.PAPER_PRINTED: "skrev ut en handling",
    Act.PAPER_VOIDED: "makulerade en handling",
    Act.PAPER_OPENED: "öppnade en handling",
    Act.DRAFT_BEGUN: "började på ett utkast",
    Act.DRAFT_ENDED: "slutade skriva på ett utkast",
    Act.DRAFT_DISCARDED: "kastade ett utkast",
}
