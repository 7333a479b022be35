"""*Inställningar*, backups: where they lie, when the last one was made."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal

from allvar_desktop.domain.settings import UnitSettings
from allvar_desktop.domain.time_text import instant_text
from ui.pages.settings_section import SettingsSection
from ui.widgets.buttons import Button
from ui.widgets.headings import SectionHead
from ui.widgets.text import Text, Tone


class CopiesSection(SettingsSection):
    """The place, the last copy, *Säkerhetskopiera nu*, and whether the register holds together."""

    folder_requested = Signal()
    copy_requested = Signal()
    check_requested = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Säkerhetskopior",
            "En krypterad kopia görs och kontrolleras varje gång du låser eller avslutar efter ändringar. "
            "De 14 senaste sparas. Välj en mapp på en annan disk, till exempel ett USB-minne.",
        )
        self._folder = ""
        self._place = Text("")
        self._last = Text("", tone=Tone.QUIET)
        self.column.addWidget(self._place)
        self.column.addWidget(self._last)
        self.folder_button = Button("Välj mapp", icon="folder")
        self.folder_button.clicked.connect(self.folder_requested)
        self.copy_button = Button("Säkerhetskopiera nu", icon="copy")
        self.copy_button.clicked.connect(self.copy_requested)
        self.line(self.folder_button, self.copy_button)
        self.column.addWidget(SectionHead("Kontroll"))
        words = "Läser hela registret och hela loggen, och säger om något är skadat, ändrat eller borttaget."
        self.column.addWidget(Text(words, tone=Tone.QUIET))
        self.check_button = Button("Kontrollera registret", icon="circle-check")
        self.check_button.clicked.connect(self.check_requested)
        self.line(self.check_button)
        self._found = Text("")
        self._found.hide()
        self.column.addWidget(self._found)

    def show_settings(self, settings: UnitSettings) -> None:
        self.set_folder(settings.backup_folder)
        self._found.hide()  # what an earlier check found says nothing of now

    def set_folder(self, folder: str) -> None:
        """Show the chosen folder; it is kept with *Spara*."""
        self._folder = folder
        self._place.setText(f"Mapp: {folder}" if folder else "Ingen mapp är vald än.")

    def show_last(self, last: datetime | None, now: datetime, warning: str) -> None:
        """When the last copy was made, and what is wrong with that."""
        made = f"Senast säkerhetskopierad {instant_text(last, now)}." if last else ""
        self._last.setText(" ".join(part for part in (made, warning) if part))
        self._last.set_tone(Tone.WRONG if warning else Tone.QUIET)

    def show_check(self, found: Sequence[str]) -> None:
        """What the check of the register found, mostly nothing."""
        words = "Registret är helt, och loggen hänger ihop från första posten till den sista."
        if found:
            words = " ".join([*found, "Tala om det för er gruppledare innan någon arbetar vidare."])
        self._found.setText(words)
        self._found.setAccessibleName(words)
        self._found.set_tone(Tone.WRONG if found else Tone.PLAIN)
        self._found.show()

    def apply(self, settings: UnitSettings) -> UnitSettings:
        return replace(settings, backup_folder=self._folder)

    def typed(self) -> dict[str, Any]:
        return {"folder": self._folder}

    def put_back(self, values: dict[str, Any]) -> None:
        if values["folder"] != self._folder:
            self.set_folder(values["folder"])
            self.changed.emit()

    def set_editable(self, is_editable: bool) -> None:
        self.folder_button.setEnabled(is_editable)
