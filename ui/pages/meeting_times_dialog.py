"""When the talk began and ended, corrected afterwards."""

from typing import ClassVar

from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.records import set_times
from ui.dialogs.form_dialog import FormDialog
from ui.pages.meeting_desk import MeetingDesk
from ui.widgets.special_fields import MomentField


class TimesDialog(FormDialog):
    """Asks for the end only when the talk has ended."""

    help_page: ClassVar[str] = "meeting"

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__("Rätta tiderna", "De gamla tiderna går att läsa i ärendet.")
        self._desk = desk
        meeting = desk.meeting
        self.began = MomentField(lambda: desk.now)
        self.ended = MomentField(lambda: desk.now)
        rows = [self.form.row("began", "Samtalet började", self.began)]
        if meeting.ended is not None:
            rows.append(self.form.row("ended", "Samtalet slutade", self.ended))
        self.line(*rows)
        self.began.set_moment(Moment.from_instant(meeting.began) if meeting.began else None)
        self.ended.set_moment(Moment.from_instant(meeting.ended) if meeting.ended else None)

    def submit(self) -> None:
        has_end = "ended" in self.form.rows
        fields = {"began": self.began, **({"ended": self.ended} if has_end else {})}
        problems = [field.problem(name) for name, field in fields.items()]
        unsure = [
            Problem(name, "Skriv dag och klockslag, till exempel 27/3 15.40.")
            for name, field in fields.items()
            if field.problem(name) is None and ((moment := field.moment()) is None or moment.at is None)
        ]
        refuse([*filter(None, problems), *unsure])
        began, ended = self.began.moment(), self.ended.moment() if has_end else None
        if began is not None:
            set_times(
                self._desk.session,
                self._desk.meeting_id,
                began=began.earliest(),
                ended=ended.earliest() if ended else None,
            )
