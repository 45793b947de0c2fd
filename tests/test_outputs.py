from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from career_graph.knowledge import Knowledge
from career_graph.languages import LANGUAGES, Addresses
from career_graph.model import Status
from career_graph.outputs import search_index
from career_graph.pages import Guidebook
from career_graph.pages.context import Context
from career_graph.pages.search import KINDS, search_entries
from career_graph.search import Entry, fold
from career_graph.site_build import asset_addresses
from career_graph.theme import Theme
from search_cases import read
from small_sites import ADDRESS, ROOT, SITES, BuildSite, Built

EACH_LANGUAGE = pytest.mark.parametrize("lang", LANGUAGES)


# ---------------------------------------------------------------- web manifest


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
    assert data["pages"] == {"bookkeeper": {}, "clerk": {"manager": ["bookkeeper"]}, "manager": {}}


# ---------------------------------------------------------------- search index


def index_of(built: Built, lang: str) -> list[dict[str, Any]]:
    return json.loads((built.output / "data" / f"search-{lang}.json").read_bytes())


def entries_of(built: Built, lang: str) -> dict[str, Entry]:
    """The entries of an index by their address below the language."""
    return {entry.url.removeprefix(f"/guide/{lang}/"): entry for entry in read(index_of(built, lang))}


def context_of(built: Built, lang: str) -> Context:
    theme, addresses = Theme(ROOT / "theme"), Addresses(ADDRESS)
    assert isinstance(built.knowledge, Knowledge)
    return Context(Guidebook(built.knowledge, addresses, theme.translations, asset_addresses(theme, addresses)), lang)


@EACH_LANGUAGE
def test_the_index_tells_all_that_can_be_found(build_site: BuildSite, lang: str) -> None:
    built = build_site(SITES / "bilingual" / "content")
    assert read(index_of(built, lang)) == search_entries(context_of(built, lang))


@EACH_LANGUAGE
def test_what_is_published_and_written_in_a_language_can_be_found_in_it(build_site: BuildSite, lang: str) -> None:
    built = build_site(SITES / "bilingual" / "content")
    context = context_of(built, lang)
    records = context.content.records.values()
    drafts = [record for record in records if record.facts.status is Status.DRAFT]
    untranslated = [record for record in records if "en" not in record.documents]
    shown = [record for record in records if record not in drafts and lang in record.documents]
    assert drafts
    assert untranslated
    assert {entry.url for entry in read(index_of(built, lang))} == {context.addresses.entity(lang, record.ref) for record in shown}


@EACH_LANGUAGE
def test_entries_stand_by_kind_then_in_alphabetical_order(build_site: BuildSite, lang: str) -> None:
    built = build_site(SITES / "bilingual" / "content")
    context = context_of(built, lang)
    keys = {context.addresses.entity(lang, ref): (KINDS.index(ref.kind), context.indexed(ref).sort_key) for ref in context.content.records}
    order = [keys[entry.url] for entry in read(index_of(built, lang))]
    assert order == sorted(order)


@EACH_LANGUAGE
def test_an_entry_is_found_by_every_name_it_has(build_site: BuildSite, copy_site: Callable[[str], Path], lang: str) -> None:
    content = copy_site("bilingual")
    file = content / lang / "certifications" / "boki.md"
    file.write_text(file.read_text("utf-8").replace("---\n", "---\nlabel: ボキ\nalt_labels: [Book-keeping, 帳簿]\n", 1), "utf-8")
    names = entries_of(build_site(content), lang)["certifications/boki/"].names
    shared = {"簿記検定", "ぼきけんてい", "bookkeeping test", "ぼき", "book keeping", "帳簿"}
    grades = {"ja": {"ぼき2級", "ぼき3級"}, "en": {"ぼきgrade 2", "ぼきgrade 3"}}
    assert set(names) == shared | grades[lang]
    assert names[0] == {"ja": "簿記検定", "en": "bookkeeping test"}[lang]


def test_a_path_is_found_by_the_names_of_its_roles(build_site: BuildSite) -> None:
    found = entries_of(build_site(SITES / "bilingual" / "content"), "ja")
    path, clerk, bookkeeper = (found[name] for name in ("paths/clerk/bookkeeper/", "roles/clerk/", "roles/bookkeeper/"))
    assert path.stations == clerk.stations + bookkeeper.stations
    assert {*clerk.names, *bookkeeper.names} <= set(path.words)
    assert path.names == (fold(path.title),)


def test_an_index_beyond_the_budget_gives_up_summaries_and_in_the_end_paths(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    built = build_site(SITES / "bilingual" / "content")
    book = context_of(built, "ja").book

    def within(budget: int) -> tuple[Sequence[Entry], int]:
        monkeypatch.setattr(search_index, "BUDGET", budget)
        file = next(search_index.search_indexes(book)).data
        return read(json.loads(file)), len(gzip.compress(file))

    whole, size = within(10**6)
    without_path_summaries, size_2 = within(size - 1)
    without_summaries, size_3 = within(size_2 - 1)
    without_paths, size_4 = within(size_3 - 1)
    assert size > size_2 > size_3 > size_4
    assert all(entry.summary for entry in whole)
    assert {entry.kind for entry in without_path_summaries if not entry.summary} == {"transition"}
    assert len(without_path_summaries) == len(without_summaries) == len(whole)
    assert not any(entry.summary for entry in without_summaries)
    assert {entry.kind for entry in whole} - {entry.kind for entry in without_paths} == {"transition"}
    assert within(0) == (without_paths, size_4)


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
