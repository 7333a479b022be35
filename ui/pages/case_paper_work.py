"""Issued papers: seen again as they were printed, or voided with a reason."""

from allvar_desktop.domain.paper import Paper
from allvar_desktop.services import papers
from ui.dialogs import ask
from ui.pages.case_desk import CaseDesk


class PaperWork:
    """What one can do about a paper that has been issued."""

    def __init__(self, desk: CaseDesk) -> None:
        self._desk = desk

    def show(self, paper: Paper) -> None:
        """The stored bytes, on the page for previews."""
        self._desk.shell.go("preview", paper_id=paper.id)

    def void(self, paper: Paper) -> None:
        """*Makulera*: a print is never undone, but it can be said not to hold."""
        reason = ask.line(
            f"Makulera handling {paper.number}",
            "Varför",
            text="Handlingen och numret står kvar. Numret används inte igen.",
            yes="Makulera",
        )
        if reason is not None:
            self._desk.did(
                lambda: papers.void(self._desk.session, paper.id, reason),
                f"Handling {paper.number} är makulerad.",
            )
