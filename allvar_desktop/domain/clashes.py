"""Who and what is taken when: rooms, handlers, officers, interpreters and families."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ResourceKind(StrEnum):
    """What can be in one place only at a time."""

    ROOM = "room"
    HANDLER = "handler"
    OFFICER = "officer"
    INTERPRETER = "interpreter"
    FAMILY = "family"


_CLASH_TEXTS = {
    ResourceKind.ROOM: "Rummet är redan bokat då.",
    ResourceKind.HANDLER: "Handläggaren har ett annat samtal då.",
    ResourceKind.OFFICER: "Polisen är bokad till ett annat samtal då.",
    ResourceKind.INTERPRETER: "Tolken är bokad till ett annat samtal då.",
    ResourceKind.FAMILY: "Familjen har ett annat samtal då.",
}


@dataclass(frozen=True, slots=True)
class Resource:
    """One room, handler, officer, interpreter or family; `ref` tells it from the others of its kind."""

    kind: ResourceKind
    ref: str


@dataclass(frozen=True, slots=True)
class Busy:
    """A stretch of time, end exclusive, in which `resources` are taken.

    `what` tells by what (for example ``meeting:12``). Cancelled ones never clash.
    """

    resources: frozenset[Resource]
    start: datetime
    end: datetime
    what: str = ""
    is_cancelled: bool = False

    def overlaps(self, start: datetime, end: datetime) -> bool:
        """True when it takes some of the time from `start` to `end`, exclusive."""
        return not self.is_cancelled and self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Clash:
    """`resource` is taken by both the booking and `other`."""

    resource: Resource
    other: Busy

    @property
    def text(self) -> str:
        """A sentence that names nobody."""
        return _CLASH_TEXTS[self.resource.kind]


def find_clashes(booking: Busy, others: Iterable[Busy]) -> tuple[Clash, ...]:
    """What the booking collides with, in the order of `others`.

    A booking never clashes with one of its own `what`: it may be moved by half an hour.
    """
    if booking.is_cancelled:
        return ()
    return tuple(
        Clash(resource, other)
        for other in others
        if other.overlaps(booking.start, booking.end) and (not booking.what or other.what != booking.what)
        for resource in sorted(booking.resources & other.resources, key=_order)
    )


def _order(resource: Resource) -> tuple[int, str]:
    return list(ResourceKind).index(resource.kind), resource.ref
