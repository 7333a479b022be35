"""Golden pages: a change to how a paper looks is seen, and looked at, before it is taken."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from allvar_desktop.documents import summary, summons
from allvar_desktop.documents.letter_texts import Addressee, Variant
from allvar_desktop.documents.summons_value import Reason
from allvar_desktop.domain.settings import Window
from tests.documents.samples import PAPER, SUMMARY, SUMMONS
from tests.documents.test_pdf_promises import BUILDERS

LONG = tuple(replace(line, text=f"{line.text} " * 120) for line in SUMMARY.statements for _ in range(2))
VARIED: dict[str, Callable[[], bytes]] = {
    "summons_suspicion_practice": lambda: summons.build(
        replace(
            SUMMONS,
            addressee=Addressee.YOUNG,
            reason=Reason.SUSPICION,
            suspicion="brott mot knivlagen",
            paper=replace(PAPER, is_practice=True),
            interpreter_language="somaliska",
            others=("Hodan Warsame", "Abdi Warsame"),
            window=Window(20, 40, 90, 40),
        )
    ),
    "summons_easy_young": lambda: summons.build(
        replace(SUMMONS, addressee=Addressee.YOUNG, variant=Variant.EASY)
    ),
    "summary_over_pages": lambda: summary.build(replace(SUMMARY, statements=LONG)),
}


@pytest.mark.parametrize("name", BUILDERS | VARIED)
def test_pages_look_as_when_last_looked_at(name: str, check_golden: Callable[[str, bytes], None]) -> None:
    check_golden(name, (BUILDERS | VARIED)[name]())
