"""Search terms: each word typed begins a word of one and the same person, and the lists stay short."""

import pytest

from allvar_desktop.domain.ids import AccountId, CaseId, PartyId
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.domain.search_hit import SearchHits
from allvar_desktop.storage import search
from allvar_desktop.storage.tables import Tables
from tests.lines import FRIDA, OMAR
from tests.storage.stored import add_case, add_party


@pytest.fixture
def elias(tables: Tables) -> CaseId:
    """Elias Bergdahl and his mother Sara, in one case."""
    case_id = add_case(tables)
    add_party(tables, case_id, PartyRole.CHILD, "Elias Bergdahl", "elias", "bergdahl", "201307102390")
    add_party(tables, case_id, PartyRole.GUARDIAN, "Sara Bergdahl", "sara", "bergdahl")
    return case_id


def found(tables: Tables, *words: str, reader: AccountId | None = None, limit: int = 10) -> list[int]:
    return [hit.line.case_id for hit in tables.search_terms.hits(words, reader, limit).hits]


@pytest.mark.parametrize("words", [("eli",), ("elias", "berg"), ("berg", "eli"), ("sara",), ("2013",)])
def test_beginnings_of_words_lead_to_the_case_once(
    tables: Tables, elias: CaseId, words: tuple[str, ...]
) -> None:
    assert tables.search_terms.find(words, 10) == (elias,)
    assert found(tables, *words) == [elias]


@pytest.mark.parametrize("words", [("lias",), ("elias", "sara"), ("elias", "nobody"), ("eliasx",)])
def test_all_words_must_begin_a_word_of_the_same_person(
    tables: Tables, elias: CaseId, words: tuple[str, ...]
) -> None:
    assert tables.search_terms.find(words, 10) == ()
    assert tables.search_terms.hits(words, None, 10) == SearchHits()


def test_without_words_nothing_is_found(tables: Tables, elias: CaseId) -> None:
    assert tables.search_terms.find((), 10) == ()
    assert tables.search_terms.hits((), None, 10) == SearchHits()


def test_a_hit_says_through_whom(tables: Tables, elias: CaseId) -> None:
    (through_child,) = tables.search_terms.hits(("bergdahl",), None, 10).hits
    assert (through_child.role, through_child.name) == (PartyRole.CHILD, "Elias Bergdahl")
    (through_mother,) = tables.search_terms.hits(("sara",), None, 10).hits
    assert (through_mother.role, through_mother.name) == (PartyRole.GUARDIAN, "Sara Bergdahl")
    assert through_mother.line.name == "Elias Bergdahl"


def test_new_terms_take_the_place_of_the_old_ones_of_that_person_alone(tables: Tables, elias: CaseId) -> None:
    (child, _) = tables.parties.where("case_id = ?", elias)
    tables.search_terms.replace(child.id, elias, ["elias", "ek", "ek"])
    assert found(tables, "ek") == [elias]
    assert tables.search_terms.find(("201307102390",), 10) == ()
    assert found(tables, "bergdahl") == [elias]
    tables.search_terms.replace(PartyId(child.id), elias, [])
    assert found(tables, "elias") == []


def test_hits_come_by_the_childs_name_with_a_colleagues_after_them_by_number(tables: Tables) -> None:
    names = (("Åke Ek", FRIDA), ("Bo Ek", OMAR), ("Ada Ek", None), ("Cia Ek", FRIDA), ("Aron Ek", OMAR))
    for number, (name, handler) in enumerate(names, start=1):
        add_party(tables, add_case(tables, number, name, handler_id=handler), PartyRole.CHILD, name, "ek")
    assert found(tables, "ek") == [3, 5, 2, 4, 1]
    assert found(tables, "ek", reader=FRIDA) == [3, 4, 1, 2, 5]
    assert found(tables, "ek", reader=OMAR) == [3, 5, 2, 1, 4]


def test_what_is_left_out_is_told(tables: Tables) -> None:
    for number in range(1, 5):
        add_party(tables, add_case(tables, number), PartyRole.CHILD, "Ek", "ek")
    assert found(tables, "ek", limit=3) == [1, 2, 3]
    assert tables.search_terms.hits(("ek",), None, 3).has_more
    assert not tables.search_terms.hits(("ek",), None, 4).has_more
    assert len(tables.search_terms.find(("ek",), 2)) == 2


def test_a_word_that_leads_to_very_many_is_cut_and_told(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_MOST_TERMS_ALONE", 3)
    monkeypatch.setattr(search, "_MOST_TERMS_TOGETHER", 5)
    for number in range(1, 5):
        add_party(tables, add_case(tables, number), PartyRole.CHILD, "Bo Ek", "bo", f"ek{number}")
    alone = tables.search_terms.hits(("ek",), None, 10)
    assert ([hit.line.case_id for hit in alone.hits], alone.has_more) == ([1, 2, 3], True)
    together = tables.search_terms.hits(("ek", "bo"), None, 10)
    assert ([hit.line.case_id for hit in together.hits], together.has_more) == ([1, 2, 3, 4], False)


def test_the_last_letter_of_all_still_begins_a_word(tables: Tables) -> None:
    case_id = add_case(tables)
    add_party(tables, case_id, PartyRole.CHILD, "…", "}rjan", "z\U0010fffd")
    assert found(tables, "}") == [case_id]
    assert found(tables, "z") == [case_id]
