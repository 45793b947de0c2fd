"""The words of the guide as a document: made from content, complete, and current."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from career_graph.content import load_content
from career_graph.glossary import HEADING, glossary_document
from editing import replace
from small_sites import ROOT, SITES

DOCUMENT = ROOT / "docs" / "glossary.md"


def document(content: Path, text: str = "") -> str:
    loaded, _ = load_content(content)
    assert loaded is not None
    return glossary_document(text, loaded)


def rows(text: str) -> list[list[str]]:
    return [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]


def test_the_glossary_of_the_documents_is_current() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert document(ROOT / "content", text) == text, "run python3 tasks.py fields"


def test_the_document_gives_each_word_its_reading_its_english_name_and_its_meaning() -> None:
    assert ["派遣", "はけん", "Agency work", "Work for a company through a staffing agency, which stays the employer."] in rows(
        document(SITES / "bilingual" / "content")
    )


def test_words_stand_by_kind_then_by_reading() -> None:
    text = document(SITES / "bilingual" / "content")
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        HEADING, "### Terms", "### Roles", "### Skills", "### Certifications",
    ]  # fmt: skip
    assert [row[0] for row in rows(text) if row[0] != "日本語"] == [
        "派遣", "管理部門マネージャー", "経理", "事務", "オフィスソフト", "表計算", "ファイリング", "部下の育成", "簿記", "簿記検定",
    ]  # fmt: skip


def test_of_a_summary_the_first_sentence_is_the_meaning(copy_site: Callable[[str], Path]) -> None:
    content = copy_site("bilingual")
    replace(content / "en" / "terms" / "haken.md", "summary: Work", "summary: One a | b, e.g. this one. Work")
    assert "| Agency work | One a / b, e.g. this one. |" in document(content)


def test_what_stands_above_the_words_is_kept() -> None:
    made = document(SITES / "bilingual" / "content", f"# Ours\n\n{HEADING}\n\nold\n")
    assert made.startswith(f"# Ours\n\n{HEADING}\n\nMade by")
    assert "old" not in made
    assert document(SITES / "bilingual" / "content", made) == made
