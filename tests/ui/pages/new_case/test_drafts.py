"""Nytt ärende: what is half-written is kept by itself, and thrown away only when asked for."""

from pytestqt.qtbot import QtBot

from allvar_desktop.services import drafts
from allvar_desktop.services.session import Session
from tests.ui.pages.new_case.form_window import ELIAS, NORA, new_case, put
from ui.dialogs import ask
from ui.main_window import MainWindow


def test_a_draft_is_kept_by_itself_and_comes_back_whole(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    page = new_case(window)
    put(page, NORA)
    page.form.notice.times["offence"].set_value("halvskriven tid")
    page.form.pairs._chips[page.form.family.rows()[1].key, page.form.child.key].choose_number(2)
    page.card.slots.choose(1)
    before = page.save_draft()
    page.keeper._timer.setInterval(1)
    page.keeper.forget()
    page.keeper.touched()
    qtbot.waitUntil(lambda: drafts.kept_draft(session, "new_case") is not None)
    assert window.foot.saved_at.text() == "Sparat 15.45"
    window.shell.go("today")
    window.shell.go("new_case")
    assert page.save_draft() == before
    qtbot.waitUntil(lambda: "Här är det du skrev idag 15.45" in page.banner.message.text())


def test_leaving_keeps_what_was_typed_last(window: MainWindow, session: Session) -> None:
    page = new_case(window)
    page.form.child.form.rows["name"].as_field.set_value("Sem Tesfay")
    window.shell.go("today")
    kept = drafts.kept_draft(session, "new_case")
    assert kept is not None
    assert kept.content["child"]["name"] == "Sem Tesfay"


def test_kasta_asks_first_and_then_takes_everything_away(window: MainWindow, session: Session) -> None:
    page = new_case(window)
    put(page, ELIAS)
    page.keeper.keep()
    with ask.scripted([False]):
        page.discard()
    assert not page.form.is_empty()
    with ask.scripted([True]) as asked:
        page.discard()
    assert asked.questions == ["Kasta det du har skrivit?"]
    assert page.form.is_empty()
    assert drafts.kept_draft(session, "new_case") is None


def test_a_lock_gives_the_page_back_as_it_was(window: MainWindow) -> None:
    page = new_case(window)
    put(page, ELIAS)
    draft = page.save_draft()
    page._clear()
    page.restore_draft(draft)
    assert page.form.case().child.name == "Elias Bergdahl"
    assert page.save_draft() == draft
