"""Measures as codes."""

import pytest

from allvar_desktop.domain.measures import load_measures
from allvar_desktop.paths import resources


def test_the_shipped_measures_are_those_of_the_work() -> None:
    measures = load_measures((resources() / "rules" / "codes.toml").read_text(encoding="utf-8"))
    assert len(measures) == 19
    assert {"råd och stöd", "medling", "ingen åtgärd"} <= {measure.text for measure in measures}


def test_a_code_that_stands_twice_is_refused() -> None:
    row = '[[measure]]\ncode = "a"\ntext = "b"\n'
    with pytest.raises(ValueError, match="once"):
        load_measures(row + row)
