"""The small sites below tests/sites, and what a build of one gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from career_graph.knowledge import Knowledge
from career_graph.problems import Problem
from career_graph.site_build import SiteBuild
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
