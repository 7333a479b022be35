import ast
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from ui import actions
from ui.actions import ACTIONS
from ui.navigation import PAGES
from ui.pages.meeting_editor import _KIND_KEYS

ROOT = Path(__file__).resolve().parents[2]


def test_no_two_actions_share_a_shortcut_where_both_work() -> None:
    scopes = {entry.scope for entry in ACTIONS if entry.scope}
    for scope in scopes | {""}:
        working = [entry for entry in ACTIONS if entry.scope in ("", scope) and entry.shortcut]
        counted = Counter(QKeySequence(entry.shortcut).toString() for entry in working)
        assert [keys for keys, count in counted.items() if count > 1] == []


def test_every_shortcut_can_be_read_by_qt(qtbot: QtBot) -> None:
    assert [entry.id for entry in ACTIONS if entry.shortcut and QKeySequence(entry.shortcut).isEmpty()] == []


def test_each_action_has_an_id_and_a_name_of_its_own_in_its_scope() -> None:
    assert max(Counter(entry.id for entry in ACTIONS).values()) == 1
    assert max(Counter((entry.scope, entry.words) for entry in ACTIONS).values()) == 1


def test_every_scope_is_a_page() -> None:
    assert {entry.scope for entry in ACTIONS} - {page.key for page in PAGES} == {""}


def test_the_promised_shortcuts_are_there() -> None:
    promised = ("Ctrl+N", "Ctrl+F", "Ctrl+P", "Ctrl+S", "Ctrl+L", "F1", "F9", "Escape", "Ctrl+K", "Ctrl+1")
    assert set(promised) <= {entry.shortcut for entry in actions.everywhere()}


def test_hints_are_swedish() -> None:
    assert actions.action("next_step").hint == "Ctrl Retur"
    assert actions.action("lock").hint == "Ctrl L"


def test_shortcuts_are_written_in_the_one_table_only() -> None:
    elsewhere = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        names = {
            node.id for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Name)
        }
        if names & {"QShortcut", "QKeySequence"} and path.name != "main_window.py":
            elsewhere.append(path.name)
    assert elsewhere == ["meeting_editor.py"]  # its keys choose an answer, as numbers do in chips


def test_the_keys_that_choose_while_writing_are_no_shortcuts_of_an_action() -> None:
    choosing = {f"Alt+{key}" for key in (*_KIND_KEYS.values(), *range(10))}
    working = {entry.shortcut for entry in ACTIONS if entry.scope in ("", "meeting")}
    assert choosing & working == set()
