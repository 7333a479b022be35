"""The saved views above the list of cases, with their counts: chips, or one folding list for want of room."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.case_choice import CaseChoice
from allvar_desktop.services.case_lists import SavedView
from ui.widgets.choices import ChoiceChips, ChoiceField


class ViewsBar(QWidget):
    """Choosing a view tells its key."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.chips = ChoiceChips(has_numbers=False)
        self.chips.setAccessibleName("Lista")
        self.folded = ChoiceField(placeholder="Egna filter")
        self.folded.setAccessibleName("Lista")
        self.folded.hide()
        column.addWidget(self.chips)
        column.addWidget(self.folded)
        self._views: tuple[SavedView, ...] = ()
        self._is_setting = False
        self.chips.value_changed.connect(lambda: self._told(self.chips.value()))
        self.folded.value_changed.connect(lambda: self._told(self.folded.value()))

    def show_views(self, views: Sequence[SavedView], choice: CaseChoice | None) -> None:
        """Show the views with their counts, and which of them is the present choice (None: none is)."""
        self._is_setting = True
        options = [(view.key, f"{view.name} {view.count}") for view in views]
        if tuple(views) != self._views:
            self._views = tuple(views)
            focused = self._focused()
            self.chips.set_options(options)
            self.folded.set_options(options)
            if focused is not None:
                self.chips.buttons()[focused].setFocus()
        present = next((view.key for view in views if view.choice == choice), None)
        self.chips.set_value(present)
        self.folded.set_value(present)
        self._is_setting = False

    def set_narrow(self, *, is_narrow: bool) -> None:
        """One folding list in place of the chips."""
        self.chips.setVisible(not is_narrow)
        self.folded.setVisible(is_narrow)

    def _focused(self) -> int | None:
        return next((i for i, button in enumerate(self.chips.buttons()) if button.hasFocus()), None)

    def _told(self, key: str | None) -> None:
        if key is not None and not self._is_setting:
            self.chosen.emit(key)
