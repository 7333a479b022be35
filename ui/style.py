"""How big things are and how the application looks: Fusion, our palette, our font, the 8-pixel grid.

There is no style sheet: the few kinds of widget we use paint themselves from `ui.palette`, which starts
faster and follows a change of colour scheme without being rebuilt.
"""

import os
from enum import Enum
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui import fonts, none_references, palette

_REFERENCE_PIXELS = 13.333
"""Height of 10 points at 96 dots per inch: where one step of the grid is 8 pixels."""


FUSION = ("-style", "fusion")
"""Arguments of the application that choose the style."""


class Size(Enum):
    """Text sizes as factors of the system's text size."""

    TEXT = 1.0
    TITLE = 1.57
    SECTION = 1.07
    SMALL = 0.9
    RECORD = 1.14


class Theme(QObject):
    """Says when colours or sizes have changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.system_points = 10.0
        self.points = 10.0
        self.step = 8.0
        self.is_ready = False


_theme = Theme()


def theme() -> Theme:
    """The one theme of the process."""
    return _theme


def prepare(app: QApplication, *, is_fusion: bool = False) -> None:
    """Give the application its style, font and colours, and keep the colours in step with the system's.

    `is_fusion`: the application was made with `FUSION` among its arguments.
    """
    if not is_fusion:  # not the program's own start, which does it after the first paint
        none_references.give_none_references()
    if not _theme.is_ready:
        _theme.system_points = max(app.font().pointSizeF(), 7.0)
        _theme.is_ready = True
        # Asked for on the command line, Fusion costs nothing; setStyle hands back an object that costs 10 ms.
        if not is_fusion:
            app.setStyle("Fusion")
        fonts.load()
        app.styleHints().colorSchemeChanged.connect(lambda: apply_colours(app))
    palette.force(os.environ.get("ALLVAR_SCHEME", "system"))
    apply_colours(app)
    set_text_scale(app, _scale_from_environment())


def apply_colours(app: QApplication) -> None:
    """Set the palette of the system's present colour scheme."""
    app.setPalette(palette.qt_palette(palette.current()))
    _theme.changed.emit()


def set_text_scale(app: QApplication, percent: int) -> None:
    """Text at `percent` (100 to 200) of the system's size; windows made from now on follow it."""
    percent = min(max(percent, 100), 200)
    _theme.points = _theme.system_points * percent / 100
    base = QFont(fonts.FAMILY)
    base.setPointSizeF(_theme.points)
    app.setFont(base)
    dots = app.primaryScreen().logicalDotsPerInch() if app.primaryScreen() else 96.0
    _theme.step = max(8.0, 8.0 * _theme.points * dots / 72 / _REFERENCE_PIXELS)
    _theme.changed.emit()


def set_scheme(app: QApplication, scheme: str) -> None:
    """Choose `light` or `dark`, or `system` to follow the system."""
    palette.force(scheme)
    apply_colours(app)


def step(count: float = 1.0) -> int:
    """`count` steps of the grid in pixels: 8 each at the ordinary text size, more with larger text."""
    return round(_theme.step * count)


def font(size: Size = Size.TEXT, *, is_bold: bool = False, is_tabular: bool = False) -> QFont:
    """The bundled font in one of the stated sizes."""
    made = QFont(fonts.FAMILY)
    made.setPointSizeF(_theme.points * size.value)
    made.setBold(is_bold)
    return fonts.with_tabular_numbers(made) if is_tabular else made


def line_height(size: Size = Size.TEXT) -> int:
    """Pixels from one line of text to the next."""
    return _line_height(size, _theme.points)


@cache
def _line_height(size: Size, _points: float) -> int:
    return round(QFontMetricsF(font(size)).lineSpacing())


def chars(count: float) -> int:
    """Pixels that hold about `count` characters of running text."""
    return round(_char_width(_theme.points) * count)


@cache
def _char_width(_points: float) -> float:
    return QFontMetricsF(font()).averageCharWidth()


def _scale_from_environment() -> int:
    text = os.environ.get("ALLVAR_TEXT_SCALE", "100").strip(" %")
    return int(text) if text.isdecimal() else 100
