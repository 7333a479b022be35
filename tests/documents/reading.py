"""Reading a PDF back, by another library than the one that wrote it."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf), strict=True)


def pages_of(pdf: bytes) -> list[str]:
    """Each page's words with single spaces between."""
    return [" ".join(page.extract_text().split()) for page in reader(pdf).pages]


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def fonts_of(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """Each font's name in the file, and whether its program is embedded."""
    for page in reader(pdf).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].get_object().values():
            descriptor = font.get_object().get("/FontDescriptor")
            is_embedded = descriptor is not None and "/FontFile2" in descriptor.get_object()
            yield font.get_object()["/BaseFont"], is_embedded


def described(pdf: bytes) -> str:
    """Every text with its place in millimetres from the top left, and a hash of all that is drawn.

    The hash is of the pages' drawing before compression: another zlib packs the same page in other bytes.
    """
    lines: list[str] = []
    for number, page in enumerate(reader(pdf).pages, start=1):
        height = float(page.mediabox.height)
        found: list[str] = []

        def visit(
            text: str,
            _cm: Any,
            tm: Any,
            _font: Any,
            size: Any,
            found: list[str] = found,
            height: float = height,
        ) -> None:
            if text.strip():
                mm = 25.4 / 72
                found.append(f"{tm[4] * mm:6.1f} {(height - tm[5]) * mm:6.1f} {size:4.1f}  {text.strip()}")

        page.extract_text(visitor_text=visit)
        contents = page.get_contents()
        drawn = contents.get_data() if contents is not None else b""
        lines += [f"— sida {number}, {hashlib.sha256(drawn).hexdigest()[:16]}", *found]
    return "\n".join(lines) + "\n"
