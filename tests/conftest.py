"""Fixtures shared by the tests: the small sites, a build into a temporary folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from career_graph.knowledge import Knowledge
from career_graph.output import Tally
from career_graph.problems import Problem
from career_graph.site_build import SiteBuild
from real_site import RealSite, build_real_site

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


@pytest.fixture
def build_site(tmp_path: Path) -> BuildSite:
    """Builds a content folder with the real theme into a temporary folder; a second call builds on the first."""

    def build(content: Path, address: str = ADDRESS) -> Built:
        site = SiteBuild(content, ROOT / "theme", tmp_path / "output", tmp_path / "cache", address)
        knowledge, problems = site.gather()
        return Built(site, knowledge, problems, site.write(knowledge) if knowledge else None)

    return build


@pytest.fixture
def copy_site(tmp_path: Path) -> Callable[[str], Path]:
    """Copies one of the small sites, so that a test may change it; gives its content folder."""

    def copy(name: str) -> Path:
        return Path(shutil.copytree(SITES / name / "content", tmp_path / name / "content", symlinks=True))

    return copy


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> RealSite:
    """The guide's own content, built once."""
    return build_real_site(tmp_path_factory.mktemp("real"))
