"""The guide's own content, built once for all tests that look at the finished site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup
from career_graph.problems import Problem
from career_graph.site_build import SiteBuild
from small_sites import parsed

ROOT = Path(__file__).parent.parent
ADDRESS = "https://example.org"

KINDS = {
    "chooser": "",
    "home": "ja/",
    "map": "ja/map/",
    "aptitude": "ja/aptitude/",
    "roles": "ja/roles/",
    "role": "ja/roles/accounting/",
    "compare": "ja/compare/",
    "comparison": "ja/compare/accounting/accounting-clerk/",
    "skills": "ja/skills/",
    "skill": "ja/skills/bookkeeping/",
    "certifications": "ja/certifications/",
    "certification": "ja/certifications/nissho-boki/",
    "paths": "ja/paths/",
    "paths-from": "ja/paths/general-clerk/",
    "transition": "ja/paths/general-clerk/accounting-clerk/",
    "pathway": "ja/paths/general-clerk/accounting/",
    "path": "ja/paths/general-clerk/labor-administration/",
    "planner": "ja/planner/",
    "guides": "ja/guides/",
    "guide": "ja/guides/back-office-and-clerical-work/",
    "consultation": "ja/consultation/",
    "about": "ja/about/",
    "method": "ja/method/",
    "search": "ja/search/",
    "glossary": "ja/glossary/",
    "glossary-part": "ja/glossary/skills/",
    "sources": "ja/sources/",
    "sources-shelf": "ja/sources/j/",
}
"""One page of every kind, by the mark its main part carries."""


def pages_of_every_kind() -> list[str]:
    """Addresses of one page of every kind, in both languages."""
    japanese = list(KINDS.values())
    return japanese + [path.replace("ja/", "en/", 1) for path in japanese if path] + ["404.html"]


@dataclass(frozen=True)
class RealSite:
    """A finished build of the guide's own content."""

    build: SiteBuild
    problems: list[Problem]

    @property
    def output(self) -> Path:
        return self.build.output

    @cached_property
    def pages(self) -> dict[str, BeautifulSoup]:
        """Every page by its address, parsed."""
        files = sorted(self.output.rglob("*.html"))
        return {self.address(file): parsed(file.read_bytes()) for file in files}

    def file(self, address: str) -> Path:
        """The file that serves an address such as /ja/ or ja/."""
        path = self.output / address.lstrip("/")
        return path / "index.html" if address.endswith("/") or not address else path

    def address(self, file: Path) -> str:
        """The address that a file serves."""
        return "/" + file.relative_to(self.output).as_posix().removesuffix("index.html")


def build_real_site(folder: Path) -> RealSite:
    """Build the guide's own content below `folder`."""
    site = SiteBuild(ROOT / "content", ROOT / "theme", folder / "output", folder / "cache", ADDRESS)
    knowledge, problems = site.gather()
    assert knowledge is not None, "\n".join(map(str, problems))
    site.write(knowledge)
    return RealSite(site, problems)
