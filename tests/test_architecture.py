"""The layers of the house, read from the source: main → ui → services → (storage, documents) → domain."""

import ast
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BASE = {"allvar_desktop", "allvar_desktop.clock", "allvar_desktop.errors", "allvar_desktop.paths"}
# Which layers, and which packages from outside, each layer may import.
MAY_USE: dict[str, tuple[set[str], set[str]]] = {
    "main": ({"ui", "services", "storage", "base"}, set()),
    "ui": ({"ui", "services", "domain", "base"}, {"PySide6", "shiboken6", "shibokensupport"}),
    "services": ({"services", "storage", "documents", "domain", "base"}, {"dateutil"}),
    "storage": ({"storage", "domain", "base"}, {"cryptography", "sqlcipher3", "sqlite_utils"}),
    "documents": ({"documents", "domain", "base"}, {"arabic_reshaper", "bidi", "reportlab"}),
    "domain": ({"domain", "base"}, {"dateutil", "holidays", "personnummer"}),
    "base": ({"base"}, set()),
}
# Modules that reach the network, leave files in clear, or hand a file to another program.
NEVER = {
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "shelve", "smtplib", "socket", "socketserver", "ssl"),
    *("tempfile", "urllib.request", "webbrowser", "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebEngineCore"),
}
NEVER_NAMES = {"QDesktopServices", "QTemporaryDir", "QTemporaryFile", "SpooledTemporaryFile"}
ASKS_THE_TIME = {
    "datetime": {"now", "today", "utcnow"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime"},
    "QDateTime": {"currentDateTime", "currentDateTimeUtc", "currentMSecsSinceEpoch", "currentSecsSinceEpoch"},
    "QDate": {"currentDate"},
    "QTime": {"currentTime"},
}
SQL_ASKS_THE_TIME = ("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "('now'", "unixepoch()")
SAYS_NOTHING = {"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}


def product_files() -> list[Path]:
    return [
        ROOT / "main.py",
        *sorted((ROOT / "allvar_desktop").rglob("*.py")),
        *sorted((ROOT / "ui").rglob("*.py")),
    ]


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def own_modules() -> frozenset[str]:
    return frozenset(module_name(path) for path in product_files())


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def layer_of(module: str) -> str:
    parts = module.split(".")
    if parts[0] in {"main", "ui"}:
        return parts[0]
    return "base" if module in BASE else parts[1]


def imports(tree: ast.AST) -> Iterator[str]:
    """Each imported module by its full name, wherever in the file it is asked for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from _imports_from(node)
        elif isinstance(node, ast.Call) and _called_name(node) in {"import_module", "__import__"}:
            yield from names_in_strings(tree)


def names_in_strings(tree: ast.AST) -> Iterator[str]:
    """Where the name of a module is made at run time: each text in the file that could be that name."""
    foreign = {name for _, names in MAY_USE.values() for name in names}
    tops = {"main", "ui", "allvar_desktop", "sqlite3"} | foreign
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    words = [text for text in texts if isinstance(text, str) and " " not in text]
    yield from (word for word in words if word.split(".")[0] in tops or word in NEVER)


def _imports_from(node: ast.ImportFrom) -> Iterator[str]:
    module = "." * node.level + (node.module or "")
    yield module
    for alias in node.names:
        full = f"{module}.{alias.name}"
        if full in own_modules() or full in NEVER:
            yield full


def _called_name(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def import_breaches(module: str, tree: ast.AST) -> list[str]:
    layer = layer_of(module)
    if layer not in MAY_USE:
        return [f"{module} lies in no known layer"]
    own, foreign = MAY_USE[layer]
    found = []
    for name in imports(tree):
        top = name.split(".")[0]
        is_own = top in {"main", "ui", "allvar_desktop"}
        is_allowed = layer_of(name) in own if is_own else top in sys.stdlib_module_names or top in foreign
        is_database = top == "sqlite3" and layer != "storage"
        if not is_allowed or is_database or any(name == no or name.startswith(f"{no}.") for no in NEVER):
            found.append(f"{module} imports {name}")
    return found


def clock_breaches(module: str, tree: ast.AST) -> list[str]:
    if module == "allvar_desktop.clock":
        return []
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=question):
                asked = question in ASKS_THE_TIME.get(owner, set())
            case ast.ImportFrom(module="time", names=names):
                asked = any(alias.name in ASKS_THE_TIME["time"] for alias in names)
            case ast.Import(names=names):  # another name for it would hide the question from the rule above
                asked = any(alias.name in {"time", "datetime"} and alias.asname for alias in names)
            case ast.Constant(value=str(text)):
                asked = any(sql in text for sql in SQL_ASKS_THE_TIME)
            case _:
                asked = False
        if asked:
            found.append(f"{module} line {getattr(node, 'lineno', '?')} asks what time it is")
    return found


def name_breaches(module: str, tree: ast.AST) -> list[str]:
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return [f"{module} uses {name}" for name in sorted(used & NEVER_NAMES)]


def table_breaches(module: str, tree: ast.AST) -> list[str]:
    """The pages call services; the tables of a session are not theirs to read."""
    if layer_of(module) != "ui":
        return []
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return [f"{module} reads {name}" for name in sorted(used & {"tables", "db"})]


def all_breaches(rule: Callable[[str, ast.AST], list[str]]) -> list[str]:
    return [line for path in product_files() for line in rule(module_name(path), tree_of(path))]


def test_imports_follow_the_layers_and_reach_no_network() -> None:
    assert all_breaches(import_breaches) == []


def test_pages_read_no_tables() -> None:
    assert all_breaches(table_breaches) == []


def test_only_the_clock_asks_what_time_it_is() -> None:
    assert all_breaches(clock_breaches) == []


def test_nothing_is_left_in_a_temporary_file_or_handed_to_another_program() -> None:
    assert all_breaches(name_breaches) == []


def test_files_are_short_enough_to_have_one_reason() -> None:
    files = [*product_files(), *sorted((ROOT / "tests").rglob("*.py"))]
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {str(path): count for path, count in lines.items() if count > 350} == {}
    assert lines[ROOT / "main.py"] <= 40


def test_nine_functions_in_ten_can_be_seen_whole() -> None:
    functions = [
        node
        for path in product_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= 25]
    assert len(long) <= len(functions) / 10, long


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [str(path) for path in product_files() if path.stem in SAYS_NOTHING] == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("allvar_desktop.domain.moment", "from allvar_desktop.storage import engine"),
        ("allvar_desktop.domain.moment", "from allvar_desktop import storage"),
        ("allvar_desktop.domain.moment", "from PySide6.QtCore import QDate"),
        ("allvar_desktop.storage.engine", "import allvar_desktop.documents"),
        ("allvar_desktop.storage.engine", "import allvar_desktop.services"),
        ("allvar_desktop.documents.text", "import allvar_desktop.storage"),
        ("allvar_desktop.services.session", "def late():\n    from ui import app"),
        ("allvar_desktop.services.session", "import PySide6.QtCore"),
        ("ui.app", "def late():\n    from allvar_desktop import storage"),
        ("ui.app", "def late():\n    import reportlab.pdfgen"),
        ("ui.app", "import sqlite3"),
        ("ui.app", "import importlib\nimportlib.import_module('allvar_desktop.storage.engine')"),
        ("ui.app", "LATER = ['ui.names', 'reportlab.pdfgen']\nfor name in LATER: import_module(name)"),
        ("ui.app", "from PySide6 import QtNetwork"),
        ("ui.app", "import main"),
        ("ui.app", "from . import style"),
        ("allvar_desktop.storage.engine", "import tempfile"),
        ("allvar_desktop.storage.engine", "from urllib.request import urlopen"),
        ("allvar_desktop.elsewhere.thing", "import os"),
    ],
)
def test_a_forbidden_import_is_seen(module: str, source: str) -> None:
    assert import_breaches(module, ast.parse(source))


@pytest.mark.parametrize(
    "source",
    [
        "datetime.now(UTC)",
        "datetime.datetime.now()",
        "date.today()",
        "time.time()",
        "from time import time",
        "import datetime as dt",
        "QtCore.QDateTime.currentDateTime()",
        "sql = 'select datetime(\\'now\\')'",
    ],
)
def test_a_look_at_the_time_is_seen(source: str) -> None:
    assert clock_breaches("ui.app", ast.parse(source))


def test_measuring_how_long_something_takes_is_allowed() -> None:
    assert clock_breaches("ui.app", ast.parse("import time\ntime.perf_counter() - time.monotonic()")) == []


def test_a_page_that_reads_a_table_is_seen() -> None:
    source = ast.parse("self.shell.session.tables.papers.get(1)")
    assert table_breaches("ui.pages.preview_page", source) == ["ui.pages.preview_page reads tables"]
    assert table_breaches("allvar_desktop.services.papers", source) == []
