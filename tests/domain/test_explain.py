"""The six notices of the shared data, and the arithmetic that is told of each."""

from dataclasses import replace
from datetime import date

import pytest

from allvar_desktop.domain.case_clock import ClockNotice, ClockStart, EventSteps
from allvar_desktop.domain.deadline_rules import (
    FOLLOW_UP_1,
    FOLLOW_UP_3,
    PRELIMINARY_ASSESSMENT,
    PROTECTION_ASSESSMENT,
    RECORD_LOCKED,
    STATEMENT,
    RuleId,
)
from allvar_desktop.domain.deadlines import Ending, EndReason, State, evaluate
from allvar_desktop.domain.ending import DelayReason, Pause
from allvar_desktop.domain.explain import Told, explain, explain_clock, told_of_notice
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.moment_parser import parse_moment
from allvar_desktop.domain.office_hours import OfficeHours
from tests.domain.test_case_clock import USUAL, by, clock
from tests.domain.test_deadline_rules import INQUIRY
from tests.domain.test_deadlines import at, rule

OFFICE = OfficeHours()
DEFINITION = "Definition: underrättelse mottagen → samtal hållet, 48 timmar."
NOBODYS_LAW = "Ingen lag bestämmer de 48 timmarna. Enheten har valt start och stopp i inställningarna."
FIRST = ClockNotice(
    1, at("2026-03-27 15:40"), offence=at("2026-03-27 11:50"), reported=at("2026-03-27 13:05")
)


def lines(
    notices: list[ClockNotice], now: str, steps: EventSteps | None = None, office: OfficeHours = OFFICE
) -> tuple[str, ...]:
    instant = at(now).earliest()
    return explain_clock(clock(notices, steps, replace(USUAL, office=office), instant), instant, office)


def told(rule_id: RuleId, start: str, now: str = "2026-03-27 15:40", **other: date) -> tuple[str, ...]:
    deadline = evaluate(rule(rule_id), at(start), at(now).earliest(), **other)  # type: ignore[arg-type]
    return explain(deadline, at(now).earliest(), Told(OFFICE))


def test_notice_1_ends_on_sunday_at_16_40_summer_time_with_fifty_office_minutes() -> None:
    assert lines([FIRST], "2026-03-27 15:40") == (
        "Underrättelsen mottogs fredag 27 mars 2026 kl. 15.40 (normaltid).",
        "+ 48 timmar, dygnet runt.",
        "Natten till söndag 29 mars går klockan över till sommartid; det ändrar inget i timmarna.",
        "= söndag 29 mars 2026 kl. 16.40 (sommartid).",
        "Nu: 48 h kvar.",
        "Kontorstid kvar i fristen: 50 min.",
        "Bredvid, kontakt inom 48 timmar: 48 h kvar.",
        DEFINITION,
        NOBODYS_LAW,
    )


def test_notice_2_runs_from_the_notice_not_from_the_night_before() -> None:
    notice = ClockNotice(
        1, at("2026-04-07 09:15"), offence=at("2026-04-06 20:45"), reported=at("2026-04-06 21:30")
    )
    assert lines([notice], "2026-04-07 09:30")[:4] == (
        "Underrättelsen mottogs tisdag 7 april 2026 kl. 09.15.",
        "+ 48 timmar, dygnet runt.",
        "= torsdag 9 april 2026 kl. 09.15.",
        "Nu: 47 h 45 min kvar.",
    )


def test_notice_3_found_at_the_first_emptying_counts_from_the_opening_the_day_before() -> None:
    notice = ClockNotice(1, at("2026-04-15 08:00"), is_first_emptying=True, offence=Moment(date(2026, 4, 13)))
    pause = Pause(
        1, CaseId(1), 1, DelayReason.POLICE_ASKED_TO_WAIT, at("2026-04-15 08:30"), None, AccountId(1)
    )
    result = lines([notice], "2026-04-15 08:30", EventSteps(pauses=(pause,)))
    assert result[:5] == (
        "Underrättelsen räknas som mottagen tisdag 14 april 2026 kl. 08.00.",
        "Tid osäker: posten hittades vid första tömningen onsdag 15 april 2026 kl. 08.00.",
        "Den räknas som mottagen föregående arbetsdag, när kontoret öppnade.",
        "+ 48 timmar, dygnet runt.",
        "= torsdag 16 april 2026 kl. 08.00.",
    )
    assert (
        "Väntan från onsdag 15 april 2026 kl. 08.30: polisen bad vänta. Den stannar inte klockan." in result
    )


