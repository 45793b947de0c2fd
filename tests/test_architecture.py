"""The rules of docs/architecture.md that can be read off the code."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from small_sites import ROOT

PACKAGE = ROOT / "plugins" / "career_graph"
FILES = sorted(PACKAGE.rglob("*.py"))
IMPORT_ORDER = re.findall(r"^1\. `(\w+)`", (ROOT / "docs" / "architecture.md").read_text("utf-8"), re.MULTILINE)
EACH_FILE = pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())

MODULE_LINES = 400
FUNCTION_LINES = 45


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def module(file: Path) -> str:
    """The module or package directly below career_graph that a file belongs to."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(file: Path) -> Iterator[str]:
    """Whole name of everything a file imports."""
    package = ("career_graph", *file.relative_to(PACKAGE).parts[:-1])
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            around = package[: len(package) - node.level + 1] if node.level else ()
            start = ".".join((*around, *filter(None, [node.module])))
            yield from (f"{start}.{name.name}" for name in node.names)


def test_the_document_names_every_module_once() -> None:
    assert sorted(IMPORT_ORDER) == sorted({module(file) for file in FILES} - {"__init__"})


@EACH_FILE
def test_a_module_imports_only_those_above_it(file: Path) -> None:
    own = [name.split(".")[1] for name in imported(file) if name.startswith("career_graph.")]
    above = IMPORT_ORDER[: IMPORT_ORDER.index(module(file)) + 1] if module(file) in IMPORT_ORDER else []
    assert set(own) <= set(above)


def test_only_the_plugin_imports_pelican() -> None:
    assert {module(file) for file in FILES for name in imported(file) if name.split(".")[0] == "pelican"} == {"plugin"}


def test_the_model_imports_the_standard_library_only() -> None:
    roots = {name.split(".")[0] for file in FILES if module(file) == "model" for name in imported(file)}
    assert roots <= {*sys.stdlib_module_names, "career_graph"}


@EACH_FILE
def test_a_module_can_be_read_in_one_sitting(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= MODULE_LINES


@EACH_FILE
def test_a_function_fits_on_a_screen(file: Path) -> None:
    functions = [node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions if node.end_lineno - node.lineno + 1 > FUNCTION_LINES}
    assert long == {}
