"""A case is opened with its entry in the log; a colleague's asks why first (domain.md §7)."""

from allvar_desktop.domain.case import OpenReason
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services import cases
from allvar_desktop.services.session import Session
from ui.dialogs import ask

_REASONS = tuple((reason, f"{reason.text[:1].upper()}{reason.text[1:]}") for reason in OpenReason)


def open_or_ask(session: Session, case_id: CaseId) -> CaseFacts:
    """The facts of the case. ReasonNeededError when nobody says why, KnownError where it may not be."""
    try:
        return cases.open_case(session, case_id)
    except cases.ReasonNeededError:
        answer = ask.reason(
            "En kollega handlägger ärendet",
            _REASONS,
            yes="Öppna",
            text="Välj varför du öppnar det. Valet loggas och visas för gruppledaren.",
            needs_note=(OpenReason.OTHER,),
        )
        if answer is None:
            raise
        return cases.open_case(session, case_id, OpenReason(answer[0]), answer[1])
