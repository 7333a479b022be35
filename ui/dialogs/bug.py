"""Something that should not happen: says so, and offers a report without personal data."""

import platform
import sys
import traceback

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from allvar_desktop import __version__
from ui import style
from ui.dialogs import ask
from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import Button
from ui.widgets.text_fields import LongText


def report(error: BaseException) -> str:
    """Versions and the way through the code: files, lines and functions, never values or messages."""
    lines = [
        f"Allvar {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}",
        f"{type(error).__module__}.{type(error).__qualname__}",
    ]
    # The message of an exception can quote what was typed, so it stays out.
    for frame in traceback.extract_tb(error.__traceback__):
        place = "/".join(frame.filename.replace("\\", "/").split("/")[-2:])
        lines.append(f"  {place}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class BugDialog(Dialog):
    """What went wrong, and the report to copy."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(
            "Ett fel i programmet",
            "Det du gjorde sist blev inte sparat, men det du har skrivit står kvar på sidan. Försök igen. "
            "Händer det igen: kopiera rapporten och skicka den till den som sköter programmet. "
            "Rapporten innehåller inga uppgifter om personer.",
            "Stäng",
            "",
        )
        self.text = LongText(20_000, 6)
        self.text.setReadOnly(True)
        self.text.setPlainText(report(error))
        self.text.setAccessibleName("Felrapport")
        self.body.addWidget(self.text)
        self.copy_button = Button("Kopiera rapporten", icon="copy")
        self.copy_button.clicked.connect(self._copy)
        self.buttons.insertWidget(0, self.copy_button)
        self.setMinimumWidth(style.chars(70))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.copy_button.set_words("Kopierad", icon="check")


def show(error: BaseException) -> None:
    """Show the dialog for an error that nobody expected, and write the report on standard error."""
    sys.stderr.write(report(error) + "\n")
    ask.run(BugDialog(error))
