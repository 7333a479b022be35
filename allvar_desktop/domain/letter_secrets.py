"""What one reader may not learn from a paper, gathered from the case and from the cases linked to it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.knowledge import may_learn
from allvar_desktop.domain.letter_scan import Secret, SecretKind, found_in, name_words
from allvar_desktop.domain.party import Party

_HOUSE_NUMBER = re.compile(r"\s+\d.*$")


@dataclass(frozen=True, slots=True)
class ReaderSecrets:
    """What one paper may not say. `strict` holds even where the reader's own address says the same."""

    strict: tuple[Secret, ...]
    loose: tuple[Secret, ...]


def hidden_from(facts: CaseFacts, reader: Party) -> tuple[Party, ...]:
    """The family members whose whereabouts the reader may not, or not surely, learn."""
    return tuple(
        about for about in facts.family if about.id != reader.id and not may_learn(facts, reader, about)
    )


def reader_secrets(facts: CaseFacts, reader: Party, linked: Iterable[Party]) -> ReaderSecrets:
    """Other people's data for this reader; `linked` are the people of the cases linked to this one."""
    hidden = hidden_from(facts, reader)
    strict: list[Secret] = [Secret(SecretKind.IDENTITY, reader.identity_number)]
    loose: list[Secret] = []
    for other in facts.parties:
        if other.id == reader.id:
            continue
        (strict if other in hidden else loose).extend(_reached_by(other))
        strict.append(Secret(SecretKind.IDENTITY, other.identity_number))
        if other in hidden:
            loose.extend(_whereabouts(other))
        elif hidden and not other.role.is_family:
            loose.extend(_outside(other))
    loose.extend(family_secrets(linked))
    return ReaderSecrets(_told(strict), _told(loose))


def family_secrets(linked: Iterable[Party]) -> tuple[Secret, ...]:
    """Every word that would tell of the people of another case."""
    secrets: list[Secret] = []
    for party in linked:
        if party.role.is_family:
            kind, words = SecretKind.OTHER_FAMILY, name_words(party.name)
            secrets += [Secret(kind, text) for text in (party.name, *_contacts(party))]
            secrets += [Secret(kind, word, is_word=True) for word in words]
            secrets.append(Secret(SecretKind.IDENTITY, party.identity_number))
    return _told(secrets)


def told_to(
    words: str, secrets: ReaderSecrets, *, own: Iterable[str], unit: Iterable[str]
) -> tuple[Secret, ...]:
    """What the words tell the reader although they may not.

    `unit` is what the unit says openly of itself and in every letter, `own` the reader's own address.
    """
    open_words = tuple(unit)
    return (
        *found_in(words, secrets.strict, open_words),
        *found_in(words, secrets.loose, (*open_words, *own)),
    )


def _contacts(party: Party) -> tuple[str, ...]:
    return (party.phone, party.street, party.care_of)


def _reached_by(party: Party) -> list[Secret]:
    return [
        Secret(SecretKind.PHONE, party.phone),
        Secret(SecretKind.ADDRESS, party.street),
        Secret(SecretKind.ADDRESS, party.care_of),
    ]


def _whereabouts(party: Party) -> list[Secret]:
    """Of somebody hidden also the name, the school or work, and each part of the address."""
    street = _HOUSE_NUMBER.sub("", party.street)
    places = [party.organisation, party.postcode, party.town, street]
    secrets = [Secret(SecretKind.WHEREABOUTS, place) for place in places]
    secrets.append(Secret(SecretKind.PERSON, party.name))
    return [*secrets, *(Secret(SecretKind.PERSON, word, is_word=True) for word in name_words(party.name))]


def _outside(party: Party) -> list[Secret]:
    """Somebody from outside whose place tells where a hidden person is: a school above all."""
    if not party.role.needs_permission or not party.organisation:
        return []
    return [Secret(SecretKind.WHEREABOUTS, party.organisation), Secret(SecretKind.WHEREABOUTS, party.name)]


def _told(secrets: Iterable[Secret]) -> tuple[Secret, ...]:
    return tuple(secret for secret in dict.fromkeys(secrets) if secret.text.strip())
