import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.search_key import MOST_TERMS, fold, search_terms


def test_names_sort_the_swedish_way_byte_by_byte() -> None:
    names = ["Öberg", "Åberg", "Zorn", "Ärlig", "Abel", "Ek", "Édith", "Ekman", "Ek Berg"]
    expected = ["Abel", "Édith", "Ek", "Ek Berg", "Ekman", "Zorn", "Åberg", "Ärlig", "Öberg"]
    assert sorted(names, key=lambda name: fold(name).encode()) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ÅSA ÖHRN", "Åsa Öhrn"),
        ("Éva", "eva"),
        ("Falk-Ottosson", "falk ottosson"),
        ("O’Brien", "O'Brien"),
        ("  Ali   Al-Rashid ", "ali al rashid"),
        ("A\u030asa", "Åsa"),  # a and a ring put together
        ("Müller", "Muller"),
        ("Łukasz", "lukasz"),
        ("Sørensen", "sörensen"),
        ("Straße", "strasse"),
        ("\0Eva\u202e", "eva"),
    ],
)
def test_what_sounds_the_same_is_found_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_the_swedish_letters_are_not_a_and_o() -> None:
    assert len({fold("Ohrn"), fold("Öhrn")}) == 2
    assert len({fold("Asa"), fold("Åsa"), fold("Äsa")}) == 3
    assert fold("a{b|c}d") == "a b c d"


def test_other_scripts_keep_their_letters() -> None:
    assert fold("محمد") == "محمد"
    assert search_terms("ሰም ተስፋይ") == ("ሰም", "ተስፋይ")
    assert fold("😀 -") == ""


def test_a_search_of_many_words_is_cut_and_says_each_word_once() -> None:
    assert search_terms("ek ek EK") == ("ek",)
    assert len(search_terms(" ".join(map(str, range(50))))) == MOST_TERMS


@given(st.text(max_size=60))
def test_a_key_holds_no_signs_and_no_double_blanks(text: str) -> None:
    key = fold(text)
    assert key == " ".join(key.split())
    assert not set(key) & set("%_*?'\"-")


def test_a_hundred_thousand_names_take_less_than_a_second() -> None:
    names = [f"Tindra Falk-Ottosson Åström {number}" for number in range(10_000)]

    def seconds() -> float:
        begin = time.process_time()
        for name in names:
            fold(name)
        return time.process_time() - begin

    assert min(seconds() for _ in range(3)) < 0.1  # the best of three: other work on the machine is not ours


def test_a_hostile_name_is_folded_at_once() -> None:
    begin = time.process_time()
    fold("é-" * 100_000)
    assert time.process_time() - begin < 1
