"""What happened, one line for each event."""

from dataclasses import replace
from datetime import UTC, datetime

from allvar_desktop.domain.case import CaseState
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.contact import Channel, ContactResult
from allvar_desktop.domain.correction import HANDED_OVER, Correction
from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ending import ClockEnding, Delay, DelayReason, Pause
from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.domain.meeting import AskedBy, MeetingState
from allvar_desktop.domain.notice import PreliminaryAssessment, PreliminaryDecision
from allvar_desktop.domain.paper import PaperState
from allvar_desktop.domain.party import Permission, PermissionKind, SafetyDecision, SecrecyGround
from allvar_desktop.domain.record import Record, RecordState
from allvar_desktop.domain.timeline import timeline
from tests.facts import (
    CASE,
    FRIDA,
    JONAS,
    NOTICE,
    NOW,
    OFFICER,
    SARA,
    TALK,
    attempt,
    facts,
    letter,
    meeting,
    moment,
    notice,
    officer,
)


def texts(case: CaseFacts) -> list[str]:
    return [line.text for line in timeline(case)]


def test_the_latest_stands_first() -> None:
    case = facts(contacts=(attempt(SARA, at=moment(27, 16, 20)), attempt(JONAS, at=moment(28, 10, 10))))
    lines = timeline(case)
    assert [line.at.sort_key() for line in lines] == sorted((x.at.sort_key() for x in lines), reverse=True)
    assert lines[0].text == "Ringde Jonas Wik, nådd, kommer."
    assert lines[0].account_id == FRIDA


def test_each_channel_reads_as_a_sentence() -> None:
    tries = tuple(attempt(JONAS, ContactResult.NO_ANSWER, channel=channel) for channel in Channel)
    assert {
        "Ringde Jonas Wik, inget svar.",
        "SMS utan innehåll till Jonas Wik, inget svar.",
        "Lämnade för hand till Jonas Wik, inget svar.",
        "Brev till Jonas Wik, inget svar.",
        "Besökte Jonas Wik, inget svar.",
    } <= set(texts(facts(contacts=tries)))
    sent = attempt(JONAS, ContactResult.SENT, channel=Channel.SMS, note="Kl. 9.", gate_reason="Akut.")
    assert "SMS utan innehåll till Jonas Wik. Kl. 9. Kontakt trots hinder: Akut." in texts(
        facts(contacts=(sent,))
    )


def test_a_moved_meeting_keeps_its_booking_and_says_who_asked() -> None:
    moved = meeting(
        state=MeetingState.MOVED, asked_by=AskedBy.FAMILY, state_reason="Jobbar.", replaced_by=MeetingId(2),
        state_changed=NOW,
    )  # fmt: skip
    found = texts(facts(meetings=(moved,)))
    assert "Samtal bokat sön 29 mars 15.00, Eken." in found
    assert "Samtal sön 29 mars 15.00 flyttat (familjen bad om det): Jobbar." in found


def test_what_became_of_other_meetings() -> None:
    began = datetime(2026, 3, 29, 13, 4, tzinfo=UTC)
    meetings = (
        meeting(state=MeetingState.PRELIMINARY, room="", place=""),
        meeting(id=MeetingId(2), state=MeetingState.NO_SHOW),
        meeting(id=MeetingId(3), state=MeetingState.CANCELLED, state_reason="Sjuk"),
        meeting(id=MeetingId(4), state=MeetingState.HELD, began=began, ended=began),
    )
    found = texts(facts(meetings=meetings))
    assert "Samtal preliminärt bokat sön 29 mars 15.00." in found
    assert "Samtal sön 29 mars 15.00 hölls inte, familjen uteblev." in found
    assert "Samtal sön 29 mars 15.00 inställt: Sjuk." in found
    assert {"Samtalet började, Eken.", "Samtalet slutade."} <= set(found)


def test_assessments_decisions_and_the_word_of_the_police() -> None:
    left_out = replace(facts().protection_assessments[0], result=None, reason="Redan gjord av jouren.")
    decided = PreliminaryAssessment(1, NOTICE, moment(30, 9), FRIDA, PreliminaryDecision.NO_INQUIRY)
    case = facts(
        notices=(notice(told_at=moment(27, 16), told_by="I. Prov", sender="Polisen"),),
        protection_assessments=(left_out,),
        preliminary_assessments=(decided,),
    )
    found = texts(case)
    assert "Får familjen underrättas: ja (I. Prov)." in found
    assert "Skyddsbedömning: inte gjord: Redan gjord av jouren.." not in found
    assert "Skyddsbedömning: inte gjord: Redan gjord av jouren." in found
    assert "Förhandsbedömning: inte inleda utredning." in found
    assert "Underrättelse 34 § LUL mottagen från Polisen (bud)." in found


