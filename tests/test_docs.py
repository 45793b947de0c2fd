"""Documents say what is there: generated ones are current, and every file, task and code they name exists."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from career_graph.__main__ import generated_documents
from career_graph.problems import CODES
from small_sites import ROOT

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
NOT_THERE_YET = {"finance", "accounting--finance"}
"""What the documents tell a reader to make."""


@pytest.mark.parametrize(("path", "text"), generated_documents().items())
def test_generated_documents_are_current(path: str, text: str) -> None:
    assert (ROOT / "docs" / path).read_text("utf-8") == text


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_documents_name_exist(document: Path) -> None:
    named = re.findall(r"`((?:content|plugins|theme|tests|docs)/[^`<*]+)`", document.read_text("utf-8"))
    missing = [name for name in named if not (ROOT / name).exists() and Path(name).stem not in NOT_THERE_YET]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_tasks_that_documents_name_exist(document: Path) -> None:
    known = set(re.findall(r"@task[^\n]*\ndef (\w+)", (ROOT / "tasks.py").read_text("utf-8")))
    assert set(re.findall(r"python3 tasks\.py (\w+)", document.read_text("utf-8"))) <= known


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_problem_codes_that_documents_show_exist(document: Path) -> None:
    assert set(re.findall(r": error: ([a-z-]+):", document.read_text("utf-8"))) - {"code"} <= set(CODES)


def test_the_glossary_names_code_that_exists() -> None:
    code = "\n".join(file.read_text("utf-8") for file in (ROOT / "plugins").rglob("*.py"))
    named = re.findall(r"\| `(\w+)` \|", (ROOT / "docs" / "glossary.md").read_text("utf-8"))
    assert len(named) > 15
    assert [name for name in named if not re.search(rf"\b{name}\b", code)] == []


def test_no_file_names_a_registry_or_a_machine() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    texts = {name: (ROOT / name).read_text("utf-8", errors="ignore") for name in files if (ROOT / name).is_file()}
    forbidden = re.compile(r"pypi" + r"\.org|files\.python" + r"hosted|(?<!\w)/ro" + r"ot/|(?<!\w)/wo" + r"rk/")
    assert [name for name, text in texts.items() if forbidden.search(text)] == []
