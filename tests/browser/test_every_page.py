"""Every kind of page in both languages: accessible in both schemes, no sideways scrolling, usable by keyboard."""

from __future__ import annotations

import pytest
from accessibility import violations
from playwright.sync_api import Browser, BrowserContext
from real_site import pages_of_every_kind

pytestmark = pytest.mark.browser

PAGES = pages_of_every_kind()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    found = {}
    for path in PAGES:
        page.goto(address + path)
        if problems := violations(page):
            found[path] = problems
    context.close()
    assert found == {}


@pytest.mark.parametrize("width", [320, 768])
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
