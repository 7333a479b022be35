"""The facts of the case that was read last, as long as nothing has been written since.

A service reads a case, changes it, and its line in the lists is worked out anew: without this, each action
would read the same rows again and again.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.storage.case_facts import load_facts
from allvar_desktop.storage.register import Register
from allvar_desktop.storage.tables import Tables


class KnownFacts:
    """Remembers one case at a time, by what the register has counted of its changes."""

    def __init__(self, register: Register, tables: Tables) -> None:
        self._register = register
        self._tables = tables
        self._facts: CaseFacts | None = None
        self._read_at = register.changes

    def of(self, case_id: CaseId) -> CaseFacts:
        """The case as stored now. LookupError when there is no such case."""
        facts = self._facts
        if facts is None or facts.case.id != case_id or self._read_at != self._register.changes:
            self._read_at = self._register.changes
            facts = self._facts = load_facts(self._tables, case_id)
        return facts

    @contextmanager
    def untouched(self) -> Iterator[None]:
        """Round writes that are no part of any case's facts, like the log: what was known stays known."""
        is_fresh = self._read_at == self._register.changes
        yield
        if is_fresh:
            self._read_at = self._register.changes
