"""Types a notice into *Nytt ärende*, field by field, as it is heard on the phone."""

from datetime import datetime

from allvar_desktop.domain.meeting import InterpreterMode
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.new_case import NewCase, NewNotice
from allvar_desktop.domain.time_text import input_text
from ui.dialogs.notice_dialog import AddNoticeDialog
from ui.pages.booking_page import BookingPage
from ui.pages.new_case_form import NewCaseForm


def type_in(form: NewCaseForm, case: NewCase) -> None:
    """Fill the form with what the notice says."""
    form.notice.form.set_values(_notice_values(case.notice))
    form.child.set_party(case.child)
    rows = form.family.rows()
    for place, adult in enumerate(case.adults):
        if place >= len(rows):
            form.family.add(adult.role, has_focus=False)
        form.family.rows()[place].set_party(adult)
    form.told.form.set_values(
        {
            "may_be_told": case.notice.may_be_told,
            "told_by": case.notice.told_by,
            "is_interview_held": case.notice.is_interview_held,
            "mediation": case.notice.mediation,
        }
    )
    hidden = [[reader, about, False] for reader, about in case.hidden_pairs]
    form.pairs.set_draft(hidden + [[reader, about, True] for reader, about in case.shown_pairs])


def type_later_notice(dialog: AddNoticeDialog, *, notice: NewNotice) -> None:
    """Fill the question about a later notice of the same event."""
    dialog.form.set_values(
        {**_notice_values(notice), "is_new_event": False, "may_be_told": notice.may_be_told}
    )


def type_booking(page: BookingPage, starts: datetime) -> None:
    """Type when the talk is, and how an interpreter takes part; the rest is proposed."""
    page.form.time.starts.set_value(input_text(Moment.from_instant(starts)))
    if page.form.interpreter.value()[0]:
        page.form.interpreter.mode.set_value(InterpreterMode.ON_SITE)
    page.look()


def _notice_values(notice: NewNotice) -> dict[str, object]:
    texts = ("kind", "arrival", "names_suspicion", "event_text", "sender", "reference")
    values = {name: getattr(notice, name) for name in texts}
    return {
        **values,
        **{name: _moment(getattr(notice, name)) for name in ("received", "reported", "offence")},
    }


def _moment(moment: Moment | None) -> str:
    return input_text(moment) if moment else ""
