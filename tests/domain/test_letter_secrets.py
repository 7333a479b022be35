"""What one reader may not learn: told by protection, by pair, and by the cases that are linked."""

from dataclasses import replace

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.letter_scan import Secret, SecretKind
from allvar_desktop.domain.letter_secrets import family_secrets, hidden_from, reader_secrets, told_to
from allvar_desktop.domain.party import KnowledgePair, Party, PartyRole, Protection
from tests import facts as made

SARA = made.guardian(organisation="Provbolaget")
JONAS = made.guardian(
    made.JONAS, "Jonas Wik", phone="070-174 06 11", street="Provgatan 19", apartment="", postcode="165 73",
    town="Hässelby",
)  # fmt: skip
ELIAS = made.child(organisation="Övningsskolan")
SCHOOL = Party(
    PartyId(9), made.CASE, PartyRole.SCHOOL, "Mia Prov", organisation="Övningsskolan", phone="08-1"
)
TRANSLATOR = Party(PartyId(8), made.CASE, PartyRole.INTERPRETER, "Tolk Prov", organisation="Tolkbolaget")


def family(*, hidden: bool) -> CaseFacts:
    pair = KnowledgePair(1, made.CASE, JONAS.id, SARA.id, may_know=False)
    return made.facts(
        parties=(ELIAS, SARA, JONAS, SCHOOL, TRANSLATOR),
        pairs=(pair,) if hidden else (),
    )


def told(words: str, facts: CaseFacts, reader: Party = JONAS, *, unit: str = "") -> set[SecretKind]:
    secrets = reader_secrets(facts, reader, ())
    own = (reader.name, *reader.address_lines)
    return {secret.kind for secret in told_to(words, secrets, own=own, unit=(unit,))}


def test_nobody_is_hidden_where_nobody_is_protected() -> None:
    assert hidden_from(family(hidden=False), JONAS) == ()
    assert hidden_from(family(hidden=True), JONAS) == (SARA,)
    assert hidden_from(family(hidden=True), SARA) == ()


def test_unknown_protection_hides_a_person() -> None:
    unknown = replace(SARA, protection=Protection.UNKNOWN)
    facts = replace(family(hidden=False), parties=(ELIAS, unknown, JONAS))
    assert hidden_from(facts, JONAS) == (unknown,)


def test_address_and_phone_of_others_are_secret_whoever_may_know_where_they_are() -> None:
    facts = family(hidden=False)
    assert told("Övningsvägen 4", facts) == {SecretKind.ADDRESS}
    assert told("070-174 06 05", facts) == {SecretKind.PHONE}
    assert told("Sara på Provbolaget, Vällingby, Övningsskolan", facts) == set()


def test_of_somebody_hidden_also_name_town_street_and_work_are_secret() -> None:
    facts = family(hidden=True)
    for words in ("Sara", "Bergdahl", "sara bergdahl"):
        assert told(words, facts) == {SecretKind.PERSON}
    for words in ("Vällingby", "162 60", "vid Övningsvägen", "Provbolaget"):
        assert told(words, facts) == {SecretKind.WHEREABOUTS}


def test_where_somebody_is_hidden_a_school_is_a_place_to_look_for_them() -> None:
    facts = family(hidden=True)
    assert told("Mia Prov, Övningsskolan", facts) == {SecretKind.WHEREABOUTS}
    assert told("Tolk Prov från Tolkbolaget", facts) == set()


def test_the_readers_own_town_is_no_secret_but_their_street_is_when_a_hidden_one_lives_there() -> None:
    facts = family(hidden=True)
    together = replace(facts, parties=(ELIAS, replace(SARA, street="Provgatan 19", town="Hässelby"), JONAS))
    assert told("Provgatan 19, Hässelby", together) == {SecretKind.ADDRESS}
    assert told("Provgatan 19, Hässelby", facts) == set()


def test_what_the_unit_says_of_itself_is_no_secret() -> None:
    assert told("Vällingby", family(hidden=True), unit="Hässelby-Vällingby, Vällingby torg 1") == set()


def test_nobodys_identity_number_is_to_be_read_not_even_the_readers() -> None:
    reader = replace(JONAS, identity_number="197710152393")
    facts = replace(family(hidden=False), parties=(ELIAS, SARA, reader))
    assert told("771015-2393", facts, reader) == {SecretKind.IDENTITY}
    assert told("20130710-2390", facts, reader) == {SecretKind.IDENTITY}


def test_another_family_is_secret_by_every_word_of_its_names() -> None:
    other = Party(
        PartyId(30), made.CASE, PartyRole.GUARDIAN, "Huda Al-Rashid", "198608292382", phone="070-174 06 41",
        street="Testbacken 15",
    )  # fmt: skip
    officer = replace(other, role=PartyRole.POLICE, name="Inger Prov")
    secrets = family_secrets((other, officer))
    texts = {secret.text for secret in secrets}
    assert texts == {
        "Huda Al-Rashid", "Huda", "Al-Rashid", "Rashid", "070-174 06 41", "Testbacken 15", "198608292382",
    }  # fmt: skip
    assert Secret(SecretKind.OTHER_FAMILY, "Huda", is_word=True) in secrets
    linked = reader_secrets(family(hidden=False), JONAS, (other,))
    assert told_to("hos Huda", linked, own=(), unit=())[0].kind is SecretKind.OTHER_FAMILY
