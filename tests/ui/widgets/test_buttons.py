"""What a button shows beside its words."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button, Kind


def shape(button: Button) -> QImage:
    """The button without its colours."""
    return button.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def darkest_below(button: Button) -> int:
    """The darkest grey on the line near the lower edge, where a chosen button has its bar."""
    image = shape(button)
    return min(
        image.pixelColor(x, image.height() - 4).lightness()
        for x in range(image.width() // 3, image.width() * 2 // 3)
    )


def test_a_chosen_chip_is_told_by_more_than_its_colour(qapp: QApplication, qtbot: QtBot) -> None:
    chip = Button("Ja, polisen säger ja", Kind.CHOICE)
    qtbot.addWidget(chip)
    chip.setCheckable(True)
    chip.resize(chip.sizeHint())
    assert darkest_below(chip) > 200
    chip.setChecked(True)
    assert darkest_below(chip) < 130
