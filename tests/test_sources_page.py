"""All sources: each once, at an anchor of its own, with the pages where it is used; every source list leads there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from bs4 import Tag
from career_graph import bibliography
from career_graph.languages import LANGUAGES, Addresses
from career_graph.pages import Page, build_pages
from career_graph.pages.context import Context
from career_graph.pages.glossary import glossary_pages
from career_graph.pages.sources import source_pages
from career_graph.theme import Theme
from editing import replace
from small_sites import ADDRESS, ROOT, SITES, guidebook, parsed

ADDRESSES = Addresses(ADDRESS)
THEME = Theme(ROOT / "theme")
EACH_LANGUAGE = pytest.mark.parametrize("lang", LANGUAGES)
CONTENT = SITES / "bilingual" / "content"


def pages(lang: str, content: Path = CONTENT) -> list[Page]:
    return list(source_pages(Context(guidebook(content), lang)))


def shown(page: Page) -> Tag:
    return parsed(THEME.render(page))


def entries(made: Iterable[Page]) -> dict[str, Tag]:
    return {f"{page.url}#{entry['id']}": entry for page in made for entry in shown(page).select(".source-shelf > li")}


@EACH_LANGUAGE
@pytest.mark.parametrize("size", [1, 120])
def test_every_source_stands_once_at_the_address_that_links_to_it_have(monkeypatch: pytest.MonkeyPatch, lang: str, size: int) -> None:
    monkeypatch.setattr(bibliography, "SHELF", size)
    context = Context(guidebook(CONTENT), lang)
    assert sorted(entries(source_pages(context))) == sorted(context.source_link(key).url for key in context.content.sources)


@EACH_LANGUAGE
def test_shelves_lead_to_each_other_and_have_their_own_titles(lang: str) -> None:
    first, *others = pages(lang)
    links = [ADDRESSES.page(lang, "sources", letter) for letter in "hs"]
    assert [page.url for page in others] == links
    assert len({page.title for page in (first, *others)}) == len({page.description for page in (first, *others)}) == 3
    for page in (first, *others):
        assert [link["href"] for link in shown(page).select(".pagination a")] == links
    assert [shown(page).select_one(".pagination [aria-current]")["href"] for page in others] == links  # type: ignore[index]


def test_a_source_names_the_pages_where_it_is_used_by_kind() -> None:
    found = {address.split("#")[1]: entry for address, entry in entries(pages("en")).items()}
    used = [(link.text, link["href"]) for link in found["survey"].select("p + p a")]
    assert used == [
        ("Bookkeeper", "/guide/en/roles/bookkeeper/"),
        ("Agency work", "/guide/en/glossary/#haken"),
        ("From clerk to bookkeeper", "/guide/en/paths/clerk/bookkeeper/"),
    ]
    assert "2026-04" in found["survey"].text
    assert found["survey"].p["lang"] == "ja"  # type: ignore[index]


def test_what_nothing_uses_stands_without_pages(copy_site: Callable[[str], Path]) -> None:
    content = copy_site("bilingual")
    with (content / "sources.yaml").open("a") as file:
        file.write("idle: {publisher: だれか, title: 使わない, read: 2026-11-22}\n")
    (idle,) = (entry for entry in entries(pages("ja", content)).values() if entry["id"] == "idle")
    assert idle.select("p + p, details") == []


def test_many_pages_are_folded_up(copy_site: Callable[[str], Path]) -> None:
    content = copy_site("bilingual")
    for name in ("clerk", "manager"):
        replace(content / "ja" / "roles" / f"{name}.md", "line:", "sources: [survey]\nline:")
    for name in ("bookkeeping", "filing", "leadership", "office-software", "spreadsheets"):
        replace(content / "ja" / "skills" / f"{name}.md", "type:", "sources: [survey]\ntype:")
    (entry,) = (entry for entry in entries(pages("ja", content)).values() if entry["id"] == "survey")
    assert len(entry.select("details a")) == 10
    assert entry.summary is not None
    assert "10" in entry.summary.text


@EACH_LANGUAGE
def test_the_first_page_counts_sources_and_names_those_used_most(lang: str) -> None:
    (page, *_) = pages(lang)
    assert "2" in shown(page).select(".lead + p")[0].text
    assert [link["href"].split("#")[1] for link in shown(page).select(".source-list a")] == ["survey", "handbook"]  # type: ignore[union-attr]


# ---------------------------------------------------------------- ways there


def test_every_source_list_and_every_footer_leads_to_all_sources() -> None:
    lists = 0
    for page in build_pages(guidebook(CONTENT)):
        lang = page.mains[0].lang if page.kind in ("chooser", "not-found") else page.lang
        target = ADDRESSES.page(lang, "sources")
        assert target in {link.url for group in page.chrome.footer for link in group.links}
        for part in shown(page).select(".source-list:has(li[id])"):
            lists += 1
            assert [link["href"] for link in part.select("p a")] == [ADDRESSES.page(page.lang, "sources")]
    assert lists > 4


def test_a_term_leads_to_its_sources() -> None:
    (page, *_) = glossary_pages(Context(guidebook(CONTENT), "en"))
    (link,) = shown(page).select("#haken dd a")
    assert (link.text, link["href"], link["lang"]) == ("調査会", "/guide/en/sources/s/#survey", "ja")
