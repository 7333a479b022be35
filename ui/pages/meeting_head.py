"""The head of *Samtal*: with whom, when and where, how it stands, and the next step."""

from collections.abc import Callable, Mapping

from allvar_desktop.domain.meeting import Meeting, MeetingState
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.time_text import clock_text, instant_text
from ui import actions, names
from ui.pages.meeting_desk import MeetingDesk
from ui.widgets.buttons import Button, Kind
from ui.widgets.headings import PageHead

BEGIN, END, LOCK, PREVIEW, FAMILY, CASE = "begin", "end", "lock", "preview", "family", "case"
_WORDS = {
    BEGIN: "Börja samtalet",
    END: "Avsluta samtalet",
    LOCK: "Lås och skriv ut",
    PREVIEW: "Förhandsvisa",
    FAMILY: "Familjens exemplar",
    CASE: "Ärendet",
}


class MeetingHead:
    """Keeps the head as the talk stands; `ways` says what each button does."""

    def __init__(self, head: PageHead, desk: MeetingDesk, ways: Mapping[str, Callable[[], object]]) -> None:
        self._head, self._desk, self._ways = head, desk, ways
        self._shown: list[str] = []
        self.buttons: dict[str, Button] = {}

    def show(self) -> None:
        """Title, times and buttons; the buttons are made anew only when others are wanted."""
        desk = self._desk
        self._head.set_title(f"Samtal med {names.shown(desk.facts.child.shown_name)}", _subtitle(desk))
        wanted = self._wanted()
        if wanted == self._shown:
            return
        self._shown = wanted
        self.buttons = {key: self._button(key, is_last=key == wanted[-1]) for key in wanted}
        self._head.set_buttons(*self.buttons.values())

    @property
    def next_step(self) -> str:
        """What the filled button does."""
        return self._wanted()[-1]

    def focus(self) -> None:
        """To the button of the next step."""
        self.buttons[self.next_step].setFocus()

    def _wanted(self) -> list[str]:
        desk = self._desk
        if desk.is_locked:
            return [CASE, FAMILY, PREVIEW]
        if desk.may_write:
            return [CASE, END, LOCK] if desk.is_ongoing else [CASE, LOCK]
        return [CASE, BEGIN] if desk.meeting.state.is_coming else [CASE]

    def _button(self, key: str, *, is_last: bool) -> Button:
        is_next = is_last and key != CASE
        hint = actions.action("next_step").hint if is_next else ""
        made = Button(_WORDS[key], Kind.PRIMARY if is_next else Kind.PLAIN, hint=hint)
        made.clicked.connect(lambda: self._desk.shell.succeeds(self._ways[key]))
        return made


def _subtitle(desk: MeetingDesk) -> str:
    meeting = desk.meeting
    room = meeting.room
    where = (room if room.lower().startswith("rum") else f"rum {room}") if room else ""
    parts = (instant_text(meeting.starts, desk.now), where, meeting.place, _state(desk, meeting))
    return " · ".join(part for part in parts if part)


def _state(desk: MeetingDesk, meeting: Meeting) -> str:
    record = desk.record.record if desk.record else None
    if record is not None and record.locked is not None:
        return f"låst {instant_text(record.locked, desk.now)}"
    if meeting.state is MeetingState.ONGOING and meeting.began is not None:
        at = Moment.from_instant(meeting.began).at
        return f"pågår sedan {clock_text(at)}" if at else "pågår"
    return meeting.state.text
