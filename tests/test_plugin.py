"""The plugin under Pelican itself, run as its command line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from small_sites import ROOT, SITES

CopySite = Callable[[str], Path]


def pelican(content: Path, output: Path) -> subprocess.CompletedProcess[str]:
    """Build a content folder with the project's settings, as `pelican content` does."""
    cache = f'CACHE_PATH="{output.parent / "cache"}"'
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(output), "-s", "pelicanconf.py", "-e", cache]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env=os.environ, check=False)


def test_pelican_builds_the_whole_site_and_ends_with_one_line(copy_site: CopySite, tmp_path: Path) -> None:
    run = pelican(copy_site("bilingual"), tmp_path / "output")
    assert run.returncode == 0, run.stderr
    assert len(run.stdout.splitlines()) == 1
    assert " pages: " in run.stdout
    assert (tmp_path / "output" / "ja" / "index.html").is_file()
    assert not (tmp_path / "output" / "archives.html").exists()


def test_pelican_ends_with_1_and_writes_nothing_where_content_has_errors(tmp_path: Path) -> None:
    run = pelican(SITES / "broken" / "content", tmp_path / "output")
    assert run.returncode == 1
    assert "Traceback" not in run.stdout + run.stderr
    golden = (SITES / "broken" / "problems.txt").read_text("utf-8").splitlines()
    assert run.stderr.splitlines()[: len(golden)] == golden
    assert list((tmp_path / "output").rglob("*")) == []


def test_publishing_demands_an_address(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    command = [sys.executable, "-m", "pelican", "content", "-o", str(tmp_path), "-s", "publishconf.py"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment, check=False)
    assert run.returncode == 1
    assert "SITE_URL" in run.stderr
