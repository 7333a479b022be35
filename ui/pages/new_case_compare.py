"""*Jämför*: the case of a likely double is opened, with its log entry, and laid beside what is typed."""

from allvar_desktop.domain.case import OpenReason
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.doubles import Double
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.new_case import NewCase
from allvar_desktop.services import cases
from allvar_desktop.services.session import Session
from ui.dialogs import ask
from ui.dialogs.compare_dialog import CompareDialog, EarlierCase

_REASONS = tuple((reason, f"{reason.text[:1].upper()}{reason.text[1:]}") for reason in OpenReason)


def compare(session: Session, typed: NewCase, double: Double) -> EarlierCase | None:
    """The case to go on with; None for another child, or without a reason for a colleague's case."""
    facts = _opened(session, double.child.case_id)
    if facts is None:
        return None
    dialog = CompareDialog(typed, facts, double.reason)
    return dialog.answer() if ask.run(dialog) else None


def _opened(session: Session, case_id: CaseId) -> CaseFacts | None:
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
        return None if answer is None else cases.open_case(session, case_id, OpenReason(answer[0]), answer[1])
