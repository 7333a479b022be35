"""What waits on *Idag* after a talk."""

from allvar_desktop.domain.case_line import NextStep
from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.services import papers
from allvar_desktop.services.session import Session
from allvar_desktop.services.summaries import prepare_summary
from allvar_desktop.services.today import today_view


def test_a_locked_summary_waits_until_it_is_printed(session: Session, locked: MeetingId) -> None:
    (waiting,) = today_view(session).waiting
    assert waiting.line is not None
    assert (waiting.line.next_step, waiting.deadline) == (NextStep.PRINT_SUMMARY, None)
    assert waiting.text == "Sammanfattningen är låst men inte utskriven."
    papers.confirm_printed(session, papers.issue(session, prepare_summary(session, locked)).id)
    steps = [item.line.next_step for item in today_view(session).waiting if item.line]
    assert NextStep.PRINT_SUMMARY not in steps
