"""The fields of one person give back what was typed, warn of a doubtful number and propose a birth date."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.new_case import NewParty, check_party
from allvar_desktop.domain.party import PartyRole, Protection
from tests.notices import NOTICES
from tests.ui import walk
from tests.ui.keys import type_text
from ui import names
from ui.widgets.address_field import AddressField
from ui.widgets.party_fields import PartyFields

TODAY = date(2026, 3, 27)
LANGUAGES = ("somaliska", "arabiska")


def fields(qtbot: QtBot, role: PartyRole, *, is_full: bool = False) -> PartyFields:
    made = PartyFields(role, lambda: TODAY, LANGUAGES, who="Vuxen 1", is_full=is_full)
    qtbot.addWidget(made)
    made.show()
    return made


def line(of: PartyFields, name: str) -> QLineEdit:
    field = of.form.rows[name].field
    found = field.line if isinstance(field, AddressField) else field
    assert isinstance(found, QLineEdit)
    return found


EVERYBODY = [
    party for incoming in NOTICES.values() for form in incoming.forms for party in (form.child, *form.adults)
]


@pytest.mark.parametrize("party", EVERYBODY, ids=lambda party: party.name)
def test_what_is_shown_comes_back_unchanged(qtbot: QtBot, party: NewParty) -> None:
    shown = fields(qtbot, party.role)
    shown.set_party(party)
    back = shown.party()
    assert replace(back, identity_number=party.identity_number) == party
    assert back.identity_number.replace("-", "") == party.identity_number
    again = fields(qtbot, party.role)
    again.set_draft(shown.draft())
    assert again.party() == back


def test_a_new_form_is_empty_and_protection_unknown(qtbot: QtBot) -> None:
    shown = fields(qtbot, PartyRole.GUARDIAN)
    assert shown.is_empty()
    assert shown.party() == NewParty(PartyRole.GUARDIAN)
    assert shown.party().protection is Protection.UNKNOWN
    type_text("S", line(shown, "name"))
    assert not shown.is_empty()


def test_the_birth_date_is_proposed_from_the_number_and_an_own_one_stays(qtbot: QtBot) -> None:
    child = fields(qtbot, PartyRole.CHILD)
    type_text("130710-2390", line(child, "identity_number"))
    assert child.party().birth_date == date(2013, 7, 10)
    line(child, "birth_date").setText("9 juli 2013")
    line(child, "identity_number").setText("201210162382")
    assert child.party().birth_date == date(2013, 7, 9)


def test_a_birth_year_alone_is_told_of_and_is_no_date(qtbot: QtBot) -> None:
    child = fields(qtbot, PartyRole.CHILD)
    type_text("2012", line(child, "birth_date"))
    assert child.party().birth_date is None
    assert [problem.field for problem in child.local_problems()] == ["birth_date"]
    assert "Bara året" in child.form.rows["birth_date"].note.text()


def test_a_wrong_number_warns_and_asks_for_a_reason_to_keep_it(qtbot: QtBot) -> None:
    child = fields(qtbot, PartyRole.CHILD)
    reason = child.form.rows["identity_reason"]
    assert not reason.isVisible()
    type_text("20130710-2391", line(child, "identity_number"))
    assert reason.isVisible()
    assert "Kontrollsiffran" in child.form.rows["identity_number"].note.text()
    assert check_party(child.party(), TODAY) != ()
    type_text("Så står det i underrättelsen", line(child, "identity_reason"))
    assert check_party(child.party(), TODAY) == ()
    line(child, "identity_number").setText("20130710-2390")
    assert child.party().identity_reason == ""


def test_an_address_is_shown_as_understood_and_mended_part_by_part(qtbot: QtBot) -> None:
    shown = fields(qtbot, PartyRole.GUARDIAN)
    address = shown.form.rows["address"].field
    assert isinstance(address, AddressField)
    type_text("Exempelstigen 3 B, c/o Ottosson, 16270 Vällingby", address.line)
    assert address.understood.text() == "c/o Ottosson · Exempelstigen 3 B · 162 70 Vällingby"
    QTest.keyClick(address.line, Qt.Key.Key_F2)
    assert address.parts["care_of"].isVisible()
    address.parts["apartment"].setText("lgh 0902")
    assert (shown.party().apartment, shown.party().postcode) == ("lgh 0902", "162 70")


def test_an_address_that_the_line_cannot_say_is_shown_in_parts(qtbot: QtBot) -> None:
    party = NewParty(PartyRole.GUARDIAN, street="162 60 Gatan", town="Orten 7")
    shown = fields(qtbot, PartyRole.GUARDIAN)
    shown.set_party(party)
    assert shown.party() == party


def test_a_problem_behind_more_is_unfolded(qtbot: QtBot) -> None:
    shown = fields(qtbot, PartyRole.GUARDIAN)
    assert not shown.more_place.isVisible()
    problems = check_party(NewParty(PartyRole.GUARDIAN, note="x" * 5000, postcode="12"), TODAY)
    assert shown.show_problems(problems) == []
    assert shown.more_place.isVisible()
    assert "fem siffror" in shown.form.rows["address"].note.text()


def test_a_language_is_completed_while_it_is_typed(qtbot: QtBot) -> None:
    shown = fields(qtbot, PartyRole.GUARDIAN)
    shown.activateWindow()
    line(shown, "language").setFocus()
    qtbot.waitUntil(line(shown, "language").hasFocus)
    type_text("som", line(shown, "language"))
    assert shown.party().language == "somaliska"


def test_hidden_names_are_dots_on_the_screen_and_still_there(qtbot: QtBot) -> None:
    shown = fields(qtbot, PartyRole.GUARDIAN)
    shown.set_party(NOTICES[1].forms[0].adults[0])
    names.screen().set_hiding(True)
    for name in ("name", "phone", "identity_number", "address"):
        assert "Sara" not in line(shown, name).displayText()
        assert not any(sign.isalnum() for sign in line(shown, name).displayText())
    assert shown.party().name == "Sara Bergdahl"


@pytest.mark.parametrize("role", [PartyRole.CHILD, PartyRole.GUARDIAN, PartyRole.POLICE])
def test_every_field_has_a_name_that_says_whose_it_is(qtbot: QtBot, role: PartyRole) -> None:
    shown = fields(qtbot, role, is_full=True)
    assert walk.nameless(shown) == []
    assert walk.traps(shown) == []
    assert all(widget.accessibleName().startswith("Vuxen 1") for widget in walk.focusable(shown))


@pytest.mark.parametrize(
    "hostile",
    [
        "A" * 200_000,
        "\u202egnurb",
        '<img src="/etc/passwd">',
        "A < B & C",
        "a\x00b",
        "🙂👨‍👩‍👧",
        "'; DROP TABLE parties; --",
    ],
)
@pytest.mark.parametrize(
    "name", ["name", "identity_number", "phone", "address", "language", "birth_date", "relation"]
)
def test_hostile_text_is_kept_as_plain_text_or_told_of(qtbot: QtBot, hostile: str, name: str) -> None:
    shown = fields(qtbot, PartyRole.GUARDIAN, is_full=True)
    field = line(shown, name)
    field.setText(hostile)
    party = shown.party()
    sentences = [problem.message for problem in (*check_party(party, TODAY), *shown.local_problems())]
    kept = field.text()
    assert kept == hostile or shown.form.rows[name].note.text() or sentences
    assert all("Traceback" not in sentence for sentence in sentences)
    assert len(kept) <= 400
