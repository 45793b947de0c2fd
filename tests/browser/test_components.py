"""Every example of every component alone on a page: accessible in both schemes, no sideways scrolling on a small phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from accessibility import violations
from career_graph.gallery import Example, load_examples
from career_graph.theme import Theme
from playwright.sync_api import Browser, Page
from real_site import ROOT, RealSite

pytestmark = pytest.mark.browser

THEME = Theme(ROOT / "theme")
EXAMPLES = load_examples(THEME.folder)
INVISIBLE = """async () => (await axe.run({runOnly: ["color-contrast"]})).incomplete.flatMap(rule => rule.nodes)
.filter(node => node.any.some(check => check.data?.messageKey === "equalRatio")).map(node => `invisible: ${node.html}`)"""
"""Text in the colour of its ground, which axe only holds for doubtful."""

EACH_COMPONENT = pytest.mark.parametrize("component", sorted({example.component for example in EXAMPLES}))


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A page as wide as the smallest phones."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def stylesheet(real_site: RealSite) -> str:
    """The one stylesheet of the finished guide."""
    (file,) = (real_site.output / "assets").glob("*.css")
    return file.read_text("utf-8")


def alone(example: Example, stylesheet: str) -> str:
    """A page with nothing but the example, below the headings that come before it on a real one."""
    html = THEME.render_component(example.component, example.macro, example.lang, example.arguments)
    if html.startswith("<li"):
        html = f'<ul class="path-cards">{html}</ul>'
    above = range(1, int(example.arguments.get("heading", "h3")[1]))
    headings = "".join(f"<h{level}>{example.component}</h{level}>" for level in above)
    return f"""<!doctype html>
<html lang="{example.lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{example.name}</title>
<meta name="color-scheme" content="light dark"><style>{stylesheet}</style></head>
<body><main class="wrap">{headings}{html}</main></body>
</html>"""


@EACH_COMPONENT
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(phone: Page, stylesheet: str, component: str, scheme: str) -> None:
    phone.emulate_media(color_scheme=scheme)
    found = {}
    for example in EXAMPLES:
        if example.component == component:
            phone.set_content(alone(example, stylesheet))
            if problems := violations(phone) + phone.evaluate(INVISIBLE):
                found[example.name] = problems
    assert found == {}


@EACH_COMPONENT
def test_no_example_scrolls_sideways(phone: Page, stylesheet: str, component: str) -> None:
    wide = {}
    for example in EXAMPLES:
        if example.component == component:
            phone.set_content(alone(example, stylesheet))
            if (width := phone.evaluate("document.documentElement.scrollWidth")) > 320:
                wide[example.name] = width
    assert wide == {}
