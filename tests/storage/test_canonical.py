import pytest

from allvar_desktop.storage.canonical import canonical


def test_the_order_of_names_does_not_matter() -> None:
    assert canonical({"b": 1, "a": [None, "å", True, 1.5]}) == canonical(
        {"a": [None, "å", True, 1.5], "b": 1}
    )


def test_the_form_is_fixed() -> None:
    assert canonical({"å": (1, "x"), "a": None}) == '{"a":null,"å":[1,"x"]}'.encode()


def test_a_paper_stands_as_its_hash() -> None:
    assert canonical(b"") == (
        b'{"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}'
    )


def test_a_lone_surrogate_has_a_form() -> None:
    assert canonical("\udc80") == b'"\xed\xb2\x80"'


@pytest.mark.parametrize("value", [object(), {1, 2}])
def test_what_a_row_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))
