"""Fixtures shared by the tests: the small sites, a build into a temporary folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from career_graph.site_build import SiteBuild
from real_site import RealSite, build_real_site
from small_sites import ADDRESS, ROOT, SITES, BuildSite, Built


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
