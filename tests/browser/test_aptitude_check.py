"""The aptitude check in a browser: the same figures as in Python, by keyboard alone, in both schemes, and without scripts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

import pytest
from accessibility import violations
from career_graph.aptitude import Fit, Shape, domains_of, ranked_fits, shapes
from career_graph.model import Domain
from career_graph.profiles import role_profiles
from playwright.sync_api import Browser, BrowserContext, Page, expect
from real_site import RealSite

pytestmark = pytest.mark.browser

CASES = 2000
PRECISE = "match-slips=2&same-day=2&one-field=2&new-law=2&third-time=-2&low-spirits=-2&paperwork-solved=-1&beyond-profit=-1"
HANDY = "paper-jam=2&moving-desks=2&paperwork-solved=2&beyond-profit=2&one-field=-2&new-law=-2&talk-round=-1&set-targets=-1"
LEADING = "talk-round=2&set-targets=2&newsletter=-2&no-format=-2&raise-for-duty=2&pay-cut=1&one-field=-1"
RANK = """async ([module, shapes, elements, questions, cases]) => {
    const { rankedFits } = await import(module);
    const map = (object) => new Map(Object.entries(object));
    return cases.map((answers) => rankedFits(shapes.map(map), map(elements), map(questions), map(answers)));
}"""


@dataclass(frozen=True)
class Check:
    """The guide's own aptitude check, as Python knows it."""

    shapes: dict[tuple[str, ...], Shape]
    elements: dict[str, Domain]
    questions: dict[str, str]
    words: dict[str, str]
    """Element → its Japanese words."""

    def fits(self, fragment: str) -> list[Fit]:
        """What a fragment's answers should show: the best three of those that fit at all."""
        answers = {name: int(value) for name, value in parse_qsl(fragment) if name in self.questions}
        return [fit for fit in ranked_fits(self.shapes, self.elements, self.questions, answers) if fit.score > 0][:3]


@pytest.fixture(scope="module")
def check(real_site: RealSite) -> Check:
    knowledge, _ = real_site.build.gather()
    assert knowledge is not None
    ratings, aptitude, lines = knowledge.content.ratings, knowledge.content.aptitude, knowledge.content.site.lines
    assert ratings is not None
    assert aptitude is not None
    elements = {element: domains_of(ratings)[element] for element in aptitude.elements}
    profiles = role_profiles((role for line in lines for role in knowledge.graph.lines.get(line, ())), ratings)
    questions = {question.id: question.element for question in aptitude.questions}
    return Check(shapes(profiles, elements), elements, questions, {element: text.ja for element, text in aptitude.elements.items()})


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page whose script must run without an error."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


def shown_roles(page: Page) -> list[tuple[str, ...]]:
    """Ids of the roles on each card of the result."""
    cards = page.locator(".fit-result").all()
    return [tuple(role.get_attribute("data-role") or "" for role in card.locator("[data-role]").all()) for card in cards]


def answer_cases(questions: dict[str, str], source: random.Random) -> list[dict[str, int]]:
    """Random answers to some, few or all questions."""
    cases: list[dict[str, int]] = [{}, dict.fromkeys(questions, 2)]
    while len(cases) < CASES:
        asked = source.sample(list(questions), source.randint(1, len(questions)))
        cases.append({question: source.randint(-2, 2) for question in asked})
    return cases


def test_the_browser_gives_the_same_figures_as_python(page: Page, address: str, check: Check) -> None:
    source = random.Random(20261122)
    invented: list[Shape] = [{element: source.randrange(-200, 201, 25) for element in check.elements} for _ in range(6)]
    rows, cases = [*check.shapes.values(), *invented], answer_cases(check.questions, source)
    page.goto(f"{address}ja/aptitude/")
    script = page.locator("script[type=module]").get_attribute("src")
    assert script is not None
    found = page.evaluate(RANK, [script.replace("aptitude.js", "fit.js"), rows, check.elements, check.questions, cases])
    by_place = {(str(place),): row for place, row in enumerate(rows)}
    expected = [
        [
            {"place": int(fit.roles[0]), "score": fit.score, "reasons": [[element, agreement.value] for element, agreement in fit.reasons]}
            for fit in ranked_fits(by_place, check.elements, check.questions, answers)
        ]
        for answers in cases
    ]
    assert len(found) == CASES > 1000
    assert found == expected
    assert {fits[0]["place"] for fits in found} == set(range(len(rows)))


