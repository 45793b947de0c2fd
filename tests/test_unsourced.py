"""Figures of whole sites: what the header of a page, or of one it links to, stands for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from editing import append, faults_in, problems_in, replace

CopySite = Callable[[str], Path]


@pytest.fixture
def site(copy_site: CopySite) -> Path:
    return copy_site("minimal")


def faults(site: Path, file: str, prose: str) -> list[str]:
    append(site / "ja" / f"{file}.md", prose)
    return [fault.split(":", 1)[1] for fault in faults_in(site)]


@pytest.mark.parametrize(
    "file", ["guides/first-steps", "skills/bookkeeping", "roles/clerk", "certifications/boki", "transitions/clerk--bookkeeper"]
)
def test_a_figure_without_source_is_reported_where_it_stands(site: Path, file: str) -> None:
    lines = (site / "ja" / f"{file}.md").read_text("utf-8").count("\n")
    assert faults(site, file, "全体の\n約34.5％です。") == [f"{lines + 3}:2 unsourced-figure"]


def test_the_message_names_the_figure_and_what_to_try(site: Path) -> None:
    append(site / "ja" / "guides" / "first-steps.md", "約34.5％です。")
    (problem,) = problems_in(site)
    assert problem.message == 'nothing says where "34.5％" is from'
    assert problem.hint == "put [出典](source:key) behind it, or one of: 編集部の目安 / たとえば / （例）"


def test_english_figures_are_reported_too(copy_site: CopySite) -> None:
    site = copy_site("bilingual")
    append(site / "en" / "guides" / "first-steps.md", "About 34.5 percent.")
    (problem,) = [problem for problem in problems_in(site) if problem.code == "unsourced-figure"]
    assert (problem.path, problem.line, problem.column) == ("content/en/guides/first-steps.md", 15, 7)
    assert problem.hint.startswith("put [source](source:key) behind it")


@pytest.mark.parametrize(
    ("file", "prose", "found"),
    [
        ("certifications/boki", "受験料は5,500円です。", 0),
        ("certifications/boki", "受験料は5,600円です。", 1),
        ("certifications/boki", "200〜350時間です。", 0),
        ("certifications/boki", "200〜360時間です。", 1),
        ("certifications/boki", "350円です。", 1),
        ("guides/first-steps", "[簿記](certification:boki#2)は5,500円です。", 0),
        ("guides/first-steps", "[簿記](certification:boki)があります。5,500円です。", 1),
        ("guides/first-steps", "[事務](role:clerk)と[外](https://example.com)、5,500円です。", 1),
        ("roles/bookkeeper", "年収は509.3万円です。", 0),
        ("roles/bookkeeper", "年収は509万円です。", 1),
        ("pages/about", "2割です。", 0),
    ],
)
def test_a_fact_of_the_page_or_of_one_that_is_linked_stands_for_a_figure(site: Path, file: str, prose: str, found: int) -> None:
    assert len(faults(site, file, prose)) == found


def test_when_a_fact_changes_the_prose_that_gave_it_is_reported(site: Path) -> None:
    assert faults(site, "certifications/boki", "受験料は5,500円です。") == []
    replace(site / "ja" / "certifications" / "boki.md", "value: 5500", "value: 5800")
    assert [fault.split()[1] for fault in faults_in(site)] == ["unsourced-figure"]


@pytest.mark.parametrize(
    ("field", "prose"),
    [
        (
            "pass_rate: {value: 20.9, sitting: {ja: 600人の回, en: of 600 people}, as_of: 2026, source: handbook}",
            "合格率は20.9％、600人です。",
        ),
        ("format: {ja: 2時間の筆記, en: A 2-hour paper}", "2時間です。"),
    ],
)
def test_facts_of_a_grade_stand_for_a_figure(site: Path, field: str, prose: str) -> None:
    assert len(faults(site, "certifications/boki", prose)) > 0
    replace(site / "ja" / "certifications" / "boki.md", "    study_hours:", f"    {field}\n    study_hours:")
    assert faults_in(site) == []


def test_the_sizes_of_companies_need_no_source_in_their_section_only(site: Path) -> None:
    file = site / "ja" / "roles" / "clerk.md"
    replace(file, "## 会社の規模による違い\n", "## 会社の規模による違い\n\n10人以下、50人から100人、100人超。200人超、10％。\n")
    assert [problem.message for problem in problems_in(site)] == [f'nothing says where "{words}" is from' for words in ("200人", "10％")]
    replace(file, "## 必要なスキル\n", "## 必要なスキル\n\n50人です。\n")
    assert len(problems_in(site)) == 3


def test_what_links_to_a_broken_page_is_not_to_blame(site: Path) -> None:
    append(site / "ja" / "guides" / "first-steps.md", "[簿記](certification:boki)は5,500円です。")
    replace(site / "ja" / "certifications" / "boki.md", "summary:", "sumary:")
    assert "unsourced-figure" not in {problem.code for problem in problems_in(site)}
