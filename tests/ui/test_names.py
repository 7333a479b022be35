import pytest

from ui import names


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Elias Bergdahl", "E. B."),
        ("Tindra Falk-Ottosson", "T. F-O."),
        ("åsa  öhrn", "Å. Ö."),
        ("", ""),
        ("-", ""),
        ("Ali", "A."),
    ],
)
def test_names_become_initials(name: str, initials: str) -> None:
    assert names.initials(name) == initials


def test_names_are_shown_until_they_are_hidden() -> None:
    assert names.shown("Elias Bergdahl") == "Elias Bergdahl"
    assert names.masked("070-174 06 05") == "070-174 06 05"
    told: list[bool] = []
    names.screen().toggled.connect(told.append)
    names.screen().set_hiding(True)
    names.screen().set_hiding(True)
    assert names.shown("Elias Bergdahl") == "E. B."
    assert names.masked("070-174 06 05") == "•••"
    assert names.masked("") == ""
    assert told == [True]
