"""The glossary: every word of the guide once, terms at anchors that never move, links in prose to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import Tag
from career_graph.languages import LANGUAGES, Addresses
from career_graph.model import Kind
from career_graph.pages import Page, build_pages, glossary
from career_graph.pages.context import Context
from career_graph.pages.views import GlossaryView
from career_graph.theme import Theme
from editing import append, replace
from small_sites import ADDRESS, ROOT, SITES, guidebook, parsed

ADDRESSES = Addresses(ADDRESS)
THEME = Theme(ROOT / "theme")
EACH_LANGUAGE = pytest.mark.parametrize("lang", LANGUAGES)
LISTED = (Kind.TERM, Kind.ROLE, Kind.SKILL, Kind.CERTIFICATION)


def pages(lang: str, name: str = "bilingual") -> list[Page]:
    return list(glossary.glossary_pages(Context(guidebook(SITES / name / "content"), lang)))


def shown(page: Page) -> Tag:
    return parsed(THEME.render(page))


def entry(page: Page, name: str) -> Tag:
    (found,) = (part for part in shown(page).select(".glossary-list dl > div") if part.dfn and part.dfn.text == name)
    return found


def page_of(content: Path, path: str) -> Tag:
    (page,) = (page for page in build_pages(guidebook(content)) if page.url == ADDRESSES.file(path))
    return shown(page)


@EACH_LANGUAGE
@pytest.mark.parametrize("size", [2, 100])
def test_every_word_stands_once_and_has_the_address_that_links_lead_to(monkeypatch: pytest.MonkeyPatch, lang: str, size: int) -> None:
    monkeypatch.setattr(glossary, "DEFINITIONS", size)
    records = guidebook(SITES / "bilingual" / "content").knowledge.content.records
    found = []
    for page in pages(lang):
        for part in shown(page).select(".glossary-list dl > div"):
            found.append(f"{page.url}#{part['id']}" if part.get("id") else part.dfn.a["href"])  # type: ignore[union-attr, index]
    assert sorted(found) == sorted(ADDRESSES.entity(lang, ref) for ref in records if ref.kind in LISTED)


@EACH_LANGUAGE
@pytest.mark.parametrize("size", [2, 100])
def test_the_pages_lead_to_each_other_and_have_their_own_titles(monkeypatch: pytest.MonkeyPatch, lang: str, size: int) -> None:
    monkeypatch.setattr(glossary, "DEFINITIONS", size)
    made = pages(lang)
    assert made[0].url == ADDRESSES.page(lang, "glossary")
    assert len({page.title for page in made}) == len({page.description for page in made}) == len(made) == {2: 7, 100: 4}[size]
    for place, page in enumerate(made):
        (main,) = page.mains
        assert isinstance(main.view, GlossaryView)
        assert [link.url for link, _ in main.view.pages] == [other.url for other in made]
        assert [is_here for _, is_here in main.view.pages].index(True) == place


def test_an_entry_gives_reading_other_name_other_labels_and_meaning() -> None:
    japanese, english = entry(pages("ja")[0], "派遣"), entry(pages("en")[0], "Agency work")
    assert [(note.text, note["lang"]) for note in japanese.select("dt > span")] == [("はけん", "ja"), ("Agency work", "en")]
    assert [(note.text, note["lang"]) for note in english.select("dt > span")] == [("派遣", "ja"), ("はけん", "ja")]
    assert [part.text.strip() for part in english.select("dd")] == [
        "Work for a company through a staffing agency, which stays the employer.",
        "Also called: haken",
        "Sources: 調査会 · checked November 22, 2026",
    ]


def test_a_word_that_is_not_translated_stands_in_its_own_language() -> None:
    found = entry(pages("en", "minimal")[0], "派遣")
    assert (found.dfn["lang"], found.dd["lang"]) == ("ja", "ja")  # type: ignore[index]
    assert [note.text for note in found.select("dt > span")] == ["はけん"]


def test_a_reading_that_is_the_name_is_not_repeated(copy_site: Callable[[str], Path]) -> None:
    content = copy_site("bilingual")
    replace(content / "ja" / "terms" / "haken.md", "title: 派遣", "title: はけん")
    (page, *_) = glossary.glossary_pages(Context(guidebook(content), "ja"))
    assert [note.text for note in entry(page, "はけん").select("dt > span")] == ["Agency work"]


# ---------------------------------------------------------------- terms without pages


@pytest.fixture
def linking(copy_site: Callable[[str], Path]) -> Path:
    """A site whose names become links."""
    content = copy_site("bilingual")
    replace(content / "site.yaml", "links_per_section: 0", "links_per_section: 1")
    return content


def test_a_term_has_no_page() -> None:
    kinds = {page.kind for page in build_pages(guidebook(SITES / "bilingual" / "content"))}
    assert Kind.TERM not in kinds
    assert {"glossary", "glossary-part"} <= kinds


def test_the_name_of_a_term_in_prose_leads_to_the_glossary(linking: Path) -> None:
    append(linking / "ja" / "guides" / "first-steps.md", "\n派遣社員から始める人もいます。\n")
    (link,) = page_of(linking, "ja/guides/first-steps/").select('[data-ref="term:haken"]')
    assert (link.text, link["href"], link["class"]) == ("派遣社員", "/guide/ja/glossary/#haken", ["mention"])


def test_an_editor_may_link_a_term(linking: Path) -> None:
    append(linking / "en" / "guides" / "first-steps.md", "\nSome begin as [temps](term:haken).\n")
    assert page_of(linking, "en/guides/first-steps/").select('a[href="/guide/en/glossary/#haken"]')


def test_the_footer_of_every_page_leads_to_the_glossary() -> None:
    for page in build_pages(guidebook(SITES / "bilingual" / "content")):
        assert ADDRESSES.page(page.lang, "glossary") in {link.url for group in page.chrome.footer for link in group.links}
