"""The table of deadlines that is shipped with the program, read once."""

from functools import cache

from allvar_desktop.domain.deadline_rules import DeadlineRules, load_rules
from allvar_desktop.paths import resources


@cache
def shipped_rules() -> DeadlineRules:
    """The rules as ``resources/rules/deadlines.toml`` has them."""
    return load_rules((resources() / "rules" / "deadlines.toml").read_text(encoding="utf-8"))
