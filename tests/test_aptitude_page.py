"""The page of the aptitude check: every result it may have, ready for the script, and the same for readers without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from career_graph.knowledge import read_knowledge
from career_graph.languages import Addresses
from career_graph.pages import Guidebook, Page, build_pages
from career_graph.pages.views import AptitudeView
from career_graph.prose import Renderer
from career_graph.site_build import asset_addresses
from career_graph.theme import Theme
from editing import replace
from small_sites import ADDRESS, ROOT, BuildSite, add_aptitude_check

CopySite = Callable[[str], Path]

THEME = Theme(ROOT / "theme")
ADDRESSES = Addresses(ADDRESS)


def aptitude_pages(content: Path) -> dict[str, Page]:
    knowledge, problems = read_knowledge(content, Renderer())
    assert knowledge is not None, problems
    book = Guidebook(knowledge, ADDRESSES, THEME.translations, asset_addresses(THEME, ADDRESSES))
    return {page.lang: page for page in build_pages(book) if page.kind == "aptitude"}


def view_of(page: Page) -> AptitudeView:
    view = page.mains[0].view
    assert isinstance(view, AptitudeView)
    return view


def main_of(page: Page) -> Tag:
    (main,) = BeautifulSoup(THEME.render(page), "html.parser").select("main")
    return main


@pytest.fixture
def site(copy_site: CopySite) -> Path:
    folder = copy_site("bilingual")
    add_aptitude_check(folder)
    return folder


@pytest.fixture
def pages(site: Path) -> dict[str, Page]:
    return aptitude_pages(site)


def test_the_page_is_there_in_both_languages_and_brings_its_script(pages: dict[str, Page]) -> None:
    assert {lang: (page.url, page.title, page.description) for lang, page in pages.items()} == {
        "ja": ("/guide/ja/aptitude/", "仕事をさがす", "答えてください。"),
        "en": ("/guide/en/aptitude/", "Looking for work", "Please answer."),
    }
    assert [Path(script).name for script in pages["ja"].scripts] == ["aptitude.js"]


@pytest.mark.parametrize("name", ["aptitude.yaml", "codes"])
def test_without_statements_or_rated_roles_there_is_no_page(site: Path, name: str) -> None:
    if name == "codes":
        for role in ("clerk", "bookkeeper", "manager"):
            replace(site / "ja" / "roles" / f"{role}.md", "scheme: job-tag", "scheme: mhlw")
    else:
        (site / name).unlink()
    assert aptitude_pages(site) == {}


def test_statements_keep_the_order_of_the_file(pages: dict[str, Page]) -> None:
    assert [(item.id, item.element, item.text) for item in view_of(pages["en"]).statements] == [
        ("listen", "social", "I listen."),
        ("file", "conventional", "I file."),
        ("study", "expertise", "I study."),
        ("teach", "social", "I teach."),
    ]


def test_roles_counted_as_one_share_a_card_with_the_paths_to_each(pages: dict[str, Page]) -> None:
    cards = view_of(pages["en"]).cards
    assert [card.name for card in cards] == ["Clerk", "Bookkeeper, back-office manager"]
    assert [[id for id, _, _ in card.roles] for card in cards] == [["clerk"], ["bookkeeper", "manager"]]
    assert [into and into.url for card in cards for _, _, into in card.roles] == [
        None,
        "/guide/en/roles/bookkeeper/#page-paths-in",
        "/guide/en/roles/manager/#page-paths-in",
    ]
    assert [card.shape for card in cards] == [(122, -122, 0), (-122, 122, 0)]


def test_the_table_names_each_element_with_the_roles_at_its_ends(site: Path) -> None:
    replace(site / "ja" / "roles" / "manager.md", "code: 430", "code: 431")
    rows = view_of(aptitude_pages(site)["ja"]).elements
    assert [(row.element, row.domain, row.words) for row in rows] == [
        ("social", "interests", "人を助けること"),
        ("conventional", "interests", "正確なこと"),
        ("expertise", "work_values", "深めること"),
    ]
    assert [[link.label for links in row.most for link in links] for row in rows[:2]] == [["事務"], ["経理"]]
    assert [[link.label for links in row.least for link in links] for row in rows[:2]] == [["経理"], ["事務"]]


def test_the_page_holds_all_that_the_script_needs(pages: dict[str, Page]) -> None:
    main, view = main_of(pages["ja"]), view_of(pages["ja"])
    elements = [row["data-element"] for row in main.select("tr[data-element][data-domain]")]
    assert elements == [row.element for row in view.elements]
    assert [str(card["data-shape"]).split() for card in main.select("template")] == [list(map(str, card.shape)) for card in view.cards]
    for statement, fieldset in zip(view.statements, main.select("fieldset"), strict=True):
        assert fieldset["data-element"] == statement.element
        assert {field["name"] for field in fieldset.select("input")} == {statement.id}
        assert [field["value"] for field in fieldset.select("input")] == ["-2", "-1", "0", "1", "2"]
    assert main.form["data-paths"] == "/guide/ja/paths/"  # type: ignore[index]
    assert {option["value"] for option in main.select("optgroup option")} == {"clerk", "bookkeeper", "manager"}


def test_the_page_says_what_it_cannot_tell_and_whose_ratings_it_uses(pages: dict[str, Page]) -> None:
    main = main_of(pages["ja"])
    assert "能力は分かりません。" in main.select_one("[aria-labelledby=page-limits]").text  # type: ignore[union-attr]
    (credit,) = main.select("a[href='#source-1']")
    assert credit.text == "調査を加工して作成"
    assert main.select_one("#source-1") is not None


def test_names_in_another_language_are_marked(site: Path) -> None:
    (site / "en" / "roles" / "clerk.md").unlink()
    links = links_on_cards(aptitude_pages(site)["en"])
    assert {link["href"]: link.get("lang") for link in links if "paths" not in link["href"]} == {
        "/guide/en/roles/clerk/": "ja",
        "/guide/en/roles/bookkeeper/": None,
        "/guide/en/roles/manager/": None,
    }


def test_every_address_on_a_card_is_that_of_a_page_and_a_part_of_it(build_site: BuildSite, site: Path) -> None:
    page = aptitude_pages(site)["ja"]
    built = build_site(site)
    for link in links_on_cards(page):
        path, _, anchor = link["href"].removeprefix("/guide/").partition("#")
        assert not anchor or f'id="{anchor}"' in built.html(path)
        assert built.html(path)


def links_on_cards(page: Page) -> list[Tag]:
    """Links in templates, which selectors do not look into."""
    return [link for card in main_of(page).find_all("template") for link in card.find_all("a", href=True)]
