"""To which address a letter goes."""

from dataclasses import replace

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.party import Party, PartyRole


def addressed(facts: CaseFacts, reader: Party) -> Party:
    """The reader; a child without an address of its own has that of the adult it lives with.

    Not that of an adult who is or may be protected: whoever knows the child's letter would learn it.
    """
    if reader.role is not PartyRole.CHILD or reader.street:
        return reader
    for adult in facts.family:
        if adult.is_living_with_child and adult.street and not adult.protection.is_protected:
            return replace(
                reader,
                care_of=adult.care_of,
                street=adult.street,
                apartment=adult.apartment,
                postcode=adult.postcode,
                town=adult.town,
            )
    return reader
