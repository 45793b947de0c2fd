from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import Tag
from career_graph.checks import IMAGES
from career_graph.languages import LANGUAGES, Addresses
from career_graph.model import Kind
from career_graph.outputs import build_files
from career_graph.pages import Page, build_pages, indexes
from career_graph.pages import guidebook as guidebook_module
from career_graph.pages.context import Context
from career_graph.pages.values import Cited, SourceRow
from career_graph.pages.views import HomeView, PathView
from career_graph.pathways import is_reasonable
from career_graph.theme import Theme
from editing import replace
from small_sites import ADDRESS, ROOT, SITES, guidebook, parsed

ADDRESSES = Addresses(ADDRESS)
THEME = Theme(ROOT / "theme")
BOTH = pytest.mark.parametrize("name", ["bilingual", "minimal"])
"""A site in two languages with an untranslated, a stale and a draft page; a site in Japanese alone."""


@cache
def pages_of(name: str) -> tuple[Page, ...]:
    return tuple(build_pages(guidebook(SITES / name / "content")))


@cache
def rendered(name: str) -> dict[str, Tag]:
    return {page.url: parsed(THEME.render(page)) for page in pages_of(name)}


def main_of(name: str, url: str) -> Tag:
    (main,) = rendered(name)[url].select("main#main")
    return main


def page_at(name: str, path: str) -> Page:
    (found,) = (page for page in pages_of(name) if page.url == ADDRESSES.file(path))
    return found


def parts(value: Any) -> Iterator[Any]:
    yield value
    inside = value if isinstance(value, tuple) else vars(value).values() if dataclasses.is_dataclass(value) else ()
    for item in inside:
        yield from parts(item)


# ---------------------------------------------------------------- values


@BOTH
def test_view_models_are_plain_frozen_values(name: str) -> None:
    for page in pages_of(name):
        for value in parts(page):
            is_frozen = dataclasses.is_dataclass(value) and type(value).__dataclass_params__.frozen  # type: ignore[attr-defined]
            assert is_frozen or type(value) in (str, int, bool, tuple, type(None)), (page.url, value)
        assert isinstance(hash(page), int)


@BOTH
def test_equal_content_gives_equal_pages(name: str) -> None:
    assert tuple(build_pages(guidebook(SITES / name / "content"))) == pages_of(name)


@BOTH
def test_cited_values_and_sources_bear_the_same_numbers(name: str) -> None:
    for page in pages_of(name):
        rows = {row.key: row.number for row in parts(page) if isinstance(row, SourceRow)}
        cited = [value for value in parts(page) if isinstance(value, Cited)]
        assert list(rows.values()) == [number for number, _ in zip(count(1), rows, strict=False)]
        assert [value.source_number for value in cited] == [rows.get(value.source_key) for value in cited]


# ---------------------------------------------------------------- addresses


@BOTH
def test_no_two_pages_have_the_same_address(name: str) -> None:
    pages = pages_of(name)
    assert len({page.url for page in pages}) == len({page.save_as for page in pages}) == len(pages)


@BOTH
def test_every_address_on_a_page_is_that_of_a_page_or_a_file(name: str) -> None:
    images = [file.relative_to(SITES / name / "content").as_posix() for file in (SITES / name / "content" / IMAGES).rglob("*")]
    files = {
        ADDRESSES.file(path)
        for path in (*(asset.path for asset in (*THEME.assets, *build_files(guidebook(SITES / name / "content")))), *images)
    }
    anchors = {url: {tag["id"] for tag in page.select("[id]")} for url, page in rendered(name).items()}
    for url, page in rendered(name).items():
        for address in addresses_on(page):
            where = urlsplit(address)
            if where.netloc:
                continue
            assert where.path in files or where.path in anchors or not where.path, (url, address)
            assert not where.fragment or unquote(where.fragment) in anchors[where.path or url], (url, address)


@BOTH
def test_every_page_can_be_reached_from_the_page_at_the_root(name: str) -> None:
    pages = rendered(name)
    waiting, reached = [ADDRESSES.file("")], set()
    while waiting:
        url = waiting.pop()
        if url in pages and url not in reached:
            reached.add(url)
            waiting += [address.split("#")[0] for address in addresses_on(pages[url])]
    assert reached == pages.keys() - {ADDRESSES.file("404.html")}


