"""What is corrected keeps its old value in sight, and what is typed stays until it can be kept."""

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.party import Protection
from allvar_desktop.services import drafts
from allvar_desktop.services.session import Session
from tests.steps import assess, party, take_in
from tests.ui.gestures import click, shortcut
from tests.ui.modal import answering
from tests.ui.pages.case_window import button, case_page, show, words
from ui.dialogs.dialog import Dialog
from ui.widgets.pill import Pill

PARTS = ("notice", "contact", "summons", "meeting", "summary", "follow_up", "people", "matter")


@pytest.fixture
def elias(session: Session) -> CaseId:
    (case_id,) = take_in(session, 1)
    return case_id


def colleague_of(session: Session) -> Session:
    """Omar, a handler only, at the same register."""
    omar = Account(AccountId(2), "Omar Lind", "socialsekreterare", "", frozenset({Role.HANDLER}))
    with session.register.atomic():
        session.tables.accounts.add(omar)
    return Session(session.register, omar, session.clock)


def test_a_corrected_time_keeps_the_old_one_in_sight(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    window = show(session, elias, qtbot)
    page = case_page(window)

    def correct(dialog: Dialog) -> None:
        dialog.form.set_values({"received": "27/3 14.10"})  # type: ignore[attr-defined]
        shortcut("Ctrl+Return", dialog)
        assert dialog.isVisible(), "a correction needs a reason"
        dialog.form.set_values({"reason": "Budet kom tidigare."})  # type: ignore[attr-defined]
        shortcut("Ctrl+Return", dialog)

    with answering(correct):
        click(button(page, "Rätta Underrättelse"))
    assert "Idag 14.10 (bud). Tidigare mottagen: 2026-03-27 15.40." in words(page.card)
    assert "Rättat (mottagen): 2026-03-27 15.40, nu 2026-03-27 14.10. Orsak: Budet kom tidigare." in words(
        page
    )
    assert [pill.pill.words for pill in page.head.findChildren(Pill) if pill.isVisibleTo(page)] == [
        "46 h 25 min kvar"
    ]


def test_a_corrected_person_keeps_the_old_value_in_sight(
    session: Session, elias: CaseId, qtbot: QtBot
) -> None:
    window = show(session, elias, qtbot)
    page = case_page(window)
    shortcut("E", window)

    def correct(dialog: Dialog) -> None:
        dialog.person.form.set_values({"phone": "070-174 06 07"})  # type: ignore[attr-defined]
        dialog.form.set_values({"reason": "Nytt nummer."})  # type: ignore[attr-defined]
        shortcut("Ctrl+Return", dialog)

    with answering(correct):
        click(button(page, "Rätta vårdnadshavare Sara"))
    said = words(page.card)
    assert "070-174 06 07" in said
    assert "Tidigare telefon: 070-174 06 05." in said
    (row,) = session.facts(elias).corrections
    assert (row.field, row.old, row.new) == ("phone", "070-174 06 05", "070-174 06 07")


def test_what_was_typed_stays_when_it_cannot_be_kept(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    window = show(session, elias, qtbot)
    seen: list[str] = []

    def try_it(dialog: Dialog) -> None:
        dialog.form.set_values({"received": "i framtiden", "reason": "Fel tid."})  # type: ignore[attr-defined]
        shortcut("Ctrl+Return", dialog)
        assert dialog.isVisible()
        row = dialog.form.rows["received"]  # type: ignore[attr-defined]
        seen.extend([row.field.value(), row.note.text(), dialog.form.rows["reason"].field.value()])  # type: ignore[attr-defined]
        dialog.reject()

    with answering("4", try_it):
        shortcut("R", window)
    assert seen[0] == "i framtiden"
    assert seen[1]
    assert seen[2] == "Fel tid."
    assert session.facts(elias).corrections == ()


def test_an_unknown_protection_is_set_by_number(session: Session, qtbot: QtBot) -> None:
    (case_id,) = take_in(session, 6)
    window = show(session, case_id, qtbot)
    page = case_page(window)
    shortcut("E", window)
    with answering("1"):
        click(button(page, "Ange skydd för Sem"))
    assert session.facts(case_id).child.protection is Protection.NONE


def test_an_officer_is_added_and_the_consent_asked_for(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    window = show(session, elias, qtbot)

    def name(dialog: Dialog) -> None:
        dialog.person.form.set_values({"name": "Inspektör Prov"})  # type: ignore[attr-defined]
        shortcut("Ctrl+Return", dialog)

    def consent(dialog: Dialog) -> None:
        shortcut("Ctrl+Return", dialog)
        assert dialog.isVisible(), "neither consent nor ground is chosen beforehand"
        dialog.form.set_values(  # type: ignore[attr-defined]
            {"kind": "consent", "given_by": "Sara Bergdahl", "covers": "Att delta i samtalet."}
        )
        shortcut("Ctrl+Return", dialog)

    with answering("4", name, consent) as titles:
        assert window.do("add_party")
    assert titles == ["Lägg till en person", "Lägg till polis", "Samtycke eller grund"]
    officer = party(session, elias, "Inspektör")
    assert session.facts(elias).permission_of(officer.id) is not None


def test_who_may_know_of_whom_is_answered_and_changed_in_sight(session: Session, qtbot: QtBot) -> None:
    (case_id,) = take_in(session, 2)
    window = show(session, case_id, qtbot)
    page = case_page(window)
    shortcut("E", window)
    assert "Peter Ståhl får inte få veta var Nora Hedman finns." in words(page.card)
    assert "gruppledarens säkerhetsbeslut" in words(page.card)
    with answering("1"):
        click(button(page, "Ändra: Peter Ståhl får inte få veta var Nora"))
    assert "Peter Ståhl får få veta var Nora Hedman finns. Tidigare får veta: nej." in words(page.card)


def test_half_written_forms_are_kept_and_go_on(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    assess(session, elias)
    window = show(session, elias, qtbot)
    page = case_page(window)

    def lock_in_the_middle(dialog: Dialog) -> None:
        dialog.form.set_values({"note": "Modern grät och"})  # type: ignore[attr-defined]
        page.desk.keep_form()
        kept.append(page.save_draft())
        dialog.reject()

    kept: list[object] = []
    with answering(lock_in_the_middle):
        shortcut("M", window)
    assert drafts.kept_draft(session, f"case:{elias}") is None, "Esc throws it away"

    def read(dialog: Dialog) -> None:
        assert dialog.form.values()["note"] == "Modern grät och"  # type: ignore[attr-defined]
        dialog.reject()

    with answering(read) as titles:
        page.restore_draft(kept[0])
        qtbot.waitUntil(lambda: bool(titles))
    assert titles == ["Anteckna kontakt"]


def test_a_kept_form_is_offered_on_the_page(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    assess(session, elias)
    drafts.keep_draft(
        session,
        f"case:{elias}",
        {"name": "contact", "params": {"party_id": None}, "values": {"note": "Modern grät och"}},
        elias,
    )
    window = show(session, elias, qtbot)
    page = case_page(window)
    assert "Halvskrivet: en kontakt, sparat idag 15.45." in words(page)

    def read(dialog: Dialog) -> None:
        assert dialog.form.values()["note"] == "Modern grät och"  # type: ignore[attr-defined]
        dialog.reject()

    with answering(read):
        click(button(page, "Fortsätt med det halvskrivna"))
    assert "Halvskrivet" not in words(page)


def test_f1_explains_the_field_of_a_question(session: Session, elias: CaseId, qtbot: QtBot) -> None:
    window = show(session, elias, qtbot)
    seen: list[str] = []

    def ask_for_help(dialog: Dialog) -> None:
        dialog.form.rows["received"].field.setFocus()  # type: ignore[attr-defined]
        shortcut("F1", dialog.form.rows["received"].field)  # type: ignore[attr-defined]
        seen.append(dialog.help_text.text())  # type: ignore[attr-defined]
        dialog.reject()

    with answering("4", ask_for_help):
        shortcut("R", window)
    assert seen[0].startswith("Mottagen: När underrättelsen nådde enheten")
