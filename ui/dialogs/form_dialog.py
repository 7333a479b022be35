"""A dialog with a form: it stays, with what was typed and what is wrong, until the answer can be kept."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.problem import Problem
from allvar_desktop.errors import KnownError
from allvar_desktop.services.problems import InvalidInputError
from ui import style
from ui.dialogs.dialog import Dialog, window_below
from ui.dialogs.field_area import FieldArea
from ui.help import find
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.text import Text, Tone


class FormDialog(Dialog):
    """`submit` calls the service; what it refuses is shown under the fields, and the dialog stays open."""

    help_page: ClassVar[str] = "case"
    """Whose help texts F1 shows."""

    def __init__(self, title: str, text: str = "", yes: str = "Spara") -> None:
        super().__init__(title, text, yes, parent=window_below())
        self.form = Form(self)
        self._area = FieldArea()
        self.fields = self._area.fields
        self.trouble = Text("", tone=Tone.WRONG)
        self.trouble.hide()
        self.help_text = Text("", tone=Tone.QUIET)
        self.help_text.hide()
        self.body.addWidget(self._area)
        self.body.addWidget(self.help_text)
        self.body.addWidget(self.trouble)
        self.on_bug: Callable[[BaseException], None] | None = None

    def line(self, *rows: QWidget, grows: Iterable[int] = ()) -> None:
        """Rows side by side while there is room; those whose places stand in `grows` take what is left."""
        place = QWidget()
        flow = Flow(place, gap=2, line_gap=1.5, is_top=True)
        growing = set(grows)
        for index, row in enumerate(rows):
            flow.add(row, weight=int(index in growing))
        self.fields.addWidget(place)

    def submit(self) -> None:
        """Keep the answer; may raise `InvalidInputError` or another `KnownError`."""
        raise NotImplementedError

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, as plain values that JSON can hold."""
        return self.form.values()

    def put_back(self, values: dict[str, Any]) -> None:
        """Put back what `typed` gave."""
        self.form.set_values(values)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Each under its field; those of no field here stand together above the buttons."""
        rest = self.form.show_problems(problems)
        self._say(" ".join(problem.message for problem in rest))

    def try_accept(self) -> None:
        self._say("")
        try:
            self.submit()
        except InvalidInputError as error:
            self.show_problems(error.problems)
        except KnownError as error:
            self._say(f"{error.sentence} {error.next_step}")
        except Exception as error:
            if self.on_bug is None:
                raise
            self.on_bug(error)
        else:
            self.accept()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.help_text.hide()
        self._make_room()

    def _make_room(self) -> None:
        """What is said below the fields is seen whole; where the window is too low, the fields scroll."""
        said = [text for text in (self.help_text, self.trouble) if not text.isHidden()]
        gap = self.body.spacing()
        self._area.leave_room(sum(text.heightForWidth(self._area.width()) + gap for text in said))
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self._area.wide_enough() + style.step(6), self.height())
        super().showEvent(event)
        if self.focusWidget() in (None, self.yes_button, self.no_button):
            self._focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self._show_help()
            return
        if event.key() == Qt.Key.Key_Escape and not self.help_text.isHidden():
            self.help_text.hide()
            self._make_room()
            return
        super().keyPressEvent(event)

    def _show_help(self) -> None:
        """What the field with the focus is for; the help panel of the window lies behind this dialog."""
        found = find(self.help_page, self.focusWidget())
        self.help_text.setText(f"{found.title}: {found.text.strip()}")
        self.help_text.show()
        self.trouble.hide()
        self._make_room()

    def _focus_first(self) -> None:
        row = next(iter(self.form.rows.values()), None)
        if row is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
