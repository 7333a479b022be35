"""Issuing paper: framställd, utskriven, makulerad; stored bytes; numbers; and what the log says of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case import OpenReason
from allvar_desktop.domain.case_deadlines import event_steps
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.meeting import AskedBy
from allvar_desktop.domain.notice import MayBeTold
from allvar_desktop.domain.paper import PaperState
from allvar_desktop.errors import DamagedRegisterError, NotAllowedError, StoppedError
from allvar_desktop.services import bookings, cases, notices, papers, parties
from allvar_desktop.services.prepared import PaperChoices, PreparedPaper
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.session import Session
from allvar_desktop.services.summonses import prepare_summonses
from tests.steps import party, ready_case, soon, talk, words_of


@pytest.fixture
def case_id(session: Session) -> CaseId:
    return ready_case(session, 1)


@pytest.fixture
def meeting_id(session: Session, case_id: CaseId) -> MeetingId:
    return talk(session, case_id, soon(session, 24))


@pytest.fixture
def letters(session: Session, meeting_id: MeetingId) -> tuple[PreparedPaper, ...]:
    return prepare_summonses(session, meeting_id)


def entries(session: Session) -> list[tuple[str, str]]:
    rows = session.register.db.execute("SELECT act, object FROM log ORDER BY number").fetchall()
    return [(act, obj) for act, obj in rows]


def test_a_preview_stores_nothing_and_leaves_one_entry(session: Session, meeting_id: MeetingId) -> None:
    before = entries(session)
    first = prepare_summonses(session, meeting_id)
    assert entries(session)[len(before) :] == [(Act.PAPER_PREVIEWED, f"meeting:{meeting_id}:summons")]
    assert session.tables.papers.where("1") == ()
    again = prepare_summonses(session, meeting_id)
    assert [each.number for each in again] == [each.number for each in first]


def test_what_was_previewed_is_what_is_stored_and_opened_again(
    session: Session, letters: tuple[PreparedPaper, ...]
) -> None:
    paper = papers.issue(session, letters[0])
    assert paper.state is PaperState.ISSUED
    assert paper.number == letters[0].number
    session.clock.advance(timedelta(days=40))  # type: ignore[attr-defined]
    assert papers.open_paper(session, paper.id) == letters[0].pdf
    assert papers.print_again(session, paper.id) == letters[0].pdf
    assert [entry for entry in entries(session) if entry[1].startswith("paper:")] == [
        (Act.PAPER_ISSUED, f"paper:{paper.id}"),
        (Act.PAPER_OPENED, f"paper:{paper.id}"),
        (Act.PAPER_PRINTED, f"paper:{paper.id}:again"),
    ]


def test_the_mark_on_the_paper_is_found_in_the_chain_for_good(
    session: Session, letters: tuple[PreparedPaper, ...]
) -> None:
    for letter in letters:
        papers.issue(session, letter)
    rows = session.register.db.execute("SELECT act, substr(mac, 1, 8) FROM log").fetchall()
    marked = {mark: act for act, mark in rows}
    for paper in session.tables.papers.where("1"):
        assert marked[paper.log_mark] == Act.PAPER_PREVIEWED
        assert f"Logg {paper.log_mark}" in words_of(session.tables.paper_bytes.get(paper.id))


def test_only_a_confirmed_letter_counts_as_a_summons(
    session: Session, case_id: CaseId, letters: tuple[PreparedPaper, ...]
) -> None:
    paper = papers.issue(session, letters[0])
    assert event_steps(session.facts(case_id), 1).summons_issued is None
    papers.confirm_printed(session, paper.id)
    assert event_steps(session.facts(case_id), 1).summons_issued is not None
    with pytest.raises(StoppedError, match="redan utskriven"):
        papers.confirm_printed(session, paper.id)


def test_a_letter_is_issued_once(session: Session, letters: tuple[PreparedPaper, ...]) -> None:
    papers.issue(session, letters[0])
    with pytest.raises(StoppedError, match="ändrats sedan förhandsvisningen"):
        papers.issue(session, letters[0])


def test_letters_may_be_issued_in_any_order(session: Session, letters: tuple[PreparedPaper, ...]) -> None:
    numbers = [papers.issue(session, letter).number for letter in reversed(letters)]
    assert numbers == [letters[1].number, letters[0].number]


def test_a_voided_paper_keeps_its_bytes_and_its_number(
    session: Session, meeting_id: MeetingId, letters: tuple[PreparedPaper, ...]
) -> None:
    paper = papers.issue(session, letters[0])
    with pytest.raises(InvalidInputError):
        papers.void(session, paper.id, "  ")
    papers.void(session, paper.id, "Papperet fastnade.")
    stored = session.tables.papers.get(paper.id)
    assert (stored.state, stored.state_reason) == (PaperState.VOIDED, "Papperet fastnade.")
    assert papers.open_paper(session, paper.id) == letters[0].pdf
    assert prepare_summonses(session, meeting_id)[0].number.endswith("-2")
    for refused in (
        lambda: papers.void(session, paper.id, "Igen."),
        lambda: papers.confirm_printed(session, paper.id),
        lambda: papers.print_again(session, paper.id),
    ):
        with pytest.raises(StoppedError, match="makulerad"):
            refused()


def test_moving_the_talk_voids_its_letters(
    session: Session, case_id: CaseId, meeting_id: MeetingId, letters: tuple[PreparedPaper, ...]
) -> None:
    paper = papers.issue(session, letters[0])
    booking = bookings.booking_of(session.facts(case_id), session.facts(case_id).meeting(meeting_id))
    later = replace(booking, starts=soon(session, 30))
    new_id = bookings.move(session, meeting_id, later, asked_by=AskedBy.FAMILY, reason="Jobb.")
    assert session.tables.papers.get(paper.id).state is PaperState.VOIDED
    with pytest.raises(StoppedError, match="flyttad"):
        papers.issue(session, letters[1])
    with pytest.raises(StoppedError, match="flyttad"):
        prepare_summonses(session, meeting_id)
    assert [letter.is_stopped for letter in prepare_summonses(session, new_id)] == [False, False]


def test_a_stopped_letter_has_no_bytes_and_is_not_issued(session: Session, meeting_id: MeetingId) -> None:
    (notice,) = session.facts(CaseId(1)).notices
    notices.answer_may_be_told(session, notice.id, MayBeTold.NO, "Polisen")
    stopped = prepare_summonses(session, meeting_id)[0]
    assert stopped.pdf is None
    with pytest.raises(StoppedError) as error:
        papers.issue(session, stopped)
    assert (error.value.sentence, error.value.next_step) == (
        "Polisen har inte sagt ja.",
        "Polisen ber oss vänta.",
    )
    assert session.tables.papers.where("1") == ()


def test_a_gate_that_closes_after_the_preview_stops_the_print(
    session: Session, letters: tuple[PreparedPaper, ...]
) -> None:
    (notice,) = session.facts(CaseId(1)).notices
    notices.answer_may_be_told(session, notice.id, MayBeTold.NO, "Polisen")
    with pytest.raises(StoppedError, match="Polisen har inte sagt ja"):
        papers.issue(session, letters[0])


def test_a_change_after_the_preview_stops_the_print(
    session: Session, case_id: CaseId, letters: tuple[PreparedPaper, ...]
) -> None:
    sara = party(session, case_id, "Sara")
    moved = replace(parties.as_form(sara), street="Provvägen 9")
    parties.correct_party(session, sara.id, moved, "Har flyttat.")
    with pytest.raises(StoppedError, match="ändrats sedan förhandsvisningen"):
        papers.issue(session, letters[0])
    papers.issue(session, letters[1])


def test_a_letter_previewed_yesterday_is_not_printed_with_yesterdays_date(
    session: Session, case_id: CaseId
) -> None:
    letter = prepare_summonses(session, talk(session, case_id, soon(session, 40)))[0]
    session.clock.advance(timedelta(hours=20))  # type: ignore[attr-defined]
    with pytest.raises(StoppedError, match="ändrats sedan förhandsvisningen"):
        papers.issue(session, letter)


def test_after_a_crash_the_next_unlock_asks(
    session: Session, letters: tuple[PreparedPaper, ...], start_again: Callable[[], Session]
) -> None:
    answered, open_one = (papers.issue(session, letter) for letter in letters)
    papers.confirm_printed(session, answered.id)
    later = start_again()
    assert [paper.number for paper in papers.unanswered(later)] == [open_one.number]
    papers.confirm_printed(later, open_one.id)
    assert papers.unanswered(later) == ()
    assert papers.unanswered(start_again()) == ()


def test_a_paper_is_read_only_through_an_opened_case(
    session: Session, letters: tuple[PreparedPaper, ...], colleague: Session
) -> None:
    paper = papers.issue(session, letters[0])
    assert papers.unanswered(colleague) == ()
    for closed in (
        lambda: papers.open_paper(colleague, paper.id),
        lambda: papers.print_again(colleague, paper.id),
        lambda: papers.confirm_printed(colleague, paper.id),
        lambda: papers.papers_of(colleague, paper.case_id),
    ):
        with pytest.raises(NotAllowedError):
            closed()
    cases.open_case(colleague, paper.case_id, OpenReason.COVER)
    papers.confirm_printed(colleague, paper.id)
    assert papers.papers_of(colleague, paper.case_id)[0].state is PaperState.PRINTED


def test_bytes_that_are_not_the_printed_ones_are_never_shown(
    session: Session, letters: tuple[PreparedPaper, ...]
) -> None:
    paper = papers.issue(session, letters[0])
    with session.register.db.atomic():
        session.register.db.execute("DROP TRIGGER paper_bytes_fixed_update")
        session.register.db.execute("DROP TRIGGER paper_bytes_fixed_delete")
        session.register.db.execute("UPDATE paper_bytes SET pdf = x'25504446'")
    with pytest.raises(DamagedRegisterError):
        papers.open_paper(session, paper.id)
    with session.register.db.atomic():
        session.register.db.execute("DELETE FROM paper_bytes")
    with pytest.raises(DamagedRegisterError):
        papers.print_again(session, paper.id)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE paper SET number = 'x'",
        "DELETE FROM paper",
        "UPDATE paper_bytes SET pdf = x''",
        "DELETE FROM paper_bytes",
    ],
)
def test_the_database_itself_keeps_what_was_issued(
    session: Session, letters: tuple[PreparedPaper, ...], sql: str
) -> None:
    papers.issue(session, letters[0])
    with pytest.raises(sqlcipher.IntegrityError, match="locked"), session.register.db.atomic():
        session.register.db.execute(sql)


def test_a_failed_store_leaves_neither_row_nor_number_nor_entry(
    session: Session, letters: tuple[PreparedPaper, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = entries(session)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(session.tables.paper_bytes, "add", full)
    with pytest.raises(OSError, match="space"):
        papers.issue(session, letters[0])
    monkeypatch.undo()
    assert session.tables.papers.where("1") == ()
    assert entries(session) == before
    assert papers.issue(session, letters[0]).number == letters[0].number


def test_a_second_letter_to_the_same_reader_is_warned_of(
    session: Session, meeting_id: MeetingId, letters: tuple[PreparedPaper, ...]
) -> None:
    paper = papers.issue(session, letters[0])
    papers.confirm_printed(session, paper.id)
    again = prepare_summonses(session, meeting_id)
    assert [check.detail for check in again[0].checks if not check.is_passed] == [
        f"Det är {paper.number}. Makulera det, om det här ersätter det."
    ]
    assert not again[0].is_stopped


def test_choices_belong_to_the_paper(session: Session, meeting_id: MeetingId) -> None:
    sara = party(session, CaseId(1), "Sara")
    letter = prepare_summonses(session, meeting_id, PaperChoices(by_hand=frozenset({sara.id})))[0]
    papers.issue(session, letter)
    assert "Övningsvägen" not in words_of(
        session.tables.paper_bytes.get(session.tables.papers.where("1")[0].id)
    )


def test_no_name_stands_in_the_log_in_metadata_or_in_what_is_printed_of_a_prepared_paper(
    session: Session, letters: tuple[PreparedPaper, ...]
) -> None:
    paper = papers.issue(session, letters[0])
    papers.void(session, paper.id, "Sara ringde.")
    # Without the digests: any four digits stand in some of their thousand signs now and then.
    readable = "SELECT number, at, account_id, act, case_number, object FROM log"
    log = " ".join(str(row) for row in session.register.db.execute(readable).fetchall())
    raw = session.tables.paper_bytes.get(paper.id)
    for name in ("Sara", "Bergdahl", "Elias", "Jonas", "Övnings", "1984", "070-174"):
        assert name not in log
        assert name.encode("latin-1") not in raw
        assert name.encode("utf-16-be") not in raw
        assert name not in str(letters[0].order)
