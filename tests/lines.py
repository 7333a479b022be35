"""Makes the lines of lists, each with the defaults of an ordinary open case whose clock runs."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from allvar_desktop.domain.case_line import CaseLine, NextStep
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.search_key import fold

FRIDA, OMAR = AccountId(1), AccountId(2)
DUE = datetime(2026, 3, 29, 14, 40, tzinfo=UTC)


def line(number: int = 1, name: str = "Elias Bergdahl", **changed: Any) -> CaseLine:
    """The line of the case with that id, HV-2026-0001 for the first."""
    start = CaseLine(
        CaseId(number), f"HV-2026-{number:04}", name, fold(name), date(2013, 7, 10), False, FRIDA, True, DUE,
        None, "", False, False, NextStep.CALL, "Ring Sara.", None, None,
    )  # fmt: skip
    return replace(start, **changed)
