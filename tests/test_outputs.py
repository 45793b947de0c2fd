from __future__ import annotations

import json
from pathlib import Path

import pytest
from career_graph.languages import LANGUAGES
from small_sites import SITES, BuildSite


def test_the_manifest_names_the_site_and_an_icon_that_is_there(build_site: BuildSite) -> None:
    built = build_site(SITES / "bilingual" / "content")
    members = json.loads((built.output / "site.webmanifest").read_bytes())
    assert members["lang"] == "ja"
    assert members["start_url"] == members["scope"] == "/guide/"
    (icon,) = members["icons"]
    assert (built.output / Path(icon["src"]).relative_to("/guide")).is_file()
    assert f'<link rel="manifest" href="{members["scope"]}site.webmanifest">' in built.html("ja")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_data_of_comparisons_holds_every_role_and_leads_to_pages(build_site: BuildSite, lang: str) -> None:
    built = build_site(SITES / "bilingual" / "content")
    data = json.loads((built.output / "data" / f"compare-{lang}.json").read_bytes())
    assert set(data) == {"roles", "skills", "sources"}
    assert set(data["roles"]) == {"bookkeeper", "clerk", "manager"}
    for role in data["roles"].values():
        for address in (role["link"][0], role["list"], *(f"{role['list']}{target}/" for target in role["paths"])):
            assert built.html(address.removeprefix("/guide/"))
        assert {need[0] for need in (*role["essential"], *role["optional"])} <= data["skills"].keys()
        assert {remark[5] for remarks in role["remarks"].values() for remark in remarks if len(remark) > 5} <= data["sources"].keys()


def test_the_data_of_comparisons_holds_composed_paths_only(build_site: BuildSite) -> None:
    built = build_site(SITES / "bilingual" / "content")
    data = json.loads((built.output / "data" / "compare-en.json").read_bytes())
    assert {id: role["paths"] for id, role in data["roles"].items()} == {
        "bookkeeper": {},
        "clerk": {"manager": ["30–72", "Bookkeeping Test Grade 3", "bookkeeper"]},
        "manager": {},
    }
