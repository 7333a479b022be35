"""*Kallelse*: for each coming talk who gets a letter, and what became of it."""

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.letter_address import addressed
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.paper import Paper, PaperKind, PaperState
from allvar_desktop.domain.party import Party, Protection
from allvar_desktop.domain.time_text import instant_text
from allvar_desktop.services import summonses
from ui import names
from ui.pages.case_card import StepCard, plain, quiet, together
from ui.pages.case_desk import CaseDesk
from ui.pages.case_foot import add_foot
from ui.pages.case_meeting_work import MeetingWork
from ui.pages.case_paper_row import paper_buttons, paper_pill, paper_when
from ui.pages.case_paper_work import PaperWork
from ui.widgets.pill import Pill, PillText
from ui.widgets.rows import Col

_COLUMNS = (Col(), Col(grows=True), Col(is_right=True))


def summons_card(desk: CaseDesk, work: MeetingWork, papers: PaperWork) -> StepCard:
    """The card of the step *Kallelse*."""
    card = StepCard("Kallelser")
    coming = work.coming()
    for meeting in coming:
        card.say(f"Till samtalet {instant_text(meeting.starts, desk.now)}, {meeting.room or meeting.place}.")
        readers = letter_readers(desk, meeting)
        card.rows("Kallelser", _COLUMNS, [_row(desk, papers, meeting, reader) for reader in readers])
        if not readers:
            card.say("Ingen vuxen är kallad till samtalet. Ändra samtalet och välj vem som kallas.")
    old = [paper for paper in desk.facts.papers if _is_old(paper, coming)]
    if not coming and not old:
        card.say("När ett samtal är bokat står här ett brev till var och en som kallas.")
    if old:
        card.rows("Tidigare kallelser", _COLUMNS, [_old_row(desk, papers, paper) for paper in old])
    is_told = all(check.is_passed for check in desk.view.checks)
    others = _actions(work) if is_told else ["ask_police"]
    has_ended = desk.facts.ending_of(desk.facts.event_no) or desk.facts.held_meetings(desk.facts.event_no)
    add_foot(card, desk, [] if has_ended or not desk.facts.case.is_open else others)
    return card


def _actions(work: MeetingWork) -> list[str]:
    if not work.coming():
        return ["book"]
    return ["write_summons", *(["change_meeting"] if work.changeable() else [])]


def letter_readers(desk: CaseDesk, meeting: Meeting) -> tuple[Party, ...]:
    """Who gets a letter to this talk."""
    return summonses.recipients(desk.session, desk.facts, meeting)


def _row(desk: CaseDesk, papers: PaperWork, meeting: Meeting, reader: Party) -> list[QWidget | None]:
    letters = [
        paper
        for paper in desk.facts.papers_of(meeting.id, PaperKind.SUMMONS)
        if paper.recipient_id == reader.id
    ]
    name = plain(names.shown(reader.shown_name))
    name.setWordWrap(False)
    if not letters:
        pill = Pill(PillText("plenty", "Inte skriven"))
        return [name, quiet(_way(addressed(desk.facts, reader))), pill]
    last = letters[-1]
    return [
        name,
        quiet(f"Handling {last.number}, {paper_when(desk, last)}"),
        together(paper_pill(last), *paper_buttons(papers, last), is_right=True),
    ]


def _way(reader: Party) -> str:
    if reader.protection is Protection.PROTECTED_REGISTRATION:
        return "Skyddad folkbokföring: ring, och lämna brevet för hand"
    if not reader.has_full_address:
        return "Adress saknas: lämna brevet för hand, eller rätta adressen"
    return "Post hinner inte alltid fram. Lämna för hand eller ring."


def _is_old(paper: Paper, coming: tuple[Meeting, ...]) -> bool:
    if paper.kind is not PaperKind.SUMMONS:
        return False
    is_now = paper.meeting_id in {meeting.id for meeting in coming}
    return not is_now or paper.state is PaperState.VOIDED


def _old_row(desk: CaseDesk, papers: PaperWork, paper: Paper) -> list[QWidget | None]:
    who = desk.facts.party(paper.recipient_id).shown_name if paper.recipient_id else ""
    name = plain(names.shown(who))
    name.setWordWrap(False)
    reason = f". {paper.state_reason}" if paper.state_reason else ""
    words = f"Handling {paper.number}, {paper_when(desk, paper)}{reason}"
    return [name, quiet(words), together(paper_pill(paper), *paper_buttons(papers, paper), is_right=True)]
