"""A closed day that is added later: a clock that ran shows its office time before and after."""

from dataclasses import replace
from datetime import date

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services.case_views import case_view, why
from allvar_desktop.services.registration import register_case
from allvar_desktop.services.session import Session
from allvar_desktop.services.settings import change_settings
from tests.notices import ELIAS
from tests.steps import move_clock, soon, take_in


def office_line(session: Session, case_id: CaseId) -> str:
    return next(line for line in why(session, case_view(session, case_id)) if "Kontorstid" in line)


def test_a_running_clock_tells_both_and_a_later_one_only_what_holds_now(session: Session) -> None:
    (tindra,) = take_in(session, 5)
    assert office_line(session, tindra) == "Kontorstid kvar i fristen: 5 h 35 min."
    closed = replace(session.settings.office, closed_days=frozenset({date(2026, 6, 3)}))
    move_clock(session, soon(session, 1))
    change_settings(session, replace(session.settings, office=closed))
    told = office_line(session, tindra)
    assert told == "Kontorstid kvar i fristen: 1 h 5 min (före ändringen av stängda dagar: 4 h 35 min)."
    change_settings(session, replace(session.settings, meeting_minutes=45))
    assert office_line(session, tindra) == told
    move_clock(session, soon(session, 1))
    later = replace(ELIAS.notice, received=session.present, offence=session.present, reported=None)
    elias = register_case(session, replace(ELIAS, notice=later))
    assert "före ändringen" not in office_line(session, elias)