def test_a_reader_answers_and_reads_the_result_by_keyboard_alone(page: Page, address: str, check: Check) -> None:
    page.goto(f"{address}ja/aptitude/")
    page.locator("main").focus()
    for _ in range(2):
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowLeft")
    assert [field.get_attribute("value") for field in page.locator("input:checked").all()] == ["2", "2"]
    page.keyboard.press("ArrowRight")
    assert page.locator("input:checked").nth(1).get_attribute("value") == "-2"
    while page.evaluate("document.activeElement.tagName") != "BUTTON":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-result]")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "page-result"
    fits = check.fits(page.url.split("#")[1])
    assert shown_roles(page) == [fit.roles for fit in fits] != []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-role]').dataset.role") == fits[0].roles[0]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_beside_a_result_or_a_message(page: Page, address: str, scheme: str, lang: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}{lang}/aptitude/#{PRECISE}&from=general-clerk")
    expect(page.locator("[data-note]:not(:empty)").first).to_be_visible()
    assert violations(page) == []
    page.goto(f"{address}{lang}/")
    page.goto(f"{address}{lang}/aptitude/#match-slips=1")
    expect(page.get_by_role("status")).not_to_be_empty()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_result_does_not_scroll_sideways(page: Page, address: str, lang: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{lang}/aptitude/#{PRECISE}&from=general-clerk")
    expect(page.locator("[data-note]:not(:empty)").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("answers", [PRECISE, HANDY, LEADING])
def test_the_result_says_why(page: Page, address: str, check: Check, answers: str) -> None:
    page.goto(f"{address}ja/aptitude/#{answers}")
    fits = check.fits(answers)
    assert shown_roles(page) == [fit.roles for fit in fits] != []
    for card, fit in zip(page.locator(".fit-result").all(), fits, strict=True):
        shown = {
            (group.get_attribute("data-agreement"), reason)
            for group in card.locator("[data-agreement]:visible").all()
            for reason in group.locator("dd").all_inner_texts()
        }
        assert shown == {(agreement.value, check.words[element]) for element, agreement in fit.reasons} != set()
        assert card.locator("[data-agreement]:visible").count() == len({agreement for _, agreement in fit.reasons})
    assert page.locator("[data-count]").inner_text().startswith(f"20問のうち{answers.count('=')}問の答え")


def test_different_people_are_shown_different_roles(check: Check) -> None:
    assert len({check.fits(answers)[0].roles for answers in (PRECISE, HANDY, LEADING)}) == 3


def test_each_role_leads_to_its_page_and_to_the_paths_there(page: Page, address: str) -> None:
    page.goto(f"{address}en/aptitude/#{PRECISE}")
    for role, links in [(role.get_attribute("data-role"), role.locator("a:visible")) for role in page.locator("[data-role]").all()]:
        page_of_role = f"/en/roles/{role}/"
        assert [link.get_attribute("href") for link in links.all()] in ([page_of_role], [page_of_role, f"{page_of_role}#page-paths-in"])


def test_from_the_reader_s_role_the_shortest_path_to_each_is_named(page: Page, address: str, check: Check) -> None:
    page.goto(f"{address}ja/aptitude/#{PRECISE}&from=general-clerk")
    expect(page.locator("[data-note]:not(:empty)").first).to_be_visible()
    led = page.locator("[data-role]:has([data-note]:not(:empty))").all()
    for role in led:
        assert role.locator("[data-path]").get_attribute("href") == f"/ja/paths/general-clerk/{role.get_attribute('data-role')}/"
        assert "一般事務から" in role.locator("[data-path]").inner_text()
        assert "か月" in role.locator("[data-note]").inner_text()


def test_the_reader_s_own_role_is_marked(page: Page, address: str, check: Check) -> None:
    own = check.fits(PRECISE)[0].roles[0]
    page.goto(f"{address}ja/aptitude/#{PRECISE}&from={own}")
    here = page.locator(f"[data-role={own}]")
    expect(here.locator("[data-here]")).to_be_visible()
    expect(here.locator("[data-path]")).to_be_hidden()
    assert page.locator("[data-here]:visible").count() == 1


def test_without_the_list_of_paths_the_links_stay_as_they_are(page: Page, address: str) -> None:
    page.goto(f"{address}ja/aptitude/#{PRECISE}")
    links = [link.get_attribute("href") for link in page.locator("[data-path]").all()]
    page.route("**/paths/**", lambda route: route.abort())
    page.locator("select").select_option("general-clerk")
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="結果を見る").click()
    assert [link.get_attribute("href") for link in page.locator("[data-path]").all()] == links


def test_the_back_button_leads_through_the_results_to_the_empty_form(page: Page, address: str, check: Check) -> None:
    page.goto(f"{address}ja/aptitude/")
    for answers in (PRECISE, HANDY):
        for name, value in parse_qsl(answers):
            page.locator(f"input[name={name}][value='{value}']").check()
        page.get_by_role("button", name="結果を見る").click()
    both, second = shown_roles(page), page.url
    page.go_back()
    assert shown_roles(page) == [fit.roles for fit in check.fits(PRECISE)] != both
    assert page.locator("input[name=paper-jam]:checked").count() == 0
    page.go_forward()
    assert (shown_roles(page), page.url) == (both, second)
    page.go_back()
    page.go_back()
    expect(page.locator("[data-result]")).to_be_hidden()
    assert page.locator("input:checked").count() == 0


def test_a_link_within_the_page_leaves_the_result_alone(page: Page, address: str) -> None:
    page.goto(f"{address}ja/aptitude/#{PRECISE}")
    page.locator("a[href^='#source-']").click()
    assert page.url.endswith("#source-1")
    expect(page.locator("[data-result]")).to_be_visible()


@pytest.mark.parametrize("answers", ["", "match-slips=2&third-time=2&own-steps=2", "match-slips=9&nobody=2&from=nobody"])
def test_answers_that_tell_nothing_get_a_message(page: Page, address: str, answers: str) -> None:
    page.goto(f"{address}ja/aptitude/#{answers}")
    page.get_by_role("button", name="結果を見る").click()
    expect(page.get_by_role("status")).to_contain_text("まだ職種を選び出せるほどの差がありません。")
    expect(page.locator("[data-result]")).to_be_hidden()


def test_answers_are_neither_sent_nor_stored(page: Page, context: BrowserContext, address: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url + (request.post_data or "")))
    page.goto(f"{address}ja/aptitude/#{PRECISE}")
    page.get_by_role("button", name="結果を見る").click()
    page.reload()
    assert [url for url in requests if not url.startswith(address) or "match-slips" in url.split("#")[0]] == []
    assert context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_without_scripts_there_is_a_table_instead_of_the_form(browser: Browser, address: str, check: Check) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}ja/aptitude/")
    assert page.locator("form.aptitude").is_hidden()
    assert page.locator("noscript p").is_visible()
    assert page.locator("tbody tr").count() == len(check.elements)
    assert page.locator("tbody tr").first.locator("a").count() > 2
    context.close()
