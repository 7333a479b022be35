import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from allvar_desktop.domain.deadlines import State
from ui import palette, style
from ui.palette import DARK, LIGHT, Colours

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def contrast(ink: str, ground: str) -> float:
    """The contrast ratio of two colours by WCAG 2.2 (1 to 21)."""
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@BOTH
def test_text_stands_out_from_every_ground(colours: Colours) -> None:
    grounds = (colours.ground, colours.surface, colours.navigation)
    for ground in grounds:
        assert contrast(colours.text, ground) >= 4.5
        assert contrast(colours.quiet, ground) >= 4.5
        assert contrast(colours.accent, ground) >= 4.5
        assert contrast(colours.states["overdue"].ink, ground) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.text, colours.pressed) >= 4.5


@BOTH
@pytest.mark.parametrize("state", list(State))
def test_each_state_is_readable_and_its_mark_seen(colours: Colours, state: State) -> None:
    pair = colours.states[state]
    assert round(contrast(pair.ink, pair.tint), 1) >= 5.7
    for ground in (colours.ground, colours.surface):
        assert contrast(pair.ink, ground) >= 3


@BOTH
def test_words_on_a_chosen_row_are_readable(colours: Colours) -> None:
    tint = colours.states["within_day"].tint
    assert contrast(colours.text, tint) >= 4.5
    assert contrast(colours.quiet, tint) >= 4.5


@BOTH
@pytest.mark.parametrize("state", list(State))
def test_words_and_links_on_a_banner_of_any_state_are_readable(colours: Colours, state: State) -> None:
    tint = colours.states[state].tint
    assert contrast(colours.text, tint) >= 4.5
    assert contrast(colours.accent, tint) >= 4.5


@BOTH
def test_the_ring_of_the_focus_stands_out_from_every_ground(colours: Colours) -> None:
    for ground in (colours.ground, colours.surface, colours.navigation, colours.pressed):
        assert contrast(colours.accent, ground) >= 3
    assert contrast(colours.text, colours.ground) >= 3  # the filled button's ring


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_both_tables_name_the_same_roles_with_other_colours() -> None:
    names = [name for name in Colours._fields if name not in ("is_dark", "states")]
    assert all(getattr(LIGHT, name) != getattr(DARK, name) for name in names)
    assert LIGHT.states.keys() == DARK.states.keys() == set(State)


def test_a_change_of_scheme_reaches_the_application_at_once(qapp: QApplication) -> None:
    told = []
    style.theme().changed.connect(lambda: told.append(1))
    style.set_scheme(qapp, "dark")
    assert palette.current() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    style.set_scheme(qapp, "light")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.ground)
    assert len(told) == 2


def test_sizes_follow_the_text_scale_in_points(qapp: QApplication) -> None:
    base = style.theme().points
    assert style.font(style.Size.TITLE).pointSizeF() == pytest.approx(base * 1.57)
    step, line = style.step(), style.line_height()
    style.set_text_scale(qapp, 200)
    assert style.font().pointSizeF() == pytest.approx(base * 2)
    assert style.line_height() == pytest.approx(line * 2, abs=2)
    assert style.step() > step
    style.set_text_scale(qapp, 900)
    assert style.theme().points == pytest.approx(base * 2)


def test_the_bundled_font_is_in_use_and_numbers_can_be_tabular(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontInfo, QFontMetricsF

    assert QFontInfo(style.font()).family() == "Noto Sans"
    assert QFontInfo(style.font(is_bold=True)).bold()
    metrics = QFontMetricsF(style.font(is_tabular=True))
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("888")
