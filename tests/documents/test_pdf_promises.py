"""What holds for every document: fonts, language, metadata, the same bytes, ÖVNING, hostile text."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from allvar_desktop.documents import family_copy, recovery_sheet, summary, summons
from allvar_desktop.documents.letter_texts import Variant
from allvar_desktop.documents.summary_value import StatementLine
from allvar_desktop.documents.window_test_page import window_test_page
from allvar_desktop.domain.record import Section, StatementKind
from allvar_desktop.domain.settings import Window
from tests.documents.reading import fonts_of, pages_of, reader, text_of
from tests.documents.samples import FAMILY_COPY, PAPER, RECOVERY_SHEET, SARA, SUMMARY, SUMMONS

BUILDERS: dict[str, Callable[[], bytes]] = {
    "summons": lambda: summons.build(SUMMONS),
    "summons_easy": lambda: summons.build(replace(SUMMONS, variant=Variant.EASY)),
    "summary": lambda: summary.build(SUMMARY),
    "family_copy": lambda: family_copy.build(FAMILY_COPY),
    "recovery_sheet": lambda: recovery_sheet.build(RECOVERY_SHEET),
    "window_test_page": lambda: window_test_page(Window()),
}
every_document = pytest.mark.parametrize("name", BUILDERS)
TITLES = {
    "summons": "Kallelse HV-2026-0040-1",
    "summons_easy": "Kallelse HV-2026-0040-1",
    "summary": "Sammanfattning av samtalet HV-2026-0040-1",
    "family_copy": "Familjens exemplar HV-2026-0040-1",
    "recovery_sheet": "Återställningskod",
    "window_test_page": "Provutskrift för fönsterkuvert",
}
HOSTILE = '<img src="/etc/passwd"/> A < B & C\0\x1b\u202eevil\u202c 😀 {child} %s <para> \ud800 '


@every_document
def test_all_fonts_are_embedded_and_ours(name: str) -> None:
    fonts = set(fonts_of(BUILDERS[name]()))
    assert all(is_embedded for _, is_embedded in fonts)
    assert {font.split("+")[1] for font, _ in fonts} <= {"NotoSans-Regular", "NotoSans-Bold"}


@every_document
def test_no_built_in_font_is_named_anywhere(name: str) -> None:
    pdf = BUILDERS[name]()
    assert b"Helvetica" not in pdf
    assert b"Times" not in pdf


@every_document
def test_language_and_metadata(name: str) -> None:
    file = reader(BUILDERS[name]())
    catalog: Any = file.trailer["/Root"]
    assert catalog["/Lang"] == "sv-SE"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    about = file.metadata
    assert about is not None
    assert about.title == TITLES[name]
    assert about.author in ("Stockholms stad", "Allvar Desktop")
    assert str(about.get("/CreationDate"))[:4] == "D:20"
    assert len(str(about.get("/CreationDate"))) == len("D:20260327")
    everything = " ".join(str(value) for value in about.values())
    for secret in ("Sara", "Elias", "Bergdahl", "Frida", "2013", "4TGH7"):
        assert secret not in everything


@every_document
def test_nothing_active_and_no_file_from_outside(name: str) -> None:
    pdf = BUILDERS[name]()
    for word in (b"/JavaScript", b"/OpenAction", b"/EmbeddedFile", b"/URI", b"/XObject <<"):
        assert word not in pdf


@every_document
def test_the_same_value_gives_the_same_bytes(name: str) -> None:
    assert BUILDERS[name]() == BUILDERS[name]()


def test_another_process_on_another_day_gives_the_same_bytes() -> None:
    program = (
        "import hashlib\n"
        "from tests.documents.test_pdf_promises import BUILDERS\n"
        "for name in reversed(BUILDERS): print(name, hashlib.sha256(BUILDERS[name]()).hexdigest())\n"
    )
    surroundings = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "86400"}
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    there = dict(line.split() for line in done.stdout.splitlines())
    assert there == {name: hashlib.sha256(build()).hexdigest() for name, build in BUILDERS.items()}


def test_practice_is_marked_on_every_page() -> None:
    practice = replace(PAPER, is_practice=True)
    long = replace(SUMMARY.statements[0], text="Ett ord till. " * 900)
    for pdf in (
        summons.build(replace(SUMMONS, paper=practice, variant=Variant.EASY)),
        summary.build(replace(SUMMARY, paper=practice, statements=(long,))),
        family_copy.build(replace(FAMILY_COPY, paper=practice)),
    ):
        assert all("ÖVNING" in page for page in pages_of(pdf))
    assert "ÖVNING" not in text_of(summons.build(SUMMONS))


def test_hostile_text_in_every_field_is_printed_as_text() -> None:
    letter = replace(
        SUMMONS,
        recipient=replace(SARA, name=HOSTILE, care_of=HOSTILE, street=HOSTILE, town=HOSTILE),
        sender=replace(SUMMONS.sender, unit=HOSTILE, city=HOSTILE, district=HOSTILE),
        paper=replace(PAPER, number=HOSTILE, log_mark=HOSTILE),
        child=HOSTILE,
        place=HOSTILE,
        room=HOSTILE,
        arrival=HOSTILE,
        signer=HOSTILE,
        signer_title=HOSTILE,
        contact_phone=HOSTILE,
        talk_label=HOSTILE,
        others=(HOSTILE,),
        also_present=(HOSTILE,),
        interpreter_language=HOSTILE,
        case_number=HOSTILE,
    )
    text = text_of(summons.build(letter))
    assert '<img src="/etc/passwd"/> A < B & C' in text
    assert "{child} %s <para>" in text
    line = StatementLine(Section.CHILD, HOSTILE, HOSTILE, StatementKind.VIEW)
    text = text_of(summary.build(replace(SUMMARY, statements=(line,), child=HOSTILE, place=HOSTILE)))
    assert text.count("A < B & C") >= 3
    assert "root:" not in text


@pytest.mark.parametrize("text", ["a" * 200_000, "😀" * 200_000, '<img src="/etc/passwd">' * 9_000])
def test_two_hundred_thousand_characters_become_pages(text: str) -> None:
    line = StatementLine(Section.CHILD, text, text[:300], StatementKind.FACT)
    pdf = summary.build(replace(SUMMARY, statements=(line,)))
    assert 50 < len(reader(pdf).pages) < 200
    assert len(reader(summons.build(replace(SUMMONS, child=text))).pages) > 10
