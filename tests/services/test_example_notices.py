"""The six notices that the tour plays are those that the tests use."""

from allvar_desktop.services.example_notices import example_notices
from tests.notices import NOTICES


def test_the_tour_types_what_the_tests_type() -> None:
    found = example_notices()
    assert [(one.number, one.registered, one.form) for one in found] == [
        (number, incoming.registered, form) for number, incoming in NOTICES.items() for form in incoming.forms
    ]
    assert [one.later for one in found if one.later] == [i.later for i in NOTICES.values() if i.later]
