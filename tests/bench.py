"""Times builds of synthetic sites of two sizes in one run and prints the ratios; growth is linear where they are near 2.

Run by `python3 tasks.py bench`. It asserts nothing: machines differ, ratios hardly.
"""

from __future__ import annotations

import gzip
import hashlib
import random
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from bs4 import BeautifulSoup
from builders import bridge, role, skill, transition
from career_graph.content import load_content
from career_graph.graph import build_graph
from career_graph.languages import Addresses
from career_graph.mentions import build_claims, link_proses
from career_graph.model import Kind
from career_graph.pages import AssetAddresses, Guidebook
from career_graph.prose import Renderer
from career_graph.schema import SECTIONS
from career_graph.site_build import SiteBuild

ROOT = Path(__file__).parent.parent
SIZES = (250, 500)
ROUNDS = 3
SKILLS = 40
LINKED_ROLES = 500
"""With three transitions each and four names a role: 2,000 texts and 2,000 names."""
PLANNED = 1000
MOVES = 3
"""Transitions from each role, to the next ones in a ring."""

ROLE = """---
title: {title}
alt_labels: [{names}]
summary: 職種{n}の説明です。
reading: しょくしゅ{n}
reviewed: 2026-11-22
line: a
order: {order}
family: clerical
level: {{min: 1, max: 2}}
tasks: [{{ja: 仕事, en: Work}}]
essential_skills:
{skills}
---
"""
SKILL = "---\ntitle: スキル{n}\nsummary: 説明です。\nreading: すきる{n}\nreviewed: 2026-11-22\ntype: skill\n---\n"
MOVE = """---
title: {a}から{b}へ
summary: {a}から{b}への説明です。
reading: から
reviewed: 2026-11-22
source: {a}
target: {b}
kind: lateral
months: {{min: 6, max: 12}}
basis: editorial
rating: 3
bridges: []
---
"""


def write_site(folder: Path, roles: int, names: int = 1) -> Path:
    """A content folder with that many roles, each with three transitions and so many names."""
    content = folder / "content"
    shutil.copytree(ROOT / "tests" / "sites" / "minimal" / "content", content)
    shutil.rmtree(content / "ja")
    (content / "ja").mkdir()
    (content / "site.yaml").write_text(_without_featured((content / "site.yaml").read_text("utf-8")), "utf-8")
    for number in range(SKILLS):
        _write(content, Kind.SKILL, f"s{number}", SKILL.format(n=number))
    for number in range(roles):
        needs = "\n".join(f"  - {{skill: s{(number * 7 + k * 3) % SKILLS}, level: 3, importance: {k % 5 + 1}}}" for k in range(8))
        labels = ", ".join(f"{_name(number)}第{other}係" for other in range(1, names))
        _write(
            content,
            Kind.ROLE,
            f"r{number}",
            ROLE.format(n=number, title=_name(number), names=labels, order=number + 1, skills=needs),
            number,
        )
        for step in range(1, MOVES + 1):
            ends = {"a": f"r{number}", "b": f"r{(number + step * 11) % roles}"}
            _write(content, Kind.TRANSITION, f"{ends['a']}--{ends['b']}", MOVE.format(**ends), number)
    return content


def _without_featured(site: str) -> str:
    return site.split("featured_paths:")[0]


def _name(number: int) -> str:
    """A name of its own for each role, in kanji as real ones are: 経理 and so on, by the digits of its number."""
    return "".join("経総人法労財営購広秘"[int(digit)] for digit in f"{number:04}")


def _write(content: Path, kind: Kind, id: str, header: str, number: int = 0) -> None:
    spoken = "と".join(_name(number + step) for step in (1, 2))
    body = "\n\n".join(f"## {rule.title.ja}\n\n{spoken}の仕事です。{_paragraph(id, rule.id)}" for rule in SECTIONS[kind])
    file = content / "ja" / kind.folder / f"{id}.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(header + body + "\n", "utf-8")


def _paragraph(*of: str) -> str:
    """Sentences in words that no other paragraph has."""
    digest = hashlib.sha512(" ".join(of).encode()).hexdigest()
    return re.sub(".{8}", lambda name: f"{name[0]}の締めに向けて書類を集め、", digest)


def build(site: SiteBuild) -> int:
    """Build once; the number of pages."""
    knowledge, problems = site.gather()
    assert knowledge is not None, problems[:5]
    return site.write(knowledge).pages


