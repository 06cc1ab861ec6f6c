"""Nothing imports downstream; each heavy dependency has one door; only the front doors print."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ["ingest", "nlp", "corpora", "graph", "front"]  # upstream first
DOORS = {
    "pypdfium2": {"ingest/pdf.py", "ingest/letters.py", "ingest/painted.py", "ingest/drawing.py"},
    "pypdf": {"ingest/pdf.py"},
    "tesserocr": {"ingest/ocr.py"},
    "pebble": {"ingest/sandbox.py", "ingest/page_image.py"},
    "rensa": {"corpora/duplicate.py"},
    "thinc": {"nlp/model.py", "nlp/embedding.py"},
    "threadpoolctl": {"nlp/model.py"},
    "sqlite3": {"corpora/store.py", "corpora/layout.py"},
    "networkx": {"graph/network.py"},
    "xlsxwriter": {"graph/xlsx_file.py"},
    "typer": {"cli.py", *(p.relative_to(ROOT).as_posix() for p in (ROOT / "commands").glob("*.py"))},
    "rich": {"cli.py"},
}
SOURCES = sorted(
    p for room in ("ingest", "nlp", "corpora", "graph", "screens", "commands") for p in (ROOT / room).rglob("*.py")
)
SOURCES += [ROOT / "cli.py", ROOT / "app.py"]


def room_of(name: str) -> str:
    return name if name in ROOMS else "front" if name in {"cli", "app", "screens", "commands"} else ""


def imports(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return names + [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_imports_run_upstream(path: Path) -> None:
    here = room_of(path.relative_to(ROOT).parts[0].removesuffix(".py"))
    for name in imports(path):
        there = room_of(name.split(".")[0])
        assert not there or ROOMS.index(there) <= ROOMS.index(here), f"{path.name} imports {name} from downstream"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_heavy_dependencies_have_one_door(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    for name in imports(path):
        package = name.split(".")[0]
        if package == "streamlit":
            assert place == "app.py" or place.startswith("screens/"), f"{place} imports streamlit"
        elif package in DOORS:
            assert place in DOORS[package], f"{place} imports {name}; its door is {DOORS[package]}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_only_the_command_line_prints_and_only_one_module_loads_models(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called != "print" or place == "cli.py" or place.startswith("commands/"), f"{place}:{node.lineno} prints"
            assert called != "spacy.load" or place == "nlp/model.py", f"{place}:{node.lineno} loads a model"
