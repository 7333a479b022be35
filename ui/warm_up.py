"""Paints once, where nobody sees it, what the first page is painted with.

What Qt and PySide make at their first use (glyphs, icons, enums) is there then when Idag is shown. It is done
while the password is typed; each of the steps takes a few hundredths of a second.
"""

from PySide6.QtWidgets import QWidget


def paint_frame() -> None:
    """The bars, the navigation with the icons of every page, and the help that lies over them."""
    from ui.navigation import PAGES
    from ui.widgets.bars import FootBar, TopBar
    from ui.widgets.help_panel import HelpPanel
    from ui.widgets.nav_bar import NavBar

    shown = [(entry, "") for entry in PAGES if entry.title]
    stack = QWidget()
    HelpPanel(stack)
    _paint(TopBar("Å", "Å"), NavBar(shown), FootBar("Å"), stack)


def paint_rows() -> None:
    """A page head over a row of each kind of cell."""
    from ui.widgets.banner import Banner
    from ui.widgets.buttons import Button, primary
    from ui.widgets.headings import PageHead, Section
    from ui.widgets.name_cell import NameCell
    from ui.widgets.pill import Pill, PillText
    from ui.widgets.rows import Col, RowList
    from ui.widgets.text import bold, quiet

    head = PageHead()
    head.set_title("Å", "å")
    head.set_buttons(primary("Å", icon="plus", hint="Å"))
    rows = RowList((Col(), Col(grows=True), Col(is_right=True)))
    name = NameCell(bold("Å"), quiet("å"), is_protected=True)
    rows.set_rows([[Pill(PillText("urgent", "Å")), name, Button("Å", icon="phone")]])
    banner = Banner()
    banner.tell("Å", "Å", lambda: None)
    _paint(head, Section("Å", rows), banner)


def _paint(*widgets: QWidget) -> None:
    holder = QWidget()
    for widget in widgets:
        widget.setParent(holder)
        widget.resize(widget.sizeHint().expandedTo(widget.minimumSizeHint()))
        widget.grab()
    holder.deleteLater()
