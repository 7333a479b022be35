"""A window with nothing in it that does not even name `Qt`."""

from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.start.when_painted import WhenPainted

app = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
end = WhenPainted(window)
app.exec()
