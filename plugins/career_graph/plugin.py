"""Joins the guide to Pelican: settings in, one two-phase generator. It has no rules of its own."""

from __future__ import annotations

import time
from pathlib import Path

import pelican
from pelican import signals
from pelican.generators import Generator

from .knowledge import Knowledge
from .problems import report
from .site_build import SiteBuild, summary


class CareerGraphGenerator(Generator):  # type: ignore[misc]
    """Reads and checks all content, then writes all pages. With errors in content it writes nothing and ends the run."""

    build: SiteBuild
    knowledge: Knowledge
    started: float

    def generate_context(self) -> None:
        """First phase: gather everything."""
        self.started = time.perf_counter()
        folders = (self.path, self.theme, self.output_path, self.settings["CACHE_PATH"])
        content, theme, output, cache = map(Path, folders)
        self.build = SiteBuild(content, theme, output, cache, self.settings["SITEURL"], self.settings["GALLERY"])
        knowledge, problems = self.build.gather()
        report(problems)
        if knowledge is None:
            raise SystemExit(f"{len(problems)} problems; nothing was written.")
        self.knowledge = knowledge

    def generate_output(self, writer: object) -> None:
        """Second phase: write what changed. Pelican's own writer is not used: it writes every file anew."""
        tally = self.build.write(self.knowledge)
        print(summary(tally, time.perf_counter() - self.started))


def _silence(sender: object) -> None:
    # Pelican ends with a line that counts its own articles and pages, of which there are none here.
    pelican.console.quiet = True


def _generators(sender: object) -> type[Generator]:
    return CareerGraphGenerator


def register() -> None:
    """Called by Pelican when it loads the plugin."""
    signals.initialized.connect(_silence)
    signals.get_generators.connect(_generators)
