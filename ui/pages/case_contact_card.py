"""*Kontakt*: each adult with the phone, what came of it last, and the ways to note the next attempt."""

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.case_line import NextStep
from allvar_desktop.domain.contact import Channel, ContactAttempt, ContactResult
from allvar_desktop.domain.deadline_text import left_text
from allvar_desktop.domain.gate import Remedy
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.party import Party
from allvar_desktop.domain.path import is_meeting_summoned, reached_ids
from allvar_desktop.domain.time_text import iso_text, moment_text
from ui import names
from ui.pages.case_card import StepCard, quiet, together
from ui.pages.case_contact_work import ContactWork
from ui.pages.case_desk import CaseDesk
from ui.pages.case_foot import add_foot
from ui.pages.case_pills import deadline_pill
from ui.pages.case_words import capital
from ui.widgets.buttons import Button, Kind
from ui.widgets.pill import Pill, PillText
from ui.widgets.rows import Col
from ui.widgets.text import Run, RunText, Text, bold
from ui.widgets.text import quiet as quiet_run

_QUICK = (
    (Channel.PHONE, ContactResult.REACHED, "Nådd", "N"),
    (Channel.PHONE, ContactResult.NO_ANSWER, "Inget svar", "I"),
    (Channel.SMS, ContactResult.SENT, "SMS", "S"),
)


def contact_card(desk: CaseDesk, work: ContactWork) -> StepCard:
    """The card of the step *Kontakt*."""
    stops = work.stops()
    card = StepCard("Nå vårdnadshavarna", *_pills(desk, work))
    for stop in stops:
        card.say(f"{stop.label}. {stop.detail}")
    people = work.people()
    if people:
        rows = [_row(desk, work, party, place, is_stopped=bool(stops)) for place, party in enumerate(people)]
        card.rows("Vuxna att nå", (Col(), Col(), Col(grows=True), Col(is_right=True)), rows)
    else:
        card.say("Ingen vuxen är känd. Sök en vuxen att ringa, och lägg till personen här.")
    add_foot(card, desk, _actions(desk, work))
    return card


def _pills(desk: CaseDesk, work: ContactWork) -> list[Pill]:
    clock = desk.view.clock
    pills = []
    if clock is not None and clock.contact is not None:
        words = f"Kontakt inom 48 h: {left_text(clock.contact, desk.now)}"
        pills.append(deadline_pill(clock.contact, desk.now, words))
    if not work.stops():
        pills.append(Pill(PillText("done_in_time", "Får underrättas")))
    return pills


def _actions(desk: CaseDesk, work: ContactWork) -> list[str]:
    """While a gate is not passed, asking takes the place of calling and booking."""
    stops = work.stops()
    if stops:
        remedies = {stop.remedy for stop in stops}
        asked = ["protection"] if Remedy.ASSESS_PROTECTION in remedies else []
        return [*asked, *(["ask_police"] if Remedy.ASK_POLICE in remedies else [])]
    if not work.people():
        return ["add_party"]
    facts = desk.facts
    coming = facts.coming_meetings(facts.event_no)
    if not coming:
        return ["book"] if desk.view.advice.step is not NextStep.NOTHING else []
    waiting = not all(is_meeting_summoned(facts, meeting) for meeting in coming)
    may_change = any(meeting.state.may_change for meeting in coming)
    return [*(["write_summons"] if waiting else []), *(["change_meeting"] if may_change else [])]


def _row(
    desk: CaseDesk, work: ContactWork, party: Party, place: int, *, is_stopped: bool
) -> list[QWidget | None]:
    name = names.shown(party.shown_name)
    phone = Text(names.masked(party.phone) or "telefon saknas", may_wrap=False, is_tabular=True)
    words, hover = last_result(desk, party)
    who: list[Run] = [bold(name)]
    if party.relation:
        who.append(quiet_run(f" {party.relation}"))
    cell = together(*_buttons(desk, work, party, place, is_stopped=is_stopped), gap=0.5, is_right=True)
    return [RunText(*who), phone, quiet(words, hover), cell]


def _buttons(
    desk: CaseDesk, work: ContactWork, party: Party, place: int, *, is_stopped: bool
) -> list[Button | Pill]:
    name = names.shown(party.shown_name)
    more = Button(
        "Kontakt ändå …" if is_stopped else "Mer",
        Kind.PLAIN if is_stopped else Kind.LINK,
        hint=str(place + 1) if place < 4 else "",
        name=f"Annan kontakt med {name}",
    )
    more.clicked.connect(lambda: work.ask_how(party))
    if is_stopped:
        return [more]
    if party.id in reached_ids(desk.facts, desk.facts.event_no):
        return [_reached_pill(desk, party), more]
    made: list[Button | Pill] = []
    for channel, result, words, hint in _QUICK:
        button = Button(words, hint=hint, name=f"{words}: {name}")
        button.clicked.connect(
            lambda _=False, channel=channel, result=result: work.record(party.id, channel, result)
        )
        made.append(button)
    return [*made, more]


def _reached_pill(desk: CaseDesk, party: Party) -> Pill:
    last = next(a for a in reversed(_attempts(desk, party)) if a.result.is_reached)
    if last.result is ContactResult.DECLINED:
        return Pill(PillText("lapsed", "Tackade nej"))
    return Pill(PillText("done_in_time", "Nådd"))


def _attempts(desk: CaseDesk, party: Party) -> list[ContactAttempt]:
    """Attempts to reach this person since the event's first notice, by time."""
    facts = desk.facts
    since = min((n.received for n in facts.notices_of(facts.event_no)), key=Moment.sort_key, default=None)
    found = [
        attempt
        for attempt in facts.standing_contacts
        if attempt.party_id == party.id and (since is None or not attempt.at.is_surely_before(since))
    ]
    return sorted(found, key=lambda attempt: attempt.at.sort_key())


def last_result(desk: CaseDesk, party: Party) -> tuple[str, str]:
    """What came of the last attempt, and its exact time."""
    attempts = _attempts(desk, party)
    if not attempts:
        return "Inte nådd än", ""
    reached = [attempt for attempt in attempts if attempt.result.is_reached]
    last = (reached or attempts)[-1]
    when = moment_text(last.at, desk.now)
    if last.result.is_reached:
        rest = last.result.text.partition(", ")[2]
        return f"Nådd {when}{', ' if rest else ''}{rest}", iso_text(last.at)
    tries = len(attempts)
    told = {
        ContactResult.NO_ANSWER: "Inget svar",
        ContactResult.WRONG_NUMBER: "Fel nummer",
        ContactResult.SENT: capital(last.channel.text),
    }[last.result]
    return f"{told} {when}, {tries} försök", iso_text(last.at)
