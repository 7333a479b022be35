"""*Förhandsvisning*: the exact bytes that will be printed, beside the recipients and the checks."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.gate import Check, Remedy
from allvar_desktop.domain.ids import CaseId, MeetingId, PaperId
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.services import papers
from allvar_desktop.services.family_copies import prepare_family_copies
from allvar_desktop.services.meeting_views import case_of_meeting
from allvar_desktop.services.prepared import PreparedPaper
from allvar_desktop.services.summaries import prepare_summary
from allvar_desktop.services.summons_values import is_officer_named
from allvar_desktop.services.summonses import prepare_summonses
from ui import names, style
from ui.navigation import Shell
from ui.pages.base import Page
from ui.pages.preview_checks import CheckList
from ui.pages.preview_choices import LetterChoices
from ui.pages.preview_work import print_again, print_all
from ui.widgets.buttons import Button, Kind, primary
from ui.widgets.headings import Section
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.pill import Pill, PillText
from ui.widgets.rows import Col, RowList

_TITLES = {
    PaperKind.SUMMONS: "Kallelser",
    PaperKind.SUMMARY: "Sammanfattning",
    PaperKind.FAMILY_COPY: "Familjens exemplar",
}

_STOPPED = "Brevet är stoppat. Rätta det som är markerat bland kontrollerna, så visas det här."


class PreviewPage(Page):
    """Opened with what to prepare (`kind` and `meeting_id`), or with a paper that was issued (`paper_id`)."""

    key: ClassVar[str] = "preview"
    nav_key: ClassVar[str] = "cases"
    scrolls: ClassVar[bool] = False

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._kind = PaperKind.SUMMONS
        self._meeting_id: MeetingId | None = None
        self._case_id: CaseId | None = None
        self.prepared: tuple[PreparedPaper, ...] = ()
        self._shown = 0
        self._stored: PaperId | None = None
        self._make_parts()

    def _make_parts(self) -> None:
        self._readers = RowList((Col(grows=True), Col(is_right=True)), "Mottagare")
        self._choices = LetterChoices()
        self._choices.chosen.connect(self._prepare_again)
        self._checks = CheckList(self._remedy)
        self._reader_section = Section("Mottagare", self._readers)
        self._check_section = Section("Kontroller av brevet", self._checks)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, style.step(1), 0)
        for part in (self._reader_section, self._choices, self._check_section):
            column.addWidget(part)
        column.addStretch(1)
        self.pdf = PdfPreview(side)
        self.body.addWidget(self.pdf, 1)
        self.print_button = primary("Skriv ut", icon="printer", hint="Ctrl P")
        self.print_button.clicked.connect(self.print)
        self.head.set_buttons(self.print_button)

    def open(self, **params: Any) -> None:
        wanted = (params.get("kind"), params.get("meeting_id"))
        if self._stored is not None or wanted != (self._kind, self._meeting_id):
            self._choices.clear()
            self._shown = 0
        self._stored = None
        if "paper_id" in params:
            self._open_stored(PaperId(params["paper_id"]))
            return
        self._kind = PaperKind(params["kind"])
        self._meeting_id = MeetingId(params["meeting_id"])
        self._prepare()

    def save_draft(self) -> object | None:
        """What is chosen of the letters."""
        return self._choices.draft() if self._stored is None and self._kind is PaperKind.SUMMONS else None

    def restore_draft(self, draft: object) -> None:
        if isinstance(draft, dict) and self._stored is None:
            self._choices.set_draft(draft)

    def refresh(self) -> None:
        """The same papers anew; nothing is prepared, so the log gets no entry of it."""
        if self._stored is None and self._meeting_id is not None:
            self._show()

    def _prepare_again(self) -> None:
        if self._stored is None and self._meeting_id is not None:
            self.shell.succeeds(self._prepare)

    def _prepare(self) -> None:
        if self._meeting_id is None:
            return
        session = self.shell.session
        self._case_id = case_of_meeting(session, self._meeting_id)
        if self._kind is PaperKind.SUMMONS:
            self.prepared = prepare_summonses(session, self._meeting_id, self._choices.choices())
        elif self._kind is PaperKind.SUMMARY:
            self.prepared = (prepare_summary(session, self._meeting_id),)
        else:
            self.prepared = prepare_family_copies(session, self._meeting_id)
        self._shown = min(self._shown, max(len(self.prepared) - 1, 0))
        self._show()

    def _open_stored(self, paper_id: PaperId) -> None:
        session = self.shell.session
        paper = papers.paper_of(session, paper_id)
        pdf = papers.open_paper(session, paper_id)
        self._stored = paper_id
        self.prepared, self._meeting_id, self._case_id = (), None, paper.case_id
        self.head.set_title(f"{paper.kind.text}, handling {paper.number}", paper.state.text)
        self.pdf.show_side(is_shown=False)
        self.pdf.show_pdf(pdf)
        self.print_button.set_words("Skriv ut igen")
        self.print_button.setEnabled(True)

    def _show(self) -> None:
        facts = self.shell.session.facts(self._case())
        child = facts.child
        count = len(self.prepared)
        subtitle = (
            ""
            if self._kind is PaperKind.SUMMARY
            else f"{count} {'brev' if count else 'brev, ingen är kallad'}"
        )
        self.head.set_title(f"{_TITLES[self._kind]}, {names.shown(child.shown_name)}", subtitle)
        self.pdf.show_side(is_shown=True)
        self._reader_section.setVisible(self._kind is not PaperKind.SUMMARY)
        self._choices.setVisible(self._kind is PaperKind.SUMMONS)
        if self._meeting_id is not None:
            self._choices.show_police(is_called=is_officer_named(facts, facts.meeting(self._meeting_id)))
        self._readers.set_rows([self._row(at, one) for at, one in enumerate(self.prepared)])
        ready = sum(not one.is_stopped for one in self.prepared)
        words = f"Skriv ut {ready} brev" if self._kind is not PaperKind.SUMMARY else "Skriv ut"
        self.print_button.set_words(words if ready else "Inget att skriva ut")
        self.print_button.setEnabled(bool(ready))
        self._show_one(self._shown)

    def _row(self, at: int, one: PreparedPaper) -> list[QWidget | None]:
        button = Button(
            names.shown(one.recipient_name), Kind.CHOICE, name=f"Visa brevet till {one.recipient_role}"
        )
        button.setChecked(at == self._shown)
        button.clicked.connect(lambda: self._show_one(at))
        pill = PillText("overdue", "Stoppad") if one.is_stopped else PillText("done_in_time", "Klar")
        return [button, Pill(pill, one.recipient_role)]

    def _show_one(self, at: int) -> None:
        self._shown = at
        self._readers.set_marked(at if len(self.prepared) > 1 else -1)
        if not self.prepared:
            self.pdf.show_words("")
            self._checks.show_checks(())
            return
        one = self.prepared[at]
        self._choices.show_reader(one.order.recipient_id)
        self._checks.show_checks(one.checks)
        self._check_section.setVisible(bool(one.checks))
        if one.pdf is not None:
            self.pdf.show_pdf(one.pdf)
        else:
            self.pdf.show_words(_STOPPED)

    def _case(self) -> CaseId:
        if self._case_id is None:
            raise LookupError("the page shows no case before it is opened")
        return self._case_id

    def _remedy(self, check: Check) -> None:
        recipient = self.prepared[self._shown].order.recipient_id
        if check.remedy is Remedy.HAND_OVER and recipient is not None:
            self._choices.hand_over(recipient)
        elif check.remedy is Remedy.CHANGE_TIME:
            self.shell.go("booking", case_id=self._case(), meeting_id=self._meeting_id)
        elif check.remedy is Remedy.SETTINGS:
            self.shell.go("settings")
        elif self.shell.go("case", case_id=self._case()):
            self._mend_there(check)

    def _mend_there(self, check: Check) -> None:
        """The form opens over the case; when it is answered, the letters are made anew and shown again.

        Where the answer could not be kept, the case stays, with the reason.
        """
        case = self.shell.current
        if case is None:
            return
        self.shell.succeeds(lambda: case.mend(check))
        if not case.banner.tells_of_a_problem:
            self.shell.back()

    def print(self) -> None:
        """Print what is shown: the papers that nothing stops, or the stored one again."""
        stored = self._stored
        if stored is not None:
            self.shell.run(lambda: print_again(self.shell.session, stored))
            return
        printed = self.shell.run(lambda: print_all(self.shell.session, self.prepared))
        if printed:
            left = sum(one.is_stopped for one in self.prepared)
            self.shell.go("case", case_id=self._case())
            self.shell.show_banner(printed_sentence(self._kind, printed, left), state="done_in_time")
        else:
            self._prepare_again()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self.print, "next_step": self.print}


def printed_sentence(kind: PaperKind, printed: int, stopped: int) -> str:
    """How many papers came out right, and how many are stopped."""
    if kind is PaperKind.SUMMARY:
        return "Sammanfattningen är utskriven."
    done = "1 brev är utskrivet." if printed == 1 else f"{printed} brev är utskrivna."
    rest = {0: "", 1: " 1 brev är stoppat."}.get(stopped, f" {stopped} brev är stoppade.")
    return f"{done}{rest}"
