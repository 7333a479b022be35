"""Nytt ärende: texts that nobody should type."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.services import drafts
from allvar_desktop.services.session import Session
from tests.ui.gestures import shortcut
from tests.ui.pages.new_case.form_window import ELIAS, here, new_case, put
from ui.main_window import MainWindow

HOSTILE = [
    "A" * 200_000,
    "\u202egnurb",
    '<img src="/etc/passwd">',
    "A < B & C",
    "a\x00b",
    "🙂👨‍👩‍👧",
    "'; DROP TABLE parties; --",
    "rad ett\nrad två",
]
FREE_TEXTS = ("event_text", "sender", "reference")
PERSON_TEXTS = ("name", "organisation", "phone", "language", "note")


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_text_in_any_field_is_understood_or_told_of(window: MainWindow, text: str) -> None:
    page = new_case(window)
    put(page, ELIAS)
    for fields in (page.form.child, *page.form.family.rows()):
        fields.show_more(is_shown=True)
    for field in page.form.findChildren(QLineEdit):
        before = field.text()
        field.setText(text)
        kept = field.text()
        assert "\x00" not in kept
        assert "\u202e" not in kept
        assert len(kept) <= 4_000
        assert all(problem.message.endswith(".") for problem in page.work.problems())
        field.setText(before)
    assert page.work.problems() == ()


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_text_in_every_free_field_at_once_is_stored_as_plain_text(
    window: MainWindow, session: Session, text: str
) -> None:
    page = new_case(window)
    put(page, ELIAS)
    page.form.notice.form.set_values(dict.fromkeys(FREE_TEXTS, text))
    page.form.told.form.set_values({"told_by": text})
    for fields in (page.form.child, *page.form.family.rows()):
        fields.form.set_values(dict.fromkeys(PERSON_TEXTS, text))
    shortcut("Alt+R")
    assert here(window) == ("case", {"case_id": 1})
    facts = session.facts(CaseId(1))
    stored = [party.name for party in facts.parties] + [facts.notices[0].event_text]
    plain = " ".join(text.replace("\x00", "").replace("\u202e", "").split())
    assert all(plain.startswith(" ".join(kept.split())) for kept in stored)
    assert all(len(party.name) <= 120 for party in facts.parties)
    assert [draft.key for draft in drafts.kept_drafts(session)] == []


def test_markup_is_stored_and_shown_as_the_signs_it_is(window: MainWindow, session: Session) -> None:
    page = new_case(window)
    put(page, replace(ELIAS, child=replace(ELIAS.child, name='<img src="/etc/passwd">')))
    shortcut("Alt+R")
    assert session.facts(CaseId(1)).child.name == '<img src="/etc/passwd">'
