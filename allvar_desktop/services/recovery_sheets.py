"""*Återställningskoden* on paper, before there is a register to keep the paper in."""

from allvar_desktop.clock import Clock
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.recovery_code import RecoveryCode
from allvar_desktop.domain.settings import UnitSettings


def recovery_sheet(
    settings: UnitSettings, code: RecoveryCode, clock: Clock, *, is_practice: bool = False
) -> bytes:
    """One page as PDF, to be printed at once and kept nowhere. MissingFieldError without a unit."""
    from allvar_desktop.documents.recovery_sheet import RecoverySheetValue, build

    head = settings.letterhead
    today = to_local(clock.now()).date()
    unit = " · ".join(part for part in (head.district, head.unit) if part)
    return build(RecoverySheetValue(head.city, unit, code.groups, today, is_practice))