def addresses_on(page: Tag) -> list[str]:
    """Every address on a page; those of the site itself without its host."""
    marks = ("href", "src", "action", "data-search")
    found = [str(tag[mark]) for mark in marks for tag in page.select(f"[{mark}]")]
    host = ADDRESS.removesuffix(ADDRESSES.base)
    return [address.removeprefix(host) if address.startswith(ADDRESS) else address for address in found]


# ---------------------------------------------------------------- languages


@BOTH
def test_alternates_are_reciprocal_and_name_the_page_itself_and_the_chooser(name: str) -> None:
    by_address = {ADDRESSES.absolute(page.url): page for page in pages_of(name)}
    translated = [page for page in pages_of(name) if page.alternates]
    assert translated
    for page in translated:
        alternates = dict(page.alternates)
        assert ADDRESSES.absolute(page.url) == page.canonical in alternates.values()
        assert alternates.pop("x-default") == ADDRESS + "/"
        for lang, address in alternates.items():
            assert by_address[address].lang == lang
            assert by_address[address].alternates == page.alternates


@BOTH
def test_the_switch_leads_to_the_same_page_in_the_other_language(name: str) -> None:
    by_url = {page.url: page for page in pages_of(name)}
    for page in pages_of(name):
        if page.switch:
            other = by_url[page.switch.url]
            assert {page.lang, other.lang} == set(LANGUAGES)
            assert page.switch.lang == other.lang
            assert (other.kind, other.id, other.switch and other.switch.url) == (page.kind, page.id, page.url)
    assert [page.kind for page in pages_of(name) if not page.switch] == ["chooser", "not-found"]


def test_an_untranslated_page_points_to_its_original_and_says_so() -> None:
    original, fallback = (page_at("bilingual", f"{lang}/skills/filing/") for lang in ("ja", "en"))
    assert fallback.canonical == original.canonical == ADDRESSES.absolute(original.url)
    assert fallback.alternates == ()
    assert dict(original.alternates).keys() == {"ja", "x-default"}
    assert (fallback.notices, original.notices) == (("untranslated",), ())
    assert (fallback.title, fallback.description) == (original.title, original.description)
    assert fallback.source_path == original.source_path == "content/ja/skills/filing.md"


@BOTH
def test_the_main_part_of_an_untranslated_page_is_in_the_original_language(name: str) -> None:
    fallbacks = [page for page in pages_of(name) if "untranslated" in page.notices]
    assert fallbacks
    for page in fallbacks:
        main, original = main_of(name, page.url), main_of(name, page.url.replace("/en/", "/ja/"))
        assert (page.lang, main["lang"]) == ("en", "ja")
        assert main.decode_contents().replace(f"{ADDRESSES.base}/en/", f"{ADDRESSES.base}/ja/") == original.decode_contents(), page.url


def test_links_to_untranslated_pages_are_marked_with_their_language() -> None:
    index = rendered("bilingual")[ADDRESSES.page("en", "skills")]
    langs = {link["href"]: link.get("lang") for link in index.select("main a")}
    assert langs[ADDRESSES.page("en", "skills", "filing")] == "ja"
    assert langs[ADDRESSES.page("en", "skills", "spreadsheets")] is None


def test_a_stale_translation_says_so_and_stays_in_its_language() -> None:
    original, stale = (page_at("bilingual", f"{lang}/paths/bookkeeper/manager/") for lang in ("ja", "en"))
    assert (original.notices, stale.notices) == ((), ("stale",))
    assert [main.lang for main in stale.mains] == ["en"]
    assert stale.alternates == original.alternates != ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_draft_says_so_and_is_kept_from_search_engines(lang: str) -> None:
    drafts = {page.url for page in pages_of("bilingual") if "draft" in page.notices and page.lang == lang}
    assert drafts == {ADDRESSES.page(lang, "guides", "draft")}
    assert all(page_at("bilingual", f"{lang}/guides/draft/").noindex for lang in LANGUAGES)


# ---------------------------------------------------------------- long lists