def measure(roles: int) -> dict[str, float]:
    """Median seconds of a full build, one without changes and one after an edit, the pages, and the search index as it travels."""
    seconds: dict[str, list[float]] = {"full": [], "no change": [], "one edit": []}
    pages, index = 0, b""
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            content = write_site(folder, roles)
            site = SiteBuild(content, ROOT / "theme", folder / "output", folder / "cache", "https://example.org")

            def edit(content: Path = content) -> None:
                with open(content / "ja" / "roles" / "r1.md", "a", encoding="utf-8") as file:
                    file.write("\nもう一文。\n")

            for phase, before in (("full", None), ("no change", None), ("one edit", edit)):
                pages, taken = _timed(site, before)
                seconds[phase].append(taken)
            index = (site.output / "data" / "search-ja.json").read_bytes()
    sizes = {"pages": pages, "search kB": len(gzip.compress(index)) / 1000}
    return sizes | {phase: statistics.median(values) for phase, values in seconds.items()}


def _timed(site: SiteBuild, before: Callable[[], None] | None) -> tuple[int, float]:
    if before:
        before()
    started = time.perf_counter()
    pages = build(site)
    return pages, time.perf_counter() - started


def plan(roles: int) -> tuple[float, int]:
    """Seconds to find every route and path page between that many roles with five transitions each, and the number of path pages."""
    chance = random.Random(1)
    ends = {(one, (one + chance.randrange(1, 60)) % roles) for one in range(roles) for _ in range(5)}
    moves = [transition(f"r{one}", f"r{other}", bridge("s1")) for one, other in sorted(ends)]
    graph = build_graph([skill("s1"), *(role(f"r{number}", {"s1": (3, 3)}, order=number + 1) for number in range(roles)), *moves])
    content = SimpleNamespace(records={})
    book = Guidebook(SimpleNamespace(graph=graph, content=content), Addresses(""), {}, AssetAddresses("", "", {}))  # type: ignore[arg-type]
    started = time.perf_counter()
    pages = len(graph.transitions) + sum(map(len, book.composed.values()))
    return time.perf_counter() - started, pages


def link_cost() -> None:
    """Print what linking names takes of a full build, and what parsing the HTML once more with BeautifulSoup would take alone.

    Counted in seconds of the processor, as other work on the machine would blur a few percent.
    """
    with tempfile.TemporaryDirectory() as name:
        content = write_site(Path(name), LINKED_ROLES, names=4)
        site = SiteBuild(content, ROOT / "theme", Path(name) / "output", Path(name) / "cache", "https://example.org")
        whole = _processor_time(lambda: build(site))
        loaded, _ = load_content(content)
        assert loaded is not None
        renderer = Renderer()
        documents = [document for record in loaded.records.values() for document in record.documents.values()]
        proses = {(document.ref, document.lang): renderer.render(document.body) for document in documents}
    texts = ["".join(section.html for section in prose.sections) for prose in proses.values()]
    linking = min(_processor_time(lambda: link_proses(loaded, proses)) for _ in range(ROUNDS))
    parsing = min(_processor_time(lambda: [BeautifulSoup(text, "html.parser") for text in texts]) for _ in range(ROUNDS))
    names, links = len(build_claims(loaded).settled), sum(map(len, link_proses(loaded, proses).mentions.values()))
    print(f"{links} links from {names} names in {len(texts)} texts: {linking:.2f} s, {linking / whole:.1%} of a full build", end="; ")
    print(f"parsing the texts with BeautifulSoup alone: {parsing:.2f} s, {parsing / whole:.1%}")


def _processor_time(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Print a row per size, and the ratio of the larger to the smaller."""
    link_cost()
    (half, pages), (whole, more) = plan(PLANNED // 2), plan(PLANNED)
    print(f"planning {PLANNED} roles: {whole:.2f} s, {more} path pages; half as many: {half:.2f} s, {pages}")
    small, large = (measure(roles) for roles in SIZES)
    print(f"{'':>12}" + "".join(f"{name:>12}" for name in small))
    for roles, row in zip(SIZES, (small, large), strict=True):
        print(f"{roles:>6} roles" + "".join(f"{value:>12.2f}" for value in row.values()))
    print(f"{'ratio':>12}" + "".join(f"{large[name] / small[name]:>12.2f}" for name in small))


if __name__ == "__main__":
    main()
