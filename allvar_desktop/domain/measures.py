"""Help offered or given, and what was done instead of a talk (insatser och åtgärder, domain.md §10)."""

import tomllib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: the code stands in the register and never changes, the text is what people see."""

    code: str
    text: str
    source: str = ""


def load_measures(text: str) -> tuple[Measure, ...]:
    """The measures of a ``codes.toml``, in its order. ValueError when a code stands twice."""
    rows = tomllib.loads(text)["measure"]
    measures = tuple(Measure(row["code"], row["text"], row.get("source", "")) for row in rows)
    if len({measure.code for measure in measures}) != len(measures):
        raise ValueError("each code stands once")
    return measures
