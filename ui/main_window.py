"""The frame around the pages: top bar, navigation, page, foot."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from allvar_desktop.domain.case_clock import ClockDefinition, ClockStart, ClockStop
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.settings import UnitSettings
from allvar_desktop.services.registers import unit_name
from ui import actions, help, names, style, tab_order  # noqa: A004 -- the module is named for what F1 is called
from ui.dialogs import ask
from ui.dialogs.action_list import ActionDialog
from ui.navigation import Shell
from ui.shown_page import ShownPage
from ui.widgets.bars import FootBar, ShownNameOnFocus, TopBar
from ui.widgets.help_panel import HelpPanel
from ui.widgets.nav_bar import NavBar
from ui.widgets.practice_band import PracticeBand
from ui.widgets.search_box import SearchBox

_FOLDS_BELOW_CHARS = 105
_MINUTE = 60_000


class MainWindow(QWidget):
    """The window of a signed-in account."""

    lock_requested = Signal()
    quit_requested = Signal()

    def __init__(self, shell: Shell, unit: str) -> None:
        super().__init__()
        self.shell = shell
        self.setWindowTitle("Allvar")
        self.setMinimumSize(640, 480)
        self.resize(1280, 800)
        self._is_closing = False
        tab_order.follow_layout(self)
        self._build(unit)
        self._connect()
        self._actions: list[QAction] = []
        self._page_actions: list[QAction] = []
        self._add_actions()
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._tick)
        self._minute.start(_MINUTE)

    def _build(self, unit: str) -> None:
        account = self.shell.session.account
        self.top = TopBar(unit, account.signature)
        self.top.search.setVisible(account.may_see_cases)
        shown = [entry for entry in self.shell.entries.values() if entry.title]
        self.nav = NavBar([(entry, actions.action(entry.action).hint) for entry in shown])
        self._name_shower = ShownNameOnFocus(self)
        for button in self.nav.buttons():
            button.installEventFilter(self._name_shower)
        self.stack = QStackedWidget()
        self.foot = FootBar(deadline_words(self.shell.session.settings))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.shell.session.is_practice:
            column.addWidget(PracticeBand())
        column.addWidget(self.top)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.nav)
        middle.addWidget(self.stack, 1)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
        self.help_panel = HelpPanel(self.stack)
        self.hits = SearchBox(self.shell, self.top.search, self)

    def _connect(self) -> None:
        self.shell.place_changed.connect(self._show_place)
        self.shell.banner_told.connect(self._tell)
        self.shell.saved_told.connect(self._show_saved)
        self.shell.counts_changed.connect(self.nav.show_counts)
        self.shell.lock_requested.connect(self.lock_requested)
        self.shell.settings_changed.connect(self.show_settings)
        self.nav.opened.connect(self.shell.go)
        self.top.lock.clicked.connect(self.lock_requested)
        self.top.account.clicked.connect(self._open_menu)
        names.screen().toggled.connect(self._refresh)

    def _add_actions(self) -> None:
        for entry in actions.everywhere():
            self._actions.append(self._add_action(entry, self._doer(entry.id)))

    def _add_action(self, entry: actions.Action, do: Callable[[], object]) -> QAction:
        made = QAction(entry.words, self)
        made.setObjectName(entry.id)
        if entry.shortcut:
            made.setShortcut(QKeySequence(entry.shortcut))
        made.triggered.connect(lambda _=False: do())
        self.addAction(made)
        return made

    def _doer(self, action_id: str) -> Callable[[], object]:
        return lambda: self.do(action_id)

    def do(self, action_id: str) -> bool:
        """Do an action by its id: the page's own way of it, else the window's. False when neither has one."""
        page = self.shell.current
        own = dict(page.handlers()) if page is not None else {}
        work = own.get(action_id) or self._own_ways().get(action_id)
        if work is None:
            return False
        self.shell.succeeds(work)
        return True

    def _own_ways(self) -> dict[str, Callable[[], object]]:
        ways: dict[str, Callable[[], object]] = {
            "lock": self.lock_requested.emit,
            "switch_account": self.lock_requested.emit,
            "quit": self.quit_requested.emit,
            "help": self._show_help,
            "hide_names": lambda: names.screen().set_hiding(not names.screen().is_hiding),
            "back": self._back,
            "all_actions": self._show_actions,
        }
        if self.shell.session.account.may_see_cases:
            ways |= {"new_case": lambda: self.shell.go("new_case"), "search": self._focus_search}
        for entry in self.shell.entries.values():
            if entry.action:
                ways[entry.action] = self._goer(entry.key)
        return ways

    def _goer(self, key: str) -> Callable[[], object]:
        return lambda: self.shell.go(key)

    def _show_place(self) -> None:
        page = self.shell.current
        if page is None:
            return
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.nav.light(page.nav_key)
        self.help_panel.hide()
        page.show_top()
        self._set_page_actions(page)
        is_searching = page.key == "cases" and self.top.search.hasFocus()
        if not is_searching:
            page.focus_first()

    def _set_page_actions(self, page: ShownPage) -> None:
        for old in self._page_actions:
            self.removeAction(old)
            old.deleteLater()
        self._page_actions = [
            self._add_action(entry, self._doer(entry.id)) for entry in actions.of_scope(page.key)
        ]

    def _tell(self, text: str, words: str, action: Callable[[], object] | None, state: str) -> None:
        page = self.shell.current
        if page is not None:
            work = None if action is None else (lambda: self.shell.succeeds(action))
            page.banner.tell(text, words, work, state=state)

    def _show_saved(self) -> None:
        self.foot.saved_at.show_saved(self._local_now())

    def _local_now(self) -> datetime:
        return to_local(self.shell.session.clock.now())

    def _tick(self) -> None:
        page = self.shell.current
        if page is not None and QApplication.activeModalWidget() is None:
            self.shell.succeeds(page.tick)
            self.shell.refresh_counts()

    def _refresh(self) -> None:
        page = self.shell.current
        if page is not None and not self._is_closing:
            self.shell.succeeds(page.refresh)

    def _back(self) -> None:
        if self.help_panel.isVisible():
            self.help_panel.dismiss()
        elif self.top.search.text():
            self.hits.leave()
        elif not self.shell.back() and self.shell.place and self.shell.place.key != "today":
            self.do("go_today")

    def _focus_search(self) -> None:
        self.top.search.setFocus()
        self.top.search.selectAll()

    def _show_help(self) -> None:
        page = self.shell.current
        focus = QApplication.focusWidget()
        self.help_panel.show_help(help.find(page.key if page else "common", focus), focus)

    def _show_actions(self) -> None:
        page = self.shell.current
        own = set(page.handlers()) if page is not None else set()
        can = set(self._own_ways()) | own
        offered = [
            entry for entry in actions.ACTIONS if entry.id in can and entry.scope in ("", page_key(page))
        ]
        dialog = ActionDialog([entry for entry in offered if entry.id != "all_actions"])
        if ask.run(dialog) and dialog.chosen:
            self.do(dialog.chosen)

    def _open_menu(self) -> None:
        menu = self.top.menu
        menu.clear()
        wanted = ("hide_names", "all_actions", "switch_account", "quit")
        menu.addActions([made for made in self._actions if made.objectName() in wanted])
        below = self.top.account.mapToGlobal(self.top.account.rect().bottomLeft())
        menu.popup(below)

    def show_settings(self) -> None:
        """The unit's settings have changed: show its name and its deadline."""
        settings = self.shell.session.settings
        self.top.unit.setText(unit_name(settings))
        self.foot.words.setText(deadline_words(settings))

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < style.chars(_FOLDS_BELOW_CHARS)
        self.nav.set_folded(is_narrow)
        self.top.set_folded(is_narrow=is_narrow)
        self.help_panel.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_closing:
            event.accept()
            return
        event.ignore()
        self.quit_requested.emit()

    def close_for_good(self) -> None:
        """Take the window away at once, whatever it shows."""
        self._is_closing = True
        self._minute.stop()
        self.hide()
        self.close()


def page_key(page: ShownPage | None) -> str:
    """The key of a page, or "" for none."""
    return page.key if page is not None else ""


def deadline_words(settings: UnitSettings) -> str:
    """*Frist: underrättelse mottagen till samtal hållet, 48 timmar*."""
    definition = ClockDefinition(ClockStart(settings.clock_start), ClockStop(settings.clock_stop))
    # The bundled font has no arrow.
    return f"Frist: {definition.text().replace(' → ', ' till ')}"
