"""The head of *Ett ärende*: who, which number, how old, what protection, and the clock."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from allvar_desktop.domain.identity_number import IdentityNumber
from allvar_desktop.domain.party import Party, Protection
from allvar_desktop.services.case_views import CaseView
from ui import icons, names, palette, style
from ui.pages.case_desk import CaseDesk
from ui.pages.case_pills import deadline_pill, show_deadline
from ui.pages.case_words import capital
from ui.style import Size
from ui.widgets.buttons import Kind
from ui.widgets.headings import PageHead
from ui.widgets.pill import Pill, PillText, pill_size


class ShieldMark(QWidget):
    """A shield with the protection in words."""

    def __init__(self, words: str, hover: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pill = PillText("urgent", words)
        self.setAccessibleName(words)
        self.setToolTip(hover)

    def sizeHint(self) -> QSize:
        return pill_size(self._pill)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pair = palette.current().states[self._pill.state]
        frame = QRectF(self.rect())
        painter.setPen(QColor(pair.tint))
        painter.setBrush(QColor(pair.tint))
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        line = style.line_height(Size.SMALL)
        side = line * 0.85
        icons.paint(painter, "shield", pair.ink, QRectF(line * 0.4, (self.height() - side) / 2, side, side))
        painter.setPen(QColor(pair.ink))
        painter.setFont(style.font(Size.SMALL))
        box = frame.adjusted(line * 1.4, 0, 0, 0)
        painter.drawText(box, 0x0080 | 0x0001, self._pill.words)  # AlignVCenter | AlignLeft


class CaseHead:
    """Fills the head of the page, and keeps its clock going."""

    def __init__(self, head: PageHead, desk: CaseDesk) -> None:
        self._head = head
        self._desk = desk
        self._clock: Pill | None = None

    def show(self) -> None:
        """Everything anew."""
        view = self._desk.view
        child = view.facts.child
        title = names.shown(child.name) if child.name else "Okänt namn"
        number = IdentityNumber(child.identity_number).display() if child.identity_number else ""
        parts = (view.facts.case.number, names.masked(number) or "personnummer okänt", ages(view))
        self._head.set_title(title, " · ".join(part for part in parts if part))
        self._clock = self._clock_pill()
        shields = [ShieldMark(words, hover) for words, hover in shields_of(view)]
        why = [self._desk.button("why", "Varför?", Kind.LINK)] if self._clock is not None else []
        states: list[QWidget] = [*shields, *([self._clock] if self._clock else []), *self._uncertain(), *why]
        self._head.set_state(*states)

    def _clock_pill(self) -> Pill | None:
        view = self._desk.view
        if not view.facts.case.is_open and (view.clock is None or view.clock.talk.is_running):
            return Pill(PillText("lapsed", "Avslutat"))
        if view.clock is None or not view.clock.notice_count:
            return None
        return deadline_pill(view.clock.talk, self._desk.now)

    def _uncertain(self) -> list[Pill]:
        clock = self._desk.view.clock
        if clock is None or not clock.talk.is_uncertain or not clock.talk.is_running:
            return []
        return [Pill(PillText("waiting", "tid osäker"), "Klockan räknar från den tidigaste möjliga tiden.")]

    def show_clock(self, view: CaseView) -> None:
        """The time left, anew."""
        is_going = view.clock is not None and view.clock.talk.is_running and view.facts.case.is_open
        if self._clock is not None and view.clock is not None and is_going:
            show_deadline(self._clock, view.clock.talk, self._desk.now)


def ages(view: CaseView) -> str:
    """``12 år (12 vid händelsen)``."""
    if view.age_today is None:
        return "ålder okänd"
    then = f" ({view.age_at_offence} vid händelsen)" if view.age_at_offence is not None else ""
    return f"{view.age_today} år{then}"


def shields_of(view: CaseView) -> list[tuple[str, str]]:
    """What is said of protection: the child's own, and that others in the case are protected."""
    found = []
    child = view.facts.child
    if child.protection is Protection.UNKNOWN:
        found.append(("Skydd okänt", "Räknas som skyddat tills någon har kontrollerat det."))
    elif child.protection.is_protected:
        words = child.protection.text
        found.append((capital(words), f"Barnet har {words}."))
    others = [party for party in view.facts.family if party.id != child.id and _is_shown(party)]
    if others:
        found.append(
            ("Skydd för annan i ärendet", ", ".join(names.shown(party.shown_name) for party in others))
        )
    return found


def _is_shown(party: Party) -> bool:
    return party.protection.is_protected and bool(party.name or party.protection is not Protection.UNKNOWN)
