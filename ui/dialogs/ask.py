"""The only way to stop and ask: every modal call of the window goes through here, and tests can script it.

    with ask.scripted(["yes", ("late", "Tågen stod still"), Path("/tmp/x")]) as asked: ...

Each question takes the next answer of the script; `asked` lists the questions that were put.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from allvar_desktop.domain import text_limits
from ui.dialogs.choice_dialog import ChoiceDialog
from ui.dialogs.dialog import Dialog, window_below
from ui.dialogs.questions import ReasonDialog, TextDialog
from ui.widgets.choices import Option


class Script:
    """Answers given beforehand, and the questions that took them."""

    def __init__(self, answers: Iterable[Any]) -> None:
        self.answers = list(answers)
        self.questions: list[str] = []

    def take(self, question: str) -> Any:
        """The next answer. AssertionError when nothing is left to answer with."""
        self.questions.append(question)
        if not self.answers:
            raise AssertionError(f"a question without a scripted answer: {question}")
        return self.answers.pop(0)


_scripts: list[Script] = []


@contextmanager
def scripted(answers: Iterable[Any]) -> Iterator[Script]:
    """Answer the questions that come meanwhile with these, in their order, without showing a dialog."""
    script = Script(answers)
    _scripts.append(script)
    try:
        yield script
    finally:
        _scripts.remove(script)


def _answer(question: str, ask: Callable[[], Any]) -> Any:
    return _scripts[-1].take(question) if _scripts else ask()


def confirm(title: str, text: str = "", *, yes: str, no: str = "Avbryt") -> bool:
    """Whether the person says yes. `yes` is the verb of what then happens: *Ta bort*."""
    return bool(_answer(title, lambda: Dialog(title, text, yes, no, window_below()).ask()))


def tell(title: str, text: str) -> None:
    """Something that must be read before going on."""
    _answer(title, lambda: Dialog(title, text, "Jag förstår", "", window_below()).ask())


def run(dialog: Dialog) -> bool:
    """Show a dialog of one's own; whether it was accepted.

    A script answers with yes or no, or with a function that fills in the dialog; then it is accepted.
    """
    answer = _answer(dialog.windowTitle(), dialog.ask)
    if callable(answer):
        answer(dialog)
        dialog.try_accept()
        return bool(dialog.result() == QDialog.DialogCode.Accepted)
    return bool(answer)


def reason(
    title: str,
    options: Sequence[Option],
    *,
    yes: str,
    text: str = "",
    note_label: str = "Kommentar",
    needs_note: Sequence[object] = (),
) -> tuple[Any, str] | None:
    """The chosen reason and the note, or None when the person thought better of it.

    Without options the note alone is asked for. The values in `needs_note` ask for a note as well.
    """

    def show() -> tuple[Any, str] | None:
        dialog = ReasonDialog(
            title, text, options, yes, note_label, needs_note=needs_note, parent=window_below()
        )
        return dialog.answer() if dialog.ask() else None

    answer: tuple[Any, str] | None = _answer(title, show)
    return answer


def choose(title: str, options: Sequence[Option], *, text: str = "") -> Any:
    """The value of one option, by its number, or None."""

    def show() -> Any:
        dialog = ChoiceDialog(title, options, text, window_below())
        return dialog.chosen if dialog.ask() else None

    return _answer(title, show)


def line(
    title: str,
    label: str,
    *,
    start: str = "",
    text: str = "",
    yes: str = "Spara",
    limit: int = text_limits.LINE,
) -> str | None:
    """A line of text that is not empty, or None."""

    def show() -> str | None:
        dialog = TextDialog(title, label, start, text, yes, limit, window_below())
        return dialog.field.value() if dialog.ask() else None

    answer: str | None = _answer(title, show)
    return answer


def folder(title: str, start: Path) -> Path | None:
    """A folder of the person's choice, or None."""

    def show() -> Path | None:
        chosen = QFileDialog.getExistingDirectory(window_below(), title, str(start))
        return Path(chosen) if chosen else None

    answer: Path | None = _answer(title, show)
    return answer


def file(title: str, start: Path, kinds: str) -> Path | None:
    """An existing file, or None; `kinds` as Qt writes them: ``"Register (*.allvar)"``."""

    def show() -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(window_below(), title, str(start), kinds)
        return Path(chosen) if chosen else None

    answer: Path | None = _answer(title, show)
    return answer


def printer(made: QPrinter) -> bool:
    """Let the person choose a printer and how many; whether it is to be printed."""

    def show() -> bool:
        dialog = QPrintDialog(made, window_below())
        dialog.setWindowTitle("Skriv ut")
        return bool(dialog.exec() == QDialog.DialogCode.Accepted)

    return bool(_answer("Skriv ut", show))
