"""*Fråga polisen*: may the family be told yet, and who said so."""

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.ids import NoticeId
from allvar_desktop.domain.notice import MayBeTold
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.notices import answer_may_be_told
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.choices import ChoiceChips
from ui.widgets.text_fields import TextField

_ANSWERS = (
    (MayBeTold.YES, "Ja, familjen får underrättas"),
    (MayBeTold.NO, "Nej, vänta"),
    (MayBeTold.NOT_ASKED, "Inte frågat än"),
)


class ToldDialog(FormDialog):
    """The answer by number, then who gave it."""

    def __init__(self, session: Session, notice_id: NoticeId, text: str) -> None:
        super().__init__("Får familjen underrättas?", text)
        self._session = session
        self._notice_id = notice_id
        self.answer = ChoiceChips(_ANSWERS)
        self.told_by = TextField(text_limits.NAME, 36)
        self.fields.addWidget(self.form.row("answer", "Polisens svar", self.answer))
        self.fields.addWidget(self.form.row("told_by", "Vem som svarade", self.told_by))

    def submit(self) -> None:
        if self.answer.value() is None:
            refuse([Problem("answer", "Välj vad polisen har svarat.")])
        answer = MayBeTold(self.answer.value())
        answer_may_be_told(self._session, self._notice_id, answer, self.told_by.value())
