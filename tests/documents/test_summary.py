"""The summary of the locked record."""

from dataclasses import replace
from datetime import timedelta

import pytest

from allvar_desktop.documents import summary
from allvar_desktop.documents.ink import Rule
from allvar_desktop.documents.missing import MissingFieldError
from allvar_desktop.documents.statement_strips import WITHHELD, statement_strips
from allvar_desktop.documents.summary_value import StatementLine
from allvar_desktop.domain.record import Section, StatementKind
from tests.documents.reading import pages_of, text_of
from tests.documents.samples import MET, SUMMARY

LONG = "Elias säger att han gick in i butiken och att han blev rädd. " * 90


def said(**change: object) -> str:
    return text_of(summary.build(replace(SUMMARY, **change)))  # type: ignore[arg-type]


def test_head_and_facts() -> None:
    text = said()
    for part in (
        "Stockholms stad",
        "Ungdomsenheten",
        "Sammanfattning av samtalet",
        "Barnet Elias Bergdahl",
        "Personnummer 20130710-2390",
        "Ärende HV-2026-0040",
        "Handling HV-2026-0040-1",
        "söndag 29 mars 2026 kl. 15.00–15.55",
        "Plats Hässelbyplan 3, rum Eken",
        "Tolk somaliska, på telefon",
        "Hållet utan polis.",
        "Frida Ek, socialsekreterare",
        "söndag 29 mars 2026 kl. 16.00",
        "måndag 30 mars 2026 kl. 15.00",
        "Logg 3f9ac210",
        "Underskrift",
    ):
        assert part in text


def test_facts_that_can_be_otherwise() -> None:
    text = said(is_police_present=True, interpreter="", child_identity="", ended=None, author_title="")
    assert "Polis var med." in text
    assert "Hållet utan polis" not in text
    assert "ingen tolk" in text
    assert "Personnummer" not in text
    assert "sluttid inte antecknad" in text
    assert "måndag 30 mars 2026 kl. 00.30" in said(ended=MET + timedelta(hours=9, minutes=30))


def test_attendance_tells_who_came_and_why_not() -> None:
    text = said()
    assert "Elias Bergdahl barnet kom" in text
    assert "Sara Bergdahl vårdnadshavare kom sent Bussen var försenad." in text
    assert "Jonas Wik vårdnadshavare kom inte Fick inte ledigt." in text
    assert "Bo Prov stödperson inte antecknat" in text
    assert "Närvaro" not in said(attendance=())


def test_ten_sections_in_order_and_the_empty_ones_say_so() -> None:
    text = said()
    places = [text.index(f"{number}. {section.text}") for number, section in enumerate(Section, start=1)]
    assert places == sorted(places)
    assert "10. Barnets sista ord Inget antecknat." in text


def test_each_statement_has_its_source_and_kind_beside_it() -> None:
    text = said()
    assert "Elias Bergdahl Uppgift Jag var där." in text or "Elias Bergdahl Jag var där. Uppgift" in text
    assert "Elias Bergdahl Det var orättvist. Uppfattning" in text
    assert "Frida Ek Gott stöd hemma. Bedömning" in text


def test_the_kinds_are_drawn_differently() -> None:
    bars = set()
    for kind in StatementKind:
        line = StatementLine(Section.CHILD, "Text.", "Elias", kind)
        items = [item for strip in statement_strips(line, 400.0) for item in strip.items]
        rules = [item for item in items if isinstance(item, Rule)]
        bars.add(rules[0].width if rules else 0.0)
    assert len(bars) == 3


def test_a_withheld_line_is_marked() -> None:
    text = said()
    assert text.count(WITHHELD) == 2
    assert f"{WITHHELD} Uppfattning Vill inte bo hos pappa." in text
    assert f"Ringer farmor om boendet. inget datum ({WITHHELD})" in text


def test_the_child_s_missing_view_has_its_reason() -> None:
    text = said(child_view_missing="Elias ville inte berätta.", statements=())
    assert "3. Barnets egen berättelse Barnets egen syn saknas. Orsak: Elias ville inte berätta." in text


def test_agreement_with_who_what_and_when() -> None:
    text = said()
    assert "Elias Bergdahl Går på alla lektioner. 30 april 2026" in text
    assert "Ringer farmor om boendet." in text
    assert "inget datum" in text
    assert "8. Överenskommelse och frågan om medling Inget antecknat." in said(commitments=())


def test_an_addendum_is_dated_and_the_text_before_it_stands() -> None:
    text = said()
    assert "Tillägg tisdag 31 mars 2026 kl. 15.00" in text
    assert text.index("Det var orättvist.") < text.index("Jonas Wik har ringt.")


def test_a_statement_over_a_page_has_its_margin_again() -> None:
    line = StatementLine(Section.CHILD, LONG, "Elias Bergdahl", StatementKind.VIEW, is_withheld=True)
    pages = pages_of(summary.build(replace(SUMMARY, statements=(line,))))
    assert len(pages) >= 3
    assert "Uppfattning, forts." in pages[1]
    assert "Elias Bergdahl" in pages[1]
    assert "vårdnadshavare" in pages[1]


def test_sixty_pages_hold_together() -> None:
    lines = tuple(
        StatementLine(section, f"{LONG} slut{n}.", "Elias Bergdahl", list(StatementKind)[n % 3])
        for n, section in enumerate(list(Section) * 4)
    )
    pages = pages_of(summary.build(replace(SUMMARY, statements=lines)))
    assert len(pages) >= 60
    text = " ".join(pages)
    for number, page in enumerate(pages, start=1):
        assert f"Sida {number} av {len(pages)}" in page
        assert page.count("HV-2026-0040") >= 2
    assert all(f"slut{n}." in text for n in range(len(lines)))
    headings = [f"{number}. {section.text}" for number, section in enumerate(Section, start=1)]
    foot = "Besök:"
    assert not [page for page in pages if any(page.split(foot)[0].rstrip().endswith(h) for h in headings)]


@pytest.mark.parametrize("field", ["case_number", "child", "place", "author"])
def test_a_missing_field_stops_it(field: str) -> None:
    with pytest.raises(MissingFieldError) as stopped:
        summary.build(replace(SUMMARY, **{field: ""}))  # type: ignore[arg-type]
    assert stopped.value.fields == (field,)
