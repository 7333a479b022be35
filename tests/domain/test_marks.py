"""The state marks as paths."""

import pytest

from allvar_desktop.domain.deadlines import State
from allvar_desktop.domain.marks import BOX, MARKS, Close, Curve, Line, Mark, Move


def points(mark: Mark) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for shape in mark:
        for verb in shape.verbs:
            if isinstance(verb, Curve):
                found += [(verb.x1, verb.y1), (verb.x2, verb.y2)]
            if isinstance(verb, Move | Line | Curve):
                found.append((verb.x, verb.y))
    return found


def test_every_state_has_its_mark_and_no_two_look_alike() -> None:
    assert set(MARKS) == {str(state) for state in State}
    assert len(set(MARKS.values())) == len(MARKS)
    assert all(MARKS[state] for state in State)


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_fills_its_box_and_stays_inside(name: str) -> None:
    reach = max((shape.stroke for shape in MARKS[name]), default=0.0) / 2
    for x, y in points(MARKS[name]):
        assert reach <= x <= BOX - reach
        assert reach <= y <= BOX - reach
    xs, ys = zip(*points(MARKS[name]), strict=True)
    assert max(max(xs) - min(xs), max(ys) - min(ys)) >= BOX / 2


@pytest.mark.parametrize("name", MARKS)
def test_each_path_begins_with_a_move_and_filled_ones_are_closed(name: str) -> None:
    for shape in MARKS[name]:
        assert isinstance(shape.verbs[0], Move)
        assert isinstance(shape.verbs[-1], Close) or not shape.is_filled
