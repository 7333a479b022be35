"""Nytt ärende: the clock and its free times, the gates, times and numbers that cannot be."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.meeting import InterpreterMode
from allvar_desktop.domain.new_case import NewCase
from allvar_desktop.domain.notice import MayBeTold, ProtectionResult
from allvar_desktop.domain.party import Protection
from allvar_desktop.services.session import Session
from tests import steps
from tests.notices import NOTICES
from tests.ui.gestures import shortcut
from tests.ui.pages.new_case.form_window import ELIAS, NORA, here, new_case, note_of, pause, put
from ui.main_window import MainWindow


def test_the_card_shows_the_end_of_the_clock_and_times_inside_it(window: MainWindow) -> None:
    page = new_case(window)
    assert "Skriv när underrättelsen mottogs" in page.card.due.text()
    put(page, ELIAS)
    assert page.card.due.text() == "går ut söndag 29 mars 16.40 (sommartid)"
    assert "Sista tiden som går: sön 29 mars 15.40." in page.card.foot.text()
    assert "Kontorstid kvar i fristen: 45 min." in page.card.foot.text()
    assert page.card.slots.rows[0].text == "idag 16.30, jour, rum Eken"
    due = datetime(2026, 3, 29, 14, 40, tzinfo=UTC)
    assert all(row.slot.end <= due for row in page.card.slots.rows)


def test_what_is_missing_for_a_letter_is_named(window: MainWindow) -> None:
    page = new_case(window)
    assert page.card.missing.text() == ""
    jonas = replace(ELIAS.adults[1], street="", postcode="", town="", protection=Protection.UNKNOWN)
    put(page, replace(ELIAS, adults=(ELIAS.adults[0], jonas)))
    page.form.told.protection.set_value(ProtectionResult.NO_NEED)
    pause(page)
    assert page.card.missing.text() == (
        "Två fält saknas innan brev kan skrivas: Jonas Wiks adress, Jonas Wiks skydd."
    )


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("received", "28/3 15.40", "Mottagen ligger i framtiden."),
        ("received", "27/3 25.00", "Klockslaget 25.00 finns inte."),
        ("received", "29/3 2026 02.30", "finns inte söndag 29 mars 2026"),
        ("received", "26/3 09.00", "Mottagen ligger före händelsen."),
        ("reported", "27/3 10.00", "Polisanmälan ligger före händelsen."),
        ("reported", "sön 27 mars", "inte en söndag"),
        ("offence", "x" * 59, "Tiden går inte att förstå."),
    ],
)
def test_a_time_that_cannot_be_is_told_of_at_its_field(
    window: MainWindow, field: str, typed: str, sentence: str
) -> None:
    page = new_case(window)
    put(page, ELIAS)
    page.form.notice.times[field].set_value(typed)
    assert sentence in note_of(page, field)
    shortcut("Ctrl+Return")
    assert here(window)[0] == "new_case"
    assert page.banner.isVisible()
    assert page.form.notice.times[field].value() == typed
    assert "det du har skrivit är kvar" in page.banner.message.text()


def test_an_uncertain_time_is_marked_and_a_mended_one_is_understood_again(window: MainWindow) -> None:
    page = new_case(window)
    received = page.form.notice.times["received"]
    received.set_value("27/3 okänd tid")
    assert note_of(page, "received") == "fredag 27 mars 2026, okänd tid · tid osäker"
    pause(page)
    assert "tid osäker" in page.card.left.text()
    received.set_value("28/3 15.40")
    received.set_value("27/3 15.40")
    assert note_of(page, "received") == "fredag 27 mars 2026 kl. 15.40"


def test_a_form_without_a_time_says_what_it_needs(window: MainWindow) -> None:
    page = new_case(window)
    page.form.child.form.rows["name"].as_field.set_value("Sem Tesfay")
    shortcut("Alt+R")
    assert here(window)[0] == "new_case"
    assert "Skriv när underrättelsen kom" in note_of(page, "received")
    assert page.form.notice.times["received"].hasFocus()


def test_a_wrong_number_warns_at_the_field_and_is_kept_with_a_reason(
    window: MainWindow, session: Session
) -> None:
    page = new_case(window)
    put(page, replace(ELIAS, child=replace(ELIAS.child, identity_number="201307102391")))
    shortcut("Alt+R")
    assert "Kontrollsiffran" in page.form.child.form.rows["identity_number"].note.text()
    assert page.form.child.form.rows["identity_number"].field.hasFocus()
    page.form.child.form.rows["identity_reason"].as_field.set_value("Så står det i underrättelsen")
    shortcut("Alt+R")
    child = session.facts(CaseId(1)).child
    assert (child.identity_number, child.identity_reason) == (
        "201307102391",
        "Så står det i underrättelsen",
    )


def test_next_to_nothing_is_enough_at_night(window: MainWindow, session: Session) -> None:
    steps.move_clock(session, NOTICES[6].registered)
    page = new_case(window)
    page.form.notice.times["received"].set_value("23/12 23.10")
    page.form.child.form.rows["name"].as_field.set_value("Sem Tesfay")
    page.form.child.form.rows["birth_date"].as_field.set_value("")
    pause(page)
    assert page.card.due.text() == "går ut fredag 25 december 23.10 (normaltid)"
    assert "Kontorstid kvar i fristen: 0 min." in page.card.foot.text()
    shortcut("Alt+R")
    assert here(window) == ("case", {"case_id": 1})
    facts = session.facts(CaseId(1))
    assert [party.name for party in facts.parties] == ["Sem Tesfay"]


@pytest.mark.parametrize(
    ("told", "protection", "reason"),
    [
        (MayBeTold.YES, None, "Skyddsbedömning saknas"),
        (MayBeTold.NO, ProtectionResult.NO_NEED, "Polisen ber oss vänta"),
        (MayBeTold.NOT_ASKED, ProtectionResult.NO_NEED, "Fråga om familjen får underrättas"),
    ],
)
def test_a_gate_leads_to_the_case_and_says_why(
    window: MainWindow, session: Session, told: MayBeTold, protection: ProtectionResult | None, reason: str
) -> None:
    page = new_case(window)
    put(page, replace(ELIAS, notice=replace(ELIAS.notice, may_be_told=told)))
    page.form.told.protection.set_value(protection)
    page.card.slots.choose(0)
    shortcut("Ctrl+Return")
    assert here(window) == ("case", {"case_id": 1})
    banner = window.shell.page("case").banner
    assert reason in banner.message.text()
    assert session.facts(CaseId(1)).meetings == ()


def test_without_a_chosen_time_one_goes_on_to_choose_it(window: MainWindow) -> None:
    page = new_case(window)
    put(page, ELIAS)
    page.form.told.protection.set_value(ProtectionResult.NO_NEED)
    shortcut("Ctrl+Return")
    assert here(window) == ("booking", {"case_id": 1})


def test_who_may_know_where_somebody_is_is_asked_and_stored(window: MainWindow, session: Session) -> None:
    steps.move_clock(session, NOTICES[2].registered)
    page = new_case(window)
    assert page.form.pairs.isHidden()
    put(page, NORA)
    questions = [row.label.text() for row in page.form.pairs.form.rows.values()]
    assert questions == [
        "Får Peter Ståhl veta var Nora Hedman finns?",
        "Får Peter Ståhl veta var Mikaela Hedman finns?",
    ]
    for chips in page.form.pairs._chips.values():
        chips.choose_number(2)
    page.form.told.protection.set_value(ProtectionResult.NO_NEED)
    page.card.slots.choose(0)
    shortcut("Ctrl+Return")
    assert here(window)[0] == "case"
    assert "Boka skilda samtal" in window.shell.page("case").banner.message.text()
    facts = session.facts(CaseId(1))
    peter = steps.party(session, CaseId(1), "Peter")
    assert {(pair.reader_id, pair.may_know) for pair in facts.pairs} == {(peter.id, False)}
    assert len(facts.pairs) == 2


def test_an_answer_stays_with_its_persons_when_another_row_goes(window: MainWindow) -> None:
    page = new_case(window)
    put(page, NORA)
    page.form.family.add(NORA.adults[0].role)
    (last,) = page.form.family.rows()[2:]
    last.set_party(replace(NORA.adults[1], name="Extra Vuxen"))
    page.form.child.changed.emit()
    chips = page.form.pairs._chips
    chips[page.form.family.rows()[1].key, page.form.child.key].choose_number(2)
    page.form.family.remove(page.form.family._rows[2])
    assert page.form.pairs.pairs(may_know=False) == ((2, 0),)
    assert page.form.pairs.pairs(may_know=True) == ()


def test_an_interpreter_is_asked_about_when_somebody_needs_one(window: MainWindow, session: Session) -> None:
    page = new_case(window)
    put(page, ELIAS)
    assert page.card.interpreter_row.isHidden()
    hodan = NOTICES[3].forms[0].adults[0]
    page.form.family.rows()[0].set_party(replace(hodan, name="Sara Bergdahl"))
    pause(page)
    assert page.card.interpreter_row.label.text() == "Tolk i somaliska"
    page.card.interpreter.set_value(InterpreterMode.ON_SITE)
    page.form.told.protection.set_value(ProtectionResult.NO_NEED)
    page.card.slots.choose(0)
    shortcut("Ctrl+Return")
    (meeting,) = session.facts(CaseId(1)).meetings
    assert (meeting.interpreter_language, meeting.interpreter_mode) == ("somaliska", InterpreterMode.ON_SITE)


def test_a_time_that_a_colleague_took_meanwhile_loses_nothing(window: MainWindow, session: Session) -> None:
    page = new_case(window)
    put(page, ELIAS)
    page.form.told.protection.set_value(ProtectionResult.NO_NEED)
    page.card.slots.choose(0)
    chosen = page.card.chosen()
    assert chosen is not None
    (other,) = steps.take_in_this(
        session, replace(NOTICES[4], registered=session.clock.now(), forms=(_melker(),))
    )
    steps.talk(session, other, chosen.slot.start, room="Eken")
    shortcut("Ctrl+Return")
    assert here(window)[0] == "new_case"
    assert "redan bokat" in page.banner.message.text()
    assert page.form.case().child.name == "Elias Bergdahl"
    assert [row.slot.start for row in page.card.slots.rows].count(chosen.slot.start) == 0


def _melker() -> NewCase:
    melker = NOTICES[4].forms[0]
    return replace(melker, notice=ELIAS.notice)


def test_hidden_names_are_hidden_on_the_whole_page(window: MainWindow) -> None:
    page = new_case(window)
    put(page, NORA)
    shortcut("F9")
    shown = " ".join(
        [page.card.missing.text(), *(row.label.text() for row in page.form.pairs.form.rows.values())]
    )
    assert "Hedman" not in shown
    assert "Peter" not in shown
    assert page.form.case().child.name == "Nora Hedman"
