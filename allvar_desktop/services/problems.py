"""Input that cannot be stored as it is."""

from collections.abc import Iterable

from allvar_desktop.domain.problem import Problem
from allvar_desktop.errors import KnownError


class InvalidInputError(KnownError):
    """Fields to mend; the page marks them. Nothing was stored."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems[0].message, "Rätta fältet och försök igen. Det du har skrivit är kvar.")
        self.problems = problems


def refuse(problems: Iterable[Problem]) -> None:
    """InvalidInputError when there is any problem."""
    found = tuple(problems)
    if found:
        raise InvalidInputError(found)
