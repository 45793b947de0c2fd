from __future__ import annotations

import json
from pathlib import Path

from small_sites import SITES, BuildSite


def test_the_manifest_names_the_site_and_an_icon_that_is_there(build_site: BuildSite) -> None:
    built = build_site(SITES / "bilingual" / "content")
    members = json.loads((built.output / "site.webmanifest").read_bytes())
    assert members["lang"] == "ja"
    assert members["start_url"] == members["scope"] == "/guide/"
    (icon,) = members["icons"]
    assert (built.output / Path(icon["src"]).relative_to("/guide")).is_file()
    assert f'<link rel="manifest" href="{members["scope"]}site.webmanifest">' in built.html("ja")
