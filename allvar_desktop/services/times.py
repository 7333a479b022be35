"""Checks of times that a person types."""

from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.session import Session


def check_past(session: Session, field: str, label: str, moment: Moment) -> tuple[Problem, ...]:
    """A problem when something that has happened lies in the future."""
    if moment.earliest() <= session.clock.now():
        return ()
    return (Problem(field, f"{label} ligger i framtiden. Kontrollera datum och klockslag."),)
