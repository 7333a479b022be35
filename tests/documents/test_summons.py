"""The summons letter: what it must say, and what it must never say."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from allvar_desktop.documents import summons
from allvar_desktop.documents.letter_texts import Addressee, Variant
from allvar_desktop.documents.missing import MissingFieldError
from allvar_desktop.documents.summons_value import Police, Reason, SummonsValue, missing_in_summons
from tests.documents.reading import pages_of, text_of
from tests.documents.samples import PAPER, SARA, SENDER, SUMMONS

PROTECTED = replace(SUMMONS, others=())


def said(value: SummonsValue) -> str:
    return text_of(summons.build(value))


def test_a_plain_letter_is_one_page_with_all_that_belongs_to_it() -> None:
    (page,) = pages_of(summons.build(replace(SUMMONS, others=("Jonas Wik",))))
    for text in (
        "Stockholms stad",
        "Ungdomsenheten",
        "Hässelbyplan 3, 165 73 Hässelby",
        "27 mars 2026",
        "Ärende HV-2026-0040",
        "Sara Bergdahl Övningsvägen 4 lgh 1102 162 60 Vällingby",
        "Kallelse till samtal",
        "om en händelse den 27 mars 2026 som rör Elias",
        "Söndag 29 mars 2026 klockan 15.00–16.00",
        "Hässelbyplan 3, rum Eken. Anmäl dig i receptionen.",
        "Samtalet tar ungefär 1 timme.",
        "Vi kallar dig, Elias och Jonas Wik till samtalet.",
        "Från oss kommer Frida Ek, socialsekreterare.",
        "En polis är med, om det går att ordna.",
        "Det är frivilligt att komma",
        "samtalet är viktigt",
        "Ring Frida Ek, telefon 08-465 004 10",
        "tolk",
        "kostar ingenting",
        "rätt att ta med en person som stöd",
        "skriver ner det viktigaste",
        "sekretess",
        "Om du inte kan komma kontaktar vi dig igen.",
        "socialjouren, telefon 08-465 004 99",
        "Frida Ek, socialsekreterare Ungdomsenheten",
        "Sida 1 av 1",
        "Handling HV-2026-0040-1 · Logg 3f9ac210",
    ):
        assert text in page
    assert "Socialtjänsten" not in page
    assert "överklaga" not in page.lower()


def test_times_are_stockholm_s_in_winter_and_summer() -> None:
    before = datetime(2026, 3, 28, 13, 0, tzinfo=UTC)
    assert "Lördag 28 mars 2026 klockan 14.00–15.30" in said(
        replace(SUMMONS, starts=before, ends=before + timedelta(minutes=90))
    )
    assert "1 timme och 30 minuter" in said(
        replace(SUMMONS, starts=before, ends=before + timedelta(minutes=90))
    )


def test_without_others_the_letter_speaks_of_the_reader_and_the_child_alone() -> None:
    text = said(PROTECTED)
    assert "Vi kallar dig och Elias till samtalet." in text
    for word in ("Jonas", "Wik", "båda", "vårdnadshavare", "förälder", "Kopia"):
        assert word not in text


@pytest.mark.parametrize(
    ("others", "sentence"),
    [
        (("Jonas Wik",), "Vi kallar dig, Elias och Jonas Wik till samtalet."),
        (("Jonas Wik", "Bo Ek"), "Vi kallar dig, Elias, Jonas Wik och Bo Ek till samtalet."),
    ],
)
def test_others_are_listed(others: tuple[str, ...], sentence: str) -> None:
    assert sentence in said(replace(SUMMONS, others=others))


def test_the_young_reader_s_own_letter() -> None:
    text = said(replace(SUMMONS, addressee=Addressee.YOUNG, others=("Hodan Warsame",)))
    assert "en händelse den 27 mars 2026 som rör dig" in text
    assert "Vi kallar dig och Hodan Warsame till samtalet." in text
    assert "Elias" not in text


def test_another_adult_s_letter() -> None:
    text = said(replace(SUMMONS, addressee=Addressee.OTHER))
    assert "Vi kallar Elias och dig till samtalet." in text


def test_the_suspicion_wording_never_says_that_it_was_done() -> None:
    text = said(replace(SUMMONS, reason=Reason.SUSPICION, suspicion="snatteri"))
    assert "en uppgift till oss om misstanke om snatteri den 27 mars 2026" in text
    assert "En misstanke betyder inte att något är bevisat." in text
    assert "snatteri" not in said(replace(SUMMONS, suspicion="snatteri"))


def test_a_notice_that_did_not_come_from_the_police_does_not_say_police() -> None:
    for reason in Reason:
        text = said(
            replace(SUMMONS, reason=reason, suspicion="hot", is_told_by_police=False, police=Police.NO)
        )
        assert "olis" not in text


@pytest.mark.parametrize(
    ("police", "sentence"),
    [
        (Police.COMING, "En polis är också med."),
        (Police.IF_POSSIBLE, "En polis är med, om det går att ordna."),
        (Police.NO, None),
    ],
)
def test_police(police: Police, sentence: str | None) -> None:
    text = said(replace(SUMMONS, police=police, is_told_by_police=False))
    assert ("olis" in text) == bool(sentence)
    assert sentence is None or sentence in text


def test_an_approximate_day_is_said_to_be_one() -> None:
    assert "en händelse omkring den 27 mars 2026" in said(replace(SUMMONS, is_event_day_approximate=True))


def test_interpreter() -> None:
    assert "Behöver du tolk?" in said(SUMMONS)
    text = said(replace(SUMMONS, interpreter_language="somaliska"))
    assert "Vi har bokat en tolk i somaliska. Det kostar ingenting för dig." in text
    assert "Behöver du tolk?" not in text


def test_staff_and_others_from_outside() -> None:
    text = said(replace(SUMMONS, colleagues=("Bo Prov",), also_present=("kurator Mia Prov", "Ali Test")))
    assert "Från oss kommer Frida Ek och Bo Prov." in text
    assert "Kurator Mia Prov och Ali Test är också med." in text


def test_the_talk_s_own_name_is_a_setting() -> None:
    assert "Kallelse till orossamtal" in said(replace(SUMMONS, talk_label="orossamtal"))


def test_a_place_without_room_or_way_in() -> None:
    assert "Hässelbyplan 3. Samtalet" in said(replace(SUMMONS, room="", arrival=""))


@pytest.mark.parametrize("addressee", Addressee)
def test_the_easy_letter_says_the_same_in_two_pages_at_most(addressee: Addressee) -> None:
    value = replace(SUMMONS, variant=Variant.EASY, addressee=addressee, others=("Jonas Wik",))
    pages = pages_of(summons.build(value))
    assert len(pages) <= 2
    text = " ".join(pages)
    for part in (
        "Du är kallad till ett samtal",
        "Söndag 29 mars 2026 klockan 15.00–16.00",
        "Ja, det är frivilligt att komma.",
        "Då hör vi av oss till dig igen.",
        "Telefonnumret är 08-465 004 99.",
        "Du får ta med en person som du litar på.",
    ):
        assert part in text


def test_a_second_page_has_more_than_a_signature() -> None:
    names = tuple(f"Prov Provsson-Övningsberg den {n}:e" for n in range(12))
    pages = pages_of(summons.build(replace(SUMMONS, others=names)))
    assert len(pages) == 2
    assert "Ärende HV-2026-0040" in pages[1]
    assert "socialjouren" in pages[1]
    assert "Sida 2 av 2" in pages[1]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"child": ""}, "child"),
        ({"event_day": None}, "event_day"),
        ({"place": " "}, "place"),
        ({"signer": ""}, "signer"),
        ({"signer_title": ""}, "signer_title"),
        ({"contact_phone": ""}, "contact_phone"),
        ({"case_number": ""}, "case_number"),
        ({"talk_label": ""}, "talk_label"),
        ({"reason": Reason.SUSPICION}, "suspicion"),
        ({"recipient": replace(SARA, street="")}, "street"),
        ({"recipient": replace(SARA, name="")}, "name"),
        ({"sender": replace(SENDER, unit="")}, "letterhead.unit"),
        ({"sender": replace(SENDER, emergency_phone="")}, "letterhead.emergency_phone"),
        ({"paper": replace(PAPER, number="")}, "paper.number"),
        ({"paper": replace(PAPER, log_mark="")}, "paper.log_mark"),
    ],
)
def test_a_missing_field_stops_the_letter_and_is_named(change: dict[str, object], field: str) -> None:
    value: SummonsValue = replace(SUMMONS, **change)  # type: ignore[arg-type]
    with pytest.raises(MissingFieldError) as stopped:
        summons.build(value)
    assert stopped.value.fields == (field,)
    (problem,) = missing_in_summons(value)
    assert problem.message.endswith("saknas i brevhuvudet." if "letterhead" in field else "saknas.")
    assert "Elias" not in str(stopped.value)


def test_two_hundred_recipients_get_letters_of_their_own() -> None:
    names = [f"Övning Provsson {number:03}" for number in range(200)]
    letters = [
        summons.build(
            replace(SUMMONS, recipient=replace(SARA, name=name), paper=replace(PAPER, number=f"HV-1-{n}"))
        )
        for n, name in enumerate(names)
    ]
    assert len(set(letters)) == 200
    for number in (0, 117, 199):
        text = text_of(letters[number])
        assert [name for name in names if name in text] == [names[number]]


def test_words_are_what_is_printed() -> None:
    words = summons.words(SUMMONS)
    text = said(SUMMONS)
    assert " ".join(words.split())[-200:] in text
    assert "Sara Bergdahl" in words
