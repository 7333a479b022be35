"""*Uppföljning*: the days that come after a held talk, and what was promised at it."""

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.deadlines import Deadline
from allvar_desktop.domain.record import Commitment
from allvar_desktop.domain.time_text import instant_text, long_day_text, short_day_text
from allvar_desktop.services.commitments import mark_commitment_done
from allvar_desktop.services.follow_ups import FollowUps, follow_ups
from ui import names
from ui.pages.case_card import StepCard, label, plain, quiet, together
from ui.pages.case_desk import CaseDesk
from ui.pages.case_foot import add_foot
from ui.pages.case_names import hidden_in
from ui.pages.case_pills import deadline_pill
from ui.widgets.buttons import Button
from ui.widgets.headings import SectionHead
from ui.widgets.pill import Pill, PillText
from ui.widgets.rows import Col

_NOTHING = FollowUps(None, (), ())


def follow_up_card(desk: CaseDesk) -> StepCard:
    """The card of the step *Uppföljning*."""
    card = StepCard("Uppföljning")
    coming = desk.shell.run(lambda: follow_ups(desk.session, desk.case_id)) or _NOTHING
    if coming.held is None:
        card.say(
            "Efter samtalet följer enheten upp efter 1, 3, 6 och 12 månader. "
            "Dagarna står här när samtalet är hållet."
        )
    else:
        card.say(f"Räknat från samtalet {long_day_text(coming.held)}.")
        rows = [_day_row(desk, deadline) for deadline in coming.deadlines]
        card.rows("Uppföljningar", (Col(), Col(grows=True), Col(is_right=True)), rows)
    if coming.commitments:
        card.body.addWidget(SectionHead("Åtaganden", has_line=False))
        rows = [_commitment_row(desk, row) for row in coming.commitments]
        card.rows("Åtaganden", (Col(grows=True), Col(), Col(is_right=True)), rows)
    elif coming.held is not None:
        card.say("Inga åtaganden skrevs ner vid samtalet.")
    is_over = coming.held is not None and desk.facts.case.is_open
    add_foot(card, desk, ["close_case"] if is_over else [])
    return card


def _day_row(desk: CaseDesk, deadline: Deadline) -> list[QWidget | None]:
    months = f"{deadline.rule.limit} {'månad' if deadline.rule.limit == 1 else 'månader'}"
    words = long_day_text(deadline.due_day) if deadline.due_day else ""
    moved = deadline.strict_day if deadline.strict_day != deadline.due_day else None
    if moved is not None:
        words += f" (flyttat från {short_day_text(moved)})"
    has_been = deadline.due_day is not None and deadline.due_day < desk.session.today
    return [
        label(months),
        plain(words),
        quiet("har varit") if has_been else deadline_pill(deadline, desk.now),
    ]


def _commitment_row(desk: CaseDesk, row: Commitment) -> list[QWidget | None]:
    due = (
        short_day_text(row.due, with_year=row.due.year != desk.session.today.year) if row.due else "ingen dag"
    )
    words = f"{_who(desk, row)}: {hidden_in(row.text, desk.facts.parties)}"
    button = Button(
        "Ångra klart" if row.done else "Klart", name=f"{'Ångra klart' if row.done else 'Klart'}: {words}"
    )
    button.clicked.connect(lambda: _mark(desk, row))
    cells: list[QWidget] = [button]
    if row.done is not None:
        cells.insert(0, Pill(PillText("done_in_time", f"Klart {instant_text(row.done, desk.now)}")))
    elif row.due is not None and row.due < desk.session.today:
        cells.insert(0, Pill(PillText("overdue", "Dagen har gått")))
    return [plain(words), quiet(due), together(*cells, is_right=True)]


def _who(desk: CaseDesk, row: Commitment) -> str:
    if row.party_id is not None:
        return names.shown(desk.facts.party(row.party_id).shown_name)
    return desk.view.accounts[row.account_id].name if row.account_id is not None else "Socialtjänsten"


def _mark(desk: CaseDesk, row: Commitment) -> None:
    is_done = row.done is None
    told = "Åtagandet är klart." if is_done else "Åtagandet är inte klart."
    desk.did(lambda: mark_commitment_done(desk.session, row.id, is_done=is_done), told)
