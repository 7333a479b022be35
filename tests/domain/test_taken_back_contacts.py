"""A contact that was noted by mistake and taken back: it counts no more, and stays readable."""

from allvar_desktop.domain.case_deadlines import event_steps
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.contact import TAKEN_BACK, ContactResult
from allvar_desktop.domain.correction import Correction
from allvar_desktop.domain.path import are_all_reached, reached_ids
from allvar_desktop.domain.timeline import timeline
from tests.facts import CASE, FRIDA, JONAS, NOW, SARA, attempt, facts

MISTAKEN, MEANT = attempt(JONAS), attempt(SARA, ContactResult.NO_ANSWER)


def struck() -> CaseFacts:
    correction = Correction(
        1, CASE, TAKEN_BACK, MISTAKEN.id, "result", "Ringde Jonas Wik, nådd.", "", "Ångrad.", FRIDA, NOW
    )
    other = Correction(2, CASE, "party", MEANT.id, "phone", "08", "", "Fel.", FRIDA, NOW)
    return facts(contacts=(MISTAKEN, MEANT), corrections=(correction, other))


def test_it_reaches_nobody_and_stops_no_clock() -> None:
    assert reached_ids(struck(), 1) == frozenset()
    assert not are_all_reached(struck(), 1)
    assert event_steps(struck(), 1).first_contact is None
    assert struck().standing_contacts == (MEANT,)


def test_both_the_contact_and_that_it_was_struck_stand_among_the_events() -> None:
    said = [line.text for line in timeline(struck())]
    assert "Struken: Ringde Jonas Wik, nådd, kommer." in said
    assert "Kontakten ströks: Ringde Jonas Wik, nådd." in said
    assert "Ringde Sara Bergdahl, inget svar." in said
