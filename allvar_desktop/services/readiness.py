"""What the first page after unlocking needs, got ready while the password is typed and the key derived.

No shared state is touched: call it in any thread.
"""

from datetime import datetime
from importlib import import_module

from allvar_desktop.domain.holidays_sweden import holiday_name
from allvar_desktop.domain.moment import to_local
from allvar_desktop.services.shipped_rules import shipped_rules
from allvar_desktop.storage import readiness


def get_ready(now: datetime) -> None:
    """Import what signing in imports, and read the rules and the holidays of the year."""
    import_module("allvar_desktop.services.registers")
    readiness.get_ready()
    shipped_rules()
    holiday_name(to_local(now).date())
