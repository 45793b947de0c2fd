"""Two roles side by side: the pages, their tables, the index, and what role pages say of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path

import pytest
from career_graph.comparisons import NEAREST
from career_graph.languages import LANGUAGES, Addresses
from career_graph.model import Domain
from career_graph.pages import Guidebook, Page, build_pages
from career_graph.pages.compared import ROWS, blank_tables, compared_tables, remarks
from career_graph.pages.context import Context
from career_graph.pages.entities import COMPARISONS_SHOWN
from career_graph.pages.values import ComparedTable, Remark
from career_graph.pages.views import CompareView, ComparisonView, RoleView
from career_graph.theme import Theme
from editing import replace
from small_sites import ADDRESS, ROOT, SITES, add_job_tag_code, guidebook, parsed

THEME = Theme(ROOT / "theme")
BILINGUAL = SITES / "bilingual" / "content"
EACH_LANGUAGE = pytest.mark.parametrize("lang", LANGUAGES)

CODES = {"clerk": "428", "bookkeeper": "430", "manager": "536"}
RATINGS = {"428": {"reading": 1.04, "writing": 3.0}, "430": {"reading": 2.5, "writing": 2.5}, "536": {"reading": 4.0, "writing": 2.0}}


@pytest.fixture
def rated(copy_site: Callable[[str], Path]) -> Path:
    """The small site with official ratings of all its roles."""
    content = copy_site("bilingual")
    labels = {domain: {name: {"ja": f"{name}（和）", "en": f"{name}, {domain}"} for name in ("reading", "writing")} for domain in Domain}
    occupations = {code: {"title": f"職業{code}", **dict.fromkeys(Domain, scores)} for code, scores in RATINGS.items()}
    members = {"source": "handbook", "attribution": {"ja": "加工して作成", "en": "Adapted"}, "labels": labels, "occupations": occupations}
    (content / "job_tag.json").write_text(json.dumps(members), "utf-8")
    for role, code in CODES.items():
        add_job_tag_code(content, role, code)
    return content


def comparisons(book: Guidebook) -> Iterator[tuple[Page, ComparisonView]]:
    for page in build_pages(book):
        if isinstance(view := page.mains[0].view, ComparisonView):
            yield page, view


def tables_of(content: Path, lang: str, one: str, other: str) -> dict[str, ComparedTable]:
    context = Context(guidebook(content), lang)
    roles = context.graph.roles
    return {table.key: table for table in compared_tables(context, context.citations(), roles[one], roles[other])}


def said(cell: tuple[Remark, ...]) -> list[str]:
    return [" ".join(filter(None, [remark.link.label, remark.note])) for remark in cell]


def rows_of(table: ComparedTable) -> dict[str, list[list[str]]]:
    return {row.heading.label or row.key: [said(cell) for cell in row.cells] for row in table.rows}


# ---------------------------------------------------------------- pages


def test_two_roles_share_one_page_and_nothing_leads_to_the_other_order(rated: Path) -> None:
    book = guidebook(rated)
    pages = {page.url: page for page, _ in comparisons(book)}
    wanted = [("bookkeeper", "clerk"), ("bookkeeper", "manager"), ("clerk", "manager")]
    assert pages.keys() == {book.addresses.page(lang, "compare", *pair) for lang in LANGUAGES for pair in wanted}
    assert len(pages) <= len(LANGUAGES) * (len(book.knowledge.graph.transitions) + NEAREST * len(book.knowledge.graph.roles))
    links = {a["href"] for page in build_pages(book) for a in parsed(THEME.render(page)).select("a[href*='/compare/']")}
    assert {link for link in links if link.count("/") > 4} == pages.keys()


def test_without_ratings_only_written_transitions_are_compared() -> None:
    assert {page.id for page, _ in comparisons(guidebook(BILINGUAL))} == {"bookkeeper--clerk", "bookkeeper--manager"}


def test_a_comparison_can_be_found_and_says_where_it_stands() -> None:
    pages = {page.lang: page for page, _ in comparisons(guidebook(BILINGUAL)) if page.id == "bookkeeper--clerk"}
    assert {lang: page.title for lang, page in pages.items()} == {"ja": "経理と事務のちがい", "en": "Bookkeeper and clerk compared"}
    assert not any(page.noindex for page in pages.values())
    assert all(page.title.split("の")[0].split(" compared")[0] in page.description for page in pages.values())
    assert [link.url for link in pages["en"].breadcrumb] == ["/guide/en/", "/guide/en/roles/", "/guide/en/compare/"]


def test_each_way_has_its_nearness_and_its_path_or_none() -> None:
    view = next(view for page, view in comparisons(guidebook(BILINGUAL)) if page.id == "bookkeeper--clerk" and page.lang == "en")
    back, out = view.ways
    assert (back.title, back.path, back.all_paths.url) == ("From bookkeeper to clerk", None, "/guide/en/paths/bookkeeper/")
    assert out.path
    assert out.path.url == "/guide/en/paths/clerk/bookkeeper/"
    assert (back.band, out.band) == (5, 1)


# ---------------------------------------------------------------- tables


def test_a_table_holds_what_is_said_of_each() -> None:
    tables = tables_of(BILINGUAL, "en", "bookkeeper", "clerk")
    assert list(tables) == ["overview", "shared", "needs", "figures"]
    assert rows_of(tables["overview"]) == {
        "summary": [["Records the money that comes in and goes out."], ["Handles papers and the telephone."]],
        "station": [["Accounting & finance A01"], ["General office O01"]],
        "responsibility": [["Handles, leads a subject"], ["Assists, handles"]],
        "tasks": [["Entering journal entries"], ["Filing papers"]],
    }
    assert rows_of(tables["shared"]) == {"Spreadsheets": [["works alone"], ["can help"]]}
    assert rows_of(tables["needs"]) == {
        "own": [["Bookkeeping works alone"], []],
        "certifications": [["Bookkeeping Test Grade 2 Often requested"], []],
    }
    assert rows_of(tables["figures"]) == {"annual-wage": [["¥5.09 million Accounting clerks, Japan"], []]}
    (figure,) = tables["figures"].rows[0].cells[0]
    assert figure.cited
    assert (figure.cited.as_of, figure.cited.source_key) == ("April 2026", "survey")


def test_nothing_shared_is_said_in_words() -> None:
    shared = tables_of(BILINGUAL, "ja", "clerk", "manager")["shared"]
    assert (shared.rows, shared.note) == ((), "no-shared-skill")


def test_company_sizes_stand_side_by_side(rated: Path) -> None:
    sizes = "by_company_size:\n" + "".join(f"  {size}: {{ja: 兼ねる, en: {size}}}\n" for size in ("upto_10", "from_50_to_100", "over_100"))
    replace(rated / "ja" / "roles" / "manager.md", "essential_skills:", f"{sizes}essential_skills:")
    table = tables_of(rated, "en", "clerk", "manager")["sizes"]
    assert rows_of(table) == {"upto-10": [[], ["upto_10"]], "from-50-to-100": [[], ["from_50_to_100"]], "over-100": [[], ["over_100"]]}


def test_ratings_that_differ_stand_largest_first_with_their_source(rated: Path) -> None:
    table = tables_of(rated, "en", "bookkeeper", "clerk")["ratings"]
    assert rows_of(table) == {
        "reading, skills": [["2.5"], ["1.0"]],
        "writing, skills": [["2.5"], ["3.0"]],
        "reading, knowledge": [["2.5"], ["1.0"]],
        "writing, knowledge": [["2.5"], ["3.0"]],
    }
    assert table.credit
    assert (table.credit.label, table.credit.url) == ("Adapted", "#source-2")
    view = next(view for page, view in comparisons(guidebook(rated)) if page.id == "bookkeeper--clerk")
    assert [source.key for source in view.sources.rows] == ["survey", "handbook"]


def test_roles_that_are_one_occupation_are_said_to_be_so(rated: Path) -> None:
    replace(rated / "ja" / "roles" / "bookkeeper.md", "code: 430", "code: 428")
    table = tables_of(rated, "en", "bookkeeper", "clerk")["ratings"]
    assert (table.rows, table.note, table.credit) == ((), "one-occupation", None)


def test_a_role_without_ratings_is_not_compared_by_them(rated: Path) -> None:
    replace(rated / "ja" / "roles" / "bookkeeper.md", "scheme: job-tag", "scheme: mhlw")
    assert tables_of(rated, "en", "bookkeeper", "clerk")["ratings"].note == "not-rated"


def test_equal_ratings_of_two_occupations_are_left_out(rated: Path) -> None:
    replace(rated / "job_tag.json", "2.5", "4.0")
    replace(rated / "job_tag.json", "2.0", "4.0")
    assert "ratings" not in tables_of(rated, "en", "bookkeeper", "manager")


@EACH_LANGUAGE
def test_comparing_is_symmetric_up_to_the_order_of_columns(rated: Path, lang: str) -> None:
    for one, other in permutations(CODES, 2):
        tables, mirrored = tables_of(rated, lang, one, other), tables_of(rated, lang, other, one)
        assert list(tables) == list(mirrored)
        for key, table in tables.items():
            assert (table.note, table.credit) == (mirrored[key].note, mirrored[key].credit)
            assert rows_of(table) == {row: cells[::-1] for row, cells in rows_of(mirrored[key]).items()}


def test_what_is_said_of_a_role_has_a_row(rated: Path) -> None:
    context = Context(guidebook(rated), "ja")
    named = {row for rows in ROWS.values() for row in rows}
    for role in context.graph.roles.values():
        assert remarks(context, context.citations(), role).keys() <= named


# ---------------------------------------------------------------- the index and the roles


@EACH_LANGUAGE
def test_the_index_offers_every_role_twice_and_lists_every_comparison(rated: Path, lang: str) -> None:
    book = guidebook(rated)
    page = next(page for page in build_pages(book) if page.kind == "compare" and page.lang == lang)
    html = parsed(THEME.render(page))
    for select in html.select("select"):
        assert [option["value"] for option in select.select("option")] == ["", "clerk", "bookkeeper", "manager"]
    assert [select["name"] for select in html.select("select")] == ["a", "b"]
    listed = [a["href"] for a in html.select("section a")]
    pages = {page.url for page, _ in comparisons(book) if page.lang == lang}
    assert set(listed) == pages
    assert len(listed) == 2 * len(pages)


def test_the_shapes_for_the_script_hold_every_table_and_row_of_a_page(rated: Path) -> None:
    context = Context(guidebook(rated), "en")
    shapes = {(table.key, table.note): {row.key for row in table.rows} for table in blank_tables(context)}
    for page, view in comparisons(guidebook(rated)):
        for table in view.tables:
            assert {row.key for row in table.rows} <= shapes[table.key, table.note], page.url


def test_the_index_names_its_data(rated: Path) -> None:
    view = next(page.mains[0].view for page in build_pages(guidebook(rated)) if page.kind == "compare" and page.lang == "en")
    assert isinstance(view, CompareView)
    assert view.data == f"{Addresses(ADDRESS).base}/data/compare-en.json"


@EACH_LANGUAGE
def test_a_role_page_shows_in_what_its_ratings_stand_out(rated: Path, lang: str) -> None:
    page = next(page for page in build_pages(guidebook(rated)) if page.kind == "role" and page.id == "manager" and page.lang == lang)
    view = page.mains[0].view
    assert isinstance(view, RoleView)
    assert view.profile
    assert view.profile.occupations == "職業536"
    assert view.profile.mean_of == len(RATINGS)
    assert [(domain, len(names)) for domain, names in view.profile.elements] == [("skills", 1), ("knowledge", 1)]
    assert "handbook" in [source.key for source in view.sources.rows]
    section = parsed(THEME.render(page)).select_one("section[aria-labelledby=page-profile]")
    assert section
    assert view.profile.credit.label in section.text


def test_a_role_of_which_nothing_stands_out_says_so(rated: Path) -> None:
    page = next(page for page in build_pages(guidebook(rated)) if page.kind == "role" and page.id == "bookkeeper" and page.lang == "en")
    section = parsed(THEME.render(page)).select_one("section[aria-labelledby=page-profile]")
    assert section
    assert "No rating stands out." in section.text
    assert section.select("dl") == []


def test_a_role_page_names_a_few_comparisons_and_the_index(rated: Path) -> None:
    views = [page.mains[0].view for page in build_pages(guidebook(rated)) if page.kind == "role" and page.lang == "en"]
    for view in views:
        assert isinstance(view, RoleView)
        assert 0 < len(view.comparisons) <= COMPARISONS_SHOWN
        assert view.all_comparisons.url == "/guide/en/compare/"


def test_without_ratings_a_role_page_has_no_profile() -> None:
    views = [page.mains[0].view for page in build_pages(guidebook(BILINGUAL)) if page.kind == "role"]
    assert [view.profile for view in views if isinstance(view, RoleView)] == [None] * 6
