"""An issued paper in a list: its state, when, and how it is seen again or voided."""

from allvar_desktop.domain.paper import Paper, PaperState
from allvar_desktop.domain.time_text import instant_text
from ui.pages.case_desk import CaseDesk
from ui.pages.case_paper_work import PaperWork
from ui.pages.case_words import capital
from ui.widgets.buttons import Button, Kind
from ui.widgets.pill import Pill, PillText

_STATES = {PaperState.ISSUED: "waiting", PaperState.PRINTED: "done_in_time", PaperState.VOIDED: "lapsed"}


def paper_pill(paper: Paper) -> Pill:
    """*framställd*, *utskriven* or *makulerad*."""
    return Pill(PillText(_STATES[paper.state], capital(paper.state.text)))


def paper_when(desk: CaseDesk, paper: Paper) -> str:
    """When it came to be as it is."""
    return instant_text(paper.state_changed or paper.issued, desk.now)


def paper_buttons(work: PaperWork, paper: Paper) -> tuple[Button, ...]:
    """*Visa*, and *Makulera* while it is not."""
    show = Button("Visa", Kind.LINK, name=f"Visa handling {paper.number}")
    show.clicked.connect(lambda: work.show(paper))
    if paper.state is PaperState.VOIDED:
        return (show,)
    void = Button("Makulera", Kind.LINK, name=f"Makulera handling {paper.number}")
    void.clicked.connect(lambda: work.void(paper))
    return show, void
