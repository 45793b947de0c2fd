"""Term cards: a link to a term says what it is, on hover and on focus, and goes away again (WCAG 2.2, 1.4.13)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from accessibility import violations
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

GUIDE = "ja/guides/back-office-and-clerical-work/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address + GUIDE)
    yield page
    context.close()


def test_hover_shows_the_meaning_that_the_page_behind_the_link_gives(page: Page, address: str) -> None:
    link, card = page.locator(".mention:not([data-ref^='term:'])").first, page.get_by_role("tooltip")
    link.hover()
    expect(card).to_be_visible()
    assert link.get_attribute("aria-describedby") == card.get_attribute("id")
    shown, target = card.locator("p").all_inner_texts(), link.get_attribute("href")
    assert violations(page) == []
    page.goto(address.rstrip("/") + str(target))
    meaning = page.locator("meta[name=description]").get_attribute("content")
    assert shown == [page.locator("h1").inner_text().replace("\n", ""), meaning]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_hover_on_a_term_shows_its_entry_of_the_glossary(page: Page, address: str, lang: str) -> None:
    page.goto(f"{address}{lang}/guides/agency-and-fixed-term-work/")
    links, shown = page.locator(".mention[data-ref^='term:']"), []
    refs = [str(links.nth(number).get_attribute("data-ref")) for number in range(links.count())]
    for ref in dict.fromkeys(refs):
        link = page.locator(f".mention[data-ref='{ref}']").first
        link.hover()
        expect(link).to_have_attribute("aria-describedby", "term-card")
        shown.append(page.locator("#term-card p").all_inner_texts())
        page.keyboard.press("Escape")
    page.goto(f"{address}{lang}/glossary/")
    entries = [page.locator(f"#{ref.removeprefix('term:')}") for ref in dict.fromkeys(refs)]
    assert shown == [[entry.locator("dfn").inner_text(), entry.locator("dd").first.inner_text()] for entry in entries]
    assert len(shown) > 3


def test_the_card_stays_under_the_pointer_and_goes_when_it_leaves(page: Page) -> None:
    card = page.get_by_role("tooltip")
    page.locator(".mention").first.hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(600)
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_be_hidden()


def test_focus_shows_the_card_and_escape_takes_it_away(page: Page) -> None:
    link, card = page.locator(".mention").first, page.get_by_role("tooltip")
    link.evaluate("link => link.previousElementSibling")
    page.keyboard.press("Tab")
    link.focus()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None
    assert link.evaluate("link => link === document.activeElement")


def test_the_card_stays_on_the_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 480})
    for number in range(0, page.locator(".mention").count(), 7):
        page.locator(".mention").nth(number).hover()
        expect(page.get_by_role("tooltip")).to_be_visible()
        box = page.get_by_role("tooltip").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        page.keyboard.press("Escape")


def test_where_the_page_behind_cannot_be_had_nothing_shows(page: Page) -> None:
    page.route("**/ja/**", lambda route: route.abort())
    page.locator(".mention").first.hover()
    page.wait_for_timeout(600)
    expect(page.locator("#term-card")).to_be_hidden()
