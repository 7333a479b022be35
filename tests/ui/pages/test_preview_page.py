"""*Förhandsvisning*: checks, printing, answers."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.gate import Check, Remedy
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.notice import MayBeTold
from allvar_desktop.domain.paper import PaperKind, PaperState
from allvar_desktop.services import notices, papers
from allvar_desktop.services.session import Session
from tests import steps
from tests.ui.printers import RememberingPrinter
from tests.ui.walk import nameless, traps
from ui import names
from ui.dialogs import ask
from ui.drafts import keep_place, return_to_place
from ui.navigation import Shell
from ui.pages.preview_checks import CheckList
from ui.pages.preview_page import PreviewPage, printed_sentence
from ui.pages.preview_work import ask_about_unanswered
from ui.widgets.text import Text

Went = list[tuple[str, dict[str, object]]]
"""The keys of the pages that were gone to, with what they were opened with."""

STARTS = datetime(2026, 3, 29, 13, tzinfo=UTC)


@pytest.fixture
def case(session: Session) -> CaseId:
    (case_id,) = steps.take_in(session, 1)
    steps.assess(session, case_id)
    return case_id


@pytest.fixture
def talk(session: Session, case: CaseId) -> MeetingId:
    return steps.talk(session, case, STARTS)


@pytest.fixture
def page(shell: Shell, talk: MeetingId, qtbot: QtBot) -> PreviewPage:
    shell.go("preview", kind="summons", meeting_id=talk)
    made = shell.current
    assert isinstance(made, PreviewPage)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


@pytest.fixture
def quiet_shell(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Went:
    """Pages that the preview leads to are not part of these tests."""
    went: Went = []
    monkeypatch.setattr(shell, "go", lambda key, **params: went.append((key, params)))
    return went


def states(session: Session, case: CaseId) -> list[PaperState]:
    return [paper.state for paper in papers.papers_of(session, case)]


def test_every_widget_has_a_name_and_lets_tab_go(page: PreviewPage) -> None:
    assert nameless(page) == []
    assert traps(page) == []


def test_letters_that_pass_are_printed_and_answered(
    page: PreviewPage, session: Session, case: CaseId, printer: RememberingPrinter, quiet_shell: Went
) -> None:
    with ask.scripted([True, True]):
        page.print()
    assert states(session, case) == [PaperState.PRINTED, PaperState.PRINTED]
    assert len(printer.printed) == 2
    assert quiet_shell == [("case", {"case_id": case})]


def test_the_printed_bytes_are_the_previewed_ones(
    page: PreviewPage, session: Session, case: CaseId, printer: RememberingPrinter, quiet_shell: Went
) -> None:
    shown = [one.pdf for one in page.prepared]
    with ask.scripted([True, True]):
        page.print()
    assert printer.printed == shown
    stored = [papers.open_paper(session, paper.id) for paper in papers.papers_of(session, case)]
    assert stored == shown


def test_a_wrong_print_is_voided_with_a_reason(
    page: PreviewPage, session: Session, case: CaseId, printer: RememberingPrinter, quiet_shell: Went
) -> None:
    with ask.scripted([False, "Randigt.", True]):
        page.print()
    assert states(session, case) == [PaperState.VOIDED, PaperState.PRINTED]
    assert papers.papers_of(session, case)[0].state_reason == "Randigt."


def test_a_printer_that_fails_leaves_the_letter_to_be_answered(
    page: PreviewPage, session: Session, case: CaseId, printer: RememberingPrinter, quiet_shell: Went
) -> None:
    printer.fails = True
    page.print()
    assert states(session, case) == [PaperState.ISSUED]
    printer.fails = False
    with ask.scripted([False, "Skrivaren var av."]):
        ask_about_unanswered(session)
    assert states(session, case) == [PaperState.VOIDED]


def test_a_cancelled_print_is_voided(
    page: PreviewPage, session: Session, case: CaseId, printer: RememberingPrinter, quiet_shell: Went
) -> None:
    printer.is_cancelled = True
    page.print()
    assert set(states(session, case)) == {PaperState.VOIDED}


def test_a_stopped_letter_shows_no_page_and_names_the_remedy(
    page: PreviewPage, session: Session, case: CaseId, talk: MeetingId, quiet_shell: Went
) -> None:
    notice = session.facts(case).notices[0]
    notices.answer_may_be_told(session, notice.id, MayBeTold.NO, "Polisen")
    page.open(kind="summons", meeting_id=talk)
    assert not page.print_button.isEnabled()
    assert page.pdf.page_count == 0
    assert page.pdf.words.startswith("Brevet är stoppat.")
    stop = page.prepared[0].stops[0]
    assert stop.remedy is Remedy.ASK_POLICE
    page._remedy(stop)
    assert quiet_shell[-1] == ("case", {"case_id": case})


def test_what_a_check_says_of_somebody_is_hidden_with_the_names(qtbot: QtBot) -> None:
    rows = CheckList(lambda _check: None)
    qtbot.addWidget(rows)
    check = Check("Okänt skydd", is_passed=False, detail="Fråga om Sara Bergdahl har skyddade uppgifter.")

    def words() -> list[str]:
        rows.show_checks((check,))
        return [text.text() for text in rows.findChildren(Text)]

    names.screen().set_hiding(True)
    assert not [text for text in words() if "Bergdahl" in text]
    names.screen().set_hiding(False)
    assert [text for text in words() if "Bergdahl" in text]


def test_hiding_names_is_no_preview_of_its_own(page: PreviewPage, session: Session) -> None:
    before, pdf = session.register.log.head(), page.prepared[0].pdf
    page.refresh()
    assert session.register.log.head() == before
    assert page.prepared[0].pdf == pdf


def test_by_hand_takes_the_address_out(page: PreviewPage) -> None:
    before = page.prepared[0].pdf
    page._choices.by_hand.click()
    assert page.prepared[0].pdf != before
    assert page._choices.by_hand.isChecked()


def test_a_stored_paper_is_shown_and_printed_again(
    page: PreviewPage, session: Session, case: CaseId, printer: RememberingPrinter, quiet_shell: Went
) -> None:
    with ask.scripted([True, True]):
        page.print()
    paper = papers.papers_of(session, case)[0]
    page.open(paper_id=paper.id)
    assert paper.number in page.head.title.text()
    page.print()
    assert printer.printed[-1] == printer.printed[0]


@pytest.mark.parametrize(
    ("kind", "printed", "stopped", "sentence"),
    [
        (PaperKind.SUMMONS, 1, 0, "1 brev är utskrivet."),
        (PaperKind.SUMMONS, 2, 1, "2 brev är utskrivna. 1 brev är stoppat."),
        (PaperKind.FAMILY_COPY, 1, 2, "1 brev är utskrivet. 2 brev är stoppade."),
        (PaperKind.SUMMARY, 1, 0, "Sammanfattningen är utskriven."),
    ],
)
def test_the_banner_counts_as_one_speaks(kind: PaperKind, printed: int, stopped: int, sentence: str) -> None:
    assert printed_sentence(kind, printed, stopped) == sentence


def test_a_lock_gives_back_what_was_chosen_of_the_letters(
    page: PreviewPage, shell: Shell, session: Session, talk: MeetingId
) -> None:
    page._choices.easy.click()
    page._choices.names_suspicion.click()
    page._choices.suspicion.set_value("snatteri")
    keep_place(shell)
    again = Shell(session)
    assert return_to_place(again)
    made = again.page("preview")
    assert isinstance(made, PreviewPage)
    assert made._choices.draft() == {
        "by_hand": [],
        "easy": [page.prepared[0].order.recipient_id],
        "police_sure": False,
        "names_suspicion": True,
        "suspicion": "snatteri",
        "arrival": "",
    }
    again.close_pages()
