"""The reasons that *Ett ärende* asks for, in texts nobody should type: asked again, or kept as signs."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.meeting import AskedBy, MeetingState
from allvar_desktop.services.session import Session
from tests.steps import assess, move_clock, soon, take_in, talk
from tests.ui.hostile import TEXTS, assert_clean, put_everywhere, sentences, standing
from tests.ui.modal import Act, answering
from ui.dialogs.dialog import Dialog
from ui.dialogs.questions import ReasonDialog
from ui.main_window import MainWindow
from ui.navigation import Shell
from ui.pages.case_page import CasePage

GOOD = "Därför."


@pytest.fixture
def bugs() -> list[BaseException]:
    return []


@pytest.fixture
def page(session: Session, bugs: list[BaseException], qtbot: QtBot) -> Iterator[CasePage]:
    """A case with a booked talk, on the program's own pages."""
    (case_id,) = take_in(session, 1)
    assess(session, case_id)
    window = MainWindow(Shell(session), "Ungdomsenheten")
    window.shell.on_bug = bugs.append
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.shell.go("case", case_id=case_id)
    made = window.shell.current
    assert isinstance(made, CasePage)
    yield made
    window.shell.close_pages()
    window.close_for_good()
    assert bugs == []


def give(text: str, chosen: object = None) -> Act:
    """Paste a text as the reason; where it is refused, that is said and a good one is given."""

    def act(dialog: Dialog) -> None:
        assert isinstance(dialog, ReasonDialog)
        if chosen is not None:
            dialog.chips.set_value(chosen)
        typed = put_everywhere(dialog, text)
        assert_clean(dialog)
        dialog.try_accept()
        if not dialog.result():
            assert standing(dialog) == typed
            assert any(said.endswith(".") for said in sentences(dialog))
            dialog.note.set_value(GOOD)
            dialog.try_accept()

    return act


def same(text: str, stored: str) -> bool:
    """Whether what is stored is the text as far as it may be kept, or what was given in its place."""
    kept = "".join(sign for sign in text.replace("\u2028", "\n") if not text_limits.is_refused(sign))
    return stored == (text_limits.tidy(kept[: text_limits.NOTE]) or GOOD)


@pytest.mark.parametrize("name", ["huge", "override", "image", "blanks", "lines"])
def test_a_reason_is_kept_as_the_signs_it_is_or_asked_for_again(
    page: CasePage, session: Session, name: str
) -> None:
    text = TEXTS[name]
    case_id = CaseId(1)
    meeting_id = talk(session, case_id, soon(session))
    page.refresh()
    with answering("3", give(text, AskedBy.OTHER)):
        page.cards.meetings.change()
    cancelled = session.facts(case_id).meeting(meeting_id)
    assert cancelled.state is MeetingState.CANCELLED
    assert same(text, cancelled.state_reason)
    missed = talk(session, case_id, soon(session))
    move_clock(session, soon(session))
    page.refresh()
    with answering("5", give(text)):
        page.cards.meetings.change()
    assert same(text, session.facts(case_id).meeting(missed).state_reason)
    with answering(give(text)):
        page.cards.people.explain_one_guardian()
    with answering(give(text, chosen=True)):
        page.cards.people.decide_safety()
    assert same(text, session.facts(case_id).safety_decisions[0].reason)
    with answering("1", give(text)):
        page.cards.matter.close()
    closed = session.facts(case_id)
    assert not closed.case.is_open
    assert same(text, closed.case.close_note)
    page.refresh()
