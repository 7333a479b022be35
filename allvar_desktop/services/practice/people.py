"""Invented families: names in invented combinations, streets that do not exist, test numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from random import Random
from typing import Any, Generic, TypeVar

from allvar_desktop.domain.identity_number import IdentityNumber
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole, Protection
from allvar_desktop.paths import resources
from allvar_desktop.services.practice.course import FamilyKind, practice_data

FIRST_CHILD_YEAR = 2009
_Item = TypeVar("_Item")
Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The people of one case as somebody types them in; pairs as in `NewCase`."""

    child: NewParty
    adults: tuple[NewParty, ...]
    hidden_pairs: Pairs = ()
    shown_pairs: Pairs = ()
    language: str = ""
    """Which names they have; nobody's language is known by it."""


class Deck(Generic[_Item]):
    """Things in a shuffled order, each once; begun anew when all are drawn, unless it says `is_once`."""

    def __init__(self, items: Iterable[_Item], chance: Random, *, is_once: bool = False) -> None:
        self._items = sorted(items)  # type: ignore[type-var]  # texts and numbers
        self._chance = chance
        self._is_once = is_once
        self._left = self._shuffled()

    def draw(self) -> _Item:
        """The next one. LookupError when a deck for one round is empty."""
        if not self._left and self._is_once:
            raise LookupError("nothing left to draw")
        self._left = self._left or self._shuffled()
        return self._left.pop()

    def _shuffled(self) -> list[_Item]:
        left = list(self._items)
        self._chance.shuffle(left)
        return left


def test_numbers() -> tuple[str, ...]:
    """Those of Skatteverket's published test numbers that are used here, twelve digits each."""
    return tuple((resources() / "practice" / "test_numbers.txt").read_text(encoding="ascii").split())


class _Group:
    """The names that go together."""

    def __init__(self, row: dict[str, Any], chance: Random) -> None:
        self.language: str = row["language"]
        self.firsts = {word: Deck(row[word], chance) for word in ("girls", "boys", "women", "men")}
        self.families: Deck[str] = Deck(row["families"], chance)


