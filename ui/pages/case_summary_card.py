"""*Sammanfattning*: the record of each held talk, its lock, and the papers made from it."""

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.meeting import Meeting, MeetingState
from allvar_desktop.domain.paper import Paper, PaperKind
from allvar_desktop.domain.time_text import instant_text
from ui import names
from ui.pages.case_card import StepCard, label, plain, quiet, together
from ui.pages.case_desk import CaseDesk
from ui.pages.case_foot import add_foot
from ui.pages.case_meeting_work import MeetingWork
from ui.pages.case_paper_row import paper_buttons, paper_pill, paper_when
from ui.pages.case_paper_work import PaperWork
from ui.pages.case_pills import deadline_pill
from ui.pages.case_words import capital
from ui.widgets.buttons import Button
from ui.widgets.pill import Pill
from ui.widgets.rows import Col

_COLUMNS = (Col(), Col(grows=True), Col(is_right=True))


def summary_card(desk: CaseDesk, work: MeetingWork, papers: PaperWork) -> StepCard:
    """The card of the step *Sammanfattning*."""
    begun = work.begun()
    card = StepCard("Sammanfattning", *[pill for meeting in begun for pill in _pills(desk, meeting)])
    for meeting in begun:
        card.rows(
            "Sammanfattning",
            _COLUMNS,
            [_record_row(desk, work, meeting), *_paper_rows(desk, papers, meeting)],
        )
        if _is_locked(work, meeting):
            card.buttons(*_buttons(work, meeting))
    if not begun:
        card.say("När samtalet har börjat skrivs det ner här, låses och skrivs ut.")
    add_foot(card, desk, ["open_meeting"] if begun or work.coming() else [])
    return card


def _is_locked(work: MeetingWork, meeting: Meeting) -> bool:
    record = work.record_of(meeting)
    return record is not None and record.is_locked


def _pills(desk: CaseDesk, meeting: Meeting) -> list[Pill]:
    return [
        deadline_pill(row.deadline, desk.now)
        for row in desk.view.deadlines.records
        if row.meeting_id == meeting.id
    ]


def _record_row(desk: CaseDesk, work: MeetingWork, meeting: Meeting) -> list[QWidget | None]:
    record = work.record_of(meeting)
    if meeting.state is MeetingState.ONGOING:
        words = "Samtalet pågår, utkast"
    elif record is None or record.locked is None:
        words = "Utkast, inte låst"
    else:
        who = desk.view.accounts[record.locked_by].signature if record.locked_by else ""
        words = f"Låst {instant_text(record.locked, desk.now)} av {who}"
    began = instant_text(meeting.began or meeting.starts, desk.now)
    button = Button("Läs" if _is_locked(work, meeting) else "Öppna samtalet", name=f"Öppna samtalet {began}")
    button.clicked.connect(lambda: work.open_meeting(meeting))
    return [label("Samtalet"), plain(capital(f"{began}. {words}.")), button]


def _paper_rows(desk: CaseDesk, papers: PaperWork, meeting: Meeting) -> list[list[QWidget | None]]:
    kinds = (PaperKind.SUMMARY, PaperKind.FAMILY_COPY)
    return [
        _paper_row(desk, papers, paper)
        for paper in desk.facts.papers
        if paper.meeting_id == meeting.id and paper.kind in kinds
    ]


def _paper_row(desk: CaseDesk, papers: PaperWork, paper: Paper) -> list[QWidget | None]:
    who = desk.facts.party(paper.recipient_id).shown_name if paper.recipient_id else ""
    to = f" till {names.shown(who)}" if who else ""
    reason = f". {paper.state_reason}" if paper.state_reason else ""
    words = f"Handling {paper.number}{to}, {paper_when(desk, paper)}{reason}"
    kind = "Familjens exemplar" if paper.kind is PaperKind.FAMILY_COPY else "Sammanfattning"
    return [
        label(kind),
        quiet(words),
        together(paper_pill(paper), *paper_buttons(papers, paper), is_right=True),
    ]


def _buttons(work: MeetingWork, meeting: Meeting) -> tuple[Button, Button]:
    summary = Button("Sammanfattning", icon="printer", name="Förhandsvisa sammanfattningen")
    summary.clicked.connect(lambda: work.print_summary(meeting))
    family = Button("Familjens exemplar", icon="printer", name="Förhandsvisa familjens exemplar")
    family.clicked.connect(lambda: work.print_family_copy(meeting))
    return summary, family
