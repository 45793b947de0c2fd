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


def test_open_data_names_every_node_once_and_joins_only_named_ones(build_site: BuildSite) -> None:
    built = build_site(SITES / "bilingual" / "content")
    data = json.loads((built.output / "data" / "graph.json").read_bytes())
    refs = [node["ref"] for node in data["nodes"]]
    assert len(set(refs)) == len(refs)
    assert {"role:clerk", "skill:filing", "certification:boki", "certification:boki#2", "guide:first-steps"} <= set(refs)
    assert all(set(node["label"]) == set(node["url"]) == {"ja", "en"} for node in data["nodes"])
    assert {end for edge in data["edges"] for end in (edge["source"], edge["target"])} <= set(refs)
    (move,) = [edge for edge in data["edges"] if edge["type"] == "transition" and edge["source"] == "role:clerk"]
    assert (move["target"], move["basis"], set(move["months"])) == ("role:bookkeeper", "observed", {"min", "max"})
    assert {edge["type"] for edge in data["edges"]} == {
        "essential-skill",
        "optional-skill",
        "certification",
        "broader",
        "grade-of",
        "attests",
        "prepares-for",
        "transition",
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_planner_has_words_for_every_fact(build_site: BuildSite, lang: str) -> None:
    built = build_site(SITES / "bilingual" / "content")
    data = json.loads((built.output / "data" / f"planner-{lang}.json").read_bytes())
    facts, words = data["facts"], data["words"]
    assert all(facts[kind].keys() == words[kind].keys() for kind in ("roles", "skills", "grades"))
    assert [move["id"] for move in facts["moves"]] == list(words["moves"])
    assert {move["id"]: len(move["bridges"]) for move in facts["moves"]} == {id: len(texts) for id, texts in words["actions"].items()}
    assert data["pages"] == {"bookkeeper": [], "clerk": ["manager"], "manager": []}
