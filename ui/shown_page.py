"""What the window, the lock and other pages ask of a page, however it is built."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.gate import Check
from allvar_desktop.services.session import Session
from ui.widgets.banner import Banner
from ui.widgets.headings import PageHead


class ShownPage(QWidget):
    """A page of the window.

    `key` is the page's own key and the scope of its actions; `nav_key` lights an entry of the navigation.
    """

    key: ClassVar[str] = ""
    nav_key: ClassVar[str] = ""
    head: PageHead
    banner: Banner

    def open(self, **params: Any) -> None:
        """Get ready for what the page was opened with; may raise `KnownError`. Ends with `refresh`."""
        self.refresh()

    def refresh(self) -> None:
        """Show what the register holds now."""

    def tick(self) -> None:
        """A minute has passed: show the time left anew. Never leaves a log entry."""

    def save_draft(self) -> object | None:
        """What is typed and not yet saved, as plain values that JSON can hold; None for nothing."""
        return None

    def restore_draft(self, draft: object) -> None:
        """Put back what `save_draft` gave, after `open`."""

    def may_leave(self) -> bool:
        """Whether another page may be shown now; a page that must ask first asks here."""
        return True

    def pause(self) -> None:
        """The program is about to lock: store what is not a draft, and close what must not stay open."""

    @classmethod
    def nav_count(cls, session: Session) -> int:
        """The number at the page's name in the navigation; for pages whose entry says that they have one."""
        raise NotImplementedError

    def mend(self, check: Check) -> None:
        """Open the form for what stops a paper; a page without such forms does nothing."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the page does for actions of `ui.actions`: its own, and *print*, *save*, *next_step*."""
        return {}

    def focus_first(self) -> None:
        """Put the focus where one begins; the page itself decides, else the first widget that takes it."""

    def show_top(self) -> None:
        """Scroll to where the page begins."""
