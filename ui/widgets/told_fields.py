"""What the police say, and the protection assessment: what stands before the family may be told."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.new_case import NewNotice
from allvar_desktop.domain.notice import MayBeTold, Mediation, ProtectionResult
from ui import style
from ui.widgets.choices import ChoiceChips, ChoiceField, Tick
from ui.widgets.flow import Flow
from ui.widgets.form import HELP_PROPERTY, Form
from ui.widgets.text_fields import TextField

LATER = "later"
_TOLD = (
    (MayBeTold.YES, "Ja, polisen säger ja"),
    (MayBeTold.NO, "Nej, vänta"),
    (MayBeTold.NOT_ASKED, "Inte frågat"),
)
_PROTECTION = (
    (ProtectionResult.NO_NEED, "Inget omedelbart skyddsbehov"),
    (ProtectionResult.NEED, "Omedelbart skydd behövs"),
    (LATER, "Görs senare"),
)


class ToldFields(QWidget):
    """Completes a `NewNotice`; a number key in the chips answers at once."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        self.told = ChoiceChips(_TOLD)
        self.protection = ChoiceChips(_PROTECTION)
        mediation = ChoiceField([(each, each.text.capitalize()) for each in Mediation])
        row = self.form.row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1.5))
        place = QWidget()
        flow = Flow(place, gap=2, is_top=True)
        flow.add(row("is_interview_held", "Förhör", Tick("Förhör är hållet")))
        flow.add(row("mediation", "Medling", mediation))
        flow.add(row("told_by", "Vem på polisen som svarade", TextField(text_limits.NAME, 24)), weight=1)
        told = row("may_be_told", "Får familjen underrättas?", self.told)
        assessed = row("protection", "Omedelbar skyddsbedömning", self.protection)
        self.protection.setProperty(HELP_PROPERTY, "protection_assessment")
        for part in (told, place, assessed):
            column.addWidget(part)
        self.clear()
        self.form.changed.connect(self.changed)

    def completed(self, notice: NewNotice) -> NewNotice:
        """The notice with what the police and the child have answered."""
        values = self.form.values()
        return replace(
            notice,
            may_be_told=values["may_be_told"] or MayBeTold.NOT_ASKED,
            told_by=values["told_by"],
            is_interview_held=values["is_interview_held"],
            mediation=values["mediation"] or Mediation.NOT_ASKED,
        )

    def assessment(self) -> ProtectionResult | None:
        """The result of the protection assessment; None while it is not made."""
        value = self.protection.value()
        return value if isinstance(value, ProtectionResult) else None

    def clear(self) -> None:
        """An empty form: nothing is answered beforehand."""
        self.form.set_values(
            {
                "may_be_told": None,
                "told_by": "",
                "is_interview_held": False,
                "mediation": Mediation.NOT_ASKED,
                "protection": None,
            }
        )
        self.form.clear_problems()

    def is_empty(self) -> bool:
        """Whether nothing has been answered."""
        values = self.form.values()
        is_plain = values["mediation"] in (None, Mediation.NOT_ASKED) and not values["is_interview_held"]
        return is_plain and not (values["told_by"] or values["may_be_told"] or values["protection"])

    def draft(self) -> dict[str, Any]:
        """What stands in the fields, as plain JSON."""
        return self.form.values()

    def set_draft(self, draft: Mapping[str, Any]) -> None:
        """Put back what `draft` gave."""
        self.form.set_values(dict(draft))
