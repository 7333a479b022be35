"""Fields that a paper cannot be made without. Nothing is ever printed as a blank or a placeholder."""

from collections.abc import Iterable

from allvar_desktop.domain.problem import Problem


class MissingFieldError(ValueError):
    """The paper was not made; `problems` names each missing field in a sentence of its own.

    The message holds field names only, never what stands in them.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(problem.field for problem in problems))
        self.problems = problems

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the missing fields."""
        return tuple(problem.field for problem in self.problems)


def missing_among(wanted: Iterable[tuple[str, str, object]]) -> tuple[Problem, ...]:
    """A problem for each (field, sentence, value) whose value is None, empty or only blanks."""
    return tuple(Problem(field, sentence) for field, sentence, value in wanted if _is_missing(value))


def require(problems: tuple[Problem, ...]) -> None:
    """MissingFieldError when there are any."""
    if problems:
        raise MissingFieldError(problems)


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
