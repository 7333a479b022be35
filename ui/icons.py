"""The bundled line icons, drawn in any colour of the palette at the size of the text beside them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from allvar_desktop.paths import resources


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """Icon `name` (a file in resources/icons, without ending) in `colour`, `side` logical pixels wide."""
    from PySide6.QtSvg import QSvgRenderer  # the unlock page is painted without

    source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(made)
    renderer.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def paint(painter: QPainter, name: str, colour: str, box: QRectF) -> None:
    """Draw icon `name` in the middle of `box`, as large as the box's shorter side."""
    side = round(min(box.width(), box.height()))
    device = painter.device()
    ratio = device.devicePixelRatio() if device else 1.0
    picture = pixmap(name, colour, side, ratio)
    painter.drawPixmap(
        round(box.x() + (box.width() - side) / 2), round(box.y() + (box.height() - side) / 2), picture
    )
