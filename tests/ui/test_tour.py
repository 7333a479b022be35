"""The tour plays the main job, and leaves pictures and printed papers."""

from pathlib import Path

from pypdf import PdfReader

from ui.tour import play


def test_the_six_notices_are_played_and_printed(tmp_path: Path) -> None:
    assert play(tmp_path / "tour") == 0
    names = sorted(path.name for path in (tmp_path / "tour").iterdir())
    assert len([name for name in names if name.endswith(".png")]) >= 20
    papers = [PdfReader(tmp_path / "tour" / name) for name in names if name.endswith(".pdf")]
    texts = [" ".join(page.extract_text() for page in paper.pages) for paper in papers]
    assert len(texts) == 8
    assert all("ÖVNING" in text for text in texts)
    elias = [text for text in texts if "Kallelse" in text and "Elias" in text]
    assert len(elias) == 2
    assert not any("Provgatan" in text and "Övningsvägen 4" in text for text in elias)
    assert not any("Melker" in text for text in texts if "Ali" in text)
    assert not any("Peter" in text for text in texts)
    assert "register" not in names
