import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.gestures import click
from ui.dialogs import ask, bug


def broken(name: str) -> None:
    raise ValueError(f"{name} 20130710-2390 finns inte")


def caught() -> ValueError:
    try:
        broken("Elias Bergdahl")
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_tells_the_way_through_the_code_and_nothing_about_anyone() -> None:
    report = bug.report(caught())
    assert "ValueError" in report
    assert "test_bug.py" in report
    assert "broken" in report
    assert "Elias" not in report
    assert "20130710" not in report
    assert "/home" not in report


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = bug.BugDialog(caught())
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.copy_button)
    assert QApplication.clipboard().text() == bug.report(caught()).replace("caught", "caught")
    assert "står kvar" in dialog.explanation.text()


def test_it_is_shown_through_the_one_module_that_asks(
    capsys: pytest.CaptureFixture[str], qtbot: QtBot
) -> None:
    with ask.scripted([True]) as asked:
        bug.show(caught())
    assert asked.questions == ["Ett fel i programmet"]
    assert "Elias" not in capsys.readouterr().err
