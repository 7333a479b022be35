"""Keeps the lines of many cases true at once; the line of one is renewed by `Session.action`."""

from collections.abc import Iterator
from contextlib import contextmanager

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services.session import Session


@contextmanager
def put_off(*sessions: Session) -> Iterator[None]:
    """Round very many actions in one transaction: each line is worked out once, at the end."""
    late: set[CaseId] = set()
    for session in sessions:
        session.late_lines = late
    try:
        yield
    finally:
        for session in sessions:
            session.late_lines = None
    for case_id in sorted(late):
        sessions[0].renew_line(case_id)


def renew_all(session: Session) -> None:
    """Every line anew, after a change of a setting that clocks hang on."""
    for case in session.tables.cases.where("1"):
        session.renew_line(case.id)
