"""The envelope's test page: measures to hold against the window, with an invented address."""

from allvar_desktop.documents.window_test_page import window_test_page
from allvar_desktop.domain.settings import Window


def envelope_test_page(window: Window) -> bytes:
    """One page as PDF; nothing in it comes from the register, so printing it leaves no entry."""
    return window_test_page(window)
