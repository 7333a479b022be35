"""The unlock page of the same register, of widgets as Qt makes them: no font, style or colours of ours."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from allvar_desktop.clock import SystemClock
from allvar_desktop.services.locked_registers import look_at_register
from tests.benchmarks.start.when_painted import WhenPainted

LINKS = ("Glömt lösenordet", "Återställ från kopia", "Öppna ett annat register", "Öppna övningsregistret")


def label(text: str) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made


app = QApplication([])
window = QWidget()
window.resize(1280, 800)
stack = QStackedWidget()
outer = QVBoxLayout(window)
outer.addWidget(stack)
area = QScrollArea()
area.setWidgetResizable(True)
area.setFrameShape(QFrame.Shape.NoFrame)
area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
stack.addWidget(area)
inside = QWidget()
row = QHBoxLayout(inside)
column = QVBoxLayout()
row.addStretch(1)
row.addLayout(column, 10)
row.addStretch(1)
facts = look_at_register(Path(sys.argv[1]), SystemClock())
for text in ("Lås upp", facts.unit_name, "Vem är du?"):
    column.addWidget(label(text))
group = QButtonGroup()
for account in facts.accounts:
    button = QPushButton(account.name)
    button.setCheckable(True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    group.addButton(button)
    column.addWidget(button)
password = QLineEdit()
password.setEchoMode(QLineEdit.EchoMode.Password)
for widget in (label("Lösenord"), password, QCheckBox("Visa lösenordet"), label("")):
    column.addWidget(widget)
buttons = QHBoxLayout()
for text in ("Lås upp", *LINKS):
    buttons.addWidget(QPushButton(text))
column.addLayout(buttons)
column.addStretch(1)
area.setWidget(inside)
password.setFocus()
window.show()
end = WhenPainted(window)
app.exec()
