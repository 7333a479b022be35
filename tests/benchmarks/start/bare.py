"""A window with nothing in it that does not even name `Qt`."""

from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.start.when_painted import EndWhenPainted

app = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
end = EndWhenPainted(window)
app.exec()
