"""Comparing two roles in a browser: the form by keyboard, what the script makes, and that it says the same as the pages."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator

import pytest
from accessibility import violations
from career_graph.languages import LANGUAGES
from career_graph.pathways import coverage, held_skills
from playwright.sync_api import Browser, BrowserContext, Page, Route
from real_site import RealSite

pytestmark = pytest.mark.browser

RESULT = "section[aria-labelledby=page-result]"
WORDS = """tables => tables.map(table => [table.dataset.table, [...table.querySelectorAll("tr, h2, h3, p")]
.map(part => [...part.children].filter(cell => cell.matches("th, td")).map(cell => cell.innerText).join(" | ") || part.innerText)])"""
"""The words of tables as readers see them, row by row."""

BANDS = """async () => {
  const { band, heldSkills } = await import(document.querySelector("script[src]").src.replace("compare.js", "pathways.js"));
  const { roles, skills } = await (await fetch(document.querySelector("form[data-file]").dataset.file)).json();
  const facts = { skills: Object.fromEntries(Object.entries(skills).map(([id, [, , , broader]]) => [id, { broader }])) };
  const pairs = Object.entries(roles).flatMap(([one, from]) => Object.entries(roles).map(([other, to]) => [`${one}--${other}`, from, to]));
  return Object.fromEntries(pairs.map(([pair, from, to]) => [pair, band(facts, heldSkills(from), to)]));
}"""
"""Nearness of all roles by the script."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def roles(real_site: RealSite) -> dict[str, list[str]]:
    """Role ids, each with the targets of its composed paths."""
    data = json.loads((real_site.output / "data" / "compare-ja.json").read_bytes())
    return {id: list(role["paths"]) for id, role in data["roles"].items()}


@pytest.fixture(scope="module")
def pages(real_site: RealSite) -> list[tuple[str, str]]:
    """The pairs of roles that have a page."""
    found = (re.fullmatch(r"/ja/compare/([^/]+)/([^/]+)/", address) for address in real_site.pages)
    return [(match[1], match[2]) for match in found if match]


@pytest.fixture(scope="module")
def pageless(roles: dict[str, list[str]], pages: list[tuple[str, str]]) -> tuple[str, str]:
    """Two roles without a page together, and with a path between them."""
    pairs = (pair for pair in itertools.combinations(sorted(roles), 2) if pair not in pages)
    return next(pair for pair in pairs if pair[1] in roles[pair[0]] or pair[0] in roles[pair[1]])


def choose(page: Page, id: str) -> None:
    """Go to the next field and choose a role in it, by keyboard alone."""
    page.keyboard.press("Tab")
    for _ in page.locator("option").all():
        if page.evaluate("document.activeElement.value") == id:
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"no {id} to choose")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_roles_are_compared_by_keyboard_alone(page: Page, address: str, pageless: tuple[str, str], lang: str, scheme: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}{lang}/compare/#main")
    for id in reversed(pageless):
        choose(page, id)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(RESULT)
    assert page.url == f"{address}{lang}/compare/?a={pageless[1]}&b={pageless[0]}"
    assert page.evaluate("document.activeElement.id") == "page-result"
    assert page.title().startswith(page.locator("#page-result").inner_text())
    assert [page.locator(f"select[name={name}]").input_value() for name in "ab"] == list(reversed(pageless))
    assert page.locator(f"{RESULT} .path-card a").count() == 1
    assert violations(page) == []
    assert {url for url in requests if not url.startswith(address)} == set()