def test_notice_3_with_its_hour_known_ends_two_days_later_at_that_hour() -> None:
    result = lines([ClockNotice(1, at("2026-04-14 16:55"))], "2026-04-15 08:30")
    assert "= torsdag 16 april 2026 kl. 16.55." in result
    assert not any("osäker" in line for line in result)


def test_notice_3_by_the_offence_has_an_unknown_hour() -> None:
    notice = ClockNotice(1, at("2026-04-14 16:55"), is_first_emptying=True, offence=Moment(date(2026, 4, 13)))
    now = at("2026-04-14 17:00").earliest()
    result = explain_clock(clock([notice], rules=by(ClockStart.OFFENCE), now=now), now, OFFICE)
    assert result[:4] == (
        "Händelsen inträffade måndag 13 april 2026, okänd tid.",
        "Tid osäker: klockslaget är okänt, så tiden räknas från 00.00, den tidigaste möjliga.",
        "+ 48 timmar, dygnet runt.",
        "= onsdag 15 april 2026 kl. 00.00.",
    )
    assert "Definition: händelsen → samtal hållet, 48 timmar." in result


def test_notice_4_is_two_cases_with_the_same_hours() -> None:
    melker, ali = (lines([ClockNotice(1, at("2026-05-04 10:05"))], "2026-05-04 10:10") for _ in range(2))
    assert melker == ali
    assert "= onsdag 6 maj 2026 kl. 10.05." in melker


def test_notice_5_starts_with_the_concern_of_the_school_though_the_police_came_later() -> None:
    concern = ClockNotice(1, at("2026-06-01 11:30"), name="Orosanmälan")
    police = ClockNotice(1, at("2026-06-02 14:20"), offence=at("2026-06-01 10:40"))
    assert lines([police, concern], "2026-06-02 15:00")[:5] == (
        "Orosanmälan mottogs måndag 1 juni 2026 kl. 11.30.",
        "Av de 2 som nämner misstanke om samma händelse räknas den tidigaste.",
        "+ 48 timmar, dygnet runt.",
        "= onsdag 3 juni 2026 kl. 11.30.",
        "Nu: 20 h 30 min kvar.",
    )


def test_notice_6_ends_on_christmas_day_without_one_office_hour() -> None:
    result = lines([ClockNotice(1, at("2026-12-23 23:10"))], "2026-12-23 23:10")
    assert "= fredag 25 december 2026 kl. 23.10." in result
    assert "Kontorstid kvar i fristen: 0 min." in result


def test_the_clock_that_runs_out_says_so_and_counts_no_office_time() -> None:
    result = lines([FIRST], "2026-03-29 19:52")
    assert "Nu: 3 h 12 min för sent." in result
    assert not any("Kontorstid" in line for line in result)


def test_a_held_talk_is_told_with_its_hour() -> None:
    steps = EventSteps(first_contact=at("2026-03-27 16:20"), meeting_held=at("2026-03-29 15:00"))
    result = lines([FIRST], "2026-03-30 09:00", steps)
    assert "Samtalet hölls söndag 29 mars 2026 kl. 15.00: klar i tid." in result
    assert "Bredvid, kontakt inom 48 timmar: klar i tid (fredag 27 mars 2026 kl. 16.20)." in result


def test_a_talk_without_an_hour_is_told_as_uncertain() -> None:
    result = lines([FIRST], "2026-03-30 09:00", EventSteps(meeting_held=Moment(date(2026, 3, 29))))
    assert "Tid osäker: klockslaget är okänt och räknas som 00.00." in result


