"""*Varför?*: the arithmetic of a deadline, line by line, with exact times when one points at them."""

import re
from collections.abc import Sequence

from allvar_desktop.domain.time_text import MONTH_NAMES
from ui import style
from ui.dialogs.dialog import Dialog, window_below
from ui.dialogs.field_area import FieldArea
from ui.widgets.rows import Col, RowList
from ui.widgets.text import Text

_LONG_TIME = re.compile(
    rf"(\d{{1,2}}) ({'|'.join(MONTH_NAMES)}) (\d{{4}})(?: kl\. (?:ungefär )?(\d\d)\.(\d\d))?"
)


class WhyDialog(Dialog):
    """A line for each step of the sum."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("Varför?", "", "Stäng", "", window_below())
        self.lines = tuple(lines)
        rows = RowList((Col(grows=True),), "Uträkningen")
        # The bundled font has no arrow.
        rows.set_rows([[_line(words.replace(" → ", " till "))] for words in lines])
        area = FieldArea()
        area.fields.addWidget(rows)
        self.body.addWidget(area)
        self.setMinimumWidth(area.wide_enough() + style.step(6))
        self.yes_button.setFocus()


def _line(words: str) -> Text:
    made = Text(words)
    made.setToolTip(exact_times(words))
    return made


def exact_times(words: str) -> str:
    """The times of a line as ISO: ``fredag 27 mars 2026 kl. 15.40`` is ``2026-03-27 15:40``."""
    found = []
    for day, month, year, hour, minute in _LONG_TIME.findall(words):
        at = f" {hour}:{minute}" if hour else ""
        found.append(f"{year}-{MONTH_NAMES.index(month) + 1:02}-{int(day):02}{at}")
    return ", ".join(found)
