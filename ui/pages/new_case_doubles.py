"""*Finns redan?*: children who are likely the same, shown while the name or the number is typed."""

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.doubles import Double
from allvar_desktop.domain.identity_number import age_on, parse_identity
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.services.doubles import likely_doubles
from allvar_desktop.services.searches import log_search
from ui import actions, names, style
from ui.navigation import Shell
from ui.widgets.banner import Banner

_MOST_SHOWN = 3
_PAUSE_MS = 250
_LOG_AFTER_MS = 2_000
"""What a search has shown is logged two seconds after the last key (design.md §3)."""


class DoublesStrip(QWidget):
    """Looks a moment after the last key; the surest double stands first."""

    compare_requested = Signal(object)
    """Somebody wants to compare with this `Double`."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._wanted: tuple[str, str, date | None] = ("", "", None)
        self._logged: frozenset[CaseId] = frozenset()
        self.doubles: tuple[Double, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1))
        self.strips = [Banner() for _ in range(_MOST_SHOWN)]
        for strip in self.strips:
            strip.close_button.hide()
            column.addWidget(strip)
        self._pause, self._log_timer = QTimer(self), QTimer(self)
        for timer, wait, work in (
            (self._pause, _PAUSE_MS, self.look),
            (self._log_timer, _LOG_AFTER_MS, self._log),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(work)
        names.screen().toggled.connect(self._show)
        self.hide()

    def watch(self, child: NewParty) -> None:
        """Look for this child when the typing pauses."""
        number = parse_identity(child.identity_number, self._shell.session.today).number
        wanted = (child.name, number.text if number else "", child.birth_date)
        if wanted != self._wanted:
            self._wanted = wanted
            self._pause.start()

    def stop(self) -> None:
        """Forget what was looked for, and show nothing."""
        self._pause.stop()
        self._log_timer.stop()
        self._wanted = ("", "", None)
        self._logged = frozenset()
        self.doubles = ()
        self._show()

    def look(self) -> None:
        """Look now."""
        self._pause.stop()
        session = self._shell.session
        found = self._shell.run(lambda: likely_doubles(session, *self._wanted))
        self.doubles = (found or ())[:_MOST_SHOWN]
        self._show()
        shown = frozenset(double.child.case_id for double in self.doubles)
        if shown and shown != self._logged:
            self._log_timer.start()

    def compare_first(self) -> None:
        """Compare with the surest double; nothing happens when there is none."""
        if self.doubles:
            self.compare_requested.emit(self.doubles[0])

    def _log(self) -> None:
        self._log_timer.stop()
        shown = tuple(double.child.case_id for double in self.doubles)
        if shown and self._shell.succeeds(lambda: log_search(self._shell.session, shown)):
            self._logged = frozenset(shown)

    def _show(self) -> None:
        for place, strip in enumerate(self.strips):
            if place >= len(self.doubles):
                strip.hide()
                continue
            double = self.doubles[place]
            words = _words(double, self._shell.session.today)
            strip.tell(words, "Jämför", partial(self.compare_requested.emit, double), state="urgent")
            if place == 0:
                strip.button.set_words("Jämför", hint=actions.action("compare").hint)
            strip.button.setAccessibleName(f"Jämför med {double.child.case_number}")
        self.setVisible(bool(self.doubles))


def _words(double: Double, today: date) -> str:
    child = double.child
    state = "öppet" if child.is_open else "avslutat"
    if not child.may_be_shown:
        return f"Finns redan? {child.case_number}, {state}, hos en kollega. {double.reason}"
    age = f", {age_on(child.birth_date, today)} år" if child.birth_date else ""
    advice = " Lägg underrättelsen till ärendet." if double.is_certain and child.is_open else ""
    who = f"{names.shown(child.name)}{age}, {child.case_number}, {state}"
    return f"Finns redan? {who}. {double.reason}{advice}"
