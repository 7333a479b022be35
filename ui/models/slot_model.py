"""Free times for a talk, one row each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from allvar_desktop.domain.free_slots import Slot
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.time_text import clock_text, day_text, iso_instant_text, long_instant_text

Index = QModelIndex | QPersistentModelIndex
SLOT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The whole `SlotRow`, for the delegate."""


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A free time and the words for it. `is_after`: it lies after the clock has run out."""

    slot: Slot
    day: str
    clock: str
    is_after: bool = False

    @property
    def detail(self) -> str:
        """``jour, rum Björken``; ``efter fristen, rum Eken``."""
        room = f"rum {self.slot.room}" if self.slot.room else ""
        words = ("efter fristen" if self.is_after else "", "jour" if self.slot.is_on_call else "", room)
        return ", ".join(word for word in words if word)

    @property
    def text(self) -> str:
        """``lör 28 mars 11.00, jour, rum Björken``."""
        return ", ".join(part for part in (f"{self.day} {self.clock}", self.detail) if part)


def slot_rows(slots: Sequence[Slot], now: datetime, *, is_after: bool = False) -> tuple[SlotRow, ...]:
    """The rows of some free times, in their order."""
    rows = []
    for slot in slots:
        local = to_local(slot.start)
        day = day_text(local.date(), to_local(now).date())
        rows.append(SlotRow(slot, day, clock_text(local.time()), is_after))
    return tuple(rows)


class SlotModel(QAbstractListModel):
    """The rows of a `SlotList`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[SlotRow, ...] = ()

    def set_rows(self, rows: Sequence[SlotRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{iso_instant_text(row.slot.start)}, {long_instant_text(row.slot.start)}"
        return row if role == SLOT_ROLE else None
