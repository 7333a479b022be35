"""The summary of a locked record and the family's copies of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case import LinkReason
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.domain.party import Protection
from allvar_desktop.domain.path import is_summary_printed
from allvar_desktop.domain.record import Presence, Section, SourceKind, StatementKind
from allvar_desktop.domain.record_contents import NewCommitment, NewStatement
from allvar_desktop.errors import StoppedError
from allvar_desktop.services import commitments, papers, parties, record_editing, records, registration
from allvar_desktop.services.family_copies import prepare_family_copies
from allvar_desktop.services.links import link_cases
from allvar_desktop.services.prepared import PaperChoices, PreparedPaper
from allvar_desktop.services.session import Session
from allvar_desktop.services.summaries import prepare_summary
from tests.notices import ALI
from tests.steps import all_came, begin, hear_child, lock, party, ready_case, soon, take_in, talk, words_of


def write(session: Session, meeting_id: MeetingId, section: Section, text: str, **more: object) -> None:
    record_editing.add_statement(session, meeting_id, replace(NewStatement(section, text), **more))  # type: ignore[arg-type]


def agree(
    session: Session, meeting_id: MeetingId, text: str, who: str = "", *, is_withheld: bool = False
) -> None:
    case_id = session.tables.meetings.get(meeting_id).case_id
    person = party(session, case_id, who).id if who else None
    commitments.add_commitment(
        session,
        meeting_id,
        NewCommitment(
            text,
            party_id=person,
            account_id=None if who else session.account.id,
            due=session.present.day + timedelta(days=10),
            is_withheld=is_withheld,
        ),
    )


def by_reader(copies: tuple[PreparedPaper, ...]) -> dict[str, PreparedPaper]:
    return {copy.recipient_name.split()[0]: copy for copy in copies}


@pytest.fixture
def written(session: Session) -> MeetingId:
    """The talk of notice 1, written down but not locked."""
    case_id = ready_case(session, 1)
    meeting_id = begin(session, talk(session, case_id, soon(session)))
    all_came(session, meeting_id)
    record_editing.set_attendance(
        session, meeting_id, party(session, case_id, "Jonas").id, Presence.LATE, "Bussen."
    )
    write(session, meeting_id, Section.REPORTED, "Elias tog choklad.", source=SourceKind.NOTICE)
    hear_child(session, meeting_id, "En äldre kompis bad mig.")
    write(session, meeting_id, Section.LIFE, "Elias verkar rädd för pappa.", kind=StatementKind.ASSESSMENT,
          is_withheld=True)  # fmt: skip
    write(session, meeting_id, Section.NEXT_CONTACT, "Vi ses igen den 12 april.")
    agree(session, meeting_id, "Ringa fältassistenten.")
    agree(session, meeting_id, "Be om ursäkt i butiken.", "Elias")
    agree(session, meeting_id, "Kolla hur Elias mår hos Jonas.", is_withheld=True)
    return meeting_id


@pytest.fixture
def locked(session: Session, written: MeetingId) -> MeetingId:
    lock(session, written)
    return written


def test_a_draft_is_not_printed(session: Session, written: MeetingId) -> None:
    with pytest.raises(StoppedError, match="inte låst"):
        prepare_summary(session, written)
    with pytest.raises(StoppedError, match="inte låst"):
        prepare_family_copies(session, written)


def test_the_summary_holds_the_whole_record_source_and_kind_apart(
    session: Session, locked: MeetingId
) -> None:
    paper = prepare_summary(session, locked)
    words = words_of(paper.pdf)
    for text in (
        "Underrättelsen",
        "Elias tog choklad.",
        "En äldre kompis bad mig.",
        "Lämnas inte ut till vårdnadshavare",
        "Elias verkar rädd för pappa.",
        "Bedömning",
        "kom sent",
        "Bussen.",
        "Hållet utan polis.",
        "Ringa fältassistenten.",
        "20130710-2390",
        f"Handling {paper.number}",
    ):
        assert text in words
    assert paper.recipient_name == "Akten"


def test_an_addendum_makes_a_new_summary_with_a_new_number(session: Session, locked: MeetingId) -> None:
    first = papers.issue(session, prepare_summary(session, locked))
    records.add_addendum(session, locked, "Jonas ringde: tiden var 15.20.")
    second = prepare_summary(session, locked)
    assert "Jonas ringde" in words_of(second.pdf)
    assert second.number != first.number
    assert "Jonas ringde" not in words_of(papers.open_paper(session, first.id))


def test_a_printed_summary_ends_the_step(session: Session, locked: MeetingId) -> None:
    facts = session.facts(CaseId(1))
    assert not is_summary_printed(facts, 1)
    paper = papers.issue(session, prepare_summary(session, locked))
    papers.confirm_printed(session, paper.id)
    assert is_summary_printed(session.facts(CaseId(1)), 1)


def test_a_summary_prepared_before_an_addendum_is_not_printed(session: Session, locked: MeetingId) -> None:
    paper = prepare_summary(session, locked)
    records.add_addendum(session, locked, "Ett tillägg.")
    with pytest.raises(StoppedError, match="ändrats sedan förhandsvisningen"):
        papers.issue(session, paper)


def test_a_case_linked_after_locking_warns_on_the_summary(session: Session) -> None:
    mine = take_in(session, 1)[0]
    meeting_id = begin(session, talk(session, mine, soon(session)))
    all_came(session, meeting_id)
    hear_child(session, meeting_id, "Jag var med Huda.")
    lock(session, meeting_id)
    session.clock.advance(timedelta(days=60))  # type: ignore[attr-defined]
    other = registration.register_case(session, ALI)
    link_cases(session, mine, other, LinkReason.SAME_EVENT)
    paper = prepare_summary(session, meeting_id)
    assert ("Texten nämner någon ur ett länkat ärende", False) in [(c.label, c.is_stop) for c in paper.checks]
    assert paper.pdf is not None


def test_a_family_copy_holds_the_agreement_and_contacts_only(session: Session, locked: MeetingId) -> None:
    copies = by_reader(prepare_family_copies(session, locked))
    assert list(copies) == ["Sara", "Jonas"]
    words = words_of(copies["Sara"].pdf)
    for text in (
        "Ringa fältassistenten.",
        "Be om ursäkt i butiken.",
        "Vi ses igen den 12 april.",
        "08-465 004 10",
    ):
        assert text in words
    for secret in ("choklad", "rädd", "hos Jonas", "kompis", "Provgatan", "070-174 06 11", "Bussen", "2390"):
        assert secret not in words
    assert "Övningsvägen" not in words_of(copies["Jonas"].pdf)


def test_what_is_left_out_is_said_to_the_worker(session: Session, locked: MeetingId) -> None:
    copy = prepare_family_copies(session, locked)[0]
    assert [check.label for check in copy.checks if not check.is_passed] == ["Ett åtagande är utelämnat"]
    assert not copy.is_stopped


def test_a_copy_is_issued_and_kept_like_any_paper(session: Session, locked: MeetingId) -> None:
    copy = prepare_family_copies(session, locked)[1]
    paper = papers.issue(session, copy)
    assert paper.kind is PaperKind.FAMILY_COPY
    assert papers.open_paper(session, paper.id) == copy.pdf
    acts = [row[0] for row in session.register.db.execute("SELECT act FROM log ORDER BY number DESC LIMIT 3")]
    assert acts == [Act.PAPER_OPENED, Act.PAPER_ISSUED, Act.PAPER_PREVIEWED]


def test_peters_copy_tells_nothing_of_nora_or_her_mother(session: Session) -> None:
    case_id = ready_case(session, 2)
    parties.decide_safety(session, case_id, is_joint_meeting_allowed=True, reason="Vakt på plats.")
    mikaela = party(session, case_id, "Mikaela")
    meeting_id = begin(session, talk(session, case_id, soon(session)))
    all_came(session, meeting_id)
    hear_child(session, meeting_id)
    write(session, meeting_id, Section.NEXT_CONTACT, "Vi ses igen på skolan på torsdag.")
    agree(session, meeting_id, "Gå till fritids varje dag.", "Nora")
    agree(session, meeting_id, "Hämta i skolan.", "Mikaela")
    agree(session, meeting_id, "Prata med Mikaela om läxor.")
    agree(session, meeting_id, "Ringa Provlundens skola.")
    agree(session, meeting_id, "Hitta numret 0701740620.")
    agree(session, meeting_id, "Gå i samtalsgrupp.", "Peter")
    agree(session, meeting_id, "Skicka adressen till gruppen.")
    lock(session, meeting_id)
    copies = by_reader(
        prepare_family_copies(session, meeting_id, PaperChoices(by_hand=frozenset({mikaela.id})))
    )
    peter = words_of(copies["Peter"].pdf)
    for secret in (
        "Nora",
        "Mikaela",
        "Hedman",
        "Provlunden",
        "skolan",
        "fritids",
        "torsdag",
        "17406",
        "Hämta",
    ):
        assert secret not in peter
    for text in ("Gå i samtalsgrupp.", "Skicka adressen till gruppen.", "Peter Ståhl"):
        assert text in peter
    assert "5 åtaganden är utelämnade" in [check.label for check in copies["Peter"].checks]
    assert "Hämta i skolan." in words_of(copies["Mikaela"].pdf)


def test_a_young_person_gets_a_copy_of_their_own(session: Session) -> None:
    case_id = ready_case(session, 3)
    parties.explain_one_guardian(session, case_id, "Utomlands.")
    meeting_id = begin(session, talk(session, case_id, soon(session), "Yusuf", "Hodan"))
    all_came(session, meeting_id)
    hear_child(session, meeting_id)
    lock(session, meeting_id)
    copies = by_reader(prepare_family_copies(session, meeting_id))
    assert list(copies) == ["Yusuf", "Hodan"]
    assert "Inget särskilt är antecknat." in words_of(copies["Yusuf"].pdf)
    assert "Kursgränd 7" in words_of(copies["Yusuf"].pdf)


def test_a_copy_is_not_posted_to_somebody_whose_protection_nobody_has_asked_about(
    session: Session, locked: MeetingId
) -> None:
    sara = party(session, CaseId(1), "Sara")
    unknown = replace(parties.as_form(sara), protection=Protection.UNKNOWN)
    parties.correct_party(session, sara.id, unknown, "Osäkert.")
    copies = by_reader(prepare_family_copies(session, locked))
    assert [check.label for check in copies["Sara"].stops] == ["Skydd är inte angivet för mottagaren"]
    assert copies["Jonas"].is_stopped
