"""The search as readers use it: by keyboard, by ear, in Japanese, without scripts; and its rule in the browser against Python's."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import pytest
from accessibility import violations
from builders import PROPERTY
from career_graph.search import fold, query_terms
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, expect
from real_site import RealSite
from search_cases import CASES, GENERATED, found_by, read

pytestmark = pytest.mark.browser

RESULTS = "[data-search-result]"
EMPTY = "[data-search-empty]"
EACH_LANGUAGE = pytest.mark.parametrize("lang", ["ja", "en"])


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """The Japanese search page on a phone, ready."""
    return open_search(context, f"{address}ja/search/")


def open_search(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    with page.expect_response("**/data/search-*.json"):
        page.goto(url)
    return page


# ---------------------------------------------------------------- the rule


@pytest.fixture(scope="module")
def script(browser: Browser, address: str, real_site: RealSite) -> Any:
    """A function of the search script, called in the browser with the given arguments."""
    (file,) = (real_site.output / "assets").rglob("search.js")
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}ja/about/")
    page.evaluate("async url => { window.rule = await import(url) }", real_site.address(file))
    yield lambda expression, argument=None: page.evaluate(expression, argument)
    context.close()


def test_the_browser_folds_and_cuts_as_pinned(script: Any) -> None:
    assert script("texts => texts.map(rule.fold)", list(CASES["folds"])) == list(CASES["folds"].values())
    assert script("queries => queries.map(rule.queryTerms)", list(CASES["terms"])) == list(CASES["terms"].values())


def test_the_browser_folds_and_cuts_any_text_as_python_does(script: Any) -> None:
    assigned = st.characters(codec="utf-8", exclude_categories=["Cn", "Co"])

    @PROPERTY
    @given(st.lists(st.text(assigned) | st.text("経理のエクセルからa-zＡ２級Ⅱ種・ー 　ö\u3099"), min_size=10))
    def check(texts: list[str]) -> None:
        assert script("texts => texts.map(rule.fold)", texts) == [fold(text) for text in texts]
        assert script("texts => texts.map(rule.queryTerms)", texts) == [query_terms(text) for text in texts]

    check()


def test_the_browser_finds_what_python_finds_in_the_same_order(script: Any) -> None:
    find = "([index, queries]) => { const entries = rule.read(index); return queries.map(q => rule.search(entries, q).map(e => e.url)) }"
    queries = [*CASES["written"], *GENERATED]
    found = script(find, [CASES["index"], queries])
    assert dict(zip(queries, found, strict=True)) == {query: found_by(query) for query in queries}


@EACH_LANGUAGE
def test_the_browser_reads_the_index_as_python_does(script: Any, real_site: RealSite, lang: str) -> None:
    for index in (json.loads(real_site.file(f"data/search-{lang}.json").read_bytes()), CASES["index"]):
        shown = script("index => rule.read(index).map(entry => [entry.url, entry.names, entry.text])", index)
        assert shown == [[entry.url, list(entry.names), entry.text] for entry in read(index)]


# ---------------------------------------------------------------- typing


def test_results_come_while_typing_and_the_index_is_asked_for_once(context: BrowserContext, address: str) -> None:
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url.removeprefix(address)))
    page = open_search(context, f"{address}ja/search/")
    page.get_by_label("ガイド内を検索").press_sequentially("keiri boki")
    expect(page.locator(RESULTS).first).to_have_attribute("data-search-result", "certification")
    assert [url for url in requests if url.startswith("data/")] == ["data/search-ja.json"]
    assert page.url == f"{address}ja/search/?q=keiri%20boki"


def test_a_result_shows_kind_station_name_and_summary(page: Page) -> None:
    page.get_by_label("ガイド内を検索").fill("経理事務")
    role, path = page.locator(RESULTS).nth(0), page.locator(f"{RESULTS}[data-search-result=transition]").first
    assert role.inner_text().split("\n")[0] == "職種"
    assert role.locator("h2 a").inner_text() == "経理事務"
    assert "会計ソフト" in role.locator("p").last.inner_text()
    assert role.locator("[data-line]").evaluate_all("rings => rings.map(ring => ring.textContent)") == ["A01"]
    assert path.locator("[data-line]").count() == 2
    assert page.locator("[data-search-all]").is_hidden()


def test_the_keyboard_is_enough(page: Page) -> None:
    page.get_by_label("ガイド内を検索").focus()
    page.keyboard.type("boki")
    expect(page.locator(RESULTS)).not_to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(RESULTS).first.locator("a")).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_have_attribute("data-id", "nissho-boki")
    page.go_back()
    expect(page.get_by_label("ガイド内を検索")).to_have_value("boki")
    expect(page.locator(RESULTS)).not_to_have_count(0)


def test_an_open_composition_waits_until_it_ends(page: Page) -> None:
    page.get_by_label("ガイド内を検索").focus()
    keyboard = page.context.new_cdp_session(page)
    for text in ("ｋ", "け", "けい", "けいｒ", "けいり"):
        keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    assert page.get_by_label("ガイド内を検索").input_value() == "けいり"
    assert page.locator(RESULTS).count() == 0
    keyboard.send("Input.insertText", {"text": "経理"})
    expect(page.locator(RESULTS).first).to_contain_text("経理")
    assert unquote(page.url).endswith("?q=経理")


def test_the_number_of_results_is_announced_politely(page: Page) -> None:
    status = page.locator("main [role=status]")
    assert (status.get_attribute("aria-live"), status.inner_text()) == ("polite", "")
    page.get_by_label("ガイド内を検索").fill("エクセル")
    expect(status).to_have_text("1件見つかりました")
    page.get_by_label("ガイド内を検索").fill("宇宙飛行士")
    expect(status).to_have_text("「宇宙飛行士」に合う項目は見つかりませんでした。")


def test_nothing_found_says_what_to_try_and_keeps_the_list(page: Page) -> None:
    expect(page.locator(EMPTY)).to_be_hidden()
    page.get_by_label("ガイド内を検索").fill("<b>宇宙飛行士")
    expect(page.locator(EMPTY)).to_be_visible()
    assert page.locator(RESULTS).count() == 0
    assert page.locator("[data-search-all]").is_visible()
    assert page.locator("main [role=status] b").count() == 0
    page.get_by_label("ガイド内を検索").fill("")
    expect(page.locator(EMPTY)).to_be_hidden()
    assert page.url.endswith("/ja/search/")


def test_many_results_are_cut_and_said_to_be(page: Page) -> None:
    page.get_by_label("ガイド内を検索").fill("の")
    expect(page.locator(RESULTS)).to_have_count(50)
    expect(page.locator("main [role=status]")).to_contain_text("はじめの50件")


def test_an_index_that_cannot_be_had_leaves_the_list(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.route("**/data/*.json", lambda route: route.abort())
    page.goto(f"{address}en/search/?q=accounting")
    expect(page.locator("main [role=status]")).to_contain_text("could not be loaded")
    assert page.locator("[data-search-all]").is_visible()


# ---------------------------------------------------------------- from elsewhere


@EACH_LANGUAGE
def test_the_header_leads_to_the_results(browser: Browser, address: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}{lang}/guides/")
    page.locator("header [name=q]").fill("excel")
    page.keyboard.press("Enter")
    expect(page.locator(RESULTS).first.locator("a")).to_have_attribute("href", f"/{lang}/skills/spreadsheets/")
    assert page.url == f"{address}{lang}/search/?q=excel"
    assert page.locator("[name=q]").count() == 1
    context.close()


@EACH_LANGUAGE
def test_on_a_phone_the_header_keeps_one_row_and_leads_to_the_search_page(context: BrowserContext, address: str, lang: str) -> None:
    page = context.new_page()
    page.goto(f"{address}{lang}/roles/accounting/")
    link = page.locator("header").get_by_role("link", name={"ja": "検索", "en": "Search"}[lang])
    boxes = [box for box in (link.bounding_box(), page.locator(".site-header__switch").bounding_box()) if box]
    assert boxes[0]["y"] < boxes[1]["y"] + boxes[1]["height"] and boxes[1]["y"] < boxes[0]["y"] + boxes[0]["height"]  # noqa: PT018
    assert boxes[0]["width"] >= boxes[0]["height"] >= 44
    assert page.locator("header [name=q]").is_hidden()
    link.click()
    assert page.url == f"{address}{lang}/search/"


def test_a_missing_address_can_be_searched_for_in_either_language(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}en/roles/bookkeeper/")
    page.locator("section[lang=en] [name=q]").fill("bookkeeper")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}en/search/?q=bookkeeper")


# ---------------------------------------------------------------- for everyone


@EACH_LANGUAGE
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["boki", "宇宙飛行士"])
def test_axe_finds_nothing_in_what_is_found(browser: Browser, address: str, lang: str, scheme: str, query: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme)
    page = open_search(context, f"{address}{lang}/search/?q={query}")
    expect(page.locator(f"{RESULTS}, {EMPTY}:not([hidden])")).not_to_have_count(0)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


@EACH_LANGUAGE
def test_without_scripts_every_name_is_on_the_page(browser: Browser, address: str, real_site: RealSite, lang: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{lang}/search/?q=boki")
    expect(page.locator("main .notice")).to_be_visible()
    index = json.loads(real_site.file(f"data/search-{lang}.json").read_bytes())
    links = page.locator("[data-search-all] a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert {entry.url for entry in read(index)} <= set(links)
    assert {f"/{lang}/{kind}/" for kind in ("roles", "skills", "certifications", "paths", "guides")} <= set(links)
    context.close()
