"""What a new case still lacks before a summons can be written, named as one would ask for it."""

from collections.abc import Iterator

from allvar_desktop.domain.new_case import NewCase, NewParty
from allvar_desktop.domain.notice import MayBeTold
from allvar_desktop.domain.pair_questions import pair_questions
from allvar_desktop.domain.party import PartyRole, Protection
from allvar_desktop.domain.time_text import number_word


def missing_for_letter(form: NewCase, *, is_assessed: bool) -> tuple[str, ...]:
    """``Jonas Wiks adress``, ``polisens svar``, …: empty when nothing of the form stops a letter.

    An address is not asked for where the person's registration is protected: that letter goes by hand.
    """
    return tuple(_missing(form, is_assessed=is_assessed))


def missing_sentence(missing: tuple[str, ...]) -> str:
    """The same in a sentence: ``Två fält saknas innan brev kan skrivas: Jonas Wiks adress, …``."""
    if not missing:
        return "Inget fält saknas för att brev ska kunna skrivas."
    count = "Ett" if len(missing) == 1 else number_word(len(missing)).capitalize()
    return f"{count} fält saknas innan brev kan skrivas: {', '.join(missing)}."


def possessive(name: str) -> str:
    """The genitive of a name: ``Saras``, ``Jonas``."""
    return name if name.casefold().endswith(("s", "x", "z")) else f"{name}s"


def _missing(form: NewCase, *, is_assessed: bool) -> Iterator[str]:
    if form.notice.received is None:
        yield "när underrättelsen mottogs"
    if not form.child.name.strip():
        yield "barnets namn"
    if form.child.protection is Protection.UNKNOWN:
        yield f"{possessive(form.child.name.strip() or 'barnet')} skydd"
    if not form.adults:
        yield "en vuxen att kalla"
    for adult in form.adults:
        yield from _missing_of(adult)
    yield from _unanswered(form)
    if form.notice.may_be_told is not MayBeTold.YES:
        yield "polisens ja till att familjen underrättas"
    if not is_assessed:
        yield "skyddsbedömning"


def _missing_of(adult: NewParty) -> Iterator[str]:
    name = adult.name.strip()
    role = "vårdnadshavarens" if adult.role is PartyRole.GUARDIAN else "den vuxnas"
    who = possessive(name) if name else role
    if not name:
        yield f"{role} namn"
    has_address = bool(adult.street and adult.postcode and adult.town)
    if not has_address and adult.protection is not Protection.PROTECTED_REGISTRATION:
        yield f"{who} adress"
    if adult.protection is Protection.UNKNOWN:
        yield f"{who} skydd"


def _unanswered(form: NewCase) -> Iterator[str]:
    """Whom nobody has said who may know of; each person once."""
    people = (form.child, *form.adults)
    answered = {*form.hidden_pairs, *form.shown_pairs}
    open_ones = dict.fromkeys(
        about for reader, about in pair_questions(people) if (reader, about) not in answered
    )
    for about in open_ones:
        if people[about].protection is not Protection.UNKNOWN:  # that is asked for first
            yield f"vem som får veta var {people[about].name.strip() or people[about].role.text} finns"