def test_papers_and_records() -> None:
    papers = (letter(SARA), letter(JONAS, state=PaperState.VOIDED, state_reason="Fel tid."), letter(None))
    records = (Record(TALK, RecordState.LOCKED, FRIDA, NOW, locked=NOW, locked_by=FRIDA),)
    draft = Record(MeetingId(2), RecordState.DRAFT, FRIDA, NOW)
    found = texts(facts(papers=papers, records=(*records, draft)))
    assert f"Kallelse till Sara Bergdahl utskriven, handling {papers[0].number}." in found
    assert f"Kallelse till Jonas Wik makulerad, handling {papers[1].number}. Fel tid." in found
    assert f"Kallelse utskriven, handling {papers[2].number}." in found
    assert found.count("Dokumentationen låstes.") == 1


def test_reasons_stand_beside_the_clock() -> None:
    case = facts(
        parties=(*facts().parties, officer()),
        endings=(ClockEnding(1, CASE, 1, EndReason.DECLINED, moment(28, 9), FRIDA, note="Vill inte."),),
        delays=(Delay(1, CASE, 1, DelayReason.ILLNESS, moment(29, 17), FRIDA, "Barnet."),),
        pauses=(
            Pause(1, CASE, 1, DelayReason.POLICE_ASKED_TO_WAIT, moment(27, 17), moment(28, 10), FRIDA),
            Pause(2, CASE, 1, DelayReason.OTHER, moment(27, 17), None, FRIDA),
        ),
        safety_decisions=(
            SafetyDecision(1, CASE, True, "Två ingångar.", FRIDA, moment(28, 9)),
            SafetyDecision(2, CASE, False, "Hot.", FRIDA, moment(28, 10)),
        ),
        permissions=(
            Permission(
                1, OFFICER, PermissionKind.CONSENT, "Sara Bergdahl", moment(27, 16), "Delta.", None, FRIDA
            ),
            Permission(
                2, OFFICER, PermissionKind.GROUND, "", moment(27, 16), "Tid.", SecrecyGround.NECESSARY, FRIDA
            ),
        ),
    )
    found = texts(case)
    assert "Inget samtal: tackade nej. Vill inte." in found
    assert "Orsak till försening: sjukdom. Barnet." in found
    assert "Väntan till lördag 28 mars 2026 kl. 10.00: polisen bad vänta. Klockan går." in found
    assert "Väntan: annat. Klockan går." in found
    assert "Säkerhetsbeslut: gemensamt samtal är säkert. Två ingångar." in found
    assert "Säkerhetsbeslut: skilda samtal. Hot." in found
    assert "I. Prov får delta: samtycke från Sara Bergdahl. Delta." in found
    assert any(text.startswith("I. Prov får delta: nödvändigt") for text in found)


def test_a_corrected_value_stands_beside_the_old_one() -> None:
    row = Correction(1, CASE, "party", SARA, "phone", "070-174 06 05", "", "Bytt nummer.", FRIDA, NOW)
    other = replace(row, field="something_new", old="", new="x")
    found = texts(facts(corrections=(row, other)))
    assert "Rättat (telefon): 070-174 06 05, nu tomt. Orsak: Bytt nummer." in found
    assert "Rättat (something_new): tomt, nu x. Orsak: Bytt nummer." in found


def test_closing_is_the_last_line() -> None:
    case = facts()
    closed = replace(
        case.case, state=CaseState.CLOSED, closed=datetime(2026, 5, 1, 8, tzinfo=UTC), close_note="Klart."
    )
    assert texts(replace(case, case=closed))[0] == "Ärendet avslutades. Klart."
    assert texts(replace(case, case=replace(closed, close_note="")))[0] == "Ärendet avslutades."


def test_a_printed_and_voided_letter_and_one_still_unanswered_have_each_their_lines() -> None:
    voided = letter(SARA, state=PaperState.VOIDED, state_reason="Fel adress.", state_changed=NOW)
    waiting = letter(JONAS, state=PaperState.ISSUED, printed=None)
    said = [line for line in texts(facts(papers=(voided, waiting))) if line.startswith("Kallelse")]
    assert sorted(said) == [
        f"Kallelse till Jonas Wik framställd, handling {waiting.number}.",
        f"Kallelse till Sara Bergdahl makulerad, handling {voided.number}. Fel adress.",
        f"Kallelse till Sara Bergdahl utskriven, handling {voided.number}.",
    ]


def test_a_change_of_handler_names_both() -> None:
    row = Correction(1, CASE, HANDED_OVER, 1, "handler_id", "Frida Ek", "Omar Lind", "", FRIDA, NOW)
    assert "Handläggare: Omar Lind, förut Frida Ek." in texts(facts(corrections=(row,)))
