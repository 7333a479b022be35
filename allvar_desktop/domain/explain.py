"""*Varför?*: the arithmetic of a deadline, line by line, in plain Swedish."""

from dataclasses import dataclass, replace
from datetime import datetime

from allvar_desktop.domain.case_clock import CaseClock, ClockNotice, ClockStart
from allvar_desktop.domain.deadline_rules import Unit
from allvar_desktop.domain.deadline_sums import season_mark, sum_lines
from allvar_desktop.domain.deadline_text import left_text
from allvar_desktop.domain.deadlines import Deadline, State
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.office_hours import OfficeHours
from allvar_desktop.domain.time_text import clock_text, long_moment_text, minutes_text

_STARTS = {
    "offence": "Händelsen inträffade",
    "police_report": "Polisanmälan upprättades",
    "inquiry_opened": "Utredningen inleddes",
    "statement_requested": "Yttrandet begärdes",
    "meeting_held": "Samtalet hölls",
    "agreement": "Överenskommelsen gjordes",
}
_STOPS = {
    "first_contact": "Första kontakten togs",
    "summons_issued": "Kallelsen skrevs ut",
    "meeting_held": "Samtalet hölls",
    "protection_assessed": "Skyddsbedömningen gjordes",
    "preliminary_assessed": "Förhandsbedömningen beslutades",
    "inquiry_done": "Utredningen blev klar",
    "statement_sent": "Yttrandet lämnades",
    "record_locked": "Dokumentationen låstes",
}
_MISSING_STARTS = {
    "offence": "Tiden för händelsen saknas.",
    "police_report": "Tiden för polisanmälan saknas.",
    "notice_received": "Ingen underrättelse som nämner misstanke om brott har kommit in.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What an explanation needs beside the deadline itself.

    `start_event` and `stop_event` say what starts and stops it where the rule leaves that to a setting.
    `name` is the notice in words, `found` when post of the first emptying was found. `office_before` are the
    office hours as they were, when a closed day was added since: then old and new are both told.
    """

    office: OfficeHours
    office_before: OfficeHours | None = None
    start_event: str = ""
    stop_event: str = ""
    name: str = "Underrättelsen"
    found: Moment | None = None


def told_of_notice(notice: ClockNotice, office: OfficeHours) -> Told:
    """What to tell beside a deadline that starts when `notice` was received."""
    return Told(office, name=notice.name, found=notice.received if notice.is_first_emptying else None)


def explain(deadline: Deadline, now: datetime, told: Told) -> tuple[str, ...]:
    """The lines of *Varför?*: start, what is uncertain, sum, how it stands, office time, source."""
    start, start_event = deadline.start, told.start_event or deadline.rule.start
    source = deadline.rule.source_text()
    if start is None or deadline.due_day is None:
        missing = _MISSING_STARTS.get(start_event, "Dagen den räknas från eller ska vara klar saknas.")
        return (f"Väntar på uppgift. {missing}", *_standing(deadline, now, told), source)
    season = season_mark(start.earliest(), deadline.due, start.earliest())
    verb = _STARTS.get(start_event, f"{told.name} mottogs")
    if told.found is not None:
        # The hour is not *ungefär* what somebody said, it is what the rule takes.
        verb, start = f"{told.name} räknas som mottagen", replace(start, is_approximate=False)
    return (
        f"{verb} {long_moment_text(start)}{season}.",
        *_uncertain_lines(deadline, told.found),
        *sum_lines(deadline, start, deadline.due_day, told.office),
        *_standing(deadline, now, told),
        *_office_lines(deadline, now, told),
        source,
    )


def explain_clock(
    clock: CaseClock, now: datetime, office: OfficeHours, *, office_before: OfficeHours | None = None
) -> tuple[str, ...]:
    """The lines of *Varför?* for a 48-hour clock: the talk, the pauses, contact beside it, the definition."""
    notice, definition = clock.notice, clock.definition
    by_receipt = notice if definition.start is ClockStart.NOTICE_RECEIVED else None
    told = replace(
        told_of_notice(by_receipt, office) if by_receipt else Told(office),
        office_before=office_before,
        start_event=definition.start,
        stop_event=definition.stop,
    )
    first, *rest, source = explain(clock.talk, now, told)
    chosen = []
    if by_receipt and clock.notice_count > 1:
        chosen.append(
            f"Av de {clock.notice_count} som nämner misstanke om samma händelse räknas den tidigaste."
        )
    definition_line = f"Definition: {clock.definition_text()}."
    return (first, *chosen, *rest, *_pause_lines(clock), *_contact_lines(clock, now), definition_line, source)


def _contact_lines(clock: CaseClock, now: datetime) -> list[str]:
    contact = clock.contact
    if contact is None or contact.start is None or contact.state is State.LAPSED:
        return []
    when = "" if contact.stop is None else f" ({long_moment_text(contact.stop)})"
    return [f"Bredvid, {contact.rule.name}: {left_text(contact, now)}{when}."]


def _pause_lines(clock: CaseClock) -> list[str]:
    return [
        f"Väntan från {long_moment_text(pause.begins)}"
        f"{f' till {long_moment_text(pause.ends)}' if pause.ends else ''}: {pause.reason.text}. "
        "Den stannar inte klockan."
        for pause in clock.pauses
    ]


def _uncertain_lines(deadline: Deadline, found: Moment | None) -> list[str]:
    start = deadline.start
    if found is not None:
        mark = "Tid osäker: posten" if deadline.is_uncertain else "Posten"
        return [
            f"{mark} hittades vid första tömningen {long_moment_text(found)}.",
            "Den räknas som mottagen föregående arbetsdag, när kontoret öppnade.",
        ]
    if start is None or not start.is_uncertain or not deadline.is_uncertain:
        return []
    if deadline.rule.unit not in (Unit.HOURS, Unit.SAME_DAY):
        return ["Tid osäker: dagen är ungefärlig."]
    if start.at is None:
        return ["Tid osäker: klockslaget är okänt, så tiden räknas från 00.00, den tidigaste möjliga."]
    if start.is_approximate:
        return [f"Tid osäker: klockslaget är ungefärligt, och tiden räknas från {clock_text(start.at)}."]
    return ["Tid osäker: klockslaget kom två gånger den natten, och tiden räknas från den första."]


def _standing(deadline: Deadline, now: datetime, told: Told) -> list[str]:
    """How it stands: done, ended or so much left."""
    stop, ending = deadline.stop, deadline.ending
    if stop is not None:
        verb = _STOPS.get(told.stop_event or deadline.rule.stop, "Det blev klart")
        line = f"{verb} {long_moment_text(stop)}: {left_text(deadline, now)}."
        is_guessed = deadline.due is not None and stop.at is None
        return [line, "Tid osäker: klockslaget är okänt och räknas som 00.00."] if is_guessed else [line]
    if ending is not None:
        line = f"Avslutad {long_moment_text(ending.at)}: {ending.reason.text}."
        return [line, "Räknas varken som i tid eller som för sent."]
    if not deadline.is_running:
        return []
    is_near_day = deadline.due is None and deadline.state in (State.WITHIN_DAY, State.URGENT)
    return [f"Nu: {'sista dagen är ' if is_near_day else ''}{left_text(deadline, now)}."]


def _office_lines(deadline: Deadline, now: datetime, told: Told) -> list[str]:
    if deadline.start is None or deadline.due is None or not deadline.is_running or now > deadline.due:
        return []
    since = max(now, deadline.start.earliest())
    left = told.office.minutes_between(since, deadline.due)
    text = f"Kontorstid kvar i fristen: {minutes_text(left)}"
    if told.office_before is not None:
        before = told.office_before.minutes_between(since, deadline.due)
        if before != left:
            return [f"{text} (före ändringen av stängda dagar: {minutes_text(before)})."]
    return [f"{text}."]
