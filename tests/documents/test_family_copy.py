"""The family's copy, and the sheet with the recovery code."""

from dataclasses import fields, replace

import pytest

from allvar_desktop.documents import family_copy, recovery_sheet
from allvar_desktop.documents.missing import MissingFieldError
from tests.documents.reading import pages_of, text_of
from tests.documents.samples import FAMILY_COPY, RECOVERY_SHEET


def test_it_holds_agreement_and_contacts() -> None:
    (page,) = pages_of(family_copy.build(FAMILY_COPY))
    for text in (
        "Sara Bergdahl Övningsvägen 4 lgh 1102 162 60 Vällingby",
        "Det vi kom överens om",
        "Samtalet hölls söndagen den 29 mars 2026.",
        "Elias Bergdahl Går på alla lektioner. 30 april 2026",
        "Nästa kontakt Vi ringer dig i vecka 16.",
        "Frida Ek, socialsekreterare, Ungdomsenheten, telefon 08-465 004 10",
        "Socialjouren, kvällar och helger, telefon 08-465 004 99",
        "HV-2026-0040-1",
    ):
        assert text in page


def test_a_withheld_line_never_reaches_it() -> None:
    text = text_of(family_copy.build(FAMILY_COPY))
    assert "farmor" not in text
    assert "farmor" not in family_copy.words(FAMILY_COPY)
    assert "Lämnas inte ut" not in text


def test_when_all_is_withheld_it_does_not_show_that_there_was_more() -> None:
    hidden = tuple(replace(line, is_withheld=True) for line in FAMILY_COPY.commitments)
    text = text_of(family_copy.build(replace(FAMILY_COPY, commitments=hidden)))
    assert text == text_of(family_copy.build(replace(FAMILY_COPY, commitments=())))
    assert "Inget särskilt är antecknat." in text


def test_the_value_has_no_place_for_a_statement_or_an_identity_number() -> None:
    names = {field.name for field in fields(FAMILY_COPY)}
    assert not names & {"statements", "attendance", "child_identity", "addenda"}


def test_no_next_contact_leaves_no_empty_heading() -> None:
    assert "Nästa kontakt" not in text_of(family_copy.build(replace(FAMILY_COPY, next_contact=" ")))


@pytest.mark.parametrize("field", ["contact_name", "contact_title", "contact_phone", "case_number"])
def test_a_missing_field_stops_it(field: str) -> None:
    with pytest.raises(MissingFieldError) as stopped:
        family_copy.build(replace(FAMILY_COPY, **{field: ""}))  # type: ignore[arg-type]
    assert stopped.value.fields == (field,)


def test_the_recovery_code_stands_in_numbered_groups_and_names_nobody() -> None:
    (page,) = pages_of(recovery_sheet.build(RECOVERY_SHEET))
    assert "Ungdomsenheten, Stockholms stad" in page
    for number, group in enumerate(RECOVERY_SHEET.groups, start=1):
        assert f"{number} {group}" in page
    assert "låst skåp" in page
    assert "ÖVNING" not in page
    assert "ÖVNING" in text_of(recovery_sheet.build(replace(RECOVERY_SHEET, is_practice=True)))
    assert RECOVERY_SHEET.groups[0] not in repr(RECOVERY_SHEET)


def test_no_recovery_sheet_without_a_code() -> None:
    with pytest.raises(MissingFieldError):
        recovery_sheet.build(replace(RECOVERY_SHEET, groups=()))
