"""*Sparat 14.02*: when what is typed was last kept."""

from datetime import datetime

from ui.style import Size
from ui.widgets.text import Text, Tone


class SavedAt(Text):
    """Empty until something has been saved."""

    def __init__(self) -> None:
        super().__init__("", Size.SMALL, Tone.QUIET, may_wrap=False)

    def show_saved(self, local: datetime) -> None:
        """Something was saved at this wall time."""
        self.setText(f"Sparat {local:%H.%M}")
        self.setAccessibleName(self.text())
