"""Golden pages: what stood where on each page when somebody last looked at it and said yes.

`pytest tests/documents --update-golden` writes them anew; look at the pages before you commit the change.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.reading import described

GOLDEN = Path(__file__).parent.parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden pages anew")


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compare a PDF with the golden pages of that name."""
    is_update = request.config.getoption("--update-golden", default=False)

    def check(name: str, pdf: bytes) -> None:
        path = GOLDEN / f"{name}.txt"
        if is_update:
            path.write_text(described(pdf), "utf-8")
        assert described(pdf) == path.read_text("utf-8")

    return check
