"""*Händelser*: one readable line for each event, the latest first."""

from collections.abc import Callable

from allvar_desktop.domain.time_text import iso_text, moment_text
from allvar_desktop.domain.timeline import TimelineLine
from ui.pages.case_card import plain
from ui.pages.case_desk import CaseDesk
from ui.pages.case_names import hidden_in
from ui.widgets.buttons import Button, Kind
from ui.widgets.headings import Section
from ui.widgets.rows import Col, RowList
from ui.widgets.text import Text, Tone

SHOWN_AT_FIRST = 15


def timeline_section(desk: CaseDesk, *, is_whole: bool, show_whole: Callable[[], object]) -> Section:
    """The latest events, or all of them."""
    lines = desk.view.timeline
    shown = lines if is_whole else lines[:SHOWN_AT_FIRST]
    rows = RowList((Col(), Col(grows=True), Col(is_right=True)), "Händelser")
    rows.set_rows([_row(desk, line) for line in shown])
    section = Section("Händelser", rows)
    if len(shown) < len(lines):
        more = Button(f"Visa alla {len(lines)} händelser", Kind.LINK)
        more.clicked.connect(show_whole)
        section.body.addWidget(more)
    return section


def _row(desk: CaseDesk, line: TimelineLine) -> list[Text]:
    when = Text(moment_text(line.at, desk.now), tone=Tone.QUIET, may_wrap=False, is_tabular=True)
    when.setToolTip(iso_text(line.at))
    account = desk.view.accounts.get(line.account_id) if line.account_id is not None else None
    by = Text(account.signature if account else "", tone=Tone.QUIET, may_wrap=False)
    return [when, plain(hidden_in(line.text, desk.facts.parties)), by]
