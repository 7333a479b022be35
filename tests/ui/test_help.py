import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from allvar_desktop.paths import resources
from ui import help as helping
from ui.navigation import PAGES
from ui.widgets.form import Form
from ui.widgets.text_fields import TextField

FILES = sorted((resources() / "help").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_help_text_has_a_title_and_whole_sentences(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert path.stem == "common" or path.stem in {page.key for page in PAGES}
    for entry in table.values():
        assert set(entry) == {"title", "text"}
        assert entry["title"]
        assert entry["text"].strip().endswith((".", "?", "!"))


def test_a_field_without_help_gets_the_pages_or_the_common_one(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert helping.find("finns inte", widget) == helping.texts("common")["common"]
    assert helping.find("today", None).text


def test_the_field_itself_comes_first(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    form = Form()
    row = form.row("received", "Mottagen", TextField())
    qtbot.addWidget(row)
    mine = helping.Help("Mottagen", "När den kom.")
    monkeypatch.setattr(helping, "texts", lambda page: {"received": mine} if page == "new_case" else {})
    assert helping.find("new_case", row.field) is mine
