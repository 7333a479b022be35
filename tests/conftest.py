"""What holds for every test: no screen, no network, no one's own files, and a clock that stands still."""

import os
import socket
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import hypothesis
import pytest

from allvar_desktop.clock import FixedClock

# Before there is any QApplication.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_FONT_DPI"):
    os.environ.pop(name, None)
# A zone that is nobody's: code that reads the computer's zone instead of Stockholm's is found out.
os.environ["TZ"] = "XXX+9:30"
if hasattr(time, "tzset"):
    time.tzset()

INTERNET = (socket.AF_INET, socket.AF_INET6)
LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")


class NetworkForbiddenError(Exception):
    """Something under test reached for the network."""


def _forbid_network(event: str, details: tuple[object, ...]) -> None:
    if event in LOOKUPS or (event == "socket.__new__" and details[1] in INTERNET):
        raise NetworkForbiddenError(event)


sys.addaudithook(_forbid_network)

hypothesis.settings.register_profile(
    "quick", deadline=None, max_examples=30, derandomize="CI" in os.environ, print_blob=True
)
hypothesis.settings.register_profile("long", deadline=None, max_examples=1000, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the tests that take minutes, too")


def pytest_configure(config: pytest.Config) -> None:
    hypothesis.settings.load_profile("long" if config.getoption("--long") else "quick")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The figures are measured alone, by ./run bench: beside other tests they would say nothing."""
    is_bench = collection_path == Path(__file__).parent / "benchmarks"
    is_asked_for = any("benchmarks" in argument for argument in config.args)
    return True if is_bench and not is_asked_for else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    for item in items:
        if "long" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="takes minutes: ./run test --long"))


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's state folder for this test alone; not made yet."""
    home = tmp_path / "home"
    monkeypatch.setenv("ALLVAR_HOME", str(home))
    return home


@pytest.fixture
def fixed_clock() -> FixedClock:
    """Friday 27 March 2026, 15.40 in Stockholm: two days before the change to summer time."""
    return FixedClock(datetime(2026, 3, 27, 14, 40, tzinfo=UTC))
