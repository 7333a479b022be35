"""The table of figures, and the large register that several of them are measured on."""

from pathlib import Path

import pytest

from tests.benchmarks import large_register
from tests.benchmarks.figures import KEY, Figures


def pytest_configure(config: pytest.Config) -> None:
    config.stash[KEY] = Figures()


@pytest.fixture
def figures(pytestconfig: pytest.Config) -> Figures:
    """Where a benchmark leaves what it reached."""
    return pytestconfig.stash[KEY]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    figures = terminalreporter.config.stash[KEY]
    lines = figures.lines()
    if lines:
        terminalreporter.section("figures")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def large_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a large register that nobody has open; leave it as it is."""
    folder = tmp_path_factory.mktemp("large") / "register"
    large_register.make(folder).register.close()
    return folder
