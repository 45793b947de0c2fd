"""The planner by keyboard alone, its address as its state, and what it says without a script."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from accessibility import violations
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

ANSWERS = ["general-clerk&to=accounting&have=bookkeeping", "sales-clerk&to=", "accounting&to=general-clerk", "accounting&to=accounting"]


def test_a_clerk_with_excel_reaches_a_plan_in_three_clicks(context: BrowserContext, address: str) -> None:
    for lang, work, goal in (("ja", "一般事務", "経理"), ("en", "General office clerk", "Accounting")):
        page = context.new_page()
        page.goto(f"{address}{lang}/")
        page.get_by_role("combobox").first.select_option(label=work)
        page.locator(".route-finder button").click()
        assert urlsplit(page.url).path == f"/{lang}/planner/"
        page.locator("summary", has_text="スキル" if lang == "ja" else "Skills").click()
        expect(page.locator("[name=have][value=spreadsheets]")).to_be_checked()
        page.locator(".planner__open").get_by_role("link", name=goal, exact=True).click()
        route = page.locator(".planner__route").first
        expect(route.locator(".planner__legs > li")).to_have_count(2)
        expect(route.locator(".gap-list .tag").nth(3)).to_be_visible()
        route.locator(".onward").click()
        assert urlsplit(page.url).path == f"/{lang}/paths/general-clerk/accounting/"


def test_the_planner_is_used_by_keyboard_alone(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}ja/planner/?from=general-clerk&to=labor-administration")
    before = hours(page)
    page.locator("#page-to").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.value") != "kyuyo-keisan#2":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert hours(page) == "110〜120時間" != before
    assert parse_qs(urlsplit(page.url).query)["grade"] == ["kyuyo-keisan#2"]
    page.locator("#page-form button").press("Enter")
    expect(page.locator("#page-plan")).to_be_focused()


def hours(page: Page) -> str:
    expect(page.locator("#page-plan")).to_be_visible()
    return page.locator(".planner__route [data-part=hours]").first.inner_text().removeprefix(" · ")


def test_the_address_holds_the_whole_state(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}en/planner/?from=general-clerk&to=accounting&have=bookkeeping&grade=nissho-boki%233")
    expect(page.locator("#page-answer")).to_contain_text("350–500 hours")
    plan = page.locator("#page-answer").inner_text()
    expect(page.locator("[name=have][value=bookkeeping]")).to_be_checked()
    other = context.new_page()
    other.goto(page.url)
    expect(other.locator("#page-answer")).to_have_text(plan, use_inner_text=True)
    page.locator("#page-to").select_option(value="")
    page.locator("#page-form button").click()
    expect(page.locator(".planner__open").first).to_be_visible()
    page.go_back()
    expect(page.locator("#page-answer")).to_have_text(plan, use_inner_text=True)


def test_the_plan_of_a_path_is_that_of_its_page(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}ja/paths/general-clerk/labor-administration/")
    totals = page.locator(".totals dd").all_inner_texts()
    gaps = page.locator(".line-diagram .gap-list__skill").all_inner_texts()
    page.goto(f"{address}ja/planner/?from=general-clerk&to=labor-administration")
    route = page.locator(".planner__route").first
    expect(route).to_be_visible()
    assert route.locator(".gap-list__skill").all_inner_texts() == gaps
    line = route.locator("> p").first.inner_text()
    assert all(value in line for value in (totals[0], totals[3], totals[4]))


def test_an_introduced_path_is_among_the_ways(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}en/planner/?from=sales-clerk&to=human-resources")
    route = page.locator(".planner__route", has=page.locator(".onward"))
    expect(route.locator("h3")).to_have_text("Sales administration clerk → HR clerk → HR")
    route.locator(".onward").click()
    assert urlsplit(page.url).path == "/en/paths/sales-clerk/human-resources/"


def test_what_was_unfolded_stays_so_when_a_skill_is_ticked(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}en/planner/?from=general-clerk&to=human-resources")
    first, second = (page.locator(".planner__route").nth(place).locator("details").first for place in (0, 1))
    expect(first).to_have_attribute("open", "")
    expect(second).not_to_have_attribute("open", "")
    first.locator("summary").click()
    second.locator("summary").click()
    before = page.locator("#page-answer").inner_text()
    page.locator(".planner summary").first.click()
    page.locator("[name=have][value=recruitment]").check()
    assert page.locator("#page-answer").inner_text() != before
    expect(first).not_to_have_attribute("open", "")
    expect(second).to_have_attribute("open", "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", *(f"?from={state}" for state in ANSWERS)])
def test_axe_finds_nothing_in_any_answer(browser: Browser, address: str, scheme: str, query: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}en/planner/{query}")
    if query:
        expect(page.locator("#page-result")).to_be_visible()
    page.locator(".planner summary").first.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


def test_nonsense_in_the_address_is_left_aside(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}ja/planner/?from=nobody&to=nowhere&have=x&grade=y%23z&q=%3Cscript%3E")
    expect(page.locator("#page-plan")).to_be_visible()
    assert faults == []


def test_the_planner_says_when_its_data_cannot_be_had(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.route("**/data/*", lambda route: route.abort())
    page.goto(f"{address}ja/planner/?from=general-clerk")
    page.get_by_role("alert").get_by_role("link").click()
    assert page.url == f"{address}ja/paths/"


def test_without_a_script_the_planner_leads_to_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}ja/planner/?from=general-clerk")
    page.locator("#page-static a").click()
    assert page.url == f"{address}ja/paths/"
    context.close()


def test_nothing_is_sent_or_kept(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}ja/planner/")
    page.locator("#page-from").select_option(value="sales-clerk")
    page.locator("#page-form button").click()
    assert {url.removeprefix(address).split("/")[0] for url in asked} == {"ja", "assets", "data"}
    assert sum("/data/" in url for url in asked) == 1
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
