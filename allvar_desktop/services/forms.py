"""From a checked form to the fields of what is stored."""

from datetime import date
from typing import Any

from allvar_desktop.domain.identity_number import parse_identity
from allvar_desktop.domain.new_case import NewNotice, NewParty
from allvar_desktop.domain.text_limits import tidy


def tidied(form: NewNotice | NewParty, today: date) -> dict[str, Any]:
    """The form's fields by name: texts without blanks at the ends, an identity number as twelve digits."""
    values = {name: getattr(form, name) for name in form.__dataclass_fields__}
    fields = {name: tidy(value) if type(value) is str else value for name, value in values.items()}
    if isinstance(form, NewParty):
        parsed = parse_identity(form.identity_number, today)
        fields["identity_number"] = parsed.number.text if parsed.number else ""
        if parsed.is_clean:
            fields["identity_reason"] = ""
    return fields
