"""One reader's way: home, role, path, certification, the other language; each step held against axe."""

from __future__ import annotations

import pytest
from accessibility import violations
from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.browser


def test_a_reader_goes_from_home_to_a_path_to_a_certification_and_to_english(context: BrowserContext, address: str) -> None:
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    page = context.new_page()
    page.goto(f"{address}ja/")
    assert violations(page) == []

    page.locator("main[data-kind=home] section[aria-labelledby=page-lines] a", has_text="一般事務").click()
    assert page.locator("main").get_attribute("data-id") == "general-clerk"
    assert violations(page) == []

    page.get_by_role("link", name="一般事務から経理事務へ").first.click()
    assert page.locator("main").get_attribute("data-id") == "general-clerk--accounting-clerk"
    assert page.locator(".line-diagram > li").count() == 2
    assert violations(page) == []

    page.locator(".ticket a").first.click()
    assert page.locator("main").get_attribute("data-id") == "nissho-boki"
    assert page.url.endswith("#3")
    assert page.locator("[id='3']").bounding_box() is not None
    assert violations(page) == []

    page.locator(".site-header__switch").click()
    assert page.url == f"{address}en/certifications/nissho-boki/"
    assert page.locator("html").get_attribute("lang") == "en"
    assert violations(page) == []

    assert {url for url in requests if not url.startswith(address)} == set()
    assert context.cookies() == []
