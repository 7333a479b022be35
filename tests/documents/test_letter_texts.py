"""The words of the letters."""

import itertools
import tomllib

import pytest

from allvar_desktop.documents.letter_texts import (
    FIELDS,
    Addressee,
    Part,
    Variant,
    parse_sentence,
    parse_wording,
    wording,
)
from allvar_desktop.documents.text import unsupported_characters
from allvar_desktop.paths import resources

READERS = list(itertools.product(Variant, Addressee))


@pytest.mark.parametrize(("variant", "addressee"), READERS)
def test_every_reader_has_every_sentence(variant: Variant, addressee: Addressee) -> None:
    sentences = wording("sv", variant, addressee)
    assert set(sentences) == set(Part)
    for sentence in sentences.values():
        assert sentence.body
        assert unsupported_characters(sentence.lead + sentence.body) == ()
        assert "*" not in sentence.lead + sentence.body


@pytest.mark.parametrize(("variant", "addressee"), READERS)
def test_no_sentence_threatens_judges_or_cites_law(variant: Variant, addressee: Addressee) -> None:
    said = " ".join(s.lead + " " + s.body for s in wording("sv", variant, addressee).values()).lower()
    for word in (
        "måste du",
        "skyldig",
        "överklag",
        "annars",
        "§",
        "påföljd",
        "tvång",
        "har begått",
        "gärning",
    ):
        assert word not in said


@pytest.mark.parametrize("addressee", [Addressee.GUARDIAN, Addressee.OTHER])
@pytest.mark.parametrize("variant", Variant)
def test_without_others_nothing_hints_at_a_second_guardian(variant: Variant, addressee: Addressee) -> None:
    sentences = wording("sv", variant, addressee)
    said = " ".join(
        s.lead + " " + s.body for part, s in sentences.items() if part is not Part.CALLED_WITH_OTHERS
    ).lower()
    for word in ("båda", "vårdnadshavare", "andra förälder", "föräldrar", "pappa", "mamma", "{more}"):
        assert word not in said


def test_the_young_reader_is_spoken_to_and_not_about() -> None:
    for variant in Variant:
        sentences = wording("sv", variant, Addressee.YOUNG)
        assert all("{child}" not in sentence.lead + sentence.body for sentence in sentences.values())


def test_easy_sentences_are_short() -> None:
    fields = dict.fromkeys(FIELDS, "ord")
    for addressee in Addressee:
        for sentence in wording("sv", Variant.EASY, addressee).values():
            for line in sentence.fill(fields)[1].split("\n"):
                assert len(line.split()) <= 16


def test_a_value_is_never_read_as_a_template() -> None:
    sentence = parse_sentence("*Hej {child}!* Ring {phone}.")
    lead, body = sentence.fill({"child": "{phone}", "phone": "{child.__class__} *1*"})
    assert (lead, body) == ("Hej {phone}!", "Ring {child.__class__} *1*.")


@pytest.mark.parametrize("template", ["{who}", "{child.__class__}", "{0}"])
def test_an_unknown_field_is_an_error(template: str) -> None:
    with pytest.raises(ValueError, match="unknown fields"):
        parse_sentence(template)


@pytest.mark.parametrize("change", [{"closing": None}, {"colour": "blå"}])
def test_a_missing_or_unknown_sentence_is_an_error(change: dict[str, str | None]) -> None:
    file = tomllib.loads((resources() / "letters" / "sv.toml").read_text("utf-8"))
    for name, text in change.items():
        file["standard"]["all"].pop(name, None)
        if text:
            file["standard"]["all"][name] = text
    with pytest.raises(ValueError, match=next(iter(change))):
        parse_wording(file, Variant.STANDARD, Addressee.OTHER)