def test_a_long_list_is_cut_into_pages_that_lead_to_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "ENTRIES", 2)
    book = guidebook(SITES / "bilingual" / "content")
    for lang in LANGUAGES:
        pages = list(indexes.skills_index_pages(Context(book, lang)))
        views = [page.mains[0].view for page in pages]
        shown = [link.url for view in views for group in view.letters for link in group.links]
        assert sorted(shown) == sorted(ADDRESSES.entity(lang, ref) for ref in book.knowledge.content.records if ref.kind is Kind.SKILL)
        assert pages[0].url == ADDRESSES.page(lang, "skills")
        assert len({page.title for page in pages}) == len(pages) == 3
        for place, view in enumerate(views):
            assert [link.url for link, _ in view.pages] == [other.url for other in pages]
            assert [is_here for _, is_here in view.pages].index(True) == place
            assert view.groups == ()


# ---------------------------------------------------------------- kinds of page


@BOTH
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_entity_has_its_page_in_every_language(name: str, lang: str) -> None:
    records = guidebook(SITES / name / "content").knowledge.content.records
    by_url = {page.url: page for page in pages_of(name)}
    for ref in (ref for ref in records if ref.kind.has_pages):
        page = by_url[ADDRESSES.entity(lang, ref)]
        assert (page.lang, page.kind, page.id) == (lang, ref.kind.value, ref.id)


@BOTH
def test_path_pages_are_the_written_transitions_and_the_reasonable_routes(name: str) -> None:
    book = guidebook(SITES / name / "content")
    graph = book.knowledge.graph
    composed = {
        f"{source}--{target}"
        for source, routes in book.routes.items()
        for target, found in routes.items()
        if not graph.transition(source, target) and is_reasonable(graph, found[0].route)
    }
    for lang in LANGUAGES:
        pages = {page.id: page for page in pages_of(name) if page.lang == lang and isinstance(page.mains[0].view, PathView)}
        assert {id for id, page in pages.items() if page.kind == Kind.TRANSITION} == set(graph.transitions)
        assert {id for id, page in pages.items() if page.kind == "path"} == composed != set()
        assert all(page.noindex == (page.kind == "path") for page in pages.values())


def test_a_path_that_an_editor_introduced_is_for_search_engines_too(copy_site: Callable[[str], Path]) -> None:
    content = copy_site("minimal")
    header = "title: 事務から管理職へ\nsummary: 二つの区間を続けて進む道です。\nreading: じむからかんりしょくへ\nreviewed: 2026-11-22"
    (content / "ja" / "pathways").mkdir()
    file = content / "ja" / "pathways" / "clerk--manager.md"
    file.write_text(f"---\n{header}\nsource: clerk\ntarget: manager\nvia: [bookkeeper]\n---\n\nまず経理へ進みます。\n", "utf-8")
    pages = {page.url: page for page in build_pages(guidebook(content))}
    page = pages[ADDRESSES.page("ja", "paths", "clerk", "manager")]
    assert (page.kind, page.noindex, page.title) == (Kind.PATHWAY, False, "事務から管理職へ")
    (main,) = page.mains
    assert isinstance(main.view, PathView)
    assert main.view.intro == "<p>まず経理へ進みます。</p>"
    assert [leg.target.link.label for leg in main.view.legs][-1] == main.view.target.link.label
    assert main.view.is_composed


def test_composed_paths_are_bounded_a_role_and_the_shortest_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guidebook_module, "COMPOSED_PATHS", 0)
    book = dataclasses.replace(guidebook(SITES / "minimal" / "content"))
    assert not any(book.composed.values())
    assert not book.has_path_page("clerk", "manager")
    assert book.has_path_page("clerk", "bookkeeper")


def test_a_route_that_leads_down_has_no_page(copy_site: Callable[[str], Path]) -> None:
    transitions = copy_site("minimal") / "ja" / "transitions"
    text = (transitions / "clerk--bookkeeper.md").read_text("utf-8")
    text = text.replace("source: clerk", "source: manager").replace("target: bookkeeper", "target: clerk")
    (transitions / "manager--clerk.md").write_text(text, "utf-8")
    pages = list(build_pages(guidebook(transitions.parent.parent)))
    assert {page.id for page in pages if page.kind == "path"} == {"clerk--manager"}
    assert_home_pages_count_what_there_is(pages)


@BOTH
def test_the_home_pages_count_what_there_is(name: str) -> None:
    assert_home_pages_count_what_there_is(pages_of(name))


