"""Whether a register is in earnest."""

from enum import StrEnum


class RegisterKind(StrEnum):
    """A register holds real people, or invented ones to practise on (övningsregister)."""

    REAL = "real"
    PRACTICE = "practice"
