"""Which pages there are, and the way between them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from allvar_desktop.errors import KnownError, StoppedError

if TYPE_CHECKING:
    from allvar_desktop.services.session import Session
    from ui.shown_page import ShownPage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page by its key: the module and class that make it, imported when it is first opened.

    With `title` it stands in the navigation, with its icon and the action that opens it; with `has_count` a
    number beside it. With `shows_cases` it is only for accounts that see cases: the others would find a door
    that nobody opens.
    """

    key: str
    module: str
    cls: str
    title: str = ""
    icon: str = ""
    action: str = ""
    has_count: bool = False
    shows_cases: bool = True

    def page_class(self) -> "type[ShownPage]":
        """The class, imported now; it is made with the shell."""
        found: type[ShownPage] = getattr(import_module(self.module), self.cls)
        return found


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", "ui.pages.today_page", "TodayPage", "Idag", "sun", "go_today", has_count=True),
    PageEntry("cases", "ui.pages.cases_page", "CasesPage", "Ärenden", "folder", "go_cases", has_count=True),
    PageEntry(
        "settings",
        "ui.pages.settings_page",
        "SettingsPage",
        "Inställningar",
        "settings",
        "go_settings",
        shows_cases=False,
    ),
    PageEntry("case", "ui.pages.case_page", "CasePage"),
    PageEntry("new_case", "ui.pages.new_case_page", "NewCasePage"),
    PageEntry("booking", "ui.pages.booking_page", "BookingPage"),
    PageEntry("preview", "ui.pages.preview_page", "PreviewPage"),
    PageEntry("meeting", "ui.pages.meeting_page", "MeetingPage"),
)


_HEAD_IS_BEHIND = KnownError(
    "Det du gjorde är sparat, men nyckelfilen bredvid registret går inte att skriva.",
    "Frigör utrymme på disken, eller se efter att mappen går att skriva i. Den skrivs vid nästa sparning.",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is: a page and what it was opened with (numbers and texts only, so that it can be kept)."""

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)


class Shell(QObject):
    """What every page gets: the session, the way to other pages, news, and safe calls of services."""

    place_changed = Signal()
    """Another page (or the same one, opened anew) is to be shown."""
    banner_told = Signal(str, str, object, str)
    """A message, the words of its button, what the button does, and its state."""
    saved_told = Signal()
    counts_changed = Signal(dict)
    lock_requested = Signal()
    settings_changed = Signal()
    """The unit's settings are others now: what hangs on them is shown anew."""
    meeting_toggled = Signal(bool)
    """*Samtalet pågår* began or ended: the idle lock waits longer meanwhile."""

    def __init__(
        self, session: "Session", pages: Sequence[PageEntry] = PAGES, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        sees_all = session.account.may_see_cases
        self.entries = {entry.key: entry for entry in pages if sees_all or not entry.shows_cases}
        self._pages: dict[str, ShownPage] = {}
        self._history: list[Place] = []
        self.place: Place | None = None
        self._is_closed = False
        self._is_head_behind = False
        self.on_bug: Callable[[BaseException], None] = _raise

    def page(self, key: str) -> "ShownPage":
        """The page of a key, made when it is first asked for. KeyError for an unknown key."""
        if key not in self._pages:
            entry = self.entries[key]
            make: Callable[[Shell], ShownPage] = entry.page_class()
            self._pages[key] = make(self)
        return self._pages[key]

    @property
    def current(self) -> "ShownPage | None":
        """The page that is shown."""
        return self.page(self.place.key) if self.place and not self._is_closed else None

    def go(self, key: str, **params: Any) -> bool:
        """Open a page with what it needs (`case_id=…`). False when the page before would not be left."""
        return self._open(Place(key, params), is_back=False)

    def back(self) -> bool:
        """Back to the page before; False when there is none, or the page would not be left."""
        return bool(self._history) and self._open(self._history[-1], is_back=True)

    def _open(self, place: Place, *, is_back: bool) -> bool:
        if self.current is not None and not self.current.may_leave():
            return False
        page = self.run(lambda: self.page(place.key))
        if page is None or not self.succeeds(lambda: page.open(**place.params)):
            return False
        if is_back:
            self._history.pop()
        elif self.place is not None and self.place != place:
            self._history.append(self.place)
            del self._history[:-50]
        self.place = place
        page.banner.dismiss()
        self.place_changed.emit()
        self.refresh_counts()
        return True

    def run(self, work: Callable[[], T]) -> T | None:
        """Call a service. What it answers, or None after showing why it could not.

        Nothing is called once the pages are let go of: a late timer must not reach a closed register.
        """
        if self._is_closed:
            return None
        try:
            answer = work()
            self._look_at_the_head()
            return answer
        except StoppedError as error:
            self.show_problem(error, state="urgent")
        except KnownError as error:
            self.show_problem(error)
        except Exception as error:  # noqa: BLE001 -- a bug is told of, and what was typed stays
            self.on_bug(error)
        return None

    def _look_at_the_head(self) -> None:
        """Say once that what was done is saved, while the log's head could not follow outside."""
        is_behind = self.session.register.anchor_warning is not None
        if is_behind and not self._is_head_behind:
            # After the news of what was done, which would take its place.
            QTimer.singleShot(0, self, lambda: self.show_problem(_HEAD_IS_BEHIND, state="urgent"))
        self._is_head_behind = is_behind

    def succeeds(self, work: Callable[[], object]) -> bool:
        """The same for a call whose answer says nothing: whether it went well."""
        return self.run(lambda: (work(),)) is not None

    def show_banner(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        *,
        words: str = "Ångra",
        state: str = "within_day",
    ) -> None:
        """News under the page head; with `undo` a button for it (or for another action, by its `words`)."""
        self.banner_told.emit(text, words if undo else "", undo, state)

    def show_problem(self, error: KnownError, *, state: str = "overdue") -> None:
        """What went wrong and the next step, under the page head."""
        self.banner_told.emit(f"{error.sentence} {error.next_step}", "", None, state)

    def saved(self) -> None:
        """Something typed was saved just now."""
        self.saved_told.emit()

    def refresh_counts(self) -> None:
        """Ask the pages of the navigation for their counts, opened or not, when there is time."""
        QTimer.singleShot(0, self, self._count)

    def _count(self) -> None:
        if self._is_closed or not self.session.account.may_see_cases:
            return
        counted = [entry for entry in self.entries.values() if entry.has_count]
        counts = self.run(
            lambda: {entry.key: entry.page_class().nav_count(self.session) for entry in counted}
        )
        if counts is not None:
            self.counts_changed.emit(counts)

    def close_pages(self) -> None:
        """Let go of every page; nothing is shown or called after it."""
        self._is_closed = True
        for page in self._pages.values():
            page.deleteLater()
        self._pages.clear()


def _raise(error: BaseException) -> None:
    raise error