class People:
    """Draws families that nobody has met. `taken` are identity numbers and phones of others."""

    def __init__(self, chance: Random, taken: frozenset[str]) -> None:
        self._chance = chance
        rows = practice_data("names")["group"]
        self._groups = [_Group(row, chance) for row in rows]
        self._shares = [row["share"] for row in rows]
        places = practice_data("places")
        self._streets: Sequence[dict[str, str]] = places["street"]
        self._schools = places["schools"]
        self._homes: Deck[tuple[int, int]] = Deck(
            [(place, number) for place in range(len(self._streets)) for number in range(1, 60)],
            chance,
            is_once=True,
        )
        numbers = [number for number in test_numbers() if number not in taken]
        once = partial(Deck[str], chance=chance, is_once=True)
        children = [number for number in numbers if int(number[:4]) >= FIRST_CHILD_YEAR]
        grown = [number for number in numbers if 1976 <= int(number[:4]) <= 1988]
        # The last digit but one is 8 and 9 by turns in the test numbers, and 9 goes with the names of men.
        self._numbers = {
            word: once([number for number in pool if number[10] == digit])
            for word, pool, digit in (
                ("girls", children, "8"),
                ("boys", children, "9"),
                ("women", grown, "8"),
                ("men", grown, "9"),
            )
        }
        self._phones: Deck[str] = Deck(_phones(taken), chance)
        self._names: set[str] = set()

    def family(self, kind: FamilyKind, *, interpreter: bool) -> Family:
        """A child with its guardians, living as `kind` says."""
        group = self._group(interpreter=interpreter)
        drawn = self._drawn(group, kind, interpreter=interpreter)
        return replace(_protected(drawn, kind), language=group.language)

    def _drawn(self, group: _Group, kind: FamilyKind, *, interpreter: bool) -> Family:
        surname = group.families.draw()
        home = self._home()
        speaks = {"language": group.language if interpreter else "", "is_interpreter_needed": interpreter}
        child = self._child(group, surname)
        first = self._adult(group, "women", surname, **speaks, **home, is_living_with_child=True)
        if kind is FamilyKind.SINGLE:
            return Family(child, (replace(first, note="Ensam vårdnad."),))
        if kind in (FamilyKind.TOGETHER, FamilyKind.PROTECTED, FamilyKind.MARK):
            second = self._adult(group, "men", surname, **speaks, **home, is_living_with_child=True)
            return Family(child, (first, replace(second, phone=first.phone)))
        if kind is FamilyKind.ABROAD:
            away = self._adult(group, "men", surname, **speaks)
            away = replace(away, identity_number="", birth_date=None, phone="", note="Arbetar utomlands.")
            return Family(child, (first, away))
        second = self._adult(group, "men", group.families.draw(), **speaks, **self._home())
        return Family(child, (first, second))

    def sibling(self, family: Family) -> Family:
        """The same adults with another child."""
        surname = family.child.name.partition(" ")[2]
        group = next(each for each in self._groups if each.language == family.language)
        return replace(family, child=self._child(group, surname))

    def another_phone(self) -> str:
        """A number that one more person may have."""
        return self._phones.draw()

    def _group(self, *, interpreter: bool) -> _Group:
        # Most families that need no interpreter have names of every language, too.
        first = 1 if interpreter else 0
        return self._chance.choices(self._groups[first:], self._shares[first:])[0]

    def _child(self, group: _Group, surname: str) -> NewParty:
        word = self._chance.choice(("girls", "boys"))
        number = self._numbers[word].draw()
        born = _birth_date(number)
        schools = self._schools["older" if born.year < FIRST_CHILD_YEAR + 2 else "names"]
        return NewParty(
            PartyRole.CHILD,
            self._name(group.firsts[word], surname),
            number,
            birth_date=born,
            protection=Protection.NONE,
            organisation=self._chance.choice(schools),
        )

    def _adult(self, group: _Group, word: str, surname: str, **more: Any) -> NewParty:
        number = self._numbers[word].draw()
        return NewParty(
            PartyRole.GUARDIAN,
            self._name(group.firsts[word], surname),
            number,
            birth_date=_birth_date(number),
            phone=self._phones.draw(),
            protection=Protection.NONE,
            **more,
        )

    def _name(self, firsts: Deck[str], surname: str) -> str:
        """A full name that nobody else has; two first names once the single ones are used up."""
        for _ in range(6):
            name = f"{firsts.draw()} {surname}"
            if name not in self._names:
                break
        else:
            name = f"{firsts.draw()}-{firsts.draw()} {surname}"
        self._names.add(name)
        return name

    def _home(self) -> dict[str, str]:
        place, number = self._homes.draw()
        street = self._streets[place]
        floor = self._chance.choice(("", "", "lgh 1001", "lgh 1102", "lgh 1203", "lgh 1304"))
        return {
            "street": f"{street['name']} {number}",
            "apartment": floor,
            "postcode": street["postcode"],
            "town": street["town"],
        }


def _birth_date(number: str) -> date:
    born = IdentityNumber(number).number_date
    if born is None:
        raise ValueError("a test number has a date")
    return born


def _phones(taken: frozenset[str]) -> list[str]:
    """Of PTS's numbers for fiction, those that nobody else here has."""
    mobile = [f"070-174 06 {last:02}" for last in range(5, 100)]
    fixed = [f"08-465 004 {last:02}" for last in range(20, 90)]
    return [number for number in (*mobile, *fixed) if number not in taken]


def _protected(family: Family, kind: FamilyKind) -> Family:
    """The family with the protection of its kind; a protected address is not known to the unit."""
    if kind is FamilyKind.PROTECTED:
        adults = tuple(_hidden(adult, Protection.PROTECTED_REGISTRATION) for adult in family.adults)
        everybody = tuple((a, b) for a in range(3) for b in range(3) if a != b)
        child = replace(family.child, protection=Protection.PROTECTED_REGISTRATION, organisation="")
        return replace(family, child=child, adults=adults, shown_pairs=everybody)
    if kind is FamilyKind.MARK:
        marked = replace(family.child, protection=Protection.CONFIDENTIALITY_MARK)
        return replace(family, child=marked, shown_pairs=((1, 0), (2, 0)))
    if kind is FamilyKind.HIDDEN:
        child = replace(family.child, protection=Protection.PROTECTED_REGISTRATION, organisation="")
        first, second = family.adults
        adults = (_hidden(first, Protection.PROTECTED_REGISTRATION), second)
        return Family(child, adults, hidden_pairs=((2, 0), (2, 1)), shown_pairs=((0, 1), (1, 0)))
    return family


def _hidden(adult: NewParty, protection: Protection) -> NewParty:
    return replace(adult, street="", apartment="", postcode="", town="", protection=protection)