def assert_home_pages_count_what_there_is(pages: Sequence[Page]) -> None:
    for lang in LANGUAGES:
        kinds = [page.kind for page in pages if page.lang == lang]
        (home,) = (page.mains[0].view for page in pages if page.kind == "home" and page.lang == lang)
        assert isinstance(home, HomeView)
        counts = {kind: number for kind, number, _ in home.counts}
        assert counts["paths"] == kinds.count("transition") + kinds.count("path")
        for kind in ("role", "skill", "certification"):
            assert counts[f"{kind}s"] == kinds.count(kind)


@BOTH
def test_main_bears_the_marks_that_tools_rely_on(name: str) -> None:
    for page in pages_of(name):
        main = main_of(name, page.url)
        marks = tuple(main.get(mark, "") for mark in ("data-kind", "data-id", "data-source"))
        assert marks == (page.kind, page.id, page.source_path)


# ---------------------------------------------------------------- exposure of tasks


@pytest.mark.parametrize(
    ("lang", "mark", "measure"), [("ja", "AIの影響 高", "生成AI"), ("en", "AI exposure: high", "Exposure to generative AI")]
)
def test_a_task_says_how_exposed_it_is_and_the_list_who_says_so(
    copy_site: Callable[[str], Path], lang: str, mark: str, measure: str
) -> None:
    content = copy_site("bilingual")
    replace(content / "ja" / "roles" / "bookkeeper.md", "tasks:\n", "tasks:\n  - {ja: 電話, en: Calls}\n")
    work = page_of(content, f"{lang}/roles/bookkeeper/").select_one("section[aria-labelledby=work]")
    assert work is not None
    assert [[small.text for small in task.select("small")] for task in work.select(".task-list li")] == [[], [mark]]
    (note,) = work.select(".task-list + .note")
    assert measure in note.text
    (source,) = work.select(".note .cite")
    assert "2025" in note.text
    assert source["href"] == "#source-1"


def test_a_list_without_scores_says_nothing_of_them() -> None:
    work = main_of("bilingual", ADDRESSES.page("en", "roles", "clerk")).select_one("section[aria-labelledby=work]")
    assert work is not None
    assert work.select(".task-list small, .note") == []


# ---------------------------------------------------------------- mentions


@pytest.fixture
def linking(copy_site: Callable[[str], Path]) -> Path:
    """A site whose names become links, with two guides that speak of the same role."""
    content = copy_site("bilingual")
    for file, old, new in (
        ("site.yaml", "links_per_section: 0", "links_per_section: 1"),
        ("ja/guides/first-steps.md", "まず[事務]", "管理部門マネージャーも経理に聞きます。まず[事務]"),
        ("ja/guides/draft.md", "status: draft", "status: published"),
    ):
        path = content / file
        assert old in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return content


def page_of(content: Path, path: str) -> Tag:
    book = guidebook(content)
    (page,) = (page for page in build_pages(book) if page.url == ADDRESSES.file(path))
    return parsed(THEME.render(page))


def test_a_name_in_prose_leads_to_its_page(linking: Path) -> None:
    (link,) = page_of(linking, "ja/guides/first-steps/").select('[data-ref="role:bookkeeper"]')
    assert (link.text, link["href"], link["class"]) == ("経理", "/guide/ja/roles/bookkeeper/", ["mention"])


def test_a_page_says_who_speaks_of_it_and_in_which_sentence(linking: Path) -> None:
    (quotation,) = page_of(linking, "ja/roles/manager/").select(".quotation-list li")
    assert quotation.a is not None
    assert (quotation.a["href"], quotation.p.text) == ("/guide/ja/guides/first-steps/", "管理部門マネージャーも経理に聞きます。")  # type: ignore[union-attr]


def test_what_a_page_names_anyhow_is_not_quoted_on_it(linking: Path) -> None:
    quoted = [link["href"] for link in page_of(linking, "ja/skills/spreadsheets/").select(".quotation-list a")]
    assert quoted == ["/guide/ja/guides/first-steps/#tools"]


def test_guides_that_speak_of_the_same_things_lead_to_each_other(linking: Path) -> None:
    draft = linking / "ja" / "guides" / "draft.md"
    (draft.parent / "other.md").write_text(draft.read_text("utf-8") + "\nファイリングの話です。\n", "utf-8")
    draft.write_text(draft.read_text("utf-8") + "\n経理と表計算の話です。\n", "utf-8")
    related = page_of(linking, "ja/guides/first-steps/").select("section[aria-labelledby=page-related] a")
    assert [link["href"] for link in related] == ["/guide/ja/guides/draft/"]
