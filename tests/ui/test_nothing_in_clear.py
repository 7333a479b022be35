"""A whole session, and then every byte that is left of it: nothing of the work stands anywhere in clear."""

import logging
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.logging import Record
from pytestqt.qtbot import QtBot

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.services import papers, registers
from allvar_desktop.services.cases import open_case
from tests.documents.reading import reader, text_of
from tests.traces import Watch, found_in, found_under, watching
from tests.ui.light_session import LightKeyWork
from tests.ui.printers import RememberingPrinter
from tests.ui.whole_session import CASE_NUMBER, NOTE, PASSWORD, SAID, WholeSession
from ui.dialogs import ask
from ui.printing import SystemPrinter, printing_to

SYSTEM_FOLDERS = [
    *("HOME", "TMPDIR", "TEMP", "TMP", "LOCALAPPDATA", "APPDATA"),
    *(f"XDG_{name}" for name in ("DATA_HOME", "CACHE_HOME", "CONFIG_HOME", "STATE_HOME", "RUNTIME_DIR")),
]


@dataclass
class Played:
    """What a session left behind."""

    session: WholeSession
    watch: Watch
    printed: list[bytes]
    said: str
    place: Path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything lies that a program may write in, the system's own folders too."""
    made = tmp_path / "allt"
    for name in SYSTEM_FOLDERS:
        folder = made / name.lower()
        folder.mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("ALLVAR_HOME", str(made / "allvar"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(made)
    return made


@pytest.fixture
def played(
    place: Path,
    fixed_clock: FixedClock,
    qtbot: QtBot,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    qtlog: object,
) -> Played:
    session = WholeSession(place / "register", fixed_clock, qtbot)
    printer = RememberingPrinter()
    caplog.set_level(logging.DEBUG)
    with watching() as watch, printing_to(printer):
        session.play()
    out, err = capfd.readouterr()
    records: list[Record] = getattr(qtlog, "records", [])
    qt_words = [str(record.message) for record in records]
    return Played(session, watch, printer.printed, "\n".join([out, err, caplog.text, *qt_words]), place)


def test_a_whole_session_leaves_nothing_in_clear_and_reaches_for_no_network(
    played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = played.session.secrets()
    assert len(secrets) > 30
    assert {SAID, "Elias Bergdahl", "070-174 06 05", "Provgatan 19", played.session.code} <= secrets
    assert found_under(played.place, secrets) == set()
    assert "ValueError" in played.said, "the report of the bug was not written"
    assert found_in(played.said.encode(), secrets) == set()
    assert played.watch.written_outside(played.place) == []
    assert played.watch.sockets == []
    copies = [path.name for path in played.session.copies.iterdir()]
    assert len(copies) == 2, "a copy at the lock and one at the exit"
    assert (played.place / "allvar").exists()
    _the_papers_tell_nothing_beside_their_pages(played, secrets)
    _the_systems_printer_is_told_no_name(played, secrets, monkeypatch)
    _what_was_looked_for_is_there_with_the_password(played)


def _the_papers_tell_nothing_beside_their_pages(played: Played, secrets: set[str]) -> None:
    assert len(played.printed) == 6  # code, two letters, summary, two copies for the family
    assert any("Elias Bergdahl" in text_of(pdf) for pdf in played.printed)
    for pdf in played.printed:
        # The pages are compressed: what can still be read stands beside them. The case number may.
        assert found_in(pdf, secrets - {CASE_NUMBER}) == set()
        assert found_in(_facts_of(pdf), secrets - {CASE_NUMBER}) == set()
        assert reader(pdf).xmp_metadata is None
        assert reader(pdf).attachments == {}


def _facts_of(pdf: bytes) -> bytes:
    return " ".join(str(value) for value in dict(reader(pdf).metadata or {}).values()).encode()


def _the_systems_printer_is_told_no_name(
    played: Played, secrets: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spooled = played.place / "utskrift"
    jobs: list[QPrinter] = []

    def take(printer: QPrinter) -> bool:
        # What the spooler would get: the job as the system's own PDF.
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(spooled))
        printer.setResolution(72)
        jobs.append(printer)
        return True

    monkeypatch.setattr(ask, "printer", take)
    assert SystemPrinter().print(played.printed[1])
    assert [job.docName() for job in jobs] == ["Allvar"]
    facts = _facts_of(spooled.read_bytes())
    assert b"Allvar" in facts
    assert found_in(facts, secrets) == set()


def _what_was_looked_for_is_there_with_the_password(played: Played) -> None:
    first, folder, clock = AccountId(1), played.session.folder, played.session.clock
    key = LightKeyWork().derive(folder, first, PASSWORD, clock)
    session = registers.sign_in(folder, first, key, clock)
    try:
        open_case(session, CaseId(1))
        facts = session.facts(CaseId(1))
        assert facts.case.number == CASE_NUMBER
        assert facts.child.name == "Elias Bergdahl"
        assert len(papers.papers_of(session, CaseId(1))) == 5
        assert any(NOTE in contact.note for contact in facts.contacts)
    finally:
        session.register.close()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tmp/spår", f"… {SAID} …".encode()),
        ("home/spår", SAID.encode("utf-16-le")),
        ("xdg_cache_home/spår", SAID.upper().encode()),
        ("register/spår", b"\x00" * 70_000 + b"20130710-2390"),
        ("config/spår", rb'{"told": "Ruben P\u00e5hittsson"}'),
        ("kopior/Elias Bergdahl.pdf", b""),
    ],
)
def test_a_single_trace_would_be_found(
    tmp_path: Path, fixed_clock: FixedClock, qtbot: QtBot, name: str, content: bytes
) -> None:
    secrets = WholeSession(tmp_path / "register", fixed_clock, qtbot).secrets()
    path = tmp_path / name
    path.parent.mkdir()
    assert found_under(tmp_path, secrets) == set()
    path.write_bytes(content)
    assert path.name in {found for _, found in found_under(tmp_path, secrets)}


def test_a_single_reach_for_the_network_or_another_folder_would_be_seen(tmp_path: Path) -> None:
    import socket

    outside = tmp_path / "utanför"
    with watching() as watch:
        outside.write_text("x", encoding="utf-8")
        (tmp_path / "inne").mkdir()
        if sys.platform != "win32":
            socket.socket(socket.AF_UNIX).close()
    assert watch.written_outside(tmp_path / "inne") == [outside]
    assert watch.sockets
