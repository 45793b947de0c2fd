"""Gathering everything: the broken site names every fault, a sound one becomes knowledge, and errors leave the output alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from career_graph.knowledge import read_knowledge
from career_graph.model import Kind
from career_graph.problems import CODES, arranged
from career_graph.prose import DiskCache, Renderer
from editing import append, replace
from small_sites import SITES, BuildSite

CopySite = Callable[[str], Path]

GOLDEN = SITES / "broken" / "problems.txt"
TESTED_IN_CHECKS = {
    "mentions-nothing",
    "no-route",
    "shared-name",
    "unmentioned",
    "too-deep",
    "idle-bridge",
    "missing-bridge",
    "surprising-rating",
    "unused-source",
}
"""What is looked for only where nothing is broken, or needs a text too long for a fixture."""


def test_the_broken_site_gives_exactly_its_list_of_problems() -> None:
    knowledge, problems = read_knowledge(SITES / "broken" / "content", Renderer())
    text = "".join(f"{problem}\n" for problem in problems)
    if "REWRITE_GOLDEN" in os.environ:
        GOLDEN.write_text(text, "utf-8")
    assert knowledge is None
    assert text == GOLDEN.read_text("utf-8")


def test_every_code_is_in_the_broken_site_or_tested_elsewhere() -> None:
    shown = {line.split(": ")[2] for line in GOLDEN.read_text("utf-8").splitlines()}
    assert shown | TESTED_IN_CHECKS == set(CODES)
    assert not shown & TESTED_IN_CHECKS


def test_every_file_of_the_broken_site_has_its_fault() -> None:
    named = {line.split(":")[0] for line in GOLDEN.read_text("utf-8").splitlines()}
    folder = SITES / "broken" / "content"
    there = {file.relative_to(folder.parent).as_posix() for file in folder.rglob("*") if file.is_symlink() or file.suffix}
    assert named == there


def test_the_minimal_site_lacks_nothing_but_translations() -> None:
    knowledge, problems = read_knowledge(SITES / "minimal" / "content", Renderer())
    assert knowledge is not None
    assert {problem.code for problem in problems} == {"missing-translation"}
    assert len(problems) == len(knowledge.content.records)


def test_the_bilingual_site_has_one_untranslated_page_and_one_stale_translation() -> None:
    _, problems = read_knowledge(SITES / "bilingual" / "content", Renderer())
    assert [(problem.path, problem.code) for problem in problems] == [
        ("content/en/transitions/bookkeeper--manager.md", "stale-translation"),
        ("content/ja/skills/filing.md", "missing-translation"),
    ]


@pytest.mark.parametrize("site_yaml_is_there", [True, False])
def test_problems_come_by_place_and_each_once(copy_site: CopySite, site_yaml_is_there: bool) -> None:
    content = copy_site("broken")
    if not site_yaml_is_there:
        (content / "site.yaml").unlink()
    _, problems = read_knowledge(content, Renderer())
    assert problems == arranged(problems)


def test_the_graph_and_the_prose_hold_every_record() -> None:
    knowledge, _ = read_knowledge(SITES / "bilingual" / "content", Renderer())
    assert knowledge is not None
    records, graph = knowledge.content.records, knowledge.graph
    joined = {
        Kind.ROLE: graph.roles,
        Kind.SKILL: graph.skills,
        Kind.CERTIFICATION: graph.certifications,
        Kind.TRANSITION: graph.transitions,
    }
    for kind, nodes in joined.items():
        assert set(nodes) == {ref.id for ref in records if ref.kind is kind}
    assert set(knowledge.proses) == {(ref, lang) for ref, record in records.items() for lang in record.documents}


def test_a_warning_does_not_stop_and_an_error_does(copy_site: CopySite) -> None:
    content = copy_site("bilingual")
    replace(content / "ja" / "transitions" / "clerk--bookkeeper.md", "rating: 2", "rating: 5")
    knowledge, problems = read_knowledge(content, Renderer())
    assert knowledge is not None
    assert "surprising-rating" in {problem.code for problem in problems}
    append(content / "en" / "pages" / "about.md", "[a](role:nobody)")
    assert read_knowledge(content, Renderer())[0] is None


def test_faults_of_headers_prose_and_references_are_found_in_one_run(copy_site: CopySite) -> None:
    content = copy_site("minimal")
    replace(content / "ja" / "pages" / "about.md", "reading:", "readng:")
    append(content / "ja" / "pages" / "consultation.md", "<b>x</b>")
    replace(content / "ja" / "roles" / "clerk.md", "skill: spreadsheets", "skill: spredsheets")
    replace(content / "sources.yaml", "title: 受験", "titel: 受験")
    _, problems = read_knowledge(content, Renderer())
    assert {"missing-field", "unknown-field", "unsafe-html", "unknown-id"} <= {problem.code for problem in problems}


@pytest.mark.parametrize("name", ["minimal", "bilingual", "broken"])
def test_reading_twice_renders_once(tmp_path: Path, name: str) -> None:
    cache = DiskCache(tmp_path / "prose.sqlite")
    first, second = Renderer(cache), Renderer(cache)
    before = read_knowledge(SITES / name / "content", first)
    assert read_knowledge(SITES / name / "content", second) == before
    assert first.rendered > 0
    assert second.rendered == 0
    cache.close()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("ja/roles/bookkeeper.md", "value: 509.3", "value: 1e300"),
        ("ja/certifications/boki.md", "value: 3300", f"value: {'9' * 40}"),
        ("ja/pages/about.md", "発行元", '`href="source:nowhere"`'),
        ("ja/pages/about.md", "発行元", '`href="unknown:x"`'),
    ],
)
def test_what_passes_the_checks_can_be_built(build_site: BuildSite, copy_site: CopySite, file: str, old: str, new: str) -> None:
    content = copy_site("minimal")
    replace(content / file, old, new)
    built = build_site(content)
    assert (built.knowledge is None) == (built.tally is None)


# ---------------------------------------------------------------- gather everything, then write anything


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


def test_nothing_is_written_of_a_site_with_errors(build_site: BuildSite) -> None:
    built = build_site(SITES / "broken" / "content")
    assert built.knowledge is None
    assert not built.output.exists()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("ja/pages/about.md", "発行元が作っています。", "<script>alert(1)</script>"),
        ("en/pages/about.md", "summary:", "reading: あ\nsummary:"),
        ("ja/roles/clerk.md", "skill: spreadsheets", "skill: nothing"),
        ("site.yaml", "name:", "nam:"),
    ],
)
def test_an_error_anywhere_leaves_the_output_of_before_byte_for_byte(
    build_site: BuildSite, copy_site: CopySite, file: str, old: str, new: str
) -> None:
    content = copy_site("bilingual")
    output = build_site(content).output
    before = snapshot(output)
    assert "ja/about/index.html" in before
    replace(content / file, old, new)
    replace(content / "ja" / "pages" / "consultation.md", "無料", "有料")
    assert build_site(content).knowledge is None
    assert snapshot(output) == before
    replace(content / file, new, old)
    assert build_site(content).knowledge is not None
    assert snapshot(output) != before
