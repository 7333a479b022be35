"""When a thing is due, and how it stands right now."""

from enum import StrEnum


class State(StrEnum):
    """How a deadline stands (*läge*). Shown as mark, word and tint together, never as colour alone."""

    PLENTY = "plenty"
    WITHIN_DAY = "within_day"
    URGENT = "urgent"
    OVERDUE = "overdue"
    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    LAPSED = "lapsed"
    WAITING = "waiting"
