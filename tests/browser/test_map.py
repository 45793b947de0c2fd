"""The career map in a browser: the path a reader came from, the moves of a station, zoom; by keyboard, and without a script."""

from __future__ import annotations

import pytest
from accessibility import violations
from playwright.sync_api import Browser, BrowserContext, expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_path_page_leads_to_the_map_with_its_path_marked(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}en/paths/general-clerk/accounting/")
    page.get_by_role("link", name="See this path on the map").press("Enter")
    marked = page.locator(".career-map a[aria-current]")
    expect(marked).to_have_count(3)
    assert marked.evaluate_all("links => links.map(link => link.dataset.role)") == ["general-clerk", "accounting-clerk", "accounting"]
    assert page.locator(".career-map__travel").count() == 2
    assert violations(page) == []
    page.locator(".notice a").press("Enter")
    assert page.url == f"{address}en/paths/general-clerk/accounting/"
    context.close()


def test_a_station_shows_its_moves_while_it_has_the_focus(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}ja/map/")
    expect(page.locator(".career-map__zoom")).to_be_visible()
    station = page.locator("a[data-role=general-clerk]")
    moves = station.get_attribute("data-moves")
    assert moves
    station.focus()
    expect(page.locator(".career-map__move")).to_have_count(len(moves.split()))
    page.keyboard.press("Tab")
    page.locator(".site-header__name").focus()
    expect(page.locator(".career-map__move")).to_have_count(0)


def test_the_map_grows_and_shrinks_by_keyboard(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}en/map/")
    width = "document.querySelector('.career-map svg').width.baseVal.value"
    expect(page.locator(".career-map__zoom")).to_be_visible()
    natural = page.evaluate(width)
    page.get_by_role("button", name="Larger").press("Enter")
    assert page.evaluate(width) == pytest.approx(1.4 * natural)
    for _ in range(9):
        page.get_by_role("button", name="Smaller").press("Enter")
    assert page.evaluate(width) == pytest.approx(0.5 * natural)


def test_nonsense_in_the_address_marks_nothing(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}ja/map/?path=nobody--general-clerk")
    expect(page.locator(".career-map__zoom")).to_be_visible()
    assert page.locator(".career-map [aria-current]").count() == 0
    assert faults == []


def test_without_a_script_the_map_is_whole(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}ja/map/?path=general-clerk--accounting-clerk")
    assert page.locator(".career-map__zoom").count() == 0
    page.locator("a[data-role=accounting]").click()
    assert page.url == f"{address}ja/roles/accounting/"
    context.close()
