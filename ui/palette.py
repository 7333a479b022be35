"""Every colour of the window, as two tables, and Qt's palette made from them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Pair(NamedTuple):
    """The ink of a state and the tint it stands on."""

    ink: str
    tint: str


class Colours(NamedTuple):
    """One colour scheme. `states` is looked up by a `State` or by its name."""

    is_dark: bool
    ground: str
    surface: str
    navigation: str
    hairline: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    pressed: str
    states: Mapping[str, Pair]


def _states(**pairs: tuple[str, str]) -> Mapping[str, Pair]:
    table = {name: Pair(*pair) for name, pair in pairs.items()}
    table["lapsed"] = table["waiting"] = table["plenty"]
    return MappingProxyType(table)


LIGHT = Colours(
    is_dark=False,
    ground="#F6F5F2",
    surface="#FFFFFF",
    navigation="#EFEDE8",
    hairline="#DEDBD4",
    text="#1E2226",
    quiet="#5A6068",
    accent="#1A5A96",
    on_accent="#FFFFFF",
    pressed="#EFEDE8",
    states=_states(
        plenty=("#48525C", "#ECEEF0"),
        within_day=("#1A5A96", "#E4EEF8"),
        urgent=("#8A4B00", "#FCEFD9"),
        overdue=("#A3141F", "#FBE6E7"),
        done_in_time=("#1D6B3A", "#E4F2E9"),
        done_late=("#6A4A12", "#F2EBDD"),
    ),
)

DARK = Colours(
    is_dark=True,
    ground="#1A1E22",
    surface="#22272C",
    navigation="#1E2327",
    hairline="#3A4148",
    text="#E8EAED",
    quiet="#A9B0B7",
    accent="#7DB4F0",
    on_accent="#10151A",
    pressed="#2E353B",
    states=_states(
        plenty=("#C3CAD1", "#2E353B"),
        within_day=("#9CC7F5", "#1F3447"),
        urgent=("#F2C078", "#40301A"),
        overdue=("#FF9EA4", "#46232A"),
        done_in_time=("#8FD3A8", "#1F3A2A"),
        done_late=("#DDBE84", "#3A3222"),
    ),
)


_forced: list[Colours] = []


def force(scheme: str) -> None:
    """Always `light` or `dark`, or with any other word as the system has it."""
    _forced[:] = [table for word, table in (("light", LIGHT), ("dark", DARK)) if word == scheme]


def current() -> Colours:
    """The table of the system's colour scheme now; light when the system does not say."""
    if _forced:
        return _forced[0]
    is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if is_dark else LIGHT


def qt_palette(colours: Colours) -> QPalette:
    """The same colours by Qt's roles.

    Three roles carry a meaning of ours, so that plain labels follow a change of scheme by themselves:
    `PlaceholderText` is quiet text, `Link` the accent, `BrightText` the ink of what is wrong.
    """
    role = QPalette.ColorRole
    overdue = colours.states["overdue"]
    table = {
        role.Window: colours.ground,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.surface,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.PlaceholderText: colours.quiet,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.BrightText: overdue.ink,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Light: colours.surface,
        role.Midlight: colours.navigation,
        role.Mid: colours.hairline,
        role.Dark: colours.hairline,
        role.Shadow: colours.hairline,
    }
    palette = QPalette()
    for key, value in table.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.quiet))
    return palette
