"""What each kind of page shows, pinned as the main part of one small page; `tasks.py golden` writes them anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from small_sites import SITES, BuildSite

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "role": "en/roles/bookkeeper",
    "skill": "ja/skills/bookkeeping",
    "certification": "en/certifications/boki",
    "transition": "ja/paths/clerk/bookkeeper",
    "path": "en/paths/clerk/manager",
    "untranslated": "en/skills/filing",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_main_part_of_a_page_is_as_pinned(build_site: BuildSite, name: str) -> None:
    html = build_site(SITES / "bilingual" / "content").html(PAGES[name])
    (main,) = re.findall(r"<main.*</main>", html, re.S)
    file = GOLDEN / f"{name}.html"
    if "REWRITE_GOLDEN" in os.environ:
        file.parent.mkdir(exist_ok=True)
        file.write_text(main + "\n", "utf-8")
    assert main + "\n" == file.read_text("utf-8")
