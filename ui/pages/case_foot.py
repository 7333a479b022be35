"""The foot of a card: the one filled button for the next step, other ways beside it, and why."""

from collections.abc import Sequence

from allvar_desktop.domain.case_line import NextStep
from ui.actions import action
from ui.pages.case_card import StepCard
from ui.pages.case_desk import CaseDesk
from ui.pages.case_names import hidden_in
from ui.widgets.buttons import Button, Kind

ACTION_OF: dict[NextStep, str] = {
    NextStep.ASSESS_PROTECTION: "protection",
    NextStep.ASK_POLICE: "ask_police",
    NextStep.CALL: "call",
    NextStep.BOOK: "book",
    NextStep.CHANGE_TIME: "move",
    NextStep.WRITE_SUMMONS: "write_summons",
    NextStep.OPEN_MEETING: "open_meeting",
    NextStep.WRITE_SUMMARY: "open_meeting",
    NextStep.PRINT_SUMMARY: "print_summary",
    NextStep.DECIDE_PRELIMINARY: "assessment",
    NextStep.GIVE_DELAY_REASON: "delay_reason",
    NextStep.CLOSE: "close_case",
}
"""Which of the page's actions does the next step; none for what is only to be waited for."""

WORDS = {
    "book": "Boka",
    "change_meeting": "Ändra tid",
    "ask_police": "Fråga polisen",
    "protection": "Skyddsbedöm",
    "assessment": "Förhandsbedöm",
    "correct": "Rätta",
    "end_clock": "Inget samtal …",
    "close_case": "Avsluta ärendet …",
    "delay_reason": "Orsak till försening",
    "pause": "Väntan …",
    "link_case": "Länka ärende …",
    "add_party": "Lägg till person",
    "add_notice": "Lägg till underrättelse",
    "open_meeting": "Öppna samtalet",
    "change_handler": "Byt handläggare",
}
"""Shorter words than in the list of all actions, for buttons."""


def next_button(desk: CaseDesk) -> Button | None:
    """The filled button; None where nothing is to be done now."""
    step = desk.view.advice.step
    if step not in ACTION_OF:
        return None
    made = Button(step.text, Kind.PRIMARY)
    made.setToolTip(f"{step.text} ({action('next_step').hint})")
    made.clicked.connect(lambda: desk.do(ACTION_OF[step]))
    return made


def add_foot(card: StepCard, desk: CaseDesk, others: Sequence[str]) -> None:
    """The next step first, then what else can be done here, and at the end the reason for the next step."""
    first = next_button(desk)
    done = ACTION_OF.get(desk.view.advice.step)
    twins = {"move": "change_meeting"}
    buttons = [
        desk.button(action_id, WORDS.get(action_id, ""))
        for action_id in others
        if action_id not in (done, twins.get(done or ""))
    ]
    words = hidden_in(desk.view.advice.text, desk.facts.parties)
    card.buttons(*([first] if first else []), *buttons, words=words)
