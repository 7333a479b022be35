"""An empty Qt window as one writes it: with one attribute set.

Naming `Qt` is part of it: PySide makes the hundred enums of that namespace when it is first named, whoever
names it, which takes Python 3.11 some 25 ms.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.start.when_painted import WhenPainted

app = QApplication([])
window = QWidget()
window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
window.resize(1280, 800)
window.show()
end = WhenPainted(window)
app.exec()
