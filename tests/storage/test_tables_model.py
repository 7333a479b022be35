"""Cases, their people and their lines against plain Python: whatever is done, in any order, both agree."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from allvar_desktop.domain.case_line import CaseFilter, CaseLine, CaseOrder, CaseSort
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.party import Party, PartyRole
from allvar_desktop.domain.search_key import fold, search_terms
from tests.lines import DUE, FRIDA, OMAR, line
from tests.storage.stored import add_case, add_party, tables_in_memory

NAMES = st.sampled_from(["Åsa Öhrn", "Ada Ek", "Éva Ek-Ås", "Bo Åkesson", "Östen Ek", "asa ohrn", "Bo"])
HANDLERS = st.sampled_from([FRIDA, OMAR, None])
DUES = st.none() | st.integers(-3, 3).map(lambda days: DUE + timedelta(days=days))
WORDS = st.sampled_from(["ek", "e", "å", "as", "bo ek", "öh ås", "x", "ada ada"])
ALL = CaseFilter(is_open=None)


class UndoneError(Exception):
    """Thrown inside an action to undo it."""


class TablesAgainstPython(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.tables = tables_in_memory()
        self.lines: dict[CaseId, CaseLine] = {}
        self.people: dict[int, Party] = {}

    @initialize(names=st.lists(NAMES, min_size=3, max_size=6))
    def cases_of_a_colleague(self, names: list[str]) -> None:
        for name in names:
            self.a_case(name, OMAR, DUE)

    @rule(name=NAMES, handler=HANDLERS, due=DUES)
    def a_case(self, name: str, handler: AccountId | None, due: datetime | None) -> None:
        number = len(self.lines) + 1
        case_id = add_case(self.tables, number, name, handler_id=handler, clock_due=due)
        self.lines[case_id] = line(number, name, handler_id=handler, clock_due=due)
        self.person(PartyRole.CHILD, name, case_id)

    def person(self, role: PartyRole, name: str, case_id: CaseId) -> None:
        party_id = add_party(self.tables, case_id, role, name, *search_terms(name))
        self.people[party_id] = self.tables.parties.get(party_id)

    @precondition(lambda self: self.lines)
    @rule(name=NAMES, data=st.data())
    def a_guardian(self, name: str, data: st.DataObject) -> None:
        self.person(PartyRole.GUARDIAN, name, data.draw(st.sampled_from(sorted(self.lines))))

    @precondition(lambda self: self.people)
    @rule(name=NAMES, data=st.data())
    def another_name(self, name: str, data: st.DataObject) -> None:
        party = self.people[data.draw(st.sampled_from(sorted(self.people)))]
        self.people[party.id] = self.tables.parties.change(party.id, name=name)
        self.tables.search_terms.replace(party.id, party.case_id, search_terms(name))

    @precondition(lambda self: self.lines)
    @rule(handler=HANDLERS, due=DUES, data=st.data())
    def a_line_renewed(self, handler: AccountId | None, due: datetime | None, data: st.DataObject) -> None:
        case_id = data.draw(st.sampled_from(sorted(self.lines)))
        self.lines[case_id] = replace(self.lines[case_id], handler_id=handler, clock_due=due)
        self.tables.case_lines.save(self.lines[case_id])

    @precondition(lambda self: self.people)
    @rule(data=st.data())
    def everything_undone(self, data: st.DataObject) -> None:
        party = self.people[data.draw(st.sampled_from(sorted(self.people)))]
        with suppress(UndoneError), self.tables.db.atomic():
            self.tables.search_terms.replace(party.id, party.case_id, ["borta"])
            self.tables.parties.change(party.id, name="Borta")
            self.tables.case_lines.save(line(party.case_id, "Borta"))
            raise UndoneError

    @rule(words=WORDS, reader=st.sampled_from([None, FRIDA]))
    def a_search(self, words: str, reader: AccountId | None) -> None:
        terms = search_terms(words)
        through: dict[CaseId, Party] = {}
        for party in self.people.values():
            if _begin_words_of(party.name, terms):
                through.setdefault(party.case_id, party)
        expected = sorted(through, key=lambda case_id: self.place(case_id, reader))
        found = self.tables.search_terms.hits(terms, reader, 50)
        assert [hit.line for hit in found.hits] == [self.lines[case_id] for case_id in expected]
        assert [hit.name for hit in found.hits] == [through[case_id].name for case_id in expected]
        assert set(self.tables.search_terms.find(terms, 50)) == set(through)

    def place(self, case_id: CaseId, reader: AccountId | None) -> tuple[object, ...]:
        """By name what the reader reads without a reason, by number what not."""
        found = self.lines[case_id]
        is_own = reader is None or found.handler_id in (reader, None)
        return (not is_own, found.name_key if is_own else "", found.number)

    @invariant()
    def both_hold_the_same(self) -> None:
        by_name = CaseSort(CaseOrder.NAME, reader=FRIDA)
        page = self.tables.case_lines.page(ALL, by_name, offset=0, limit=100)
        expected = sorted(self.lines, key=lambda case_id: self.place(case_id, FRIDA))
        assert list(page) == [self.lines[case_id] for case_id in expected]
        assert self.tables.parties.where("1") == tuple(self.people[key] for key in sorted(self.people))

    def teardown(self) -> None:
        self.tables.db.close()


def _begin_words_of(name: str, terms: tuple[str, ...]) -> bool:
    return all(f" {term}" in f" {fold(name)}" for term in terms)


def test_the_tables_do_what_plain_python_does() -> None:
    run_state_machine_as_test(
        TablesAgainstPython, settings=settings(settings(), max_examples=30, stateful_step_count=25)
    )
