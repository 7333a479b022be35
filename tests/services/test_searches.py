"""*Sök*: name, identity number and case number alone; of a colleague's case number and handler only."""

import pytest

from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case import case_number
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.errors import NotAllowedError
from allvar_desktop.services import searches
from allvar_desktop.services.session import Session
from tests.people import register_child


@pytest.fixture
def elias(session: Session) -> CaseId:
    return register_child(session, "Elias Bergdahl", "201307102390", None, guardian="Sara Påhitt-Élan")


def found(session: Session, words: str) -> list[CaseId]:
    return [hit.line.case_id for hit in searches.search(session, words).hits]


def logged(session: Session) -> list[tuple[str, str]]:
    return [tuple(row) for row in session.register.db.execute("SELECT act, object FROM log ORDER BY number")]


def number_of(session: Session, case_id: CaseId) -> str:
    return session.tables.case_lines.get(case_id).number


@pytest.mark.parametrize(
    "words",
    [
        "elias",
        "ELIAS berg",
        "bergd el",
        "påhitt",
        "sara elan",
        "20130710-2390",
        "130710-2390",
        "201307",
        "130710 23",
    ],
)
def test_names_and_identity_numbers_lead_to_the_case(session: Session, elias: CaseId, words: str) -> None:
    assert found(session, words) == [elias]


def test_a_case_number_is_found_whole_in_part_and_however_it_is_written(
    session: Session, elias: CaseId
) -> None:
    number = number_of(session, elias)
    prefix, year, ordinal = number.split("-")
    for words in (number, number.lower(), f"{prefix} {year} {ordinal}", f"{prefix}{year}{ordinal}", ordinal):
        assert found(session, words) == [elias], words


def number_from_here(session: Session, ordinal: int) -> None:
    """Let the next case be the one after this place in its year."""
    case_id = register_child(session, "Påhitt")
    prefix, year, _ = number_of(session, case_id).split("-")
    session.tables.cases.change(case_id, number=case_number(prefix, int(year), ordinal))


@pytest.mark.parametrize("words", ["{}-{}-41", "{} {} 41", "{}{}41", "{}-{}-0041", "{} {} 004"])
def test_a_case_number_is_found_without_its_zeros(session: Session, elias: CaseId, words: str) -> None:
    prefix, year, _ = number_of(session, elias).lower().split("-")
    number_from_here(session, 40)
    nora = register_child(session, "Test Nora")
    assert number_of(session, nora).endswith("-0041")
    assert found(session, words.format(prefix, year)) == [nora]
    assert found(session, f"{prefix} {year} 1") == [elias]
    assert found(session, f"{prefix} {year} 7") == []
    assert found(session, f"{prefix} {year} 041") == []  # who writes zeros is on the way to 0410


def test_the_case_that_was_meant_comes_before_those_whose_number_begins_so(
    session: Session, colleague: Session, elias: CaseId
) -> None:
    prefix, year, _ = number_of(session, elias).split("-")
    number_from_here(session, 999)
    later = [register_child(session, f"Test {name}", guardian="Sara Påhitt") for name in ("Alm", "Berg")]
    typed = f"{prefix}-{year}-1"
    for reader in (session, colleague):
        assert found(reader, typed) == [elias, *later]
    hits = searches.search(session, typed, limit=2)
    assert ([hit.line.case_id for hit in hits.hits], hits.has_more) == ([elias, later[0]], True)
    assert not searches.search(session, typed, limit=3).has_more
    assert found(session, f"{typed}0") == later


@pytest.mark.parametrize(
    "words",
    ["snatteri", "vällingby", "dolda", "gatan", "flicka", "5000-K310412-26", "polis", "34 §", "a or b"],
)
def test_nothing_else_can_be_searched_for(session: Session, elias: CaseId, words: str) -> None:
    assert found(session, words) == []


@pytest.mark.parametrize(
    "words", ["", "   ", "-", "%", "_", "*", "\0", '"', "'; DROP TABLE party; --", "x" * 200_000]
)
def test_empty_and_hostile_words_find_nothing_and_break_nothing(
    session: Session, elias: CaseId, words: str
) -> None:
    assert found(session, words) == []
    assert found(session, "elias") == [elias]


def test_of_a_colleagues_case_only_number_and_handler_are_told(
    session: Session, colleague: Session, elias: CaseId
) -> None:
    (hit,) = searches.search(colleague, "sara elan").hits
    assert hit.line.number == number_of(session, elias)
    assert hit.line.handler_id == session.account.id
    assert (hit.name, hit.line.name, hit.line.name_key, hit.line.birth_date) == ("", "", "", None)
    assert (hit.line.next_text, hit.line.is_protected) == ("", False)


def test_a_supervisor_sees_through_whom_a_case_was_found(session: Session, elias: CaseId) -> None:
    (hit,) = searches.search(session, "sara").hits
    assert (hit.role, hit.name, hit.line.name) == (PartyRole.GUARDIAN, "Sara Påhitt-Élan", "Elias Bergdahl")


def test_the_place_of_a_colleagues_case_among_the_hits_gives_no_name_away(
    session: Session, colleague: Session
) -> None:
    theirs = [register_child(session, f"Test {last}") for last in ("Öst", "Alm")]
    own = [register_child(colleague, f"Test {last}") for last in ("Zorn", "Berg")]
    assert found(colleague, "test") == [own[1], own[0], *theirs]


def test_only_so_many_are_shown_and_that_there_are_more_is_said(session: Session) -> None:
    for number in range(4):
        register_child(session, f"Test Påhitt{number}")
    hits = searches.search(session, "test", limit=3)
    assert (len(hits.hits), hits.has_more) == (3, True)
    assert not searches.search(session, "test", limit=4).has_more


def test_an_account_that_sees_no_cases_may_not_search(session: Session, elias: CaseId) -> None:
    session.account = Account(session.account.id, "Ada Berg", "", "", frozenset({Role.ADMINISTRATOR}))
    with pytest.raises(NotAllowedError):
        searches.search(session, "elias")


def test_a_search_is_logged_by_the_numbers_that_were_shown_never_by_its_words(
    session: Session, elias: CaseId
) -> None:
    before = logged(session)
    searches.search(session, "elias")
    assert logged(session) == before
    searches.log_search(session, [elias])
    assert logged(session)[len(before) :] == [(Act.SEARCHED, f"cases:{number_of(session, elias)}")]
