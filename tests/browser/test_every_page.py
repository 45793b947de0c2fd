"""Every kind of page in both languages: accessible in both schemes, no sideways scrolling, usable by keyboard."""

from __future__ import annotations

import re

import pytest
from accessibility import violations
from playwright.sync_api import Browser, BrowserContext
from real_site import pages_of_every_kind

pytestmark = pytest.mark.browser

PAGES = pages_of_every_kind()
WIDTHS = [320, 768, 1280]
A4_WIDTH = 794
"""CSS pixels."""

FOCUSABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
.filter(tag => tag.checkVisibility() && !(tag.type === "radio" && !tag.checked)).map(tag => tag.outerHTML)"""
"""What the tab key must reach, in the order of the document."""

DRAWN = """() => [
["body", "", "color"], ["html", "", "backgroundColor"], [".site-header__switch", "", "color"],
[".search-form__link", "::before", "backgroundColor"], [".site-header summary", "::before", "borderTopColor"],
[".site-header__name", "::before", "backgroundImage"],
].map(([name, part, property]) => getComputedStyle(document.querySelector(name), part)[property])"""
"""Colours of text, ground and a link, of magnifier and menu, and of the mark before the name."""


@pytest.mark.parametrize(("width", "scheme"), [*((width, "light") for width in WIDTHS), (WIDTHS[-1], "dark")])
def test_axe_finds_nothing(browser: Browser, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    found = {}
    for path in PAGES:
        page.goto(address + path)
        if problems := violations(page):
            found[path] = problems
    context.close()
    assert found == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for path in PAGES:
        page.goto(address + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    context.close()
    assert wide == []


def test_the_first_tab_stop_skips_to_the_content(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}ja/roles/accounting/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_pages_read_in_order_without_styles(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    page.goto(f"{address}ja/paths/general-clerk/accounting/")
    headings = page.locator("main .line-diagram h3").all_inner_texts()
    assert [heading.split()[0] for heading in headings] == ["一般事務", "経理事務", "経理"]
    context.close()


def test_a_missing_address_answers_in_both_languages(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    response = page.goto(f"{address}ja/roles/nobody/")
    assert response is not None
    assert response.status == 404
    assert page.locator("main section[lang]").evaluate_all("parts => parts.map(part => part.lang)") == ["ja", "en"]


@pytest.mark.parametrize("path", ["ja/", "ja/roles/accounting/", "en/paths/general-clerk/accounting-clerk/", "ja/map/", "en/skills/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_tab_key_reaches_everything_in_the_order_of_the_page(browser: Browser, address: str, path: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address + path)
    expected = page.evaluate(FOCUSABLE)
    reached = []
    for _ in expected:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.outerHTML"))
    context.close()
    assert len(expected) > 15
    assert reached == expected


def test_the_menu_of_a_phone_opens_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}ja/roles/accounting/")
    entry = page.locator(".site-header__nav a", has_text="資格")
    assert not entry.is_visible()
    page.locator(".site-header summary").press("Enter")
    entry.click()
    assert page.url == f"{address}ja/certifications/"
    context.close()


@pytest.mark.parametrize("path", ["ja/roles/accounting/", "en/paths/general-clerk/accounting-clerk/"])
def test_a_page_prints_whole_with_the_addresses_of_its_sources(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": A4_WIDTH, "height": 1123})
    page = context.new_page()
    page.goto(address + path)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_WIDTH
    assert page.locator("main h2:visible").count() == page.locator("main h2:not(.contents h2, .call-to-action h2)").count()
    assert not page.locator(".site-header__nav").is_visible()
    printed = page.locator(".source-list li > a").evaluate_all("links => links.map(link => getComputedStyle(link, '::after').content)")
    addresses = page.locator(".source-list li > a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert [content.replace('"', "") for content in printed] == [f" <{source}>" for source in addresses] != []
    context.close()


def test_text_may_be_twice_as_large(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    for path in PAGES:
        page.goto(address + path)
        page.add_style_tag(content="html { font-size: 200% }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, path
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_the_stylesheet_draws_is_seen_in_forced_colors(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, forced_colors="active", color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}ja/roles/accounting/")
    ink, ground, link, *drawn, mark = page.evaluate(DRAWN)
    assert drawn == [link, link]
    assert set(re.findall(r"rgb\([^)]*\)", mark)) == {ink, ground}
    context.close()