def test_an_ending_is_neither_late_nor_in_time() -> None:
    ending = Ending(EndReason.DECLINED, at("2026-03-28 10:00"))
    result = lines([FIRST], "2026-03-30 09:00", EventSteps(ending=ending))
    assert "Avslutad lördag 28 mars 2026 kl. 10.00: tackade nej." in result
    assert "Räknas varken som i tid eller som för sent." in result
    assert not any("Bredvid" in line for line in result)


@pytest.mark.parametrize(
    ("start", "missing"),
    [
        (
            ClockStart.NOTICE_RECEIVED,
            "Väntar på uppgift. Ingen underrättelse som nämner misstanke om brott har kommit in.",
        ),
        (ClockStart.POLICE_REPORT, "Väntar på uppgift. Tiden för polisanmälan saknas."),
        (ClockStart.OFFENCE, "Väntar på uppgift. Tiden för händelsen saknas."),
    ],
)
def test_a_clock_without_a_start_says_what_is_missing(start: ClockStart, missing: str) -> None:
    now = at("2026-06-02 15:00").earliest()
    waiting = clock([ClockNotice(1, at("2026-06-01 11:30"), names_suspicion=False)], rules=by(start), now=now)
    result = explain_clock(waiting, now, OFFICE)
    assert result[0] == missing
    assert len(result) == 3


def test_a_pause_that_ended_is_told_with_its_end() -> None:
    pause = Pause(
        1, CaseId(1), 1, DelayReason.ILLNESS, at("2026-03-27 16:00"), at("2026-03-28 09:00"), AccountId(1)
    )
    text = "Väntan från fredag 27 mars 2026 kl. 16.00 till lördag 28 mars 2026 kl. 09.00: sjukdom."
    assert f"{text} Den stannar inte klockan." in lines(
        [FIRST], "2026-03-28 10:00", EventSteps(pauses=(pause,))
    )


def test_a_closed_day_added_later_shows_old_and_new() -> None:
    now = at("2026-04-07 09:15").earliest()
    running = clock([ClockNotice(1, at("2026-04-07 09:15"))], now=now)
    closed = replace(OFFICE, closed_days=frozenset({date(2026, 4, 8)}))
    new = "Kontorstid kvar i fristen: 8 h 30 min (före ändringen av stängda dagar: 17 h)."
    assert new in explain_clock(running, now, closed, office_before=OFFICE)
    assert "Kontorstid kvar i fristen: 17 h." in explain_clock(running, now, OFFICE, office_before=OFFICE)


def test_roughly_and_the_doubled_hour_are_told_as_uncertain() -> None:
    rough = parse_moment("2026-10-20 ca 14", at("2026-10-25").earliest())
    assert isinstance(rough, Moment)
    result = lines([ClockNotice(1, rough)], "2026-10-20 15:00")
    assert result[1] == "Tid osäker: klockslaget är ungefärligt, och tiden räknas från 14.00."
    doubled = lines([ClockNotice(1, at("2026-10-25 02:30"))], "2026-10-25 12:00")
    assert doubled[:5] == (
        "Underrättelsen mottogs söndag 25 oktober 2026 kl. 02.30 (sommartid).",
        "Tid osäker: klockslaget kom två gånger den natten, och tiden räknas från den första.",
        "+ 48 timmar, dygnet runt.",
        "Natten till söndag 25 oktober går klockan över till normaltid; det ändrar inget i timmarna.",
        "= tisdag 27 oktober 2026 kl. 01.30 (normaltid).",
    )


def test_the_preliminary_assessment_shows_the_strict_day_and_the_shifted_one() -> None:
    assert told(PRELIMINARY_ASSESSMENT, "2026-06-05 10:00", "2026-06-17 09:00") == (
        "Underrättelsen mottogs fredag 5 juni 2026 kl. 10.00.",
        "+ 14 dagar; den dagen är dag 0.",
        "= fredag 19 juni 2026.",
        (
            "Den dagen är midsommarafton. Flyttad enligt lag (1930:173): måndag 22 juni 2026. "
            "Programmet varnar efter fredag 19 juni 2026."
        ),
        "Nu: sista dagen är inom två dagar.",
        "20 kap. 2 § socialtjänstlagen (2025:400). Längre tid kräver synnerliga skäl.",
    )


