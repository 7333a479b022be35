"""Tab goes through a window in the order in which it is laid out, also through what was put there later.

Qt itself goes in the order in which widgets came to the window: rows that are made while one works would all
come after everything else.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


class _Follower(QObject):
    """Puts a window in order when Tab is pressed: first its `ShortcutOverride` comes up to the window.

    Not in `focusNextPrevChild`, which Qt calls also while a widget with the focus is being deleted.
    """

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            and isinstance(window, QWidget)
        ):
            put_in_order(window)
        return False


def follow_layout(window: QWidget) -> None:
    """From now on Tab goes through `window` as it is laid out at the time."""
    window.installEventFilter(_Follower(window))


def put_in_order(window: QWidget) -> None:
    """Make Tab follow the layout of `window`, as it is now."""
    stops = [widget for widget in in_layout_order(window) if _is_stop(widget)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def in_layout_order(widget: QWidget) -> Iterator[QWidget]:
    """`widget` and what can be seen in it: as its layouts place it, then what no layout holds."""
    yield widget
    for part in _parts(widget):
        if not part.isHidden():
            yield from in_layout_order(part)


def _parts(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        scrolled: QWidget | None = widget.widget()
        return [scrolled] if scrolled is not None else []
    if isinstance(widget, QAbstractScrollArea):
        return []
    layout, children = widget.layout(), _children(widget)
    placed = list(_placed(layout, children)) if layout is not None else []
    return placed + [child for child in children if child not in placed]


def _placed(layout: QLayout, children: list[QWidget]) -> Iterator[QWidget]:
    """Those of `children` that the layout or one within it holds, in its order.

    WORKAROUND: never asks a layout for its items. PySide6 6.12.0 takes the item of an inner layout for an
    object of its own and frees it, and the process ends some time later.
    """
    places: list[tuple[int, QLayout | QWidget]] = [(layout.indexOf(child), child) for child in children]
    places += [(layout.indexOf(inner), inner) for inner in layout.children() if isinstance(inner, QLayout)]
    for place, part in sorted(places, key=lambda found: found[0]):
        if place >= 0:
            yield from _placed(part, children) if isinstance(part, QLayout) else [part]


def _children(widget: QWidget) -> list[QWidget]:
    return [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
