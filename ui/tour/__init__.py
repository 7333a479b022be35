"""The tour: the main job played through the real windows, offscreen, with pictures and printed papers."""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from allvar_desktop.clock import FixedClock
from ui import style
from ui.printing import printing_to
from ui.tour.camera import Camera, PaperTray
from ui.tour.scenes import play_all
from ui.tour.stage import Stage
from ui.translation import speak_swedish

START = datetime(2026, 3, 27, 14, 45, tzinfo=UTC)


def play(folder: Path) -> int:
    """Play all of it into `folder`; 0 only when all worked, else 1 with the reason on standard error."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of application is running")
    style.prepare(app)
    speak_swedish(app)
    folder.mkdir(parents=True, exist_ok=True)
    register = folder / "register"
    shutil.rmtree(register, ignore_errors=True)
    try:
        with printing_to(PaperTray(folder)):
            _play(register, Camera(folder))
    except Exception as error:  # noqa: BLE001 -- whatever goes wrong, the tour did not work
        sys.stderr.write(f"Rundturen stannade: {type(error).__name__}: {error}\n")
        return 1
    finally:
        shutil.rmtree(register, ignore_errors=True)
    return 0


def _play(register: Path, camera: Camera) -> None:
    stage = Stage(register, FixedClock(START), camera)
    try:
        play_all(stage)
        for key in ("today", "cases", "settings"):
            stage.go(key)
            stage.shot(key)
        stage.dark(is_dark=True)
        stage.go("today")
        stage.shot("today-dark")
        stage.dark(is_dark=False)
    finally:
        stage.close()