def test_the_other_counts_are_told_in_their_own_words() -> None:
    assert "Samma dag." in told(PROTECTION_ASSESSMENT, "2026-03-27 15:40")
    assert "Nu: sista dagen är idag." in told(PROTECTION_ASSESSMENT, "2026-03-27 15:40")
    late = told(PROTECTION_ASSESSMENT, "2026-03-27 16:10")
    assert "Den kom sent på dagen, kl. 16.00 eller senare: dagen efter." in late
    assert any(
        line.startswith("+ 3 arbetsdagar. Lördagar") for line in told(RECORD_LOCKED, "2026-03-27 15:40")
    )
    assert "+ 1 månad: samma datum, eller månadens sista dag." in told(FOLLOW_UP_1, "2026-03-27 15:40")
    shifted = told(INQUIRY, "2026-10-31")
    assert (
        "Den dagen är en söndag. Enligt lag (1930:173) flyttas sista dagen till måndag 1 mars 2027."
        in shifted
    )
    assert shifted[-1].endswith("Paragrafen är inte fastställd i programmet.")
    own = told(FOLLOW_UP_3, "2026-03-19")
    assert "Den dagen är midsommarafton. Den flyttas till nästa arbetsdag, måndag 22 juni 2026." in own
    assert "Dagen är bestämd." in told(STATEMENT, "2026-03-19", set_day=date(2026, 4, 9))
    assert told(STATEMENT, "2026-03-19")[0].startswith("Väntar på uppgift.")
    assert told(INQUIRY, "2026-10-31", extended_to=date(2027, 5, 2))[1:3] == (
        "Förlängd genom ett daterat beslut.",
        "= söndag 2 maj 2027.",
    )


def test_a_day_closed_by_the_unit_is_named_as_such() -> None:
    office = OfficeHours(closed_days=frozenset({date(2026, 4, 27)}))
    now = at("2026-03-27 15:40").earliest()
    deadline = evaluate(rule(FOLLOW_UP_1), at("2026-03-27"), now, office=office)
    assert (
        "Den dagen är en stängd dag hos enheten. Den flyttas till nästa arbetsdag, tisdag 28 april 2026."
        in (explain(deadline, now, Told(office)))
    )


def test_a_deadline_in_days_is_sure_of_the_day_of_post_found_in_the_morning() -> None:
    notice = ClockNotice(1, at("2026-04-15 08:00"), is_first_emptying=True, name="Orosanmälan")
    start = notice.counted(OFFICE)
    now = at("2026-04-15 08:30").earliest()
    deadline = evaluate(rule(PRELIMINARY_ASSESSMENT), start, now)
    assert explain(deadline, now, told_of_notice(notice, OFFICE))[:5] == (
        "Orosanmälan räknas som mottagen tisdag 14 april 2026 kl. 08.00.",
        "Posten hittades vid första tömningen onsdag 15 april 2026 kl. 08.00.",
        "Den räknas som mottagen föregående arbetsdag, när kontoret öppnade.",
        "+ 14 dagar; den dagen är dag 0.",
        "= tisdag 28 april 2026.",
    )


def test_a_rough_day_is_told_as_uncertain() -> None:
    rough = Moment(date(2026, 3, 27), is_approximate=True)
    deadline = evaluate(rule(PRELIMINARY_ASSESSMENT), rough, rough.earliest())
    assert "Tid osäker: dagen är ungefärlig." in explain(deadline, rough.earliest(), Told(OFFICE))


def test_a_done_assessment_is_told_in_words_without_a_guess() -> None:
    now = at("2026-04-05").earliest()
    done = evaluate(rule(PRELIMINARY_ASSESSMENT), FIRST.received, now, stop=Moment(date(2026, 4, 2)))
    result = explain(done, now, Told(OFFICE))
    assert done.state is State.DONE_IN_TIME
    assert "Förhandsbedömningen beslutades torsdag 2 april 2026, okänd tid: klar i tid." in result
    assert not any("osäker" in line for line in result)
