"""From the preview to the printer: store, print, ask whether it came out right."""

from collections.abc import Sequence

from allvar_desktop.domain.ids import PaperId
from allvar_desktop.domain.paper import Paper
from allvar_desktop.errors import KnownError
from allvar_desktop.services import papers
from allvar_desktop.services.prepared import PreparedPaper
from allvar_desktop.services.session import Session
from ui.dialogs import ask
from ui.printing import print_pdf

_RIGHT = "Kom den ut rätt ur skrivaren?"


def print_all(session: Session, prepared: Sequence[PreparedPaper]) -> int:
    """Issue and print each paper that nothing stops; how many came out right comes back.

    Each is stored before it goes to the printer. Without an answer it stays *framställd*, and is asked about
    at the next unlocking. Raises `KnownError` where a printer fails.
    """
    printed = 0
    for one in prepared:
        if one.pdf is None:
            continue
        printed += print_one(session, papers.issue(session, one), one.pdf)
    return printed


def print_one(session: Session, paper: Paper, pdf: bytes) -> bool:
    """Print an issued paper and record the answer; True when it came out right."""
    if not print_pdf(pdf):
        papers.void(session, paper.id, "Utskriften avbröts.")
        return False
    return answer(session, paper)


def print_again(session: Session, paper_id: PaperId) -> bool:
    """A reprint is the stored bytes; it leaves an entry of its own."""
    return print_pdf(papers.print_again(session, paper_id))


def answer(session: Session, paper: Paper) -> bool:
    """Ask whether the paper came out right: *utskriven*, or *makulerad* with a reason."""
    if ask.confirm(_RIGHT, f"{paper.kind.text}, handling {paper.number}.", yes="Ja, den är rätt", no="Nej"):
        papers.confirm_printed(session, paper.id)
        return True
    why = ask.line("Makulera handlingen", "Vad blev fel?", start="Utskriften blev fel.", yes="Makulera")
    if why is not None:
        papers.void(session, paper.id, why)
    return False


def ask_about_unanswered(session: Session) -> None:
    """After a crash between storing and answer: ask about each paper that was left without one."""
    for paper in papers.unanswered(session):
        try:
            answer(session, paper)
        except KnownError:
            return
