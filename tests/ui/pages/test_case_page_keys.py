"""A case is worked on by keys: two for an assessment, two for a contact, two for an ending."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.contact import Channel, ContactResult
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.notice import MayBeTold, PreliminaryDecision, ProtectionResult
from allvar_desktop.services.session import Session
from tests.steps import assess, let_tell, move_clock, party, soon, take_in, talk
from tests.ui.gestures import shortcut
from tests.ui.modal import answering
from tests.ui.pages.case_window import case_page, opened_with, show, words
from ui.dialogs.dialog import Dialog
from ui.dialogs.questions import ReasonDialog


@pytest.fixture
def elias(session: Session) -> CaseId:
    (case_id,) = take_in(session, 1)
    return case_id


@pytest.fixture
def yusuf(session: Session) -> CaseId:
    """The police ask to wait, and nothing is assessed yet."""
    (case_id,) = take_in(session, 3)
    return case_id


def test_a_protection_assessment_takes_two_keys_and_the_next_step_opens(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    window = show(session, elias, qtbot)
    page = case_page(window)
    assert page.card.title == "Underrättelse 34 § LUL"
    with answering("1") as titles:
        shortcut("B", window)
    made = session.facts(elias).protection_assessments
    assert titles == ["Skyddsbedömning"]
    assert [row.result for row in made] == [ProtectionResult.NO_NEED]
    assert page.card.title == "Nå vårdnadshavarna"


def test_a_preliminary_decision_takes_two_keys(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    window = show(session, elias, qtbot)
    with answering("2"):
        shortcut("F", window)
    (made,) = session.facts(elias).preliminary_assessments
    assert made.decision is PreliminaryDecision.NO_INQUIRY


def test_a_late_preliminary_decision_asks_for_the_reasons(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    move_clock(session, datetime(2026, 4, 20, 8, tzinfo=UTC))
    window = show(session, elias, qtbot)
    with answering("1 Ctrl+Return", "E n Ctrl+Return"):  # the reason has the focus
        shortcut("F", window)
    (made,) = session.facts(elias).preliminary_assessments
    assert made.decision is PreliminaryDecision.OPEN_INQUIRY
    assert made.reason.lower() == "en"


def test_escape_leaves_everything_as_it_was(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    window = show(session, elias, qtbot)
    with answering("Esc"):
        shortcut("B", window)
    assert session.facts(elias).protection_assessments == ()


def test_a_contact_takes_two_keys_what_happened_and_with_whom(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    assess(session, elias)
    window = show(session, elias, qtbot)
    with answering("2"):
        shortcut("I", window)
    (row,) = session.facts(elias).contacts
    assert (row.party_id, row.channel, row.result) == (
        party(session, elias, "Jonas").id,
        Channel.PHONE,
        ContactResult.NO_ANSWER,
    )
    assert "Inget svar idag 15.45, 1 försök" in words(case_page(window).card)
    assert case_page(window).banner.message.text() == "Antecknat: Ringde Jonas Wik, inget svar."


@pytest.mark.parametrize(
    ("key", "channel", "result"),
    [
        ("1", Channel.PHONE, ContactResult.COMING),
        ("3", Channel.PHONE, ContactResult.DECLINED),
        ("5", Channel.SMS, ContactResult.SENT),
        ("6", Channel.PHONE, ContactResult.WRONG_NUMBER),
        ("7", Channel.VISIT, ContactResult.REACHED),
        ("8", Channel.HAND, ContactResult.REACHED),
    ],
)
def test_or_with_whom_and_what_happened(
    session: Session, elias: CaseId, qtbot: QtBot, key: str, channel: Channel, result: ContactResult
) -> None:
    assess(session, elias)
    window = show(session, elias, qtbot)
    with answering(key):
        shortcut("1", window)
    (row,) = session.facts(elias).contacts
    assert (row.party_id, row.channel, row.result) == (party(session, elias, "Sara").id, channel, result)


def test_a_contact_with_a_note_at_another_time(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    assess(session, elias)
    move_clock(session, soon(session, 2))
    window = show(session, elias, qtbot)

    def fill(dialog: Dialog) -> None:
        dialog.form.set_values(  # type: ignore[attr-defined]
            {
                "who": party(session, elias, "Sara").id,
                "channel": "visit",
                "result": "reached",
                "at": "idag 16.10",
                "note": "Talade vid dörren.",
            }
        )
        shortcut("Ctrl+Return", dialog)

    with answering(fill):
        shortcut("M", window)
    (row,) = session.facts(elias).contacts
    assert (row.channel, row.note, row.at.at and row.at.at.hour) == (Channel.VISIT, "Talade vid dörren.", 16)


def test_while_the_police_have_not_said_yes_asking_takes_the_place_of_calling(
    session: Session, yusuf: CaseId, qtbot: QtBot
) -> None:
    assess(session, yusuf)
    window = show(session, yusuf, qtbot)
    said = words(case_page(window).card)
    assert "Fråga polisen" in said
    assert "Ring" not in said.split(" | ")
    assert "Boka" not in said.split(" | ")
    assert "Nådd" not in said.split(" | ")


def test_a_contact_all_the_same_asks_for_a_reason(session: Session, yusuf: CaseId, qtbot: QtBot) -> None:
    assess(session, yusuf)
    window = show(session, yusuf, qtbot)

    def explain(dialog: Dialog) -> None:
        assert isinstance(dialog, ReasonDialog)
        dialog.try_accept()
        assert dialog.isVisible(), "the reason cannot be left out"
        dialog.note.set_value("Modern ringde själv.")
        shortcut("Ctrl+Return", dialog)

    with answering("1", explain):
        shortcut("N", window)
    (row,) = session.facts(yusuf).contacts
    assert row.gate_reason == "Modern ringde själv."
    assert "Modern ringde själv." in words(case_page(window))


def test_the_answer_of_the_police_opens_the_way(session: Session, yusuf: CaseId, qtbot: QtBot) -> None:
    assess(session, yusuf)
    window = show(session, yusuf, qtbot)
    with answering("1 Tab P e r Ctrl+Return"):
        shortcut("P", window)
    (notice,) = session.facts(yusuf).notices
    assert notice.may_be_told is MayBeTold.YES
    assert "Nådd" in words(case_page(window).card).split(" | ")


def test_the_filled_button_is_the_next_step(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    assess(session, elias)
    window = show(session, elias, qtbot)
    with answering("1") as titles:
        shortcut("Ctrl+Return", window)
    assert titles == ["Kontakt med Sara Bergdahl"]
    shortcut("Ctrl+Return", window)
    assert opened_with(window) == ("booking", {"case_id": elias})


def test_booking_in_spite_of_the_police_is_asked_about(session: Session, yusuf: CaseId, qtbot: QtBot) -> None:
    window = show(session, yusuf, qtbot)
    with answering("Esc"):
        shortcut("T", window)
    assert opened_with(window)[0] == "case"
    with answering("Ctrl+Return"):
        shortcut("T", window)
    assert opened_with(window)[0] == "booking"


def test_letters_and_the_talk_have_a_key_each(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    assess(session, elias)
    let_tell(session, elias)
    meeting_id = talk(session, elias, soon(session))
    window = show(session, elias, qtbot)
    shortcut("K", window)
    assert opened_with(window) == ("preview", {"kind": "summons", "meeting_id": meeting_id})
    window.shell.back()
    shortcut("O", window)
    assert opened_with(window) == ("meeting", {"meeting_id": meeting_id})


def test_why_shows_the_arithmetic_with_exact_times(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    window = show(session, elias, qtbot)
    seen: list[str] = []

    def read(dialog: Dialog) -> None:
        seen.extend([words(dialog), *(w.toolTip() for w in dialog.findChildren(type(dialog.explanation)))])
        shortcut("Return", dialog.yes_button)
        dialog.reject()

    with answering(read):
        shortcut("V", window)
    assert "Underrättelsen mottogs fredag 27 mars 2026 kl. 15.40" in seen[0]
    assert "2026-03-27 15:40" in seen
    assert "2026-03-29 16:40" in seen
