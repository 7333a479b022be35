"""What is wrong with something a person typed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, told in a sentence: `field` names the form field (or ``""`` for the whole form)."""

    field: str
    message: str
