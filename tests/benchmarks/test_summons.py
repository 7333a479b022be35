"""A summons takes at most twice the time of the same words on a bare reportlab canvas with the same fonts."""

import statistics
import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from allvar_desktop.documents import summons
from allvar_desktop.documents.fonts import Font, register_all
from tests.benchmarks.figures import Figure, Figures
from tests.documents.samples import SUMMONS

ROUNDS = 60
Line = tuple[float, float, str, float, str]


def lines_of(pdf: bytes) -> list[Line]:
    """Place, font, size and words of each line that the letter draws."""
    found: list[Line] = []

    def visit(text: str, _cm: Any, tm: Any, font: Any, size: Any) -> None:
        if text.strip():
            name = Font.BOLD if font["/BaseFont"].endswith("Bold") else Font.REGULAR
            found.append((float(tm[4]), float(tm[5]), str(name), float(size), text.strip("\n")))

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    return found


def bare(lines: list[Line]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1, initialFontName=str(Font.REGULAR))
    for x, y, font, size, words in lines:
        canvas.setFont(font, size)
        canvas.drawString(x, y, words)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def milliseconds(work: Callable[[], bytes]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def test_a_summons_takes_at_most_twice_the_bare_canvas(figures: Figures) -> None:
    register_all()
    letter = summons.build(SUMMONS)
    lines = lines_of(letter)
    assert "".join("".join(line[4] for line in lines).split()) == "".join(
        "".join(line[4] for line in lines_of(bare(lines))).split()
    )
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(milliseconds(lambda: bare(lines)))
        ours.append(milliseconds(lambda: summons.build(SUMMONS)))
    what = "a summons, against the same words on a bare canvas with the same fonts"
    assert figures.add(Figure(what, statistics.median(ours), statistics.median(theirs), limit=2))
