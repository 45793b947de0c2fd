"""The small sites below tests/sites, and what a build of one gives."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from career_graph.knowledge import Knowledge, read_knowledge
from career_graph.languages import Addresses
from career_graph.pages import Guidebook
from career_graph.problems import Problem
from career_graph.prose import Renderer
from career_graph.site_build import SiteBuild, asset_addresses
from career_graph.theme import Theme
from career_graph.writer import Tally

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "sites"
ADDRESS = "https://example.org/guide"


@dataclass(frozen=True)
class Built:
    """What one build gave."""

    site: SiteBuild
    knowledge: Knowledge | None
    problems: list[Problem]
    tally: Tally | None

    @property
    def output(self) -> Path:
        return self.site.output

    def html(self, path: str) -> str:
        """The page at a path such as ja/roles/a/."""
        return (self.output / path / "index.html").read_text("utf-8")


BuildSite = Callable[[Path], Built]


def parsed(html: str | bytes) -> BeautifulSoup:
    """A page as readers have it, without what its templates hold for a script."""
    page = BeautifulSoup(html, "html.parser")
    for template in page.select("template"):
        template.decompose()
    return page


def guidebook(content: Path) -> Guidebook:
    """What all pages of a content folder share, with the real theme."""
    knowledge, problems = read_knowledge(content, Renderer())
    assert knowledge is not None, problems
    theme, addresses = Theme(ROOT / "theme"), Addresses(ADDRESS)
    return Guidebook(knowledge, addresses, theme.translations, asset_addresses(theme, addresses))


def add_aptitude_check(content: Path) -> None:
    """Give a small site official ratings and the aptitude check; the manager counts as a bookkeeper there."""
    for name in ("job_tag.json", "aptitude.yaml"):
        shutil.copy(SITES / "aptitude" / name, content / name)
    for role, code in {"clerk": "428", "bookkeeper": "430", "manager": "430"}.items():
        add_job_tag_code(content, role, code)


def add_job_tag_code(content: Path, role: str, code: str) -> None:
    """Match a role with an occupation that has official ratings, beside whatever it is matched with."""
    file = content / "ja" / "roles" / f"{role}.md"
    text = file.read_text("utf-8")
    if "\ncodes:\n" not in text:
        text = text.replace("family:", "codes:\nfamily:", 1)
    entry = f"  - {{scheme: job-tag, code: {code}, match: close}}\n"
    file.write_text(text.replace("codes:\n", f"codes:\n{entry}", 1), "utf-8")
