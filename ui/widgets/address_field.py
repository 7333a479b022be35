"""An address typed on one line, shown as it was understood, and open to correction part by part."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.address_parser import Address, parse_address
from ui import names, style
from ui.style import Size
from ui.widgets.buttons import Button, Kind
from ui.widgets.flow import Flow
from ui.widgets.form import FormRow
from ui.widgets.text import Text, Tone
from ui.widgets.text_fields import TextField

_PARTS = (
    ("care_of", "c/o", text_limits.NAME, 16),
    ("street", "Gata och nummer", text_limits.LINE, 22),
    ("apartment", "Lägenhet", text_limits.SHORT, 10),
    ("postcode", "Postnummer", text_limits.SHORT, 9),
    ("town", "Ort", text_limits.NAME, 16),
)


class AddressField(QWidget):
    """`value()` is plain JSON for a draft, `address()` the parts. The parts win while they are shown.

    F2 in the line opens the parts; the button for it takes no Tab, so that typing goes straight on.
    """

    value_changed = Signal()
    told = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TextField(400, 34)
        self.parts = {name: TextField(limit, chars) for name, _, limit, chars in _PARTS}
        self.open_button = Button("Rätta delarna (F2)", Kind.LINK, icon="pencil")
        self.open_button.set_folded(True)
        self.open_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.understood = Text("", Size.SMALL, Tone.QUIET)
        self._part_place = QWidget()
        self._build()
        self.setFocusProxy(self.line)
        self.line.value_changed.connect(self._line_changed)
        self.line.told.connect(self.told)
        self.open_button.clicked.connect(self.open_parts)
        for field in self.parts.values():
            field.value_changed.connect(self._part_changed)
        names.screen().toggled.connect(self._show_understood)
        self._show_understood()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(0.5))
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.line, 1)
        top.addWidget(self.open_button)
        column.addLayout(top)
        column.addWidget(self.understood)
        flow = Flow(self._part_place, gap=1.5, is_top=True)
        for name, label, _, _ in _PARTS:
            row = FormRow(name, label, self.parts[name])
            flow.add(row, weight=1 if name in ("street", "town") else 0)
        column.addWidget(self._part_place)
        self._part_place.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_open(self) -> bool:
        """Whether the parts are shown."""
        return not self._part_place.isHidden()

    def address(self) -> Address:
        """The parts as they will be stored."""
        if not self.is_open:
            return parse_address(self.line.value())
        return Address(**{name: field.value() for name, field in self.parts.items()})

    def set_address(self, address: Address) -> None:
        """Show an address on its line; where the line would be read otherwise, part by part."""
        self.line.set_value(address.text)
        self._fill_parts(address)
        self._set_open(parse_address(address.text) != address)
        self._show_understood()

    def value(self) -> dict[str, object]:
        """What stands there, as a draft keeps it."""
        parts = {name: field.value() for name, field in self.parts.items()} if self.is_open else {}
        return {"line": self.line.value(), "parts": parts}

    def set_value(self, value: dict[str, object]) -> None:
        """Put back what `value` gave."""
        self.line.set_value(str(value.get("line", "")))
        parts = value.get("parts")
        self._set_open(bool(parts))
        if isinstance(parts, dict) and parts:
            self._fill_parts(Address(**{name: str(parts.get(name, "")) for name in self.parts}))
        self._show_understood()

    def set_wrong(self, is_wrong: bool) -> None:
        """Show or take away the red edge."""
        self.line.set_wrong(is_wrong)

    def open_parts(self) -> None:
        """Show the parts, as understood, to be corrected one by one."""
        self._fill_parts(self.address())
        self._set_open(True)
        self.parts["care_of"].setFocus()

    def set_hidden(self, *, is_hidden: bool) -> None:
        """Show dots in place of what is typed."""
        mode = TextField.EchoMode.Password if is_hidden else TextField.EchoMode.Normal
        for field in (self.line, *self.parts.values()):
            field.setEchoMode(mode)

    def _set_open(self, is_open: bool) -> None:
        self._part_place.setVisible(is_open)
        self._show_understood()
        self.updateGeometry()

    def _fill_parts(self, address: Address) -> None:
        for name, field in self.parts.items():
            field.blockSignals(True)
            field.set_value(getattr(address, name))
            field.blockSignals(False)

    def _line_changed(self) -> None:
        if self.is_open:
            self._fill_parts(parse_address(self.line.value()))
        self._show_understood()
        self.value_changed.emit()

    def _part_changed(self) -> None:
        self.value_changed.emit()

    def _show_understood(self) -> None:
        address = parse_address(self.line.value())
        words = "" if self.is_open or address.is_empty else names.masked(_words(address))
        self.understood.setText(words)
        self.understood.setVisible(bool(words))
        self.open_button.setVisible(not self.is_open)
        self.line.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and not self.is_open:
            self.open_parts()
            return
        super().keyPressEvent(event)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        for part, label, _, _ in _PARTS:
            self.parts[part].setAccessibleName(f"{name}: {label}")
        self.open_button.setAccessibleName(f"{name}: rätta delarna")


def _words(address: Address) -> str:
    missing = [
        label
        for label, part in (("gata", address.street), ("postnummer", address.postcode), ("ort", address.town))
        if not part
    ]
    lines = " · ".join(address.lines)
    return f"{lines} · saknar {' och '.join(missing)}" if missing else lines
