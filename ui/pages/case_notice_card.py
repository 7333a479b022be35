"""*Underrättelse*: what came in and when, the two assessments, and what the police have said."""

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.deadlines import Deadline
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.notice import MayBeTold, Notice
from allvar_desktop.domain.time_text import iso_text, moment_text
from ui.pages.case_card import StepCard, label, plain, quiet, together
from ui.pages.case_corrections import earlier_values
from ui.pages.case_desk import CaseDesk
from ui.pages.case_foot import add_foot
from ui.pages.case_names import hidden_in
from ui.pages.case_notice_work import NoticeWork
from ui.pages.case_pills import deadline_pill
from ui.pages.case_words import capital
from ui.widgets.buttons import Button
from ui.widgets.headings import SectionHead
from ui.widgets.pill import Pill, PillText
from ui.widgets.rows import Col

_COLUMNS = (Col(), Col(grows=True), Col(is_right=True))
_Row = list[QWidget | None]


def notice_card(desk: CaseDesk, work: NoticeWork) -> StepCard:
    """The card of the step *Underrättelse*."""
    notices = work.newest_first()
    if not notices:
        card = StepCard("Underrättelse")
        card.say("Ingen underrättelse finns. Lägg till den som har kommit in.")
        add_foot(card, desk, ["add_notice"])
        return card
    card = StepCard(_title(notices[0], notices), *_state(notices[0]))
    _add_notice(card, desk, work, notices[0], is_first=True)
    for notice in notices[1:]:
        card.body.addWidget(SectionHead(_title(notice, notices), has_line=False))
        _add_notice(card, desk, work, notice, is_first=False)
    add_foot(card, desk, ["correct", "add_notice"])
    return card


def _title(notice: Notice, notices: tuple[Notice, ...]) -> str:
    events = {each.event_no for each in notices}
    return f"{notice.kind.text}, händelse {notice.event_no}" if len(events) > 1 else notice.kind.text


def _state(notice: Notice) -> list[Pill]:
    if notice.received.is_uncertain:
        return [Pill(PillText("waiting", "tid osäker"), "Klockan räknar från den tidigaste möjliga tiden.")]
    return []


def _add_notice(card: StepCard, desk: CaseDesk, work: NoticeWork, notice: Notice, *, is_first: bool) -> None:
    rows = [
        _time_row(desk, work, notice, "Mottagen", "received", f" ({notice.arrival.text})"),
        _time_row(desk, work, notice, "Polisanmälan", "reported"),
        _time_row(desk, work, notice, "Händelsen", "offence", _event(desk, notice)),
        _sender_row(notice),
        _told_row(desk, work, notice, is_first=is_first),
        _protection_row(desk, work, notice, is_first=is_first),
        _preliminary_row(desk, work, notice, is_first=is_first),
    ]
    card.rows(notice.kind.text, _COLUMNS, rows)


def _event(desk: CaseDesk, notice: Notice) -> str:
    return f" · {hidden_in(notice.event_text, desk.facts.parties)}" if notice.event_text else ""


def _time_row(
    desk: CaseDesk, work: NoticeWork, notice: Notice, name: str, field: str, more: str = ""
) -> _Row:
    moment: Moment | None = getattr(notice, field)
    words = moment_text(moment, desk.now) if moment else "tid saknas"
    words = f"{capital(words)}{more}"
    if notice.is_first_emptying and field == "received":
        words += ", låg i posten vid första tömningen"
    earlier = earlier_values(desk.facts, "notice", notice.id, (field,))
    cell = plain(f"{words}. {earlier}" if earlier else words, iso_text(moment) if moment else "")
    button = None
    if field == "received":
        button = Button("Rätta", name=f"Rätta {notice.kind.text}")
        button.clicked.connect(lambda: work.correct(notice_id=notice.id))
    return [label(name), cell, button]


def _sender_row(notice: Notice) -> _Row:
    words = ", ".join(part for part in (notice.sender, notice.reference) if part)
    about = "" if notice.names_suspicion else " Nämner ingen misstanke om brott: ingen klocka."
    return [
        label("Från"),
        plain(f"{words or 'avsändare saknas'}.{about}" if about else words or "saknas"),
        None,
    ]


def _told_row(desk: CaseDesk, work: NoticeWork, notice: Notice, *, is_first: bool) -> _Row:
    states = {MayBeTold.YES: "done_in_time", MayBeTold.NO: "urgent", MayBeTold.NOT_ASKED: "waiting"}
    words = {
        MayBeTold.YES: "Får underrättas",
        MayBeTold.NO: "Polisen ber oss vänta",
        MayBeTold.NOT_ASKED: "Inte frågat",
    }
    pill = Pill(PillText(states[notice.may_be_told], words[notice.may_be_told]))
    said = ""
    if notice.told_at is not None:
        said = moment_text(notice.told_at, desk.now)
        said = f"Svar {said}" + (f" ({notice.told_by})" if notice.told_by else "")
    earlier = earlier_values(desk.facts, "notice", notice.id, ("may_be_told",))
    button = Button("Fråga polisen", hint="P" if is_first else "", name=f"Fråga polisen: {notice.kind.text}")
    button.clicked.connect(lambda: work.ask_police(notice_id=notice.id))
    return [label("Familjen"), quiet(f"{said} {earlier}".strip()), together(pill, button, is_right=True)]


def _protection_row(desk: CaseDesk, work: NoticeWork, notice: Notice, *, is_first: bool) -> _Row:
    made = desk.facts.protection_assessment_of(notice.id)
    words = "Inte gjord än."
    if made is not None:
        result = made.result.text if made.result else f"inte gjord: {made.reason}"
        who = desk.view.accounts[made.account_id].signature
        words = f"{capital(result)}, {moment_text(made.made, desk.now)}, {who}"
    button = Button(
        "Ändra" if made else "Skyddsbedöm",
        hint="B" if is_first else "",
        name=f"Skyddsbedöm: {notice.kind.text}",
    )
    button.clicked.connect(lambda: work.assess(notice))
    return [label("Skydd"), plain(words), _with_pill(desk, work.protection_deadline(notice), button)]


def _preliminary_row(desk: CaseDesk, work: NoticeWork, notice: Notice, *, is_first: bool) -> _Row:
    made = desk.facts.preliminary_assessment_of(notice.id)
    deadline = work.preliminary_deadline(notice)
    words = "Ingen frist, utredning pågår." if deadline is None else "Inte beslutad än."
    if made is not None:
        who = desk.view.accounts[made.account_id].signature
        words = f"{capital(made.decision.text)}, {moment_text(made.made, desk.now)}, {who}"
        words += f". {made.reason}" if made.reason else ""
    button = Button(
        "Ändra" if made else "Förhandsbedöm",
        hint="F" if is_first else "",
        name=f"Förhandsbedöm: {notice.kind.text}",
    )
    button.clicked.connect(lambda: work.decide(notice))
    return [label("Förhandsbedömning"), plain(words), _with_pill(desk, deadline, button)]


def _with_pill(desk: CaseDesk, deadline: Deadline | None, button: Button) -> QWidget:
    pills = [deadline_pill(deadline, desk.now)] if deadline is not None else []
    return together(*pills, button, is_right=True)