@pytest.mark.parametrize("order", [1, -1])
def test_a_pair_that_has_a_page_leads_there(page: Page, address: str, pages: list[tuple[str, str]], order: int) -> None:
    one, other = pages[-1]
    first, second = (one, other)[::order]
    page.goto(f"{address}ja/compare/?a={first}&b={second}")
    page.wait_for_url(f"{address}ja/compare/{one}/{other}/")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_script_makes_says_the_same_as_the_page(
    page: Page, address: str, real_site: RealSite, pages: list[tuple[str, str]], lang: str
) -> None:
    page.route("**/compare/?a=*", without_links_to_comparisons)
    for one, other in pages[:: len(pages) // 7]:
        page.goto(f"{address}{lang}/compare/{one}/{other}/")
        tables, sources, ways = words_on(page)
        page.goto(f"{address}{lang}/compare/?a={one}&b={other}")
        page.wait_for_selector(RESULT)
        made = words_on(page)
        assert made[:2] == (tables, sources), (one, other)
        for way, mine, theirs in zip([(one, other), (other, one)], made[2], ways, strict=True):
            is_written = "--".join(way) in {file.stem for file in real_site.build.content.glob("ja/transitions/*.md")}
            assert (mine[-2:] == theirs[-2:]) if is_written else (mine == theirs), way


def words_on(page: Page) -> tuple[list[object], list[str], list[list[str]]]:
    """What a comparison says: its tables, its sources, the lines on each way."""
    ways = [way.split("\n") for way in page.locator(".comparison-way").all_inner_texts()]
    return page.locator(".comparison-table").evaluate_all(WORDS), page.locator(".source-list li").all_inner_texts(), ways


def without_links_to_comparisons(route: Route) -> None:
    """Serve the index as if no comparison had a page."""
    response = route.fetch()
    route.fulfill(response=response, body=re.sub(r"/compare/[\w-]+/[\w-]+/", "/compare/", response.text()))


def test_the_script_finds_all_roles_as_near_to_each_other_as_the_pages_do(page: Page, address: str, real_site: RealSite) -> None:
    knowledge, _ = real_site.build.gather()
    assert knowledge is not None
    graph = knowledge.graph
    bands = {
        f"{one.id}--{other.id}": coverage(graph, held_skills(one), other).band
        for one, other in itertools.product(graph.roles.values(), repeat=2)
    }
    page.goto(f"{address}en/compare/")
    assert page.evaluate(BANDS) == bands


@pytest.mark.parametrize("query", ["a=accounting&b=accounting", "a=accounting", "a=accounting&b=toString", "a=%3Cb%3E&b=nobody"])
def test_what_is_no_pair_is_said_so(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}en/compare/?{query}")
    page.wait_for_selector(".notice")
    assert page.evaluate("document.activeElement.className") == "notice"
    assert page.locator(".notice").inner_text() == "Choose two different roles."
    assert page.locator(RESULT).count() == 0


def test_data_that_does_not_come_is_said_so(page: Page, address: str, pageless: tuple[str, str]) -> None:
    page.route("**/data/*", lambda route: route.abort())
    page.goto(f"{address}en/compare/?a={pageless[0]}&b={pageless[1]}")
    page.wait_for_selector(".notice")
    assert "could not be loaded" in page.locator(".notice").inner_text()
    assert violations(page) == []


def test_without_scripts_the_index_says_so_and_leads_on(browser: Browser, address: str, pages: list[tuple[str, str]]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/compare/")
    assert "Without JavaScript" in page.locator("noscript").inner_text()
    page.locator("section[aria-labelledby=page-groups] a").first.click()
    assert page.locator("main").get_attribute("data-kind") == "comparison"
    context.close()


def test_on_a_small_phone_a_comparison_is_still_a_table(browser: Browser, address: str, pageless: tuple[str, str]) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    for path in ("accounting/accounting-clerk/", f"?a={pageless[0]}&b={pageless[1]}"):
        page.goto(f"{address}en/compare/{path}")
        page.wait_for_selector(".comparison-table")
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert page.locator("main tr:not([role=row]), main td:not([role=cell]), main th:not([role$=header])").count() == 0
        assert page.locator("[data-table=overview] tbody tr").first.evaluate("row => getComputedStyle(row).display") == "grid"
        roles = roles_for_screen_readers(context, page)
        rows = page.locator("main tr").count()
        assert (roles.count("row"), roles.count("rowheader")) == (rows, page.locator("main tbody tr").count())
        assert roles.count("columnheader") == 2 * page.locator("main table").count()
        assert roles.count("table") == page.locator("main caption").count()
    context.close()


def roles_for_screen_readers(context: BrowserContext, page: Page) -> list[str]:
    """The roles that the browser hands to assistive technology."""
    session = context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [node["role"]["value"] for node in nodes if not node["ignored"]]
