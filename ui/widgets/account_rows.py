"""Colleagues who get accounts of their own when the register is made, each with a passphrase to hand over."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.problem import Problem
from ui import style
from ui.widgets.buttons import Button, Kind
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.special_fields import PhoneField
from ui.widgets.text import Text, Tone
from ui.widgets.text_fields import TextField


@dataclass(frozen=True, slots=True)
class Colleague:
    """A handler to be: what is known of them, and the passphrase that they begin with."""

    name: str
    title: str
    phone: str
    passphrase: str


class ColleagueRow(QWidget):
    """The fields for one colleague."""

    def __init__(self, number: int, passphrase: str) -> None:
        super().__init__()
        self.passphrase = passphrase
        self.form = Form(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        place = QWidget()
        flow = Flow(place, gap=2, is_top=True)
        flow.add(self.form.row("name", f"Kollega {number}, namn", TextField(text_limits.NAME, 24)), weight=2)
        flow.add(self.form.row("title", "Titel", TextField(text_limits.SHORT, 18)), weight=1)
        flow.add(self.form.row("phone", "Telefon", PhoneField()))
        column.addWidget(place)
        column.addWidget(Text(f"Lösenordsfras att lämna över: {passphrase}", tone=Tone.QUIET))
        self.form.set_values({"title": "socialsekreterare"})

    def colleague(self) -> Colleague:
        """What is typed."""
        values = self.form.values()
        return Colleague(values["name"], values["title"], values["phone"], self.passphrase)


class ColleagueRows(QWidget):
    """As many rows as there are colleagues; none to begin with."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ColleagueRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.step(1.5))
        self.add_button = Button("Lägg till en handläggare", Kind.PLAIN, icon="user-plus")
        self.add_button.clicked.connect(self.add)
        self._column.addWidget(self.add_button)

    def add(self) -> None:
        """A further row, with a passphrase of its own."""
        from allvar_desktop.domain.password import make_passphrase, shipped_words

        row = ColleagueRow(len(self._rows) + 1, make_passphrase(shipped_words()))
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        row.form.rows["name"].field.setFocus()

    def colleagues(self) -> tuple[Colleague, ...]:
        """The colleagues whose name is filled in."""
        return tuple(each for each in (row.colleague() for row in self._rows) if each.name)

    def show_problem(self, index: int, problem: Problem) -> None:
        """Show what is wrong with the colleague at `index` of `colleagues`."""
        filled = [row for row in self._rows if row.colleague().name]
        filled[index].form.show_problems([problem])
