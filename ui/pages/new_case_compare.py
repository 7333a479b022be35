"""*Jämför*: the case of a likely double is opened, with its log entry, and laid beside what is typed."""

from allvar_desktop.domain.doubles import Double
from allvar_desktop.domain.new_case import NewCase
from allvar_desktop.services.cases import ReasonNeededError
from allvar_desktop.services.session import Session
from ui.case_opening import open_or_ask
from ui.dialogs import ask
from ui.dialogs.compare_dialog import CompareDialog, EarlierCase


def compare(session: Session, typed: NewCase, double: Double) -> EarlierCase | None:
    """The case to go on with; None for another child, or without a reason for a colleague's case."""
    try:
        facts = open_or_ask(session, double.child.case_id)
    except ReasonNeededError:
        return None
    dialog = CompareDialog(typed, facts, double.reason)
    return dialog.answer() if ask.run(dialog) else None
