"""What the program says and what it says it with: words, docstrings, fonts, icons, rules and letters."""

import ast
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from allvar_desktop.paths import resources
from tests.test_architecture import ROOT, product_files, tree_of

FAMILIES = ("NotoSans", "NotoNaskhArabic", "NotoSansEthiopic")
FONTS = [f"{family}-{weight}.ttf" for family in FAMILIES for weight in ("Regular", "Bold")]
FORBIDDEN = "effekt"


def strings(tree: ast.AST) -> list[str]:
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return [value for value in constants if isinstance(value, str)]


def texts_beside_the_code() -> list[Path]:
    folders = [resources() / name for name in ("help", "letters", "rules")]
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]


def test_no_program_text_claims_a_result() -> None:
    """The law asks for outcome, and nothing here measures more than that: the word would promise it."""
    texts = {path: "\n".join(strings(tree_of(path))) for path in product_files()}
    written = [path for path in (*texts_beside_the_code(), ROOT / "README.md", ROOT / "run") if path.exists()]
    texts |= {path: path.read_text(encoding="utf-8") for path in written}
    assert [str(path) for path, text in texts.items() if FORBIDDEN in text.lower()] == []


def test_a_forbidden_word_in_a_formatted_string_is_seen() -> None:
    assert any(FORBIDDEN in text.lower() for text in strings(ast.parse("f'Uppmätt Effekt: {value}'")))


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path) for path in product_files() if not ast.get_docstring(tree_of(path))] == []


@pytest.mark.parametrize("name", FONTS)
def test_each_font_is_here_and_holds_latin_letters(name: str) -> None:
    """Reportlab has no fallback: a Latin name within an Arabic line needs its letters in the same font."""
    font = TTFontFile(str(resources() / "fonts" / name))
    assert font.name.decode() == name.removesuffix(".ttf")
    assert [sign for sign in "AZaz09ÅÄÖåäöéü§–”…" if ord(sign) not in font.charToGlyph] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_each_font_carries_its_licence(family: str) -> None:
    licence = (resources() / "fonts" / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_every_icon_can_be_recoloured() -> None:
    icons = sorted((resources() / "icons").glob("*.svg"))
    assert icons
    for path in icons:
        text = path.read_text(encoding="utf-8")
        assert ET.fromstring(text).get("viewBox") == "0 0 24 24", path.name  # noqa: S314 - our own files
        assert "currentColor" in text, path.name


def icons_asked_for(tree: ast.AST) -> set[str]:
    """Names given as `icon=…`, drawn by `icons.paint`, or standing in a PageEntry."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    given = [word.value for call in calls for word in call.keywords if word.arg == "icon"]
    for call in calls:
        place = {"paint": 1, "pixmap": 0, "PageEntry": 4}.get(ast.unparse(call.func).split(".")[-1])
        if place is not None and len(call.args) > place:
            given.append(call.args[place])
    either = [way for node in given if isinstance(node, ast.IfExp) for way in (node.body, node.orelse)]
    return {str(node.value) for node in given + either if isinstance(node, ast.Constant) and node.value}


def test_every_icon_that_is_asked_for_is_here_and_no_other() -> None:
    asked = {name for path in product_files() for name in icons_asked_for(tree_of(path))}
    assert "sun" in asked
    assert asked == {path.stem for path in (resources() / "icons").glob("*.svg")}


def test_the_icons_carry_their_licence() -> None:
    assert "ISC License" in (resources() / "icons" / "LICENSE").read_text(encoding="utf-8")


def test_the_rules_and_letters_are_here_and_can_be_read() -> None:
    tables = {path.relative_to(resources()).as_posix() for path in resources().rglob("*.toml")}
    assert {"rules/deadlines.toml", "rules/codes.toml", "letters/sv.toml"} <= tables
    for name in tables:
        assert tomllib.loads((resources() / name).read_text(encoding="utf-8")), name


def test_there_is_help_to_read() -> None:
    pages = [path for path in (resources() / "help").rglob("*") if path.is_file()]
    assert pages
    assert [path.name for path in pages if not path.read_text(encoding="utf-8").strip()] == []
